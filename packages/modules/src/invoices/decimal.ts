import { assert } from '@hanse/primitives'

/** `unscaled` ÷ 10^`scale`, exact. 1.50 and 1.5 are equal in value and differ in form; both keep the form they came in. */
export interface Decimal {
  readonly unscaled: bigint
  /** Digits after the point, 0 or more. */
  readonly scale: number
}

/** Digits before and after the point that a decimal of ours may have. */
export const DECIMAL_DIGITS_MAX = 30
export const DECIMAL_SCALE_MAX = 15

export const ZERO: Decimal = { unscaled: 0n, scale: 0 }
const HUNDRED: Decimal = { unscaled: 100n, scale: 0 }

/** Optional sign, digits, optional fraction: the lexical form of xsd:decimal, `.5` and `5.` included. */
const LEXICAL = /^([+-]?)([0-9]*)(?:\.([0-9]*))?$/

/** Undefined unless `text` is an xsd:decimal within our limits of digits. */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > 2 * DECIMAL_DIGITS_MAX) return undefined
  const match = LEXICAL.exec(text)
  if (match === null) return undefined
  const [, sign, whole = '', fraction = ''] = match
  const digits = whole + fraction
  if (digits.length === 0 || fraction.length > DECIMAL_SCALE_MAX) return undefined
  if (digits.replace(/^0+/, '').length > DECIMAL_DIGITS_MAX) return undefined
  const magnitude = BigInt(digits)
  return { unscaled: sign === '-' ? -magnitude : magnitude, scale: fraction.length }
}

/** One text for one form: no plus sign, no needless leading zero, no minus zero. */
export function formatDecimal(value: Decimal): string {
  const negative = value.unscaled < 0n
  const digits = (negative ? -value.unscaled : value.unscaled).toString().padStart(value.scale + 1, '0')
  const point = digits.length - value.scale
  const magnitude = value.scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
  return negative ? `-${magnitude}` : magnitude
}

function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent)
}

/** The unscaled value at a scale that is not smaller than the value's own. */
function unscaledAt(value: Decimal, scale: number): bigint {
  assert(scale >= value.scale, 'scaling down would lose digits: round instead')
  return value.unscaled * powerOfTen(scale - value.scale)
}

export function addDecimals(...values: readonly Decimal[]): Decimal {
  const scale = values.reduce((largest, value) => Math.max(largest, value.scale), 0)
  return { unscaled: values.reduce((sum, value) => sum + unscaledAt(value, scale), 0n), scale }
}

export function negateDecimal(value: Decimal): Decimal {
  return { unscaled: -value.unscaled, scale: value.scale }
}

export function absoluteDecimal(value: Decimal): Decimal {
  return value.unscaled < 0n ? negateDecimal(value) : value
}

export function subtractDecimals(left: Decimal, right: Decimal): Decimal {
  return addDecimals(left, negateDecimal(right))
}

export function multiplyDecimals(left: Decimal, right: Decimal): Decimal {
  return { unscaled: left.unscaled * right.unscaled, scale: left.scale + right.scale }
}

/** Negative, zero or positive, by value. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const difference = subtractDecimals(left, right).unscaled
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** `numerator` ÷ `denominator` to the nearest integer, halves away from zero: 2.5 → 3, −2.5 → −3. `denominator` > 0. */
function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n
  const magnitude = negative ? -numerator : numerator
  const rounded = (2n * magnitude + denominator) / (2n * denominator)
  return negative ? -rounded : rounded
}

/** Half up, by magnitude: the commercial rounding that EN 16931 means by "rounded to two decimals". */
export function roundDecimal(value: Decimal, scale: number): Decimal {
  if (value.scale <= scale) return { unscaled: unscaledAt(value, scale), scale }
  return { unscaled: divideHalfUp(value.unscaled, powerOfTen(value.scale - scale)), scale }
}

/** `left` ÷ `right` rounded half up to `scale` digits. `right` is not zero. */
export function divideDecimals(left: Decimal, right: Decimal, scale: number): Decimal {
  assert(right.unscaled !== 0n, 'division by zero')
  const flip = right.unscaled < 0n ? -1n : 1n
  const numerator = flip * left.unscaled * powerOfTen(right.scale + scale)
  const denominator = flip * right.unscaled * powerOfTen(left.scale)
  return { unscaled: divideHalfUp(numerator, denominator), scale }
}

/** `base` × `rate` ÷ 100 rounded half up to `scale` digits: BR-CO-17. */
export function percentOf(base: Decimal, rate: Decimal, scale: number): Decimal {
  return divideDecimals(multiplyDecimals(base, rate), HUNDRED, scale)
}

/** Significant digits after the point: 1.50 has one, 1.00 has none. */
export function significantScale(value: Decimal): number {
  let { unscaled, scale } = value
  while (scale > 0 && unscaled % 10n === 0n) {
    unscaled /= 10n
    scale -= 1
  }
  return scale
}

/** The integer number of minor units, or undefined when the value has more digits than the currency. */
export function decimalToMinor(value: Decimal, exponent: number): bigint | undefined {
  return significantScale(value) > exponent ? undefined : roundDecimal(value, exponent).unscaled
}

export function minorToDecimal(minor: bigint, exponent: number): Decimal {
  return { unscaled: minor, scale: exponent }
}
