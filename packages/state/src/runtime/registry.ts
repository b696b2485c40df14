import { assert } from '@hanse/primitives'
import type { Genesis } from '@hanse/protocol'
import type { Module } from '../module.ts'

/** The modules of a chain in the order of its genesis, and what each may write. */
export interface Registry {
  readonly ordered: readonly Module[]
  get(name: string): Module | undefined
  /** The module's name and those it uses, directly or through others. */
  writableBy(name: string): ReadonlySet<string>
  /** The module that decides who may send. */
  readonly gatekeeper: Module | undefined
}

function usesOf(name: string, byName: ReadonlyMap<string, Module>, found: Set<string>): ReadonlySet<string> {
  if (found.has(name)) return found
  const module = byName.get(name)
  assert(module !== undefined, `the chain has no module ${name}`)
  found.add(name)
  for (const used of module.uses) usesOf(used, byName, found)
  return found
}

/** Every module of the genesis must be there in its version; others are left out. @throws InvariantError */
export function createRegistry(genesis: Genesis, modules: readonly Module[]): Registry {
  const ordered = genesis.modules.map(({ name, version }) => {
    const candidates = modules.filter((module) => module.name === name)
    const [module] = candidates
    assert(module !== undefined, `the chain needs module ${name}`)
    assert(candidates.length === 1, `module ${name} is given twice`)
    assert(module.version === version, `the chain needs version ${version} of module ${name}, not ${module.version}`)
    return module
  })
  const byName = new Map(ordered.map((module) => [module.name, module]))
  assert(byName.size === ordered.length, 'a module stands twice in the genesis')
  const writable = new Map(ordered.map(({ name }) => [name, usesOf(name, byName, new Set())]))
  const gatekeepers = ordered.filter((module) => module.authorize !== undefined)
  assert(gatekeepers.length <= 1, `more than one module decides who may send: ${gatekeepers.map(({ name }) => name).join(', ')}`)
  return {
    ordered,
    get: (name) => byName.get(name),
    writableBy: (name) => {
      const names = writable.get(name)
      assert(names !== undefined, `the chain has no module ${name}`)
      return names
    },
    gatekeeper: gatekeepers[0],
  }
}
