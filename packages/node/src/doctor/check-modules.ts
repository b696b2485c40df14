import { describeModule, isSameModule } from '@hanse/protocol'
import { entryOf, type ModuleOnChain, modulesOnChain } from '../own-modules/installed-modules.ts'
import { UNKNOWN_VERSION } from '../upgrade-watch.ts'
import { type Found, failedBy, good, isHeld, type Sight, warning } from './finding.ts'

/** What genesis and votes have made of the modules, and whether this node has the very packages. */
export function checkModules(sight: Sight): readonly Found[] {
  const { config, chain, own, running } = sight
  if (config === undefined) return []
  const broken = own.problems.map(failedBy)
  if (chain === undefined) return broken
  const modules = modulesOf(sight)
  if (modules === undefined) {
    if (running === undefined) return broken
    const fix = 'Give the doctor what the RPC wants (HANSE_RPC_KEY), or look again while the node is stopped.'
    return [...broken, warning('which modules are in force only the node knows that runs, and its RPC does not answer', fix)]
  }
  const missing = modules.flatMap(({ problem }) => (problem === undefined ? [] : [failedBy(problem)]))
  const found = [...broken, ...missing, ...notLoaded(sight, modules)]
  const told = found.length === 0 ? [good(inForceText(modules))] : found
  return [...told, ...scheduledAndHere(modules), ...unknownVersion(sight), ...unused(sight, modules)]
}

/** As the store says, or the node that has it open. */
function modulesOf({ inspection, running, own }: Sight): readonly ModuleOnChain[] | undefined {
  if (inspection.modules !== undefined || !isHeld(inspection)) return inspection.modules
  const facts = running?.modules
  if (facts === undefined) return undefined
  const scheduled = facts.scheduled.map(({ proposalId, height, ...module }) => ({ proposal: proposalId, height, module }))
  return modulesOnChain(facts.inForce, { active: [], scheduled }, own.modules)
}

function inForceText(modules: readonly ModuleOnChain[]): string {
  const inForce = modules.filter(({ fromHeight }) => fromHeight === undefined)
  const ofPackages = inForce.filter(({ hash }) => hash !== undefined)
  const told =
    ofPackages.length === 0 ? 'all of this software' : `of packages, each with its hash: ${ofPackages.map(describeModule).join(', ')}`
  return `${inForce.length} in force, all here; ${told}`
}

function scheduledAndHere(modules: readonly ModuleOnChain[]): readonly Found[] {
  return modules.flatMap((module) =>
    module.fromHeight === undefined || module.problem !== undefined
      ? []
      : [good(`${describeModule(module)} comes into force at height ${module.fromHeight}, and is here`)],
  )
}

/** The node that runs knows what the members have voted for: it will stop before that height. */
function unknownVersion({ running }: Sight): readonly Found[] {
  return (running?.status?.reasons ?? [])
    .filter((reason) => reason.startsWith(UNKNOWN_VERSION))
    .map((reason) => warning(`the node ${reason}`, 'Install the newer software and restart the node before that height.'))
}

/** A node reads its modules at the start. */
function notLoaded({ running }: Sight, modules: readonly ModuleOnChain[]): readonly Found[] {
  const reasons = running?.status?.reasons ?? []
  return modules.flatMap(({ name, version, problem }) =>
    problem === undefined && reasons.some((reason) => reason.startsWith(`lacks module ${name} version ${version},`))
      ? [
          warning(
            `the node that runs was started without ${name} version ${version}, which is here now`,
            'Restart the node before that height.',
          ),
        ]
      : [],
  )
}

/** A version that was replaced is not useless: the heights at which it was in force are read, and executed from genesis, with it. */
function unused({ own }: Sight, modules: readonly ModuleOnChain[]): readonly Found[] {
  return own.modules
    .map(entryOf)
    .filter((entry) => modules.every((module) => !isSameModule(module, entry)))
    .map((entry) => {
      const isOlder = modules.some(
        ({ name, version, fromHeight }) => name === entry.name && fromHeight === undefined && version > entry.version,
      )
      const what = isOlder
        ? 'older than the one in force: if the chain had it, its heights are read with it, and executed by a node that starts from genesis'
        : 'neither in force nor scheduled: it does nothing'
      return good(`${describeModule(entry)} is here, ${isOlder ? '' : 'and '}${what}`)
    })
}
