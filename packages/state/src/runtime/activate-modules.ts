import { assert } from '@hanse/primitives'
import { ACTIVATION_BYTES_MAX, ACTIVATION_WRITE_OVERHEAD_BYTES, type Event, type ModuleSet, type VotedModule } from '@hanse/protocol'
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
  readonly budget: Budget
}

/** What is left of `ACTIVATION_BYTES_MAX`. */
interface Budget {
  bytesLeft: number
}

/** What `initGenesis` sees: no more than the block's batch can hold. What exceeds it is a failure of the module, before the memory is full. */
class FirstState extends ModuleState {
  readonly #budget: Budget

  constructor(module: string, writable: ReadonlySet<string>, writes: WriteSet, budget: Budget) {
    super(module, writable, writes, [])
    this.#budget = budget
  }

  override put(key: Uint8Array, value: Uint8Array): void {
    this.#take(key, value.length)
    super.put(key, value)
  }

  override delete(key: Uint8Array): void {
    this.#take(key, 0)
    super.delete(key)
  }

  #take(key: Uint8Array, bytes: number): void {
    this.#budget.bytesLeft -= ACTIVATION_WRITE_OVERHEAD_BYTES + key.length + bytes + (this.get(key)?.length ?? 0)
    assert(this.#budget.bytesLeft >= 0, `initGenesis writes more than the ${ACTIVATION_BYTES_MAX} bytes of one block`)
  }
}

/**
 * Brings the modules into force whose height has come, before anything else of the block. One that does not fit the others, or whose
 * `initGenesis` throws, stays out and changes nothing: a vote for a mistake must not stop the chain.
 * What is not higher than the version in force cannot come into force, so no node needs to have it.
 * @throws MissingModuleError when this node lacks one that can
 */
export function activateModules(
  given: Omit<Step, 'budget'>,
  events: Event[],
): { readonly registry: Registry; readonly modules: ModuleSet } {
  const step: Step = { ...given, budget: { bytesLeft: ACTIVATION_BYTES_MAX } }
  const { shelf, block, writes } = step
  let modules = votedModules(writes)
  let registry = shelf.registryOf(modules, block.height)
  const due = modules.scheduled.filter(({ height }) => height <= block.height)
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
function activate(
  { shelf, block, writes, budget }: Step,
  before: Registry,
  set: ModuleSet,
  voted: VotedModule,
): Registry | ActivationFailure {
  const { name, version } = voted.module
  const genesis = takeScheduledGenesis(new ModuleState(MODULE_SET_SPACE, SET_WRITABLE, writes, []), voted.proposal)
  const replaced = before.get(name)
  if (replaced !== undefined && replaced.version >= version) return 'rules'
  if (shelf.find(voted.module) === undefined) throw new MissingModuleError(voted.module, block.height)
  const first = new WriteSet(writes)
  const bytesLeft = budget.bytesLeft
  let failure: ActivationFailure = 'rules'
  try {
    const registry = shelf.registryOf(set, block.height)
    assert(registry.governor?.name === before.governor?.name, 'the module that governs is not replaced by another')
    assert(registry.gatekeeper?.name === before.gatekeeper?.name, 'the module that decides who may send is not replaced by another')
    failure = 'genesis'
    const state = new FirstState(name, registry.writableBy(name), first, budget)
    registry.get(name)?.initGenesis?.(block, state, genesis)
    first.checkReads()
    // Also where the module caught it.
    assert(budget.bytesLeft >= 0, 'initGenesis wrote more than a block holds')
    writes.takeOver(first)
    return registry
  } catch {
    first.checkReads()
    budget.bytesLeft = bytesLeft
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
