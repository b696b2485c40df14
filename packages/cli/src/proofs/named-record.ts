import { MODULES } from '@hanse/modules'
import { bytesToHex, err, type Hash, type Hex, nearestWord, ok, type Result, reject } from '@hanse/primitives'
import { hash, type Json, jsonValue, object, optional, parseField, text } from '@hanse/protocol'
import type { BoundRecord, InstalledModule } from '@hanse/state'
import { parseAssignments } from '../assignments.ts'
import { usageError } from '../cli-error.ts'

/** A kind of record, and the module that keeps it. */
export interface RecordOfModule {
  readonly kind: BoundRecord
  readonly module: InstalledModule
}

/** Kinds of record that can be proven, by `MODULE.RECORD`. */
export type RecordKinds = ReadonlyMap<string, RecordOfModule>

/** A record of a module by what people call it, and the state key that follows from that. */
export interface NamedRecord {
  /** `settlement.balance`. */
  readonly name: string
  readonly args: Json
  readonly key: Hex
  /** Whose record it is, and who reads its bytes. */
  readonly of: RecordOfModule
}

/** Of this software's modules and of `own`, which take the place of those that have their name. */
export function recordKinds(own: readonly InstalledModule[]): RecordKinds {
  const modules: readonly InstalledModule[] = [...MODULES.filter(({ name }) => own.every((other) => other.name !== name)), ...own]
  return new Map(
    modules.flatMap((module) =>
      Object.entries(module.records ?? {}).map(([record, kind]) => [`${module.name}.${record}`, { kind, module }] as const),
    ),
  )
}

/** `settlement.balance` and `partyId=nanhai currency=CNY`. @throws CliError */
export function namedRecord(kinds: RecordKinds, name: string, words: readonly string[]): NamedRecord {
  const of = kinds.get(name)
  if (of === undefined) throw unknownRecord(kinds, name, words)
  const args = parseAssignments(words, of.kind.key.jsonSchema)
  const key = keyOf(of.kind, name, args)
  if (key.ok) return { name, args, key: key.value, of }
  const { properties = {} } = of.kind.key.jsonSchema as { properties?: object }
  const synopsis = Object.keys(properties).map((member) => `${member}=…`)
  throw usageError(`${key.error.path ?? ''} ${key.error.message}`.trim(), ['hanse proof get', name, ...synopsis].join(' '))
}

function unknownRecord(kinds: RecordKinds, name: string, words: readonly string[]): Error {
  const message = `${name} is neither a hash nor a record`
  const meant = nearestWord(name, [...kinds.keys()])
  if (meant !== undefined) return usageError(message, `hanse proof get ${meant}`)
  const [module] = name.split('.')
  const isOwn = name.includes('.') && [...kinds.values()].every((known) => known.module.name !== module)
  return usageError(message, isOwn ? ['hanse proof get', name, ...words, '--module DIR'].join(' ') : 'hanse proof get --help')
}

const nameField = object({ name: text({ max: 96 }), args: jsonValue(), moduleHash: optional(hash()) })

/** What a proof's file says of its record. The hash is there where the module is no part of the software. */
export function recordNameJson({ name, args, of }: NamedRecord): Json {
  const { packageHash } = of.module
  return { name, args, ...(packageHash === undefined ? {} : { moduleHash: packageHash }) }
}

/**
 * What a proof's file says that its key is; the key is made anew of it, so the file cannot lie. `proof/unknown-record`;
 * `proof/other-module` where the module at hand is not the one that the file was made with.
 */
export function readRecordName(kinds: RecordKinds, json: Json): Result<NamedRecord> {
  const named = parseField(nameField, json, 'record')
  if (!named.ok) return named
  const { name, args, moduleHash } = named.value
  const of = kinds.get(name)
  if (of === undefined) {
    const hint =
      moduleHash === undefined ? 'Use the software that the proof was made with.' : `Give the package ${moduleHash}: --module DIR.`
    return err(reject('proof/unknown-record', `no module here has the record ${name}`, { hint, path: 'record.name' }))
  }
  if (of.module.packageHash !== moduleHash) return err(otherModule(name, moduleHash, of.module))
  const key = keyOf(of.kind, name, args)
  return key.ok ? ok({ name, args, key: key.value, of }) : key
}

function otherModule(name: string, wanted: Hash | undefined, { packageHash }: InstalledModule) {
  const [told = 'the software’s own', found = 'the software’s own'] = [wanted, packageHash]
  const hint = 'Give the folder of that package with --module: another version may name and read its records in another way.'
  return reject('proof/other-module', `the proof is of ${name} of the module ${told}, here it is ${found}`, {
    hint,
    path: 'record.moduleHash',
  })
}

export function recordValue({ of: { kind } }: NamedRecord, bytes: Uint8Array): Result<Json> {
  const value = kind.value.decode(bytes)
  return value.ok ? ok(kind.value.toJson(value.value)) : value
}

function keyOf(kind: BoundRecord, name: string, args: Json): Result<Hex> {
  const key = parseField(kind.key, args, `record ${name}`)
  return key.ok ? ok(bytesToHex(kind.keyOf(key.value))) : key
}

/** For lists of what can be proven. */
export function describeRecords(kinds: RecordKinds): string {
  return [...kinds]
    .map(([name, { kind }]) => {
      const { properties = {} } = kind.key.jsonSchema as { properties?: object }
      return `  ${[name, ...Object.keys(properties).map((member) => `${member}=…`)].join(' ')}`
    })
    .join('\n')
}
