import { choice, described, type Field, mapped, text, uint } from '@hanse/protocol'
import { CURRENCIES, type Currency } from './currencies.ts'

/** UTF-16 code units of a party's id. */
const PARTY_ID_LENGTH_MAX = 64
/** UTF-16 code units of a reason, a reference or a remittance text (ISO 20022 `Max140Text`). */
const REFERENCE_LENGTH_MAX = 140

/** One digit less than 2^128 has: whatever passes is an `amount()` when its sign is right. */
const SIGNED_AMOUNT_DIGITS_MAX = 38
const SIGNED_AMOUNT = /^(0|-?[1-9][0-9]{0,37})$/

/** A party's id: a name in lower case that the consortium chose, `shunhe-appliance`. */
export function partyId(): Field<string> {
  return text({ max: PARTY_ID_LENGTH_MAX, pattern: /^[a-z0-9][a-z0-9-]*$/, description: 'id of a registered party' })
}

/** A text for people that goes with a decision or a payment. */
export function reference(): Field<string> {
  return text({ max: REFERENCE_LENGTH_MAX, description: 'a text for people' })
}

/** ISO 4217, one of those that the chain knows. */
export function currency(): Field<Currency> {
  return choice(...CURRENCIES)
}

/** Block time, as events tell it. */
export function blockTimeMs(): Field<number> {
  return described('block time, ms since 1970', uint())
}

/** `YYYY-MM-DD`. Whether the day exists is the module's to judge: `isCivilDate`. */
export function civilDate(): Field<string> {
  return text({ max: 10, pattern: /^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/, description: 'a date, YYYY-MM-DD' })
}

/**
 * Minor units that may be negative, as a decimal text on the wire too. For figures whose sign a rule of the module judges, so that a
 * negative one is refused with that rule's code and a receipt; everywhere else `amount()` of protocol is right.
 */
export function signedAmount(): Field<bigint> {
  const decimal = text({
    max: SIGNED_AMOUNT_DIGITS_MAX + 1,
    pattern: SIGNED_AMOUNT,
    description: 'integer minor units, decimal, may be negative',
  })
  return mapped(decimal, { to: BigInt, from: String })
}
