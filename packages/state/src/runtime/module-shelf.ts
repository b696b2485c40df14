import { assert, type Hash } from '@hanse/primitives'
import {
  type ChainParams,
  type Genesis,
  isSameModule,
  MODULES_MAX,
  type ModuleEntry,
  type ModuleSet,
  modulesInForce,
  modulesOfParams,
  paramsHash,
  type VotedModule,
} from '@hanse/protocol'
import type { InstalledModule } from '../module.ts'
import { MissingModuleError } from './missing-module.ts'
import { createRegistry, type Registry } from './registry.ts'

/** Sets whose registry is kept: those in force at the heights that are served. */
const REGISTRIES_MAX = 64
/** Parameters whose hash is kept for each. */
const PARAMS_MAX = 16

/** Which code a module is. */
export function entryOf({ name, version, packageHash }: InstalledModule): ModuleEntry {
  return packageHash === undefined ? { name, version } : { name, version, hash: packageHash }
}

interface KnownSet {
  readonly registry: Registry
  /** By parameters. */
  readonly paramsHashes: Map<ChainParams, Hash>
}

/** The modules that this node has, and the registries of the sets that are in force from height to height. */
export class ModuleShelf {
  readonly #genesis: Genesis
  readonly #installed: readonly InstalledModule[]
  readonly #known = new Map<string, KnownSet>()

  /** `installed` may have more modules than the chain, and several versions of one. */
  constructor(genesis: Genesis, installed: readonly InstalledModule[]) {
    for (const [index, module] of installed.entries()) {
      const before = installed.slice(0, index).some((other) => isSameModule(entryOf(other), entryOf(module)))
      assert(!before, `module ${module.name} is given twice`)
    }
    this.#genesis = genesis
    this.#installed = installed
  }

  find(entry: ModuleEntry): InstalledModule | undefined {
    return this.#installed.find((module) => isSameModule(entryOf(module), entry))
  }

  /** Of what is scheduled, what this node lacks. A version that is not higher than the one in force will not come into force: nobody needs it. */
  missingOf(set: ModuleSet): readonly VotedModule[] {
    const versions = new Map(this.entriesOf(set).map(({ name, version }) => [name, version]))
    return set.scheduled.filter(({ module }) => module.version > (versions.get(module.name) ?? 0) && this.find(module) === undefined)
  }

  /** The modules in force, in execution order. */
  entriesOf(set: ModuleSet): readonly ModuleEntry[] {
    return modulesInForce(this.#genesis.modules, set)
  }

  /** @throws MissingModuleError where this node lacks one, InvariantError where they do not go together */
  registryOf(set: ModuleSet, height: number): Registry {
    return this.#knownOf(set, height).registry
  }

  /** Of the headers of blocks that are executed with these modules and parameters. @throws as `registryOf` */
  paramsHashOf(set: ModuleSet, params: ChainParams, height: number): Hash {
    const { paramsHashes } = this.#knownOf(set, height)
    let hash = paramsHashes.get(params)
    if (hash === undefined) {
      hash = paramsHash(params, modulesOfParams(this.#genesis.modules, set))
      if (paramsHashes.size >= PARAMS_MAX) paramsHashes.clear()
      paramsHashes.set(params, hash)
    }
    return hash
  }

  #knownOf(set: ModuleSet, height: number): KnownSet {
    const key = set.active.map(({ module: { name, version, hash = '' } }) => `${name} ${version} ${hash}`).join(',')
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const entries = this.entriesOf(set)
    assert(entries.length <= MODULES_MAX, `a chain has at most ${MODULES_MAX} modules, not ${entries.length}`)
    const modules = entries.map((entry) => {
      const module = this.find(entry)
      if (module === undefined) throw new MissingModuleError(entry, height)
      return module
    })
    const made: KnownSet = { registry: createRegistry(modules), paramsHashes: new Map() }
    if (this.#known.size >= REGISTRIES_MAX) this.#known.clear()
    this.#known.set(key, made)
    return made
  }
}
