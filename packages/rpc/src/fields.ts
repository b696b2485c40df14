import { assert, type Hash, isHash } from '@hanse/primitives'
import { choice, type Field, type FieldValue, hash, type Json, type JsonSchema, object, uint } from '@hanse/protocol'
import { type Failure, failure } from './errors.ts'

/** Fields of the RPC's own: what exists in JSON alone. */

export interface JsonForm<T> {
  toJson(value: T): Json
  /** Faults by reading with one of protocol's fields. */
  fromJson(json: unknown, path: string): T
  readonly jsonSchema: JsonSchema
}

/** A field without a wire form. */
export function jsonField<T>(form: JsonForm<T>): Field<T> {
  const wireless = (): never => assert(false, 'this field has no wire form') as never
  return { optional: false, toWire: wireless, fromWire: wireless, ...form }
}

/** A member that is there, and null when it has no value. */
export function nullable<T>(field: Field<T>): Field<T | null> {
  return jsonField<T | null>({
    toJson: (value) => (value === null ? null : field.toJson(value)),
    fromJson: (json, path) => (json === null ? null : field.fromJson(json, path)),
    jsonSchema: { oneOf: [field.jsonSchema, { type: 'null' }] },
  })
}

/** Members of any name. */
export function record<T>(value: Field<T>, limits: { readonly max: number }): Field<Readonly<Record<string, T>>> {
  return jsonField<Readonly<Record<string, T>>>({
    toJson: (members) => Object.fromEntries(Object.entries(members).map(([name, member]) => [name, value.toJson(member)])),
    fromJson: (json, path) => {
      if (typeof json !== 'object' || json === null || Array.isArray(json)) return object({}).fromJson(json, path)
      const members = Object.entries(json)
      uint({ max: limits.max }).fromJson(members.length, path)
      return Object.fromEntries(members.map(([name, member]) => [name, value.fromJson(member, path === '' ? name : `${path}.${name}`)]))
    },
    jsonSchema: { type: 'object', additionalProperties: value.jsonSchema, maxProperties: limits.max },
  })
}

/** Every block here is final, so the three that Ethereum tells apart are one. */
const heightTag = choice('latest', 'safe', 'finalized', 'earliest')
export type HeightTag = FieldValue<typeof heightTag>
const heightNumber = uint()
/** A number that stands in quotes: what is said of it is said of a number. */
const DIGITS = /^-?[0-9]+$/
const blockHash = hash()

function heightFromJson(json: unknown, path: string): number | HeightTag {
  const isNumber = typeof json === 'number' || (typeof json === 'string' && DIGITS.test(json))
  return isNumber ? heightNumber.fromJson(json, path) : heightTag.fromJson(json, path)
}

/** A height, `latest` (as `safe` and `finalized`) or `earliest`. */
export const heightField: Field<number | HeightTag> = jsonField<number | HeightTag>({
  toJson: (value) => value,
  fromJson: heightFromJson,
  jsonSchema: { oneOf: [heightNumber.jsonSchema, heightTag.jsonSchema], description: 'a height, latest (the default) or earliest' },
})

/** A height, a tag, or a block's hash. */
export const blockReferenceField: Field<number | string> = jsonField<number | string>({
  toJson: (value) => value,
  fromJson: (json, path) =>
    typeof json === 'string' && json.startsWith('0x') ? blockHash.fromJson(json, path) : heightFromJson(json, path),
  jsonSchema: {
    oneOf: [heightNumber.jsonSchema, heightTag.jsonSchema, blockHash.jsonSchema],
    description: 'a height, latest (the default), earliest, or a block hash',
  },
})

export function resolveHeight(reference: number | HeightTag | undefined, head: number): number {
  if (typeof reference === 'number') return reference
  return reference === 'earliest' ? 0 : head
}

export function resolveBlock(reference: number | string | undefined, head: number): number | Hash {
  if (typeof reference === 'string' && isHash(reference)) return reference
  return resolveHeight(reference as number | HeightTag | undefined, head)
}

/** `error.data` has the lowest height that can be asked for. */
export function prunedBlock(height: number, earliest: number): Failure {
  const message = `the block at height ${height} is not kept here, the earliest is ${earliest}`
  return failure('chain/pruned', { message, data: { earliest } })
}

export function unknownBlock(at: number | Hash, head: number, earliest: number): Failure {
  if (typeof at === 'number' && at < earliest) return prunedBlock(at, earliest)
  const message = typeof at === 'number' ? `no final block at height ${at}, the head is at ${head}` : `no final block has the hash ${at}`
  return failure('chain/unknown-block', { message })
}
