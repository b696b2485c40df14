import { MODULES } from '@hanse/modules'
import { bytesToHex, err, type Hex, nearestWord, ok, type Result, reject } from '@hanse/primitives'
import { type Json, jsonValue, object, parseField, text } from '@hanse/protocol'
import { parseAssignments } from '../assignments.ts'
import { usageError } from '../cli-error.ts'

/** A record of a module by what people call it, and the state key that follows from that. */
export interface NamedRecord {
  /** `settlement.balance`. */
  readonly name: string
  readonly args: Json
  readonly key: Hex
}

type Kind = NonNullable<(typeof MODULES)[number]['records']>[string]

/** Kinds of record that can be proven, by `MODULE.RECORD`. */
export const RECORD_KINDS: ReadonlyMap<string, Kind> = new Map(
  MODULES.flatMap(({ name, records = {} }) => Object.entries(records).map(([record, kind]) => [`${name}.${record}`, kind] as const)),
)

/** `settlement.balance` and `partyId=nanhai currency=CNY`. @throws CliError */
export function namedRecord(name: string, words: readonly string[]): NamedRecord {
  const kind = RECORD_KINDS.get(name)
  if (kind === undefined) {
    const meant = nearestWord(name, [...RECORD_KINDS.keys()])
    throw usageError(`${name} is neither a hash nor a record`, meant === undefined ? 'hanse proof get --help' : `hanse proof get ${meant}`)
  }
  const args = parseAssignments(words, kind.key.jsonSchema)
  const found = keyOf(kind, name, args)
  if (found.ok) return { name, args, key: found.value }
  const { properties = {} } = kind.key.jsonSchema as { properties?: object }
  const synopsis = Object.keys(properties).map((member) => `${member}=…`)
  throw usageError(`${found.error.path ?? ''} ${found.error.message}`.trim(), ['hanse proof get', name, ...synopsis].join(' '))
}

const nameField = object({ name: text({ max: 96 }), args: jsonValue() })

/** What a proof's file says that its key is; the key is made anew of it, so the file cannot lie. */
export function readRecordName(json: Json): Result<NamedRecord> {
  const named = parseField(nameField, json, 'record')
  if (!named.ok) return named
  const { name, args } = named.value
  const kind = RECORD_KINDS.get(name)
  if (kind === undefined) return err(reject('proof/unknown-record', `this software knows no record ${name}`, { path: 'record.name' }))
  const key = keyOf(kind, name, args)
  return key.ok ? ok({ name, args, key: key.value }) : key
}

export function recordValue({ name }: NamedRecord, bytes: Uint8Array): Result<Json> {
  const kind = RECORD_KINDS.get(name)
  const value = kind?.value.decode(bytes)
  if (kind === undefined || value === undefined || !value.ok) return (value ?? readRecordName({ name, args: {} })) as Result<never>
  return ok(kind.value.toJson(value.value))
}

function keyOf(kind: Kind, name: string, args: Json): Result<Hex> {
  const key = parseField(kind.key, args, `record ${name}`)
  return key.ok ? ok(bytesToHex(kind.keyOf(key.value))) : key
}

/** For lists of what can be proven. */
export function describeRecords(): string {
  return [...RECORD_KINDS]
    .map(([name, { key }]) => {
      const { properties = {} } = key.jsonSchema as { properties?: object }
      return `  ${[name, ...Object.keys(properties).map((member) => `${member}=…`)].join(' ')}`
    })
    .join('\n')
}
