import type { Json, JsonSchema } from '@hanse/protocol'

/** Texts that common patterns take: ids, names, numbers, amounts, dates, currencies, bytes. */
const TEXTS: readonly string[] = [
  'a',
  'nanhai',
  '1',
  '100',
  'A1',
  'CNY',
  '2026-03-02',
  '0x',
  ...[16, 20, 32, 64].map((size) => `0x${'ab'.repeat(size)}`),
]

interface Members {
  readonly type?: string
  readonly const?: Json
  readonly enum?: readonly Json[]
  readonly oneOf?: readonly JsonSchema[]
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly minItems?: number
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
}

/** A value of a schema with every member present, so that a field which is lost on the wire shows. Undefined where none is found. */
export function sampleOf(schema: JsonSchema): Json | undefined {
  const { type, const: only, enum: choices, oneOf, minimum, minItems, properties, items } = schema as unknown as Members
  if (only !== undefined) return only
  if (choices !== undefined) return choices.at(-1)
  if (oneOf?.[0] !== undefined) return sampleOf(oneOf[0])
  switch (type) {
    case 'object': {
      const members = Object.entries(properties ?? {}).map(([name, member]) => [name, sampleOf(member)] as const)
      return members.some(([, value]) => value === undefined) ? undefined : (Object.fromEntries(members) as Json)
    }
    case 'array': {
      const item = sampleOf(items ?? {})
      return item === undefined ? undefined : Array.from({ length: Math.max(1, minItems ?? 0) }, () => item)
    }
    case 'integer':
      return Math.max(1, minimum ?? 0)
    case 'boolean':
      return true
    case 'string':
      return textOf(schema as unknown as Members)
    default:
      return 'any'
  }
}

function textOf({ pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Members): string | undefined {
  const matches = pattern === undefined ? undefined : new RegExp(pattern)
  return TEXTS.map((text) => (matches === undefined ? text.padEnd(minLength, 'a') : text)).find(
    (text) => text.length >= minLength && text.length <= maxLength && (matches === undefined || matches.test(text)),
  )
}
