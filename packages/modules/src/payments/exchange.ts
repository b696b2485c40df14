import { err, ok, type Rejection, type Result } from '@hanse/primitives'
import { type Currency, currencyExponent } from '../currencies.ts'
import { AMOUNT_LIMIT, divideHalfUp, formatAmount } from '../money.ts'
import type { Payment } from './codecs.ts'
import { RATE_DIGITS_MAX, RATE_SCALE_MAX } from './limits.ts'
import { refuse } from './rejections.ts'

export type Terms = Pick<Payment, 'instructed' | 'charges' | 'chargeBearer' | 'currency' | 'settlementCurrency'>

/**
 * What leaves the debtor agent's account. The debtor agent's charges are taken from it where the creditor bears all charges (CRED); with
 * DEBT, SHAR and SLEV the debtor pays them beside the payment.
 */
export function exchangedOf({ instructed, charges, chargeBearer }: Terms): bigint {
  return chargeBearer === 'CRED' ? instructed - charges : instructed
}

export function isExchange({ currency, settlementCurrency }: Terms): boolean {
  return currency !== settlementCurrency
}

/** ISO 20022 BaseOneRate: positive, at most 11 digits, 10 of them after the point. */
function rateFault(rate: string): Rejection | undefined {
  const [whole = '', fraction = ''] = rate.split('.')
  const digits = `${whole}${fraction}`
  const fits = digits.length <= RATE_DIGITS_MAX && fraction.length <= RATE_SCALE_MAX
  return fits && BigInt(digits) > 0n ? undefined : refuse('payments/bad-rate', `a rate of ${rate}`, 'rate')
}

/**
 * `settled = exchanged × rate`, rounded half up to the minor unit of the settlement currency. 350,000.00 CNY at 3520: 1,232,000,000 VND.
 * The rate MUST have passed `rateFault`.
 */
export function settledOf(exchanged: bigint, rate: string, from: Currency, to: Currency): bigint {
  const [whole = '', fraction = ''] = rate.split('.')
  const numerator = exchanged * BigInt(whole + fraction) * 10n ** BigInt(currencyExponent(to))
  return divideHalfUp(numerator, 10n ** BigInt(fraction.length + currencyExponent(from)))
}

/** What the creditor agent gets at a rate, when that is an amount. */
export function settledAt(terms: Terms, rate: string): Result<bigint> {
  const { currency, settlementCurrency } = terms
  if (!isExchange(terms)) return err(refuse('payments/no-exchange', `it is in ${currency} alone`, 'uetr'))
  const fault = rateFault(rate)
  if (fault !== undefined) return err(fault)
  const settled = settledOf(exchangedOf(terms), rate, currency, settlementCurrency)
  if (settled <= 0n) {
    return err(refuse('payments/amount-not-positive', `${formatAmount(exchangedOf(terms), currency)} come to nothing at ${rate}`, 'rate'))
  }
  if (settled >= AMOUNT_LIMIT) return err(refuse('payments/amount-too-large', `${settled} minor units of ${settlementCurrency}`, 'rate'))
  return ok(settled)
}
