import type { StateReader } from '@hanse/state'
import type { Settlement } from './status.ts'
import { settlements } from './store.ts'

/** All flows of money of an invoice, in order. */
export function flowsOf(state: StateReader, invoiceId: string): readonly Settlement[] {
  return settlements.page(state, invoiceId, 0, settlements.count(state, invoiceId))
}

/** Minor units, below zero for a return. */
export function signedAmountOf({ kind, amount }: Settlement): bigint {
  return kind === 'return' ? -amount : amount
}
