import {
  addDecimals,
  compareDecimals,
  type Decimal,
  divideDecimals,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
  roundDecimal,
  significantScale,
  ZERO,
} from '@hanse/modules'
import type { Group } from '../model/group.ts'
import { refuseAt, required } from './refused.ts'

/** Digits after the point that the match has for a quantity, and for a price. */
const QUANTITY_SCALE = 6
const PRICE_SCALE = 12
const HUNDRED: Decimal = { unscaled: 100n, scale: 0 }
export const ONE: Decimal = { unscaled: 1n, scale: 0 }

/** The text without zeros that say nothing. */
export function shortest(value: Decimal): string {
  return formatDecimal(roundDecimal(value, significantScale(value)))
}

/** A number that is not negative. */
export function numberAt(group: Group, id: string): Decimal {
  const text = required(group, id)
  const number = parseDecimal(text)
  if (number !== undefined && number.unscaled >= 0n) return number
  return refuseAt(group.placeOf(id), `“${text.slice(0, 40)}” is no decimal number that is not negative`)
}

export function quantityAt(group: Group, id: string): Decimal {
  const number = numberAt(group, id)
  if (significantScale(number) <= QUANTITY_SCALE) return number
  return refuseAt(group.placeOf(id), `a quantity has at most ${QUANTITY_SCALE} decimals`)
}

/** Net price × (100 + rate) ÷ 100 ÷ base quantity, rounded half up to 12 decimals. */
export function priceWithVat(net: Decimal, base: Decimal, rate: Decimal): Decimal {
  return divideDecimals(multiplyDecimals(net, addDecimals(HUNDRED, rate)), multiplyDecimals(base, HUNDRED), PRICE_SCALE)
}

export function isPositive(value: Decimal): boolean {
  return compareDecimals(value, ZERO) > 0
}

export function smaller(one: Decimal, other: Decimal): Decimal {
  return compareDecimals(one, other) <= 0 ? one : other
}
