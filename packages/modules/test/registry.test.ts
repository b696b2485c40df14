import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { MODULE_REJECTIONS, MODULES, refuserOf } from '@hanse/modules'
import { bytesToHex } from '@hanse/primitives'
import { type Codec, type JsonSchema, object, parseField } from '@hanse/protocol'
import { attributesSchema, readAttributes, reasonOf } from '@hanse/state'
import fc from 'fast-check'
import { test } from 'tap'
import { valueChecker } from '../../rpc/test/support/openrpc-meta.ts'

/** What every module owes its users, whichever it is. */

const SOURCE = join(import.meta.dirname, '../src')
const CODE = /'((?:tx|organizations|supervision|settlement|invoices|receivables|payments|governance)\/[A-Za-z0-9-]+)'/g
const EMITTED = /\bemit\(state, '([A-Za-z]+)'/g
/** Rules of EN 16931 that are numbered by category, and what is wrong with a screening: the code is put together where it is used. */
const COMPOSED = /^(invoices\/BR-[A-Z]+-[0-9]+|(payments|receivables)\/(lists-incomplete|no-list|list-not-current|not-proven-absent))$/

function sourcesOf(module: string): readonly string[] {
  const names = readdirSync(join(SOURCE, module), { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('rejections.ts'))
    .map((name) => readFileSync(join(SOURCE, module, name), 'utf8'))
}

function codesUsedBy(module: string): ReadonlySet<string> {
  const codes = sourcesOf(module).flatMap((text) => [...text.matchAll(CODE)].map((match) => match[1] as string))
  return new Set(codes.filter((code) => !code.endsWith('/invariant')))
}

test('modules stand in execution order: each after those it uses', (t) => {
  const names = MODULES.map(({ name }) => name)
  t.same(names, ['organizations', 'supervision', 'settlement', 'invoices', 'receivables', 'payments', 'governance'])
  for (const { name, uses } of MODULES) {
    for (const used of uses) t.ok(names.indexOf(used) < names.indexOf(name), `${name} uses ${used}`)
  }
  t.end()
})

for (const { name, summary, commands, queries, records = {} } of MODULES) {
  test(`${name}: summaries, refusals, README`, (t) => {
    const readme = readFileSync(join(SOURCE, name, 'README.md'), 'utf8')
    t.ok(summary.length > 20, 'the module says what it is for')
    for (const [member, { summary: text }] of [...Object.entries(commands), ...Object.entries(queries)]) {
      t.ok(text.length > 10 && text.length <= 160, `${member}: ${text}`)
      t.ok(readme.includes(`\`${member}\``), `README names ${member}`)
    }
    for (const code of codesUsedBy(name)) t.ok(Object.hasOwn(MODULE_REJECTIONS, code), `${code} is in a table`)
    t.end()
  })

  test(`${name}: what is encoded is what was given, member by member`, (t) => {
    const codecs = [
      ...Object.entries(commands).map(([member, { params }]) => [member, params] as const),
      ...Object.entries(records).map(([member, { value }]) => [`record ${member}`, value] as const),
      ...Object.entries(queries).flatMap(([member, { args, result }]) => [
        [`${member} args`, args] as const,
        [`${member} result`, result as never] as const,
      ]),
    ]
    for (const [member, codec] of codecs) t.equal(roundTrips(codec as unknown as Codec<unknown>), true, member)
    t.end()
  })
}

for (const { name, events = {} } of MODULES) {
  test(`${name}: every event is described, and told somewhere`, (t) => {
    const told = new Set(sourcesOf(name).flatMap((source) => [...source.matchAll(EMITTED)].map((match) => match[1])))
    t.same([...told].sort(), Object.keys(events).sort(), 'what is declared and what is told are the same')
    for (const [type, kind] of Object.entries(events)) {
      t.ok(kind.summary.length > 10 && kind.summary.length <= 160, `${type}: ${kind.summary}`)
      for (const [attribute, { jsonSchema }] of Object.entries(kind.attributes)) {
        const { description, enum: choices } = jsonSchema
        t.ok(description !== undefined || choices !== undefined, `${type}.${attribute} says what it is, in which unit`)
      }
    }
    t.end()
  })
}

for (const { name, events = {} } of MODULES) {
  test(`${name}: what its events can say is read back, and is as clients are told, by another validator than ours`, (t) => {
    const faults = valueChecker({})
    for (const [type, kind] of Object.entries(events)) {
      const attributes = object(kind.attributes)
      const values = fc
        .sample(valuesOf(attributes.jsonSchema), { numRuns: 200, seed: 1 })
        .filter((json) => parseField(attributes, json).ok)
        .slice(0, 10) as readonly Readonly<Record<string, unknown>>[]
      t.ok(values.length > 0, `${type}: values were found`)
      for (const value of values) {
        const texts = Object.entries(value).map(([key, one]) => ({ key, value: `${one}` }))
        t.same(readAttributes(kind, { attributes: texts }), { ok: true, value }, type)
        t.same(faults(attributesSchema(kind), Object.fromEntries(texts.map((pair) => [pair.key, pair.value]))), [], type)
      }
    }
    t.end()
  })
}

/** Of the external code sets of ISO 20022: as many as rows name. */
const ISO_20022_REASON = /^[A-Z]{2}[0-9A-Z]{2}$/
const EN_16931_RULE = /^BR-[A-Z]*-?[0-9]{2}$/

test('a standard’s reason has its form, and a rejection carries it', (t) => {
  for (const [code, row] of Object.entries(MODULE_REJECTIONS)) {
    if (row.iso20022 !== undefined) t.match(row.iso20022, ISO_20022_REASON, code)
    if (row.en16931 !== undefined) t.match(row.en16931, EN_16931_RULE, code)
    if (code.startsWith('invoices/BR-')) t.equal(`invoices/${row.en16931}`, code, 'a rule is its own reason')
    t.equal(refuserOf(MODULE_REJECTIONS)(code, 'why').reason, reasonOf(row), code)
  }
  t.end()
})

test('no row of a table is idle', (t) => {
  const used = new Set(MODULES.flatMap(({ name }) => [...codesUsedBy(name)]))
  for (const [code, { meaning, hint }] of Object.entries(MODULE_REJECTIONS)) {
    t.ok(used.has(code) || COMPOSED.test(code), `${code} is given somewhere`)
    t.ok(meaning.length > 5 && hint.length > 5, `${code} says what it means and what to do`)
  }
  t.end()
})

interface SchemaMembers {
  readonly type?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly minItems?: number
}

/** Values of a JSON Schema with every member present: a field whose name the .proto does not know would be lost on the wire. */
function valuesOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const { type, pattern, minLength, maxLength, minimum, maximum, properties, items, minItems } = schema as unknown as SchemaMembers
  if (schema['const'] !== undefined) return fc.constant(schema['const'])
  if (schema['enum'] !== undefined) return fc.constantFrom(...(schema['enum'] as readonly unknown[]))
  if (schema['oneOf'] !== undefined) return fc.oneof(...(schema['oneOf'] as readonly JsonSchema[]).map(valuesOf))
  switch (type) {
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(properties ?? {}).map(([name, one]) => [name, valuesOf(one)])))
    case 'array':
      return fc.array(valuesOf(items ?? {}), { minLength: Math.max(1, minItems ?? 0), maxLength: Math.max(2, minItems ?? 0) })
    case 'integer':
      return fc.integer({ min: Math.max(1, minimum ?? 0), max: Math.min(1_000, maximum ?? 1_000) })
    case 'boolean':
      return fc.constant(true)
    default:
      if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern)).map((text) => fitted(text, minLength, maxLength))
      return fc.string({ unit: fc.constantFrom(...'ABC123'), minLength: minLength ?? 1, maxLength: Math.min(maxLength ?? 10, 20) })
  }
}

