import { type RejectionTable, refuserOf } from '../rejection-table.ts'

/** Every code this module refuses with. Where payments have a reason code of ISO 20022 for it, the row and the message name it. */
export const SETTLEMENT_REJECTIONS = {
  'settlement/insufficient-funds': {
    meaning: 'the account holds less than the amount',
    hint: 'See the query `balance`; let the issuer mint, or receive money first.',
    iso20022: 'AM04',
  },
  'settlement/zero-amount': { meaning: 'the amount is zero', hint: 'Give a positive number of minor units.', iso20022: 'AM01' },
  'settlement/supply-limit': {
    meaning: 'the currency’s total ever minted would pass 2^128 − 1 minor units',
    hint: 'Mint less.',
    iso20022: 'AM02',
  },
  'settlement/unknown-currency': { meaning: 'the chain has no such currency', hint: 'See the query `currencies`.', iso20022: 'AM03' },
  'settlement/hold-limit': {
    meaning: 'the payee would hold more of the currency than its issuer allows it',
    hint: 'See the query `limits`; let the payee pay or redeem first, or ask the issuer for more.',
    iso20022: 'AM13',
  },
  'settlement/transaction-limit': {
    meaning: 'the amount is more than the issuer lets the payer pay at once',
    hint: 'See the query `limits`; pay less, or ask the issuer for more.',
    iso20022: 'AM02',
  },
  'settlement/limit-below-held': {
    meaning: 'the party holds more than the new limit',
    hint: 'Let it pay or redeem first, or choose a higher limit.',
  },
  'settlement/nothing-parked': {
    meaning: 'nothing that is owed to the party waits for room below its limit',
    hint: 'See `parked` in the query `limits`.',
  },
  'settlement/same-account': { meaning: 'payer and payee are the same', hint: 'Name another payee.' },
} as const satisfies RejectionTable

export const refuse = refuserOf(SETTLEMENT_REJECTIONS)
