import { divideHalfUp } from '../money.ts'

/** Interest is for actual days over a year of 360 or of 365; which of them, genesis says. */
export const DAY_COUNTS = ['ACT/360', 'ACT/365'] as const
type DayCount = (typeof DAY_COUNTS)[number]
const DAYS_PER_YEAR: Readonly<Record<DayCount, bigint>> = { 'ACT/360': 360n, 'ACT/365': 365n }
const PPM = 1_000_000n

/**
 * What a bank keeps for paying `days` early: amount × rate × days / 360 (or 365), rounded half up to the minor unit. 400,000.00 at 3.85 %
 * for 120 days of ACT/360: 5,133.33.
 */
export function discountOf(amount: bigint, annualRatePpm: number, days: number, dayCount: DayCount = 'ACT/360'): bigint {
  return divideHalfUp(amount * BigInt(annualRatePpm) * BigInt(days), PPM * DAYS_PER_YEAR[dayCount])
}
