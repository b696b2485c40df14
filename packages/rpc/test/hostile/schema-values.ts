import type { Json } from '@hanse/protocol'
import fc from 'fast-check'

type Schema = Readonly<Record<string, unknown>>

const LENGTH_MAX = 8
const DEPTH_MAX = 4

/** Values of any kind, those that parsers trip over first. */
export const HOSTILE_VALUES: readonly Json[] = [
  null,
  true,
  0,
  -1,
  -0,
  1.5,
  1e300,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  '0x',
  '0X00',
  '0xZZ',
  '0xabc',
  '0xABCD',
  `0x${'00'.repeat(31)}`,
  `0x${'00'.repeat(33)}`,
  'latest ',
  'LATEST',
  '-1',
  '1e3',
  '9'.repeat(400),
  'x'.repeat(100_000),
  `0x${'ab'.repeat(200_000)}`,
  '\u0000',
  'e\u0301',
  '\u202e',
  '../../etc/passwd',
  '{{7*7}}',
  [],
  [[]],
  [null],
  Array.from({ length: 1_000 }, () => 0),
  {},
  { a: { b: 1 } },
  { toString: 1, valueOf: 2, length: 3 },
  Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`m${index}`, index])),
  nested(28),
]

function nested(levels: number): Json {
  return levels === 0 ? 0 : [nested(levels - 1)]
}

/** Values that a schema takes, as far as it says: what a client may have meant. */
export function valuesOf(schema: Schema, depth = 0): fc.Arbitrary<Json> {
  const alternatives = (schema['oneOf'] ?? schema['anyOf']) as readonly Schema[] | undefined
  if (alternatives !== undefined) return fc.oneof(...alternatives.map((alternative) => valuesOf(alternative, depth)))
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as Json[]))
  if ('const' in schema) return fc.constant(schema['const'] as Json)
  switch (schema['type']) {
    case 'string':
      return textsOf(schema)
    case 'integer':
    case 'number':
      return fc.integer({ min: numberOr(schema['minimum'], 0), max: numberOr(schema['maximum'], Number.MAX_SAFE_INTEGER) })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return depth >= DEPTH_MAX
        ? fc.constant([])
        : fc.array(valuesOf((schema['items'] ?? {}) as Schema, depth + 1), {
            minLength: numberOr(schema['minItems'], 0),
            maxLength: LENGTH_MAX,
          })
    case 'object':
      return objectsOf(schema, depth)
    default:
      return fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>
  }
}

function textsOf({ pattern, minLength, maxLength }: Schema): fc.Arbitrary<Json> {
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern))
  const min = numberOr(minLength, 0)
  return fc.string({ minLength: min, maxLength: Math.max(min, Math.min(numberOr(maxLength, LENGTH_MAX), LENGTH_MAX)) })
}

function objectsOf({ properties, required, additionalProperties }: Schema, depth: number): fc.Arbitrary<Json> {
  const members = Object.entries((properties ?? {}) as Readonly<Record<string, Schema>>)
  if (members.length === 0 && typeof additionalProperties === 'object')
    return fc.dictionary(fc.string({ maxLength: LENGTH_MAX }), valuesOf(additionalProperties as Schema, depth + 1), { maxKeys: 3 })
  const fields = Object.fromEntries(members.map(([name, member]) => [name, valuesOf(member, depth + 1)]))
  return fc.record(fields, { requiredKeys: (required ?? []) as string[] }) as fc.Arbitrary<Json>
}

/** The same value with one place of it, at any depth, replaced by something hostile. */
export function spoiled(values: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc
    .tuple(values, fc.nat(), fc.constantFrom(...HOSTILE_VALUES))
    .map(([value, place, hostile]) => replaceAt(value, place % Math.max(1, placesIn(value)), hostile))
}

function placesIn(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1
  return 1 + Object.values(value).reduce((total: number, member) => total + placesIn(member as Json), 0)
}

function replaceAt(value: Json, place: number, hostile: Json): Json {
  if (place === 0 || typeof value !== 'object' || value === null) return hostile
  let left = place - 1
  const replaced = Object.entries(value).map(([name, member]) => {
    const places = placesIn(member as Json)
    const isHere = left >= 0 && left < places
    const result = isHere ? replaceAt(member as Json, left, hostile) : (member as Json)
    left -= places
    return [name, result] as const
  })
  return Array.isArray(value) ? replaced.map(([, member]) => member) : Object.fromEntries(replaced)
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}
