import type { StateReader, StateWriter } from '@hanse/state'
import { addDays, daysBetween, startOfDateMs } from '../dates.ts'
import type { PaymentAlarm, Root } from './codecs.ts'
import { outstandingOf } from './issue-totals.ts'
import { alarmsOfCore, deadlines, emit, paramsOf } from './store.ts'

/** The last day on which a supplier is paid in time, counted from the acceptance of the goods. */
export function supplierDeadline(state: StateReader, { goodsAcceptedOn }: Root): string {
  return addDays(goodsAcceptedOn, paramsOf(state).supplierPaymentDays)
}

/**
 * At issue: a certificate that is due later than a supplier may be made to wait is an alarm at once. Of any other the day is watched. The
 * alarm refuses nothing: a certificate is better than no payment, and who watches the core firm shall see it.
 */
export function watchPayment(state: StateWriter, certNo: string, root: Root, timeMs: number): void {
  const deadline = supplierDeadline(state, root)
  if (root.dueDate > deadline) return raise(state, certNo, root, 'agreed', timeMs)
  const nextDay = startOfDateMs(addDays(deadline, 1), paramsOf(state).utcOffsetMinutes)
  deadlines.schedule(state, nextDay, `supplier ${certNo}`)
}

/** The day has passed: what is still owed is paid late. */
export function raiseIfUnpaid(state: StateWriter, certNo: string, root: Root, timeMs: number): void {
  if (outstandingOf(state, root) > 0n) raise(state, certNo, root, 'unpaid', timeMs)
}

function raise(state: StateWriter, certNo: string, root: Root, reason: PaymentAlarm['reason'], timeMs: number): void {
  const { issuer, payee, dueDate, goodsAcceptedOn } = root
  alarmsOfCore.append(state, issuer, { certNo, reason, raisedAtMs: timeMs })
  const days = daysBetween(goodsAcceptedOn, dueDate)
  emit(state, 'paymentLate', { certNo, days, dueDate, goodsAcceptedOn, issuer, payBy: supplierDeadline(state, root), payee, reason })
}
