import { bytesToHex, err, type Hex, ok, type Result, reject } from '@hanse/primitives'
import { type CertifiedHeader, type Json, type JsonOf, type JsonSchema, parseField } from '@hanse/protocol'
import type { BoundRecord, DefinedRecord } from '@hanse/state'
import { HanseError } from './errors.ts'
import type { CallOptions } from './http.ts'
import type { LightClient } from './light-client.ts'
import type { HeightReference } from './methods.ts'
import { checkOptions, QUERY_OPTIONS } from './options.ts'
import { type Trust, verifyStateProof } from './proof.ts'

export interface QueryOptions extends CallOptions {
  readonly height?: HeightReference
}

/** What the state of a final block says about a record. */
export interface ProvenRecord<V> {
  /** Undefined where the record is proven to be absent. */
  readonly value: V | undefined
  /** Of the block. A node may answer with an older one than you hoped for: what is proven is that height. */
  readonly height: number
  readonly block: CertifiedHeader
}

/** A kind of record that a module keeps. Its `summary` is the module’s own. */
export interface RecordMethod<K, V, S extends string = string> {
  /** Fetches what `state_getProof` says of one record and checks it here, from the genesis of `client.chain()` on. */
  (key: K, options?: QueryOptions): Promise<Result<ProvenRecord<V>>>
  /** The state key, for `state_getProof`. @throws HanseError `encoding/bad-field` with the path of what does not fit */
  keyOf(key: K): Hex
  /** Checks a proof from anybody, offline. Codes: as `verifyStateProof`. */
  verify(proof: unknown, key: K, trust: Trust): Result<ProvenRecord<V>>
  readonly summary: S
  readonly keySchema: JsonSchema
}

export type MethodOfRecord<R> = R extends DefinedRecord<infer K, infer V, infer S> ? RecordMethod<JsonOf<K>, JsonOf<V>, S> : never

export interface ProofHost {
  lightClient(): Promise<LightClient>
  callRaw(method: string, params: Json, options?: CallOptions): Promise<Json>
}

/** @throws HanseError `encoding/bad-field` */
export function keyOf(kind: BoundRecord, json: Json): Hex {
  const key = parseField(kind.key, json)
  if (!key.ok) throw new HanseError(key.error)
  return bytesToHex(kind.keyOf(key.value))
}

/** As `RecordMethod.verify`, of a kind of record. */
export function verifyRecord(kind: BoundRecord, proof: unknown, json: Json, trust: Trust): Result<ProvenRecord<Json>> {
  const proven = verifyStateProof(proof, keyOf(kind, json), trust)
  if (!proven.ok) return proven
  const { entry, block } = proven.value
  const height = block.header.height
  if (entry.type === 'absent') return ok({ value: undefined, height, block })
  const value = kind.value.decode(entry.value)
  return value.ok ? ok({ value: kind.value.toJson(value.value), height, block }) : value
}

/** The methods of one kind of record; their types are those of `RecordMethod`. */
export function recordMethod(host: ProofHost, kind: BoundRecord): unknown {
  const fetch = async (json: Json, given: QueryOptions = {}): Promise<Result<ProvenRecord<Json>>> => {
    checkOptions('the proof of a record', given, QUERY_OPTIONS)
    const { height, ...options } = given
    const params = { key: keyOf(kind, json), ...(height === undefined ? {} : { height }) }
    const proof = await host.callRaw('state_getProof', params, options)
    const light = await host.lightClient()
    const proven = await light.verify(() => verifyRecord(kind, proof, json, light))
    if (!proven.ok || typeof height !== 'number' || proven.value.height === height) return proven
    return err(reject('proof/bad-state-proof', `the proof is of height ${proven.value.height}, not ${height}`, { path: 'header.height' }))
  }
  return Object.assign(fetch, {
    keyOf: (json: Json) => keyOf(kind, json),
    verify: (proof: unknown, json: Json, trust: Trust) => verifyRecord(kind, proof, json, trust),
    ...{ summary: kind.summary, keySchema: kind.key.jsonSchema },
  })
}
