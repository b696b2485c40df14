import { assert } from '@hanse/primitives'
import { type Currency, currencyExponent } from './currencies.ts'

/** Amounts are below this many minor units: what 16 bytes hold. */
export const AMOUNT_LIMIT = 1n << 128n

/** An amount for people: `1000000.00 CNY` from 100000000n. */
export function formatAmount(minorUnits: bigint, currency: Currency): string {
  return `${formatMinorUnits(minorUnits, currencyExponent(currency))} ${currency}`
}

/** `1234.56` from 123456n and 2. */
export function formatMinorUnits(minorUnits: bigint, exponent: number): string {
  const sign = minorUnits < 0n ? '-' : ''
  const digits = `${minorUnits < 0n ? -minorUnits : minorUnits}`.padStart(exponent + 1, '0')
  const point = digits.length - exponent
  return exponent === 0 ? sign + digits : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** Rounds half up, which for the positive numbers of a formula is the commercial rule. `numerator` ≥ 0, `denominator` > 0. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  assert(numerator >= 0n && denominator > 0n, 'only non-negative fractions are rounded here')
  return (2n * numerator + denominator) / (2n * denominator)
}

/**
 * Shares `total` in proportion to `weights` so that the shares sum to it exactly: each gets the floor of its part, and what is left
 * goes in single units to the largest remainders, the earlier one first where they tie (Hamilton's method). Σ weights > 0.
 */
export function shareProRata(total: bigint, weights: readonly bigint[]): readonly bigint[] {
  const sum = weights.reduce((left, right) => left + right, 0n)
  assert(sum > 0n && total >= 0n && weights.every((weight) => weight >= 0n), 'nothing to share by')
  const shares = weights.map((weight) => (total * weight) / sum)
  const remainders = weights.map((weight, index) => ({ index, remainder: (total * weight) % sum }))
  remainders.sort((left, right) =>
    left.remainder === right.remainder ? left.index - right.index : left.remainder > right.remainder ? -1 : 1,
  )
  const left = total - shares.reduce((sumOfShares, share) => sumOfShares + share, 0n)
  for (const { index } of remainders.slice(0, Number(left))) shares[index] = (shares[index] as bigint) + 1n
  return shares
}
