import type { Rejection } from '@hanse/primitives'
import type { StateReader, TransactionContext } from '@hanse/state'
import type { Currency } from '../currencies.ts'
import { addMonths, type CivilDate, dateOfTime, isCivilDate, startOfDateMs } from '../dates.ts'
import { formatAmount } from '../money.ts'
import type { TradeDocument } from './codecs.ts'
import { OFFER_LIFETIME_MS_MAX, TENOR_MONTHS_MAX, TENOR_MONTHS_WITHOUT_REASON } from './limits.ts'
import { refuse } from './rejections.ts'
import { paramsOf } from './store.ts'

/** Domain §1: one year is a hard limit, more than six months needs a reason. Months are those of the calendar. */
export function tenorFault(issueDate: CivilDate, dueDate: CivilDate, reason: string | undefined): Rejection | undefined {
  if (!isCivilDate(dueDate)) return refuse('receivables/bad-due-date', `${dueDate} is not a day of the calendar`, 'dueDate')
  if (dueDate <= issueDate) return refuse('receivables/due-date-passed', `${dueDate} is not after ${issueDate}`, 'dueDate')
  const latest = addMonths(issueDate, TENOR_MONTHS_MAX)
  if (dueDate > latest) {
    return refuse('receivables/tenor-too-long', `issued on ${issueDate} it is due by ${latest}, not on ${dueDate}`, 'dueDate')
  }
  const free = addMonths(issueDate, TENOR_MONTHS_WITHOUT_REASON)
  if (dueDate <= free || reason !== undefined) return undefined
  return refuse('receivables/tenor-reason-required', `a due date after ${free} needs a reason`, 'tenorReason')
}

/** An offer is open while the time is before its expiry, which lies within 30 days and not after the due date. */
export function expiryFault(timeMs: number, expiresAtMs: number, dueMs: number, path: string): Rejection | undefined {
  const latest = Math.min(timeMs + OFFER_LIFETIME_MS_MAX, dueMs)
  if (expiresAtMs > timeMs && expiresAtMs <= latest) return undefined
  return refuse('receivables/bad-expiry', `${expiresAtMs} is not after ${timeMs} and at most ${latest}`, path)
}

/** Neither a hash nor a reference of one kind of document stands twice: what was received once would count twice. */
function duplicateDocument(documents: readonly TradeDocument[]): Rejection | undefined {
  const seen = new Set<string>()
  for (const [index, { type, hash, reference }] of documents.entries()) {
    for (const key of [`${type} ${hash}`, `${type} #${reference}`]) {
      if (seen.has(key)) return refuse('receivables/duplicate-document', `${type} ${reference} stands twice`, `documents.${index}`)
      seen.add(key)
    }
  }
  return undefined
}

/** Three-way match: where totals of orders or goods receipts are given, the invoices do not exceed them. */
export function matchFault(documents: readonly TradeDocument[], payable: bigint, currency: Currency): Rejection | undefined {
  const duplicate = duplicateDocument(documents)
  if (duplicate !== undefined) return duplicate
  const totals = new Map<TradeDocument['type'], bigint>()
  for (const { type, amount } of documents) if (amount !== undefined) totals.set(type, (totals.get(type) ?? 0n) + amount)
  const ordered = totals.get('order')
  if (ordered !== undefined && payable > ordered) {
    return refuse(
      'receivables/exceeds-order',
      `${formatAmount(payable, currency)} invoiced, ${formatAmount(ordered, currency)} ordered`,
      'documents',
    )
  }
  const received = totals.get('receipt-advice')
  if (received !== undefined && payable > received) {
    const message = `${formatAmount(payable, currency)} invoiced, ${formatAmount(received, currency)} received`
    return refuse('receivables/exceeds-goods-receipt', message, 'documents')
  }
  return undefined
}

/** What follows from the block's time and the due date. */
export function datesOf(
  context: TransactionContext,
  state: StateReader,
  dueDate: CivilDate,
): { readonly issueDate: CivilDate; readonly dueMs: number } {
  const { utcOffsetMinutes } = paramsOf(state)
  const dueMs = isCivilDate(dueDate) ? startOfDateMs(dueDate, utcOffsetMinutes) : 0
  return { issueDate: dateOfTime(context.timeMs, utcOffsetMinutes), dueMs }
}
