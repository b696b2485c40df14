import type { Input } from '../input.ts'
import type { Context } from '../replica-state.ts'

/** A result counts only when it is the one that is wanted now, parent and all. */
export function onExecuted({ state }: Context, input: Extract<Input, { readonly type: 'executed' }>): void {
  const { height, digest, parentHash, headerHash, included, endsEpoch } = input
  const { executing } = state
  if (executing?.height !== height || executing.digest !== digest || executing.parentHash !== parentHash) return
  state.executing = undefined
  state.executed.set(height, { digest, parentHash, headerHash, included, endsEpoch })
}
