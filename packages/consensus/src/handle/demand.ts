import type { Input } from '../input.ts'
import type { Context } from '../replica-state.ts'

export function onDemand({ state }: Context, input: Extract<Input, { readonly type: 'demand' }>): void {
  const { waiting, pending, fullBlock, starved } = input
  Object.assign(state.demand, { waiting, pending, fullBlock, starved })
  state.batch.taken = false
  state.batch.dry = false
}
