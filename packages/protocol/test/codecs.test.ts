import { isDeepStrictEqual } from 'node:util'
import { bytesToHex } from '@hanse/primitives'
import type { Codec } from '@hanse/protocol'
import fc from 'fast-check'
import { test } from 'tap'
import { CODECS, EXPORTED_CODEC_NAMES } from './support/codecs.ts'
import { holds } from './support/holds.ts'
import { jsonOfSchema } from './support/json-of-schema.ts'

const RUNS = 40

test('every exported codec is tested here', (t) => {
  t.same([...EXPORTED_CODEC_NAMES].sort(), Object.keys(CODECS).sort())
  t.end()
})

function bytesOf(codec: Codec<unknown>): fc.Arbitrary<Uint8Array> {
  return jsonOfSchema(codec.jsonSchema).map((json) => {
    const value = codec.parseJson(json)
    if (!value.ok) throw new Error(`the schema allows what the parser refuses: ${JSON.stringify(value.error)} ${JSON.stringify(json)}`)
    return codec.encode(value.value)
  })
}

test('decode(encode(x)) = x, on the wire and in JSON', (t) => {
  for (const [name, { codec }] of Object.entries(CODECS)) {
    const roundTrip = fc.property(jsonOfSchema(codec.jsonSchema), (json) => {
      const value = codec.parseJson(json)
      if (!value.ok) return false
      const bytes = codec.encode(value.value)
      const decoded = codec.decode(bytes)
      if (!decoded.ok) return false
      return isDeepStrictEqual(codec.toJson(decoded.value), json) && bytesToHex(codec.encode(decoded.value)) === bytesToHex(bytes)
    })
    holds(t, name, roundTrip, { numRuns: RUNS })
  }
  t.end()
})

type Mutation = (bytes: Uint8Array, position: number, byte: number) => Uint8Array

const MUTATIONS: readonly Mutation[] = [
  (bytes, position, byte) => bytes.map((value, index) => (index === position % bytes.length ? byte : value)),
  (bytes, position, byte) => bytes.map((value, index) => (index === position % bytes.length ? value ^ (1 << (byte & 7)) : value)),
  (bytes, position, byte) =>
    Uint8Array.of(...bytes.subarray(0, position % (bytes.length + 1)), byte, ...bytes.subarray(position % (bytes.length + 1))),
  (bytes, position) => Uint8Array.of(...bytes.subarray(0, position % bytes.length), ...bytes.subarray((position % bytes.length) + 1)),
  (bytes, position) => bytes.subarray(0, position % bytes.length),
  (bytes) => Uint8Array.of(...bytes, ...bytes),
]

test('changed bytes are refused, or are the canonical encoding of something else', (t) => {
  for (const [name, { codec }] of Object.entries(CODECS)) {
    const changed = fc.tuple(bytesOf(codec), fc.constantFrom(...MUTATIONS), fc.nat(), fc.nat(255))
    const canonical = fc.property(changed, ([bytes, mutate, position, byte]) => {
      const mutated = mutate(bytes.length === 0 ? Uint8Array.of(0) : bytes, position, byte)
      const decoded = codec.decode(mutated)
      return decoded.ok ? bytesToHex(codec.encode(decoded.value)) === bytesToHex(mutated) : decoded.error.code.startsWith('encoding/')
    })
    holds(t, name, canonical, { numRuns: RUNS })
  }
  t.end()
})

test('random bytes never throw', (t) => {
  for (const [name, { codec }] of Object.entries(CODECS)) {
    holds(
      t,
      name,
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => typeof codec.decode(bytes).ok === 'boolean'),
      { numRuns: RUNS },
    )
  }
  t.end()
})

test('random JSON never throws, and nothing is taken that is not written back', (t) => {
  for (const [name, { codec }] of Object.entries(CODECS)) {
    const total = fc.property(fc.jsonValue({ maxDepth: 3 }), (json) => {
      const parsed = codec.parseJson(json)
      return parsed.ok ? isDeepStrictEqual(codec.toJson(parsed.value), json) : parsed.error.code === 'encoding/bad-field'
    })
    holds(t, name, total, { numRuns: RUNS })
  }
  t.end()
})

test('an unknown or a missing member is refused with its path', (t) => {
  for (const [name, { codec }] of Object.entries(CODECS)) {
    const [sample] = fc.sample(jsonOfSchema(codec.jsonSchema), { numRuns: 1, seed: 7 })
    const json = sample as Readonly<Record<string, unknown>>
    t.match(codec.parseJson({ ...json, surplus: 1 }), { ok: false, error: { path: /surplus$/ } }, `${name}: surplus`)
    t.match(codec.parseJson(JSON.parse(`{"__proto__":1,${JSON.stringify(json).slice(1)}`)), { ok: false }, `${name}: __proto__`)
    t.match(
      codec.parseJson({ ...json, ['x'.repeat(5_000)]: 1 }),
      { ok: false, error: { path: /^.{0,200}$/ } },
      `${name}: a long name is cut`,
    )
    for (const member of Object.keys(json)) {
      const { [member]: _, ...rest } = json
      const parsed = codec.parseJson(rest)
      t.ok(parsed.ok || (parsed.error.path ?? '').endsWith(member) || member === 'type', `${name}: without ${member}`)
    }
  }
  t.end()
})
