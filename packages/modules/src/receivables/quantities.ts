import { type Field, text } from '@hanse/protocol'
import { divideHalfUp } from '../money.ts'

/** Digits after the point of a quantity, and of a price. */
const QUANTITY_DECIMALS = 6
const PRICE_DECIMALS = 12

/** 12 digits before the point, 6 after. */
export function quantity(): Field<string> {
  return text({
    max: 19,
    pattern: /^(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?$/,
    description: 'a quantity, decimal',
    words: 'a decimal number that is not negative',
  })
}

/** In the currency’s major unit: 15 digits before the point, 12 after, so that quantity × price can be any total to the minor unit. */
export function unitPrice(): Field<string> {
  return text({
    max: 28,
    pattern: /^(0|[1-9][0-9]{0,14})(\.[0-9]{1,12})?$/,
    description: 'price of one unit, VAT included, decimal',
    words: 'a decimal number that is not negative',
  })
}

function scaled(decimal: string, decimals: number): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return BigInt(whole + fraction.padEnd(decimals, '0'))
}

/** In millionths of the unit. */
export function millionthsOf(decimal: string): bigint {
  return scaled(decimal, QUANTITY_DECIMALS)
}

/** `12.5` from 12500000n. */
export function formatMillionths(value: bigint): string {
  const digits = `${value}`.padStart(QUANTITY_DECIMALS + 1, '0')
  const point = digits.length - QUANTITY_DECIMALS
  return `${digits.slice(0, point)}.${digits.slice(point)}`.replace(/\.?0+$/, '')
}

export function isSamePrice(one: string, other: string): boolean {
  return scaled(one, PRICE_DECIMALS) === scaled(other, PRICE_DECIMALS)
}

/** Σ quantity × price in minor units of a currency with `exponent` decimals: exact up to the sum, which is rounded half up once. */
export function goodsValue(lines: readonly { readonly quantity: string; readonly unitPrice: string }[], exponent: number): bigint {
  const exact = lines.reduce((sum, line) => sum + millionthsOf(line.quantity) * scaled(line.unitPrice, PRICE_DECIMALS), 0n)
  return divideHalfUp(exact * 10n ** BigInt(exponent), 10n ** BigInt(QUANTITY_DECIMALS + PRICE_DECIMALS))
}
