import { assert } from '@hanse/primitives'
import type { Event, ModuleSet, VotedModule } from '@hanse/protocol'
import type { ActivationFailure, BlockContext } from '../module.ts'
import { runModule } from './guarded.ts'
import { MissingModuleError } from './missing-module.ts'
import type { ModuleShelf } from './module-shelf.ts'
import { ModuleState } from './module-state.ts'
import type { Registry } from './registry.ts'
import { MODULE_SET_SPACE, putVotedModules, takeScheduledGenesis, votedModules } from './voted-modules.ts'
import { WriteSet } from './write-set.ts'

const SET_WRITABLE: ReadonlySet<string> = new Set([MODULE_SET_SPACE])

interface Step {
  readonly shelf: ModuleShelf
  readonly block: BlockContext
  readonly writes: WriteSet
}

/**
 * Brings the modules into force whose height has come, before anything else of the block. One that does not fit the others, or whose
 * `initGenesis` throws, stays out and changes nothing: a vote for a mistake must not stop the chain.
 * @throws MissingModuleError when this node lacks one of them
 */
export function activateModules(step: Step, events: Event[]): { readonly registry: Registry; readonly modules: ModuleSet } {
  const { shelf, block, writes } = step
  let modules = votedModules(writes)
  let registry = shelf.registryOf(modules, block.height)
  const due = modules.scheduled.filter(({ height }) => height <= block.height)
  for (const { module } of due) if (shelf.find(module) === undefined) throw new MissingModuleError(module, block.height)
  for (const voted of due) {
    const scheduled = modules.scheduled.filter(({ proposal }) => proposal !== voted.proposal)
    const active = [...modules.active.filter(({ module }) => module.name !== voted.module.name), voted]
    const outcome = activate(step, registry, { active, scheduled }, voted)
    if (typeof outcome === 'string') modules = { ...modules, scheduled }
    else {
      modules = { active, scheduled }
      registry = outcome
    }
    putVotedModules(new ModuleState(MODULE_SET_SPACE, SET_WRITABLE, writes, []), modules)
    tell(step, registry, voted, typeof outcome === 'string' ? outcome : undefined, events)
  }
  return { registry, modules }
}

/** The registry with the new module, whose first state is then in the block's writes. */
function activate({ shelf, block, writes }: Step, before: Registry, set: ModuleSet, voted: VotedModule): Registry | ActivationFailure {
  const { name, version } = voted.module
  const genesis = takeScheduledGenesis(new ModuleState(MODULE_SET_SPACE, SET_WRITABLE, writes, []), voted.proposal)
  let failure: ActivationFailure = 'rules'
  try {
    const replaced = before.get(name)
    assert(replaced === undefined || replaced.version < version, `${name} ${replaced?.version} is not replaced by version ${version}`)
    const registry = shelf.registryOf(set, block.height)
    assert(registry.governor?.name === before.governor?.name, 'the module that governs is not replaced by another')
    assert(registry.gatekeeper?.name === before.gatekeeper?.name, 'the module that decides who may send is not replaced by another')
    failure = 'genesis'
    const first = new WriteSet(writes)
    const state = new ModuleState(name, registry.writableBy(name), first, [])
    registry.get(name)?.initGenesis?.(block, state, genesis)
    writes.takeOver(first)
    return registry
  } catch (error) {
    if (error instanceof MissingModuleError) throw error
    // Which words it threw depends on the engine that runs: nothing of them may reach the state.
    return failure
  }
}

function tell(
  { block, writes }: Step,
  registry: Registry,
  { proposal, module }: VotedModule,
  failure: ActivationFailure | undefined,
  events: Event[],
): void {
  const { governor } = registry
  assert(governor !== undefined, 'modules are scheduled, and none governs')
  const state = new ModuleState(governor.name, registry.writableBy(governor.name), writes, events)
  const outcome = { proposal, module, ...(failure === undefined ? {} : { failure }) }
  runModule(`${governor.name}.onActivation`, () => governor.onActivation?.(block, state, outcome))
}
