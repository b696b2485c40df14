import type { Input } from '../input.ts'
import type { Context } from '../replica-state.ts'

/** A refusal keeps nothing but the fact, and that only until something changes. */
export function onBatchChecked({ state }: Context, input: Extract<Input, { readonly type: 'batch-checked' }>): void {
  const slot = state.slots.get(input.height)
  if (slot?.check === undefined || input.view !== state.entered.view || slot.check.digest !== input.digest) return
  if (slot.check.state === 'running') slot.check = { ...slot.check, state: input.verdict === 'ok' ? 'ok' : 'refused' }
}
