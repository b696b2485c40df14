import { assert, type Rejection } from '@hanse/primitives'
import type { StateWriter } from '@hanse/state'
import { AMOUNT_LIMIT, formatAmount } from '../money.ts'
import type { Payment } from './codecs.ts'
import { refuse } from './rejections.ts'
import { quotaLimits, quotaUsed } from './store.ts'

type Counted = Pick<Payment, 'debtorAgent' | 'currency' | 'instructed' | 'quotaDate'>

/** Counts a payment towards what its debtor agent may initiate that day. */
export function useQuota(state: StateWriter, { debtorAgent, currency, instructed, quotaDate }: Counted): Rejection | undefined {
  const key = [currency, debtorAgent, quotaDate]
  const used = (quotaUsed.get(state, key)?.amount ?? 0n) + instructed
  const limit = quotaLimits.get(state, [currency, debtorAgent])?.dayLimit
  if (limit !== undefined && used > limit) {
    const [sum, most] = [used, limit].map((value) => formatAmount(value, currency))
    return refuse('payments/quota-exceeded', `${debtorAgent} would have initiated ${sum} on ${quotaDate}, of ${most}`, 'instructedAmount')
  }
  if (used >= AMOUNT_LIMIT) return refuse('payments/amount-too-large', `${used} minor units on ${quotaDate}`, 'instructedAmount')
  quotaUsed.put(state, key, { amount: used })
  return undefined
}

/** What was rejected does not count. */
export function freeQuota(state: StateWriter, { debtorAgent, currency, instructed, quotaDate }: Counted): void {
  const key = [currency, debtorAgent, quotaDate]
  const left = quotaUsed.require(state, key).amount - instructed
  assert(left >= 0n, `the quota of ${debtorAgent} on ${quotaDate} falls below zero`)
  quotaUsed.put(state, key, { amount: left })
}
