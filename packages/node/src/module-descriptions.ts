import { MODULE_REJECTIONS } from '@hanse/modules'
import { type Chain, type Codec, isSameModule, type ModuleEntry } from '@hanse/protocol'
import type { KnownModule, ModuleDescription, RejectionWords } from '@hanse/rpc'
import {
  attributesSchema,
  type InstalledModule,
  type LedgerModules,
  type RejectionRow,
  type RejectionTable,
  RUNTIME_REJECTIONS,
  reasonOf,
} from '@hanse/state'
import { entryOf } from './own-modules/installed-modules.ts'

/** Versions before the one in force that are looked for; nobody installs more. */
const VERSIONS_LOOKED_FOR_MAX = 1_000

const descriptions = new WeakMap<LedgerModules, readonly ModuleDescription[]>()
const known = new WeakMap<LedgerModules, readonly KnownModule[]>()

/** Of the modules in force. They change seldom, and are asked for with every call. */
export function describeModules(modules: LedgerModules): readonly ModuleDescription[] {
  const made = descriptions.get(modules) ?? modules.ordered.map(describeModule)
  descriptions.set(modules, made)
  return made
}

function describeModule(module: InstalledModule): ModuleDescription {
  return {
    name: module.name,
    version: module.version,
    ...(module.packageHash === undefined ? {} : { hash: module.packageHash }),
    summary: module.summary,
    commands: Object.entries(module.commands).map(([name, { summary, params }]) => ({
      name,
      summary,
      params: params as unknown as Codec<unknown>,
    })),
    queries: Object.entries(module.queries).map(([name, { summary, args, result }]) => ({
      name,
      summary,
      args: args.jsonSchema,
      result: result.jsonSchema,
    })),
    events: Object.entries(module.events ?? {}).map(([type, kind]) => ({
      type,
      summary: kind.summary,
      attributes: attributesSchema(kind),
    })),
    rejections: Object.entries(module.rejections ?? {}).map(([code, row]) => ({ code, ...wordsOf(row) })),
  }
}

function wordsOf(row: RejectionRow): RejectionWords {
  const reason = reasonOf(row)
  return { meaning: row.meaning, hint: row.hint, ...(reason === undefined ? {} : { reason }) }
}

/** Of the runtime first, which no module has words for; then of the modules in force, and of all that are part of this software. */
function rejectionTables({ ordered }: LedgerModules): readonly RejectionTable[] {
  return [RUNTIME_REJECTIONS, ...ordered.map(({ rejections = {} }) => rejections), MODULE_REJECTIONS]
}

export function rejectionRow(modules: LedgerModules, code: string): RejectionWords | undefined {
  const row = rejectionTables(modules).find((rows) => Object.hasOwn(rows, code))?.[code]
  return row === undefined ? undefined : wordsOf(row)
}

export function rejectionCodes(modules: LedgerModules): readonly string[] {
  return [...new Set(rejectionTables(modules).flatMap((rows) => Object.keys(rows)))]
}

/** What can stand in a block of the chain: the names of the modules of genesis, of those in force, and of those that votes will bring. */
export function knownModules(chain: Chain, modules: LedgerModules, installed: readonly InstalledModule[]): readonly KnownModule[] {
  const made = known.get(modules) ?? knownOf(chain, modules, installed)
  known.set(modules, made)
  return made
}

function knownOf({ genesis }: Chain, { entries, set }: LedgerModules, installed: readonly InstalledModule[]): readonly KnownModule[] {
  const all = [...genesis.modules, ...entries, ...set.scheduled.map(({ module }) => module)]
  return [...new Set(all.map(({ name }) => name))].map((name) => {
    const isNamesake = (entry: { readonly name: string }): boolean => entry.name === name
    const versions = installed.filter(isNamesake)
    const isInstalled = (entry: ModuleEntry): boolean => versions.some((module) => isSameModule(entryOf(module), entry))
    const first = genesis.modules.find(isNamesake)?.version ?? 1
    const replaced = versionsBetween(first, entries.find(isNamesake)?.version ?? first)
    const hasAll =
      all.filter(isNamesake).every(isInstalled) && replaced.every((number) => versions.some(({ version }) => version === number))
    const isOwn = all.some((entry) => isNamesake(entry) && entry.hash !== undefined)
    return { name, ...(isOwn ? { isOwn } : {}), ...(hasAll ? { names: namesOf(versions) } : {}) }
  })
}

/** No list says which versions were in force once, and a node need not keep them: any number can have been one. */
function versionsBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.min(last - first, VERSIONS_LOOKED_FOR_MAX)) }, (_, index) => first + index)
}

function namesOf(versions: readonly InstalledModule[]): NonNullable<KnownModule['names']> {
  const events = new Map<string, readonly string[]>()
  for (const [type, { attributes }] of versions.flatMap((version) => Object.entries(version.events ?? {}))) {
    events.set(type, [...new Set([...(events.get(type) ?? []), ...Object.keys(attributes)])])
  }
  return { commands: [...new Set(versions.flatMap(({ commands }) => Object.keys(commands)))], events }
}
