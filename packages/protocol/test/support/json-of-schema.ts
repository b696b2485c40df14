import type { Json, JsonSchema } from '@hanse/protocol'
import fc from 'fast-check'

/** Lists longer than their minimum by more than this add time, not cases. */
const MORE_ITEMS = 3

/** JSON that a schema of ours allows: so what the schema says and what the parser takes are tested against each other. */
export function jsonOfSchema(schema: JsonSchema): fc.Arbitrary<Json> {
  if (Array.isArray(schema.oneOf)) return fc.oneof(...schema.oneOf.map((variant) => jsonOfSchema(variant as JsonSchema)))
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as readonly Json[]))
  if (schema.const !== undefined) return fc.constant(schema.const)
  switch (schema.type) {
    case 'object':
      return jsonObject(schema)
    case 'array':
      return jsonArray(schema)
    case 'integer':
      return jsonInteger(schema.minimum as number, schema.maximum as number)
    case 'boolean':
      return fc.boolean()
    case 'string':
      return jsonText(schema)
    default:
      throw new Error(`no values for ${JSON.stringify(schema)}`)
  }
}

function jsonObject(schema: JsonSchema): fc.Arbitrary<Json> {
  const members = Object.entries(schema.properties as Readonly<Record<string, JsonSchema>>)
  const shape = Object.fromEntries(members.map(([name, member]) => [name, jsonOfSchema(member)]))
  return fc.record(shape, { requiredKeys: schema.required as string[] }).map((value) => ({ ...value }))
}

function jsonArray(schema: JsonSchema): fc.Arbitrary<Json> {
  const minLength = schema.minItems as number
  return fc.array(jsonOfSchema(schema.items as JsonSchema), {
    minLength,
    maxLength: Math.min(schema.maxItems as number, minLength + MORE_ITEMS),
  })
}

function jsonInteger(min: number, max: number): fc.Arbitrary<Json> {
  const edges = [min, min + 1, 127, 128, 2 ** 31, 2 ** 32 - 1, 2 ** 32, max - 1, max].filter((edge) => edge >= min && edge <= max)
  return fc.oneof(
    fc.constantFrom(...edges),
    fc.maxSafeInteger().map((draw) => min + (Math.abs(draw) % (max - min + 1 > 0 ? max - min + 1 : 1))),
  )
}

const hexOf = (bytes: Uint8Array): string => `0x${Buffer.from(bytes).toString('hex')}`

function jsonText(schema: JsonSchema): fc.Arbitrary<Json> {
  const pattern = schema.pattern as string | undefined
  const min = schema.minLength as number | undefined
  const max = schema.maxLength as number | undefined
  if (pattern === '^0x([0-9a-f]{2})*$') {
    return fc.uint8Array({ minLength: ((min as number) - 2) / 2, maxLength: Math.min(((max as number) - 2) / 2, 80) }).map(hexOf)
  }
  const digits = /^\^0x\[0-9a-f\]\{(\d+)\}\$$/.exec(pattern ?? '')?.[1]
  if (digits !== undefined) return fc.uint8Array({ minLength: Number(digits) / 2, maxLength: Number(digits) / 2 }).map(hexOf)
  const texts =
    pattern === undefined
      ? fc.string({ unit: 'grapheme', maxLength: Math.min(max as number, 30) })
      : fc.stringMatching(new RegExp(pattern), { size: '-1' })
  return texts
    .map((text) => text.normalize('NFC'))
    .filter((text) => text.length >= (min ?? 0) && text.length <= (max ?? 100) && !text.includes('\0'))
}
