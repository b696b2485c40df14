import { assert } from '@hanse/primitives'
import type { InstalledModule, Module } from '../module.ts'
import { EVIDENCE_SPACE } from './block-evidence.ts'
import { MEMBERSHIP_SPACE } from './membership.ts'
import { MODULE_SET_SPACE } from './voted-modules.ts'
import { RULES_SPACE } from './voted-rules.ts'

/** The names that a module may write under, and the types of events that it may tell in each. */
export type Writable = ReadonlyMap<string, ReadonlySet<string>>

/** The modules in force in execution order, and what each may write. */
export interface Registry {
  readonly ordered: readonly InstalledModule[]
  get(name: string): Module | undefined
  /** The module's name and those it uses, directly or through others. */
  writableBy(name: string): Writable
  /** The module that decides who may send. */
  readonly gatekeeper: InstalledModule | undefined
  /** The module whose votes change modules, rules and validators. */
  readonly governor: InstalledModule | undefined
  /** The module that counts what was refused. */
  readonly counter: InstalledModule | undefined
}

const NO_TYPES: ReadonlySet<string> = new Set()

function usesOf(name: string, byName: ReadonlyMap<string, Module>, found: Set<string>): Set<string> {
  if (found.has(name)) return found
  const module = byName.get(name)
  assert(module !== undefined, `the chain has no module ${name}`)
  found.add(name)
  for (const used of module.uses) usesOf(used, byName, found)
  return found
}

function onlyOne(modules: readonly InstalledModule[], what: string): InstalledModule | undefined {
  assert(modules.length <= 1, `more than one module ${what}: ${modules.map(({ name }) => name).join(', ')}`)
  return modules[0]
}

/** The rules between modules: names once, what they use is there, at most one that decides who may send, one that governs and one that counts refusals. @throws InvariantError */
export function createRegistry(ordered: readonly InstalledModule[]): Registry {
  const byName = new Map<string, Module>(ordered.map((module) => [module.name, module]))
  assert(byName.size === ordered.length, 'the chain has a module twice')
  const gatekeeper = onlyOne(
    ordered.filter((module) => module.authorize !== undefined),
    'decides who may send',
  )
  const governor = onlyOne(
    ordered.filter((module) => module.onActivation !== undefined),
    'decides which modules there are',
  )
  const counter = onlyOne(
    ordered.filter((module) => module.onRefusals !== undefined),
    'counts what was refused',
  )
  const types = new Map(ordered.map(({ name, events = {} }) => [name, new Set(Object.keys(events))]))
  const reach = (name: string): Writable => new Map([...usesOf(name, byName, new Set())].map((used) => [used, types.get(used) ?? NO_TYPES]))
  const writable = new Map(ordered.map(({ name }) => [name, reach(name)]))
  // Not through others: who uses the governor's api does not govern.
  if (governor !== undefined) {
    const spaces = [MODULE_SET_SPACE, MEMBERSHIP_SPACE, RULES_SPACE, EVIDENCE_SPACE].map((space) => [space, NO_TYPES] as const)
    writable.set(governor.name, new Map([...(writable.get(governor.name) ?? []), ...spaces]))
  }
  return {
    ordered,
    get: (name) => byName.get(name),
    writableBy: (name) => {
      const names = writable.get(name)
      assert(names !== undefined, () => `the chain has no module ${name}`)
      return names
    },
    gatekeeper,
    governor,
    counter,
  }
}
