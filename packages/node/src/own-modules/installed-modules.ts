import { MODULES } from '@hanse/modules'
import { err, ok, type Rejection, type Result, reject } from '@hanse/primitives'
import { type Chain, describeModule, isSameModule, type ModuleEntry, type ModuleSet, modulesInForce } from '@hanse/protocol'
import { type InstalledModule, MissingModuleError } from '@hanse/state'

export function entryOf({ name, version, packageHash }: InstalledModule): ModuleEntry {
  return packageHash === undefined ? { name, version } : { name, version, hash: packageHash }
}

/** Every module that a node has: those of this software, and its own. */
export function installedModules(own: readonly InstalledModule[]): readonly InstalledModule[] {
  return [...MODULES, ...own]
}

/** The modules that genesis names, in its order. `genesis/unknown-module`, `node/missing-module`, `module/other-hash`. */
export function modulesOf(chain: Chain, own: readonly InstalledModule[] = []): Result<readonly InstalledModule[]> {
  const installed = installedModules(own)
  const modules: InstalledModule[] = []
  for (const [index, entry] of chain.genesis.modules.entries()) {
    const module = installed.find((candidate) => isSameModule(entryOf(candidate), entry))
    if (module === undefined) return err({ ...genesisFault(entry, own), path: `modules.${index}` })
    modules.push(module)
  }
  return ok(modules)
}

function genesisFault(entry: ModuleEntry, own: readonly InstalledModule[]): Rejection {
  if (entry.hash !== undefined) return missingModule(new MissingModuleError(entry, 0), own)
  return reject('genesis/unknown-module', `this software has no module ${entry.name} version ${entry.version}`)
}

/** A module that is in force at the head, or that a vote brings, and whether this node has it. */
export interface ModuleOnChain extends ModuleEntry {
  /** The first height that has it. Absent where it is in force. */
  readonly fromHeight?: number
  /** Why this node cannot run it. */
  readonly problem?: Rejection
}

/**
 * What a node needs, and what of it it has. A scheduled version that is not higher than the one in force will not come into force: nobody
 * needs it.
 */
export function modulesOnChain(
  ofGenesis: readonly ModuleEntry[],
  set: ModuleSet,
  own: readonly InstalledModule[],
): readonly ModuleOnChain[] {
  const inForce = modulesInForce(ofGenesis, set)
  const versions = new Map(inForce.map(({ name, version }) => [name, version]))
  const scheduled = set.scheduled.filter(({ module: { name, version } }) => version > (versions.get(name) ?? 0))
  const wanted: readonly ModuleOnChain[] = [...inForce, ...scheduled.map(({ module, height }) => ({ ...module, fromHeight: height }))]
  const installed = installedModules(own)
  return wanted.map((module) => {
    if (installed.some((candidate) => isSameModule(entryOf(candidate), module))) return module
    const { fromHeight = 0 } = module
    const problem = missingModule(new MissingModuleError(module, fromHeight), own)
    if (fromHeight > 0 || problem.code !== 'node/missing-module') return { ...module, problem }
    return {
      ...module,
      problem: { ...problem, message: `the chain has the module ${describeModule(module)}, which this node does not have` },
    }
  })
}

/** Why a node cannot go on, by what it has instead. */
export function missingModule({ module, rejection }: MissingModuleError, own: readonly InstalledModule[]): Rejection {
  const other = own.find(({ name, version }) => name === module.name && version === module.version)
  if (other === undefined) return rejection
  const hint = 'Take the very files that the members agreed on: `hanse module hash DIR` must print the hash of the chain.'
  return reject('module/other-hash', `the chain has ${describeModule(module)}, this node’s package has the hash ${other.packageHash}`, {
    hint,
  })
}
