import { assert } from '@hanse/primitives'
import { ACTIVATION_BYTES_MAX, type ModuleSet, type VotedModule, WRITE_OVERHEAD_BYTES } from '@hanse/protocol'
import { HELD, type HeldValue, HOLD } from '../data/held-value.ts'
import type { ActivationFailure, BlockContext } from '../module.ts'
import { type BlockStep, runInBlock } from './block-step.ts'
import { MissingModuleError } from './missing-module.ts'
import type { ModuleShelf } from './module-shelf.ts'
import { ModuleState } from './module-state.ts'
import type { Registry, Writable } from './registry.ts'
import { MODULE_SET_SPACE, putVotedModules, takeScheduledGenesis, votedModules } from './voted-modules.ts'
import { STEP_LIMITS, WriteSet } from './write-set.ts'

const SET_WRITABLE: Writable = new Map([[MODULE_SET_SPACE, new Set<string>()]])

interface Step {
  readonly shelf: ModuleShelf
  readonly start: BlockStep
  readonly budget: Budget
}

/** What is left of `ACTIVATION_BYTES_MAX`. */
interface Budget {
  bytesLeft: number
}

/** What `initGenesis` sees: no more than the block's batch can hold. What exceeds it is a failure of the module, before the memory is full. */
class FirstState extends ModuleState {
  readonly #budget: Budget

  constructor(module: string, writable: Writable, writes: WriteSet, budget: Budget) {
    super(module, writable, writes, [])
    this.#budget = budget
  }

  override [HOLD](text: string, value: HeldValue): void {
    this.#takeFor(text.length, value.bytes?.length ?? 0, this[HELD](text).bytes?.length ?? 0)
    super[HOLD](text, value)
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
    this.#takeFor(key.length, bytes, this.get(key)?.length ?? 0)
  }

  #takeFor(keyBytes: number, valueBytes: number, bytesBefore: number): void {
    this.#budget.bytesLeft -= WRITE_OVERHEAD_BYTES + keyBytes + valueBytes + bytesBefore
    assert(this.#budget.bytesLeft >= 0, `initGenesis writes more than the ${ACTIVATION_BYTES_MAX} bytes of one block`)
  }
}

/**
 * Brings the modules into force whose height has come, before anything else of the block. One that does not fit the others, or whose
 * `initGenesis` or first `atBlock` throws, stays out and changes nothing: a vote for a mistake must not stop the chain.
 * What is not higher than the version in force cannot come into force, so no node needs to have it.
 * @throws MissingModuleError when this node lacks one that can
 */
export function activateModules(shelf: ModuleShelf, start: BlockStep): { readonly registry: Registry; readonly modules: ModuleSet } {
  const step: Step = { shelf, start, budget: { bytesLeft: ACTIVATION_BYTES_MAX } }
  const { block, writes } = start
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
    tell(start, registry, voted, typeof outcome === 'string' ? outcome : undefined)
  }
  return { registry, modules }
}

/** The registry with the new module, whose first state is then in the block's writes. */
function activate(
  { shelf, start: { block, writes }, budget }: Step,
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
    tryFirstBlock(block, registry, voted, new WriteSet(first, STEP_LIMITS))
    writes.takeOver(first)
    return registry
  } catch {
    first.checkReads()
    budget.bytesLeft = bytesLeft
    // Which words it threw depends on the engine that runs: nothing of them may reach the state.
    return failure
  }
}

/**
 * What the module will do in this very block, tried on writes that are then dropped: one that throws at once stays out.
 * @throws what the module throws
 */
function tryFirstBlock(block: BlockContext, registry: Registry, { proposal, module }: VotedModule, writes: WriteSet): void {
  const state = new ModuleState(module.name, registry.writableBy(module.name), writes, [])
  if (registry.governor?.name === module.name) registry.governor.onActivation?.(block, state, { proposal, module })
  registry.get(module.name)?.atBlock?.(block, state)
  writes.checkReads()
}

function tell(start: BlockStep, registry: Registry, { proposal, module }: VotedModule, failure: ActivationFailure | undefined): void {
  const { governor } = registry
  assert(governor !== undefined, 'modules are scheduled, and none governs')
  const outcome = { proposal, module, ...(failure === undefined ? {} : { failure }) }
  runInBlock(start, registry, governor, 'onActivation', (state) => governor.onActivation?.(start.block, state, outcome))
}
