import type { Input } from '../input.ts'
import type { Context } from '../replica-state.ts'

export function onDemand({ state }: Context, { pending, fullBlock, starved }: Extract<Input, { readonly type: 'demand' }>): void {
  Object.assign(state.demand, { pending, fullBlock, starved })
  state.batch.taken = false
  state.batch.dry = false
}
