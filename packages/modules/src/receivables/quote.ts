import { dateOfTime, daysBetween } from '../dates.ts'
import type { Root } from './codecs.ts'
import { discountOf } from './discount.ts'

/** What finance at a rate would come to, today. */
export interface Quote {
  readonly date: string
  readonly days: number
  readonly discount: bigint
  readonly paid: bigint
}

/** Days from the block's business date to the due date, which must lie ahead. `paid` may be zero or less at an absurd rate. */
export function quoteOf(root: Root, outstanding: bigint, annualRatePpm: number, timeMs: number, utcOffsetMinutes: number): Quote {
  const date = dateOfTime(timeMs, utcOffsetMinutes)
  const days = daysBetween(date, root.dueDate)
  const discount = discountOf(outstanding, annualRatePpm, days)
  return { date, days, discount, paid: outstanding - discount }
}
