import { err, ok, type Result } from '@hanse/primitives'
import { type Currency, currencyExponent } from '../currencies.ts'
import { AMOUNT_LIMIT, formatMinorUnits } from '../money.ts'
import { refuse } from './rejections.ts'

/**
 * Minor units of an amount as ISO 20022 writes it, which MUST have exactly the decimals of its currency: so nothing is rounded here, and
 * minor units that are given by mistake are refused as well.
 */
export function minorUnitsOf(text: string, currency: Currency, path: string): Result<bigint> {
  const exponent = currencyExponent(currency)
  const [whole = '', fraction = ''] = text.split('.')
  if (fraction.length !== exponent || text.endsWith('.')) {
    return err(refuse('payments/amount-decimals', `${text} has ${fraction.length} decimals, ${currency} has ${exponent}`, path))
  }
  const minor = BigInt(whole + fraction)
  if (minor <= 0n) return err(refuse('payments/amount-not-positive', `${text} ${currency}`, path))
  if (minor >= AMOUNT_LIMIT) return err(refuse('payments/amount-too-large', `${text} ${currency}`, path))
  return ok(minor)
}

/** As `minorUnitsOf` reads it. */
export function amountText(minor: bigint, currency: Currency): string {
  return formatMinorUnits(minor, currencyExponent(currency))
}
