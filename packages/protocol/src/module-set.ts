import type { Hash } from '@hanse/primitives'
import { hanse } from '../generated/wire.js'
import { MODULE_NAME_LENGTH_MAX, MODULES_MAX, SCHEDULED_MODULES_MAX } from './limits.ts'
import { type FieldValue, type Json, parseField } from './schema/field.ts'
import { list, message, optional } from './schema/message.ts'
import { hash, text, uint } from './schema/scalars.ts'

/** What a name of a module looks like. */
export const MODULE_NAME_PATTERN = /^[a-z][a-z0-9-]*$/

/** The members of a module's entry, in genesis as in the state. */
export const MODULE_ENTRY_FIELDS = {
  name: text({ max: MODULE_NAME_LENGTH_MAX, pattern: MODULE_NAME_PATTERN, words: 'a name of a-z, 0-9 and -, from a letter on' }),
  version: uint({ min: 1 }),
  /** Of the module's package. Absent where the module is part of the software. */
  hash: optional(hash()),
} as const

export const moduleEntryCodec = message(hanse.v1.ModuleEntry, MODULE_ENTRY_FIELDS)
/** Which code a module is: its name, its version, and the hash of its package if it is no part of the software. */
export type ModuleEntry = FieldValue<typeof moduleEntryCodec>

export const votedModuleCodec = message(hanse.v1.VotedModule, {
  /** Id of the proposal that was accepted. */
  proposal: text({ max: 32 }),
  module: moduleEntryCodec,
  /** In force from the start of this block on. */
  height: uint({ min: 1 }),
})
export type VotedModule = FieldValue<typeof votedModuleCodec>

export const moduleSetCodec = message(hanse.v1.ModuleSet, {
  /** One a name, in the order in which they came into force. */
  active: list(votedModuleCodec, { max: MODULES_MAX }),
  /** By height, those of one height in the order of their acceptance. */
  scheduled: list(votedModuleCodec, { max: SCHEDULED_MODULES_MAX }),
})
/** What votes made of the modules that genesis names. */
export type ModuleSet = FieldValue<typeof moduleSetCodec>

export const NO_VOTED_MODULES: ModuleSet = { active: [], scheduled: [] }

export function isSameModule(left: ModuleEntry, right: ModuleEntry): boolean {
  return left.name === right.name && left.version === right.version && left.hash === right.hash
}

/** `loyalty 1 (0x12…)`: for messages. */
export function describeModule({ name, version, hash: packageHash }: ModuleEntry): string {
  return packageHash === undefined ? `${name} version ${version}` : `${name} version ${version} (hash ${packageHash})`
}

/** The list with the entry in the place of its namesake, or at the end. */
export function withModule(entries: readonly ModuleEntry[], entry: ModuleEntry): readonly ModuleEntry[] {
  const index = entries.findIndex(({ name }) => name === entry.name)
  return index < 0 ? [...entries, entry] : entries.with(index, entry)
}

/** The modules in force, in execution order: those of genesis, each in the version that was last voted for it, then those that came later. */
export function modulesInForce(ofGenesis: readonly ModuleEntry[], { active }: ModuleSet): readonly ModuleEntry[] {
  const entries = ofGenesis.map(({ name, version, hash: packageHash }) => entryOf(name, version, packageHash))
  return active.reduce<readonly ModuleEntry[]>((before, { module }) => withModule(before, module), entries)
}

function entryOf(name: string, version: number, packageHash: Hash | undefined): ModuleEntry {
  return packageHash === undefined ? { name, version } : { name, version, hash: packageHash }
}

/** Of the modules in force, those that `paramsHash` names: what is no part of the software, or what a vote brought. */
export function modulesOfParams(ofGenesis: readonly ModuleEntry[], set: ModuleSet): readonly ModuleEntry[] {
  const isVoted = (entry: ModuleEntry): boolean => set.active.some(({ module }) => module.name === entry.name)
  return modulesInForce(ofGenesis, set).filter((entry) => entry.hash !== undefined || isVoted(entry))
}

export function moduleEntryJson(entry: ModuleEntry): Json {
  return moduleEntryCodec.toJson(entry)
}

/** Whether a name can be a module's. */
export function isModuleName(name: unknown): name is string {
  return parseField(MODULE_ENTRY_FIELDS.name, name).ok
}
