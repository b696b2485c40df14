import { divideHalfUp } from '../money.ts'

/** Interest is for actual days over a year of 360. */
export const DAY_COUNT = 'ACT/360'
const DAYS_PER_YEAR = 360n
const PPM = 1_000_000n

/**
 * What a bank keeps for paying `days` early: amount × rate × days / 360, rounded half up to the minor unit. 400,000.00 at 3.85 % for
 * 120 days: 5,133.33.
 */
export function discountOf(amount: bigint, annualRatePpm: number, days: number): bigint {
  return divideHalfUp(amount * BigInt(annualRatePpm) * BigInt(days), PPM * DAYS_PER_YEAR)
}
