import type { Input } from '../input.ts'
import type { Context } from '../replica-state.ts'

/** False where nothing here depends on what has changed: how many wait is the pool's, and each that comes changes it. */
export function onDemand({ state }: Context, input: Extract<Input, { readonly type: 'demand' }>): boolean {
  const { demand, batch } = state
  const { waiting, pending, fullBlock, starved } = input
  const isSame = pending > 0 === demand.pending > 0 && fullBlock === demand.fullBlock && starved === demand.starved
  const isKnown = isSame && !batch.taken && !batch.dry
  Object.assign(demand, { waiting, pending, fullBlock, starved })
  batch.taken = false
  batch.dry = false
  return !isKnown
}
