import type { Hash } from '@hanse/primitives'
import { asHeight, type Height } from '@hanse/protocol'
import type { Context, Execution, ReplicaState } from './replica-state.ts'
import { boundDigest, slotAt, windowEnd } from './slots.ts'

/** What is executed at a height: only what is certified, or prepared in the entered view. */
export function decidedDigest(state: ReplicaState, height: Height): Hash | undefined {
  const slot = state.slots.get(height)
  return state.certificates.get(height)?.digest ?? (slot === undefined ? undefined : boundDigest(slot))
}

/** What an executed or executing height must match to stay. Undefined: nothing speaks against it. */
function requiredDigest(state: ReplicaState, height: Height): Hash | 'none' | undefined {
  const decided = decidedDigest(state, height) ?? state.slots.get(height)?.proposed
  if (decided !== undefined) return decided
  return height > state.entered.base ? 'none' : undefined
}

/** consensus.md, "Normal case" 7: an overlay falls with everything above it when its digest or parent is not the one wanted now. */
export function discardStale(context: Context): void {
  const { state } = context
  let parentHash = state.head.hash
  let height = asHeight(state.head.height + 1)
  for (;;) {
    const execution: Execution | undefined =
      state.executed.get(height) ?? (state.executing?.height === height ? state.executing : undefined)
    if (execution === undefined) return
    const required = requiredDigest(state, height)
    if (execution.parentHash !== parentHash || (required !== undefined && execution.digest !== required))
      return discardFrom(context, height)
    const done = state.executed.get(height)
    if (done === undefined) return
    parentHash = done.headerHash
    height = asHeight(height + 1)
  }
}

/** Nothing is said when nothing is executed there. */
export function discardFrom({ state, emit }: Context, height: Height): void {
  if (!state.executed.has(height) && state.executing === undefined) return
  for (const executed of state.executed.keys()) if (executed >= height) state.executed.delete(executed)
  if (state.executing !== undefined && state.executing.height >= height) state.executing = undefined
  emit({ type: 'discard-from', height })
}

/** Executes the next height that is decided, on the one below it; one at a time. Above the block that ends the epoch there is nothing. */
export function executeNext(context: Context): void {
  const { state } = context
  if (state.executing !== undefined) return
  let parentHash = state.head.hash
  let height = asHeight(state.head.height + 1)
  for (let executed = state.executed.get(height); executed !== undefined; executed = state.executed.get(height)) {
    if (executed.endsEpoch) return
    parentHash = executed.headerHash
    height = asHeight(height + 1)
  }
  const digest = height > windowEnd(context) ? undefined : decidedDigest(state, height)
  if (digest === undefined) return
  const { check } = slotAt(context, height)
  const body = state.bodies.get(digest)?.body
  if (body === undefined || check?.digest !== digest || check.state !== 'ok') return
  state.executing = { height, digest, parentHash }
  context.emit({ type: 'execute', body, digest, parentHash })
}
