import type { Rejection } from '@hanse/primitives'
import type { StateReader, StateWriter } from '@hanse/state'
import type { Currency } from '../currencies.ts'
import { isCivilDate } from '../dates.ts'
import { refuse } from './rejections.ts'
import type { Quota } from './status.ts'
import { quotas } from './store.ts'

/** The month of a date, `YYYY-MM`: quotas are granted by the month in which an invoice is dated (BT-2). */
export function periodOf(date: string): string {
  return date.slice(0, 7)
}

export function isPeriod(text: string): boolean {
  return isCivilDate(`${text}-01`)
}

export function readQuota(state: StateReader, sellerId: string, currency: Currency, period: string): Quota | undefined {
  return quotas.get(state, [sellerId, currency, period])
}

export function writeQuota(state: StateWriter, sellerId: string, currency: Currency, period: string, quota: Quota): void {
  quotas.put(state, [sellerId, currency, period], quota)
}

/** Uses `gross` of the seller's quota for the invoice's month, or says why it cannot. */
export function useQuota(
  state: StateWriter,
  sellerId: string,
  currency: Currency,
  issueDate: string,
  gross: bigint,
): Rejection | undefined {
  const period = periodOf(issueDate)
  const quota = readQuota(state, sellerId, currency, period)
  if (quota === undefined) return refuse('invoices/no-quota', `${sellerId} has no quota in ${currency} for ${period}`, 'issueDate')
  const used = quota.used + gross
  if (used > quota.limit) {
    return refuse(
      'invoices/quota-exceeded',
      `${gross} does not fit into the ${quota.limit - quota.used} minor units left for ${period}`,
      'totals.grossTotal',
    )
  }
  writeQuota(state, sellerId, currency, period, { limit: quota.limit, used })
  return undefined
}

/** Gives back what a red letter took off an invoice of that month. */
export function returnQuota(state: StateWriter, sellerId: string, currency: Currency, issueDate: string, amount: bigint): void {
  const period = periodOf(issueDate)
  const { limit, used } = quotas.require(state, [sellerId, currency, period])
  writeQuota(state, sellerId, currency, period, { limit, used: used - amount })
}
