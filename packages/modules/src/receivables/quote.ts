import { dateOfTime, daysBetween } from '../dates.ts'
import type { ReceivablesParams, Root } from './codecs.ts'
import { discountOf } from './discount.ts'

/** What finance at a rate would come to, on the day of a time. */
export interface Quote {
  readonly date: string
  readonly days: number
  readonly discount: bigint
  readonly paid: bigint
}

/** Days from that business date to the due date, which must lie ahead. `paid` may be zero or less at an absurd rate. */
export function quoteOf(params: ReceivablesParams, { dueDate }: Root, outstanding: bigint, annualRatePpm: number, timeMs: number): Quote {
  const date = dateOfTime(timeMs, params.utcOffsetMinutes)
  const days = daysBetween(date, dueDate)
  const discount = discountOf(outstanding, annualRatePpm, days, params.dayCount)
  return { date, days, discount, paid: outstanding - discount }
}
