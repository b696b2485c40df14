import type { Codec, Json } from '@hanse/protocol'
import fc from 'fast-check'

type Schema = Readonly<Record<string, unknown>>

const ITEMS_MAX = 3
const DEPTH_MAX = 6
/** Until there is one, and for more. */
const TRIES_MAX = 4_000
const MORE_TRIES_MAX = 60

/** What a text field may want beyond its schema: names, dates, amounts, currencies, countries, keys. */
const TEXTS = [
  'a',
  'core-1',
  'acme-ltd',
  'CNY',
  'USD',
  'DE',
  'CN',
  '2026-05-04',
  '2027-01-31',
  'INV-7',
  '0',
  '1',
  '100',
  '1000000',
  '貨',
  'Straße 7',
  'S',
  '380',
  '1.0.0',
  '/ip4/127.0.0.1/tcp/10545',
  '12D3KooWDpJ7As7BWAwRMfu1VU2WCqNjvq387JEYKDBj4kx6nXTN',
] as const

function number(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}

/** Making one takes longer than drawing from it. */
const matching = new Map<string, fc.Arbitrary<string>>()

function textsMatching(pattern: string): fc.Arbitrary<string> {
  let texts = matching.get(pattern)
  if (texts === undefined) {
    texts = fc.stringMatching(new RegExp(pattern))
    matching.set(pattern, texts)
  }
  return texts
}

function textsOf(schema: Schema): fc.Arbitrary<string> {
  const { pattern } = schema
  const min = number(schema['minLength'], 0)
  const max = number(schema['maxLength'], 64)
  const fits = TEXTS.filter((text) => text.length >= min && text.length <= max)
  const plain = fc.oneof(
    fc.constantFrom(...(fits.length === 0 ? ['x'.repeat(min)] : fits)),
    fc.string({ minLength: min, maxLength: Math.min(max, min + 8) }),
  )
  if (typeof pattern !== 'string') return plain
  const bytes = /^\^0x\(\[0-9a-f\]\{2\}\)\*\$$/.test(pattern)
  if (bytes) return fc.uint8Array({ minLength: (min - 2) / 2, maxLength: Math.min((max - 2) / 2, (min - 2) / 2 + 6) }).map(hex)
  const matched = fits.filter((text) => new RegExp(pattern, 'u').test(text))
  return matched.length === 0 ? textsMatching(pattern) : fc.oneof(fc.constantFrom(...matched), textsMatching(pattern))
}

function hex(bytes: Uint8Array): string {
  return `0x${Buffer.from(bytes).toString('hex')}`
}

function valuesOf(schema: Schema, depth: number): fc.Arbitrary<Json> {
  const alternatives = (schema['oneOf'] ?? schema['anyOf']) as readonly Schema[] | undefined
  if (alternatives !== undefined) return fc.oneof(...alternatives.map((alternative) => valuesOf(alternative, depth)))
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as Json[]))
  if ('const' in schema) return fc.constant(schema['const'] as Json)
  switch (schema['type']) {
    case 'string':
      return textsOf(schema)
    case 'integer': {
      const min = number(schema['minimum'], 0)
      const max = number(schema['maximum'], Number.MAX_SAFE_INTEGER)
      return fc.oneof(fc.integer({ min, max: Math.min(max, min + 3) }), fc.integer({ min, max }))
    }
    case 'boolean':
      return fc.boolean()
    case 'array': {
      const minLength = number(schema['minItems'], 0)
      const maxLength = depth >= DEPTH_MAX ? minLength : Math.max(minLength, ITEMS_MAX)
      return fc.array(valuesOf((schema['items'] ?? {}) as Schema, depth + 1), { minLength, maxLength })
    }
    case 'object': {
      const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>
      const members = Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, valuesOf(member, depth + 1)]))
      return fc.record(members, { requiredKeys: (schema['required'] ?? []) as string[] }) as fc.Arbitrary<Json>
    }
    default:
      return fc.constant(null)
  }
}

/** Values that the codec takes, as bytes: up to `count` where its schema says enough, else the first that is found. */
export function sampleBytes(codec: Codec<unknown>, count: number): readonly Uint8Array[] {
  const taken = new Map<string, Uint8Array>()
  const arbitrary = valuesOf(codec.jsonSchema, 0)
  for (let tried = 0; tried < (taken.size === 0 ? TRIES_MAX : MORE_TRIES_MAX) && taken.size < count; tried += count) {
    for (const json of fc.sample(arbitrary, { numRuns: count, seed: tried + 1 })) {
      const value = codec.parseJson(json)
      if (!value.ok) continue
      const bytes = codec.encode(value.value)
      if (taken.size < count) taken.set(Buffer.from(bytes).toString('hex'), bytes)
    }
  }
  return [...taken.values()]
}