function fitted(text: string, min = 0, max = 1_000): string {
  return text.length < min ? text.padEnd(min, '1') : text.slice(0, max)
}

/** What `JsonOf` says of types, of values: a field that wrote itself otherwise would have another type than its JSON in every client. */
function jsonByRule(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Uint8Array) return bytesToHex(value)
  if (Array.isArray(value)) return value.map(jsonByRule)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, jsonByRule(member)]))
}

/** Ten values that the codec takes come back as they were, and are as JSON what clients are told. False when it takes none. */
function roundTrips(codec: Codec<unknown>): boolean {
  let taken = 0
  for (const json of fc.sample(valuesOf(codec.jsonSchema), { numRuns: 200, seed: 1 })) {
    const parsed = codec.parseJson(json)
    if (!parsed.ok) continue
    const decoded = codec.decode(codec.encode(parsed.value))
    if (!decoded.ok || JSON.stringify(codec.toJson(decoded.value)) !== JSON.stringify(json)) return false
    if (!isDeepStrictEqual(jsonByRule(decoded.value), jsonByRule(json))) return false
    taken += 1
    if (taken === 10) break
  }
  return taken > 0
}

/** An action of a vote holds any JSON, which has no form of its own on the wire. */
const READ_SLOWLY: ReadonlySet<string> = new Set(['governance/propose'])

test('what commands take is read without a copy in between', (t) => {
  for (const { name, commands } of MODULES) {
    for (const [command, { params }] of Object.entries(commands)) {
      const form = params.direct?.form
      const isDirect = form?.type === 'message' && form.plan() !== undefined
      t.equal(isDirect, !READ_SLOWLY.has(`${name}/${command}`), `${name}/${command}`)
    }
  }
  t.end()
})
