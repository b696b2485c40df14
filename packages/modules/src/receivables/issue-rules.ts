import type { Rejection } from '@hanse/primitives'
import type { StateReader, TransactionContext } from '@hanse/state'
import { addMonths, type CivilDate, dateOfTime, isCivilDate, startOfDateMs } from '../dates.ts'
import type { ReceivablesParams } from './codecs.ts'
import { refuse } from './rejections.ts'
import { paramsOf } from './store.ts'

const DAY_MS = 86_400_000

/** Domain §1: genesis has a hard limit (one year), and one from which a reason is needed (six months). Months are those of the calendar. */
export function tenorFault(
  { tenorMonthsMax, tenorMonthsWithoutReason }: ReceivablesParams,
  issueDate: CivilDate,
  dueDate: CivilDate,
  reason: string | undefined,
): Rejection | undefined {
  if (!isCivilDate(dueDate)) return refuse('receivables/bad-due-date', `${dueDate} is not a day of the calendar`, 'dueDate')
  if (dueDate <= issueDate) return refuse('receivables/due-date-passed', `${dueDate} is not after ${issueDate}`, 'dueDate')
  const latest = addMonths(issueDate, tenorMonthsMax)
  if (dueDate > latest) {
    return refuse('receivables/tenor-too-long', `issued on ${issueDate} it is due by ${latest}, not on ${dueDate}`, 'dueDate')
  }
  const free = addMonths(issueDate, tenorMonthsWithoutReason)
  if (dueDate <= free || reason !== undefined) return undefined
  return refuse('receivables/tenor-reason-required', `a due date after ${free} needs a reason`, 'tenorReason')
}

/** An offer is open while the time is before its expiry, which lies within the days that genesis says and not after the due date. */
export function expiryFault(
  { timeMs }: TransactionContext,
  state: StateReader,
  expiresAtMs: number,
  dueMs: number,
  path: string,
): Rejection | undefined {
  const latest = Math.min(timeMs + paramsOf(state).offerDaysMax * DAY_MS, dueMs)
  if (expiresAtMs > timeMs && expiresAtMs <= latest) return undefined
  return refuse('receivables/bad-expiry', `${expiresAtMs} is not after ${timeMs} and at most ${latest}`, path)
}

/** A freeze ends within the days that genesis says; the authority can renew it. */
export function freezeExpiryFault({ timeMs }: TransactionContext, state: StateReader, expiresAtMs: number): Rejection | undefined {
  const { freezeDaysMax } = paramsOf(state)
  if (expiresAtMs > timeMs && expiresAtMs <= timeMs + freezeDaysMax * DAY_MS) return undefined
  return refuse('receivables/bad-expiry', `${expiresAtMs} is not within ${freezeDaysMax} days after ${timeMs}`, 'expiresAtMs')
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
