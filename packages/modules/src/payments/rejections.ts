import { type RejectionTable, refuserOf } from '../rejection-table.ts'

/** Every code this module refuses with, and the reason code of ISO 20022 with which its message ends: NARR where none says more than the words. */
export const PAYMENTS_REJECTIONS = {
  'payments/unknown-payment': { meaning: 'no payment has this UETR', hint: 'Copy it from the event `initiated`.', iso20022: 'NOOR' },
  'payments/duplicate-uetr': {
    meaning: 'the UETR was used before',
    hint: 'A UETR is unique for ever: make a new one for a new payment, and none for one that was sent.',
    iso20022: 'AM05',
  },
  'payments/bad-uetr': { meaning: 'the UETR is no UUID of version 4', hint: 'Make one at random, RFC 9562.', iso20022: 'CH16' },
  'payments/same-agent': {
    meaning: 'debtor agent, creditor agent and liquidity provider are not different banks',
    hint: 'Name another bank.',
    iso20022: 'AG01',
  },
  'payments/unknown-currency': {
    meaning: 'the chain settles no such currency',
    hint: 'See the query settlement.currencies.',
    iso20022: 'AM03',
  },
  'payments/amount-decimals': {
    meaning: 'the amount has not exactly the decimals of its currency',
    hint: 'Write 350000.00 in CNY, 1232000000 in VND: ISO 4217 says how many.',
    iso20022: 'AM12',
  },
  'payments/amount-not-positive': {
    meaning: 'an amount is zero or negative, or nothing is left of it',
    hint: 'Give a positive amount, above the charges that are taken from it.',
    iso20022: 'AM01',
  },
  'payments/amount-too-large': { meaning: 'the amount does not fit into 2^128 minor units', hint: 'Pay less.', iso20022: 'AM02' },
  'payments/quota-exceeded': {
    meaning: 'the bank would initiate more than the issuer allows it for the day',
    hint: 'See the query `quota`; wait for the next business date, or ask the issuer for more.',
    iso20022: 'AM14',
  },
  'payments/bad-date': {
    meaning: 'the settlement date is no day of the calendar, has passed, or is too far ahead',
    hint: 'Write YYYY-MM-DD, today or within 10 days.',
    iso20022: 'DT01',
  },
  'payments/too-early': { meaning: 'the settlement date has not come', hint: 'Lock the legs on that date.', iso20022: 'DT01' },
  'payments/debtor-incomplete': {
    meaning: 'the debtor’s name or address is missing (FATF R.16)',
    hint: 'Give name, street, town and country of the debtor.',
    iso20022: 'RR02',
  },
  'payments/debtor-account-missing': {
    meaning: 'the debtor’s account is missing (FATF R.16)',
    hint: 'Give iban or account.',
    iso20022: 'RR01',
  },
  'payments/creditor-incomplete': {
    meaning: 'the creditor’s name, country or town is missing (FATF R.16)',
    hint: 'Give name, town and country of the creditor.',
    iso20022: 'RR03',
  },
  'payments/creditor-account-missing': {
    meaning: 'the creditor’s account is missing (FATF R.16)',
    hint: 'Give iban or account.',
    iso20022: 'AC03',
  },
  'payments/bad-account': {
    meaning: 'an account is no IBAN of its country, or a country without IBANs is given one, or both kinds are given',
    hint: 'IBAN where the country has it (ISO 13616, mod 97), else `account`: China and Vietnam have no IBAN.',
    iso20022: 'AC01',
  },
  'payments/bad-lei': { meaning: 'the LEI has wrong check digits', hint: 'ISO 17442, mod 97-10.', iso20022: 'RR12' },
  'payments/bad-country': { meaning: 'a country is none of ISO 3166-1', hint: 'Two capital letters.', iso20022: 'BE09' },
  'payments/party-mismatch': {
    meaning: 'name, LEI or country are not those with which the party is registered',
    hint: 'Leave partyId out, or write what the query organizations.party says.',
    iso20022: 'BE01',
  },
  'payments/bad-purpose': {
    meaning: 'the purpose is none of ISO 20022 that payments across a border, or transfers between banks, have',
    hint: 'GDDS for goods, SCVE for services, SUPP for a supplier; between banks CORT, FREX, INTC, INTE, LOAN, LOAR or TREA.',
    iso20022: 'RR05',
  },
  'payments/unknown-invoice': {
    meaning: 'the chain has no such invoice',
    hint: 'The seller issues it with invoices.issue.',
    iso20022: 'RR07',
  },
  'payments/invoice-parties': {
    meaning: 'the invoice is not owed by the debtor to the creditor',
    hint: 'Give the partyId of both: buyer and seller of the invoice.',
    iso20022: 'RR07',
  },
  'payments/invoice-currency': {
    meaning: 'the invoice is in neither currency of the payment',
    hint: 'Pay in the currency of the invoice, or settle in it.',
    iso20022: 'RR07',
  },
  'payments/invoice-not-payable': {
    meaning: 'the invoice was red-lettered or rejected, or is paid',
    hint: 'See the query invoices.invoice.',
    iso20022: 'RR07',
  },
  'payments/not-agent': {
    meaning: 'the bank is neither debtor agent nor creditor agent of the payment',
    hint: 'Only the two agents act on a payment.',
    iso20022: 'AG01',
  },
  'payments/wrong-status': {
    meaning: 'the payment is not where the command applies',
    hint: 'See the query `payment`: status and history.',
    iso20022: 'NARR',
  },
  'payments/settled': {
    meaning: 'the payment is settled: it cannot be stopped or reversed',
    hint: 'Ask for it with `recall`; the creditor agent returns it, or not.',
    iso20022: 'LEGL',
  },
  'payments/no-list': {
    meaning: 'a list that has to be screened against has no version in force',
    hint: 'The sanctions desk publishes it with supervision.updateList.',
    iso20022: 'RR04',
  },
  'payments/lists-incomplete': {
    meaning: 'the lists are not those that the chain demands, each once',
    hint: 'See `lists` in the genesis of payments.',
    iso20022: 'RR04',
  },
  'payments/list-not-current': {
    meaning: 'another version of the list is in force',
    hint: 'Screen again, against the version that supervision.list says is current.',
    iso20022: 'RR04',
  },
  'payments/not-proven-absent': {
    meaning: 'a proof does not show that the subject is absent from the list',
    hint: 'Prove each subject of `complianceProof`, in its order. Who is listed cannot be proven absent: send HIT.',
    iso20022: 'RR04',
  },
  'payments/screening-void': {
    meaning: 'an agent’s screening is missing, too old, or of a version that is no longer in force',
    hint: 'Both agents screen again, then lock.',
    iso20022: 'RR04',
  },
  'payments/no-exchange': {
    meaning: 'the payment is in one currency: there is nothing to exchange',
    hint: 'Lock it without a quote.',
    iso20022: 'NARR',
  },
  'payments/bad-rate': {
    meaning: 'the rate is zero or has too many digits',
    hint: 'At most 11 digits, 10 of them after the point.',
    iso20022: 'CH16',
  },
  'payments/bad-deadline': {
    meaning: 'a deadline is in the past or too far ahead',
    hint: 'A quote binds for at most 24 hours, a hold lasts at most 5 days.',
    iso20022: 'DT01',
  },
  'payments/unknown-quote': { meaning: 'the provider has not quoted for this payment', hint: 'Ask it for a quote.', iso20022: 'NARR' },
  'payments/quote-expired': {
    meaning: 'the quote bound its provider until a time that has passed',
    hint: 'Ask for another one, and accept it before it ends.',
    iso20022: 'NARR',
  },
  'payments/quote-mismatch': {
    meaning: 'rate or amount are not those of the provider’s latest quote',
    hint: 'Read the quote again: its provider changed it.',
    iso20022: 'AM09',
  },
  'payments/quote-missing': {
    meaning: 'the payment needs an exchange and no quote was accepted',
    hint: 'The debtor agent takes one with acceptQuote.',
    iso20022: 'NARR',
  },
  'payments/too-many-holds': {
    meaning: 'the payment was held as often as it may be',
    hint: 'Let it go on, or reject it.',
    iso20022: 'NARR',
  },
  'payments/not-holder': {
    meaning: 'the other agent holds the payment',
    hint: 'Who holds it releases it; the deadline ends it.',
    iso20022: 'AG01',
  },
  'payments/not-cleared': {
    meaning: 'a rule of supervision holds the payment, and the regulator has not cleared it',
    hint: 'Give the regulator `callDigest` of the hold; when it has sent supervision.clearHeld, release again. The deadline ends it.',
    iso20022: 'RR04',
  },
  'payments/lock-expired': { meaning: 'the time to settle has passed', hint: 'The legs go back: send a new payment.', iso20022: 'AB03' },
  'payments/hold-expired': {
    meaning: 'the deadline of the hold has passed',
    hint: 'The payment is rejected: send a new one.',
    iso20022: 'AB05',
  },
  'payments/credit-mismatch': {
    meaning: 'the creditor would get more than was settled, or less although the debtor bears all charges',
    hint: 'With DEBT the creditor gets all that was settled; else less by the creditor agent’s charge.',
    iso20022: 'AM09',
  },
  'payments/not-settled': { meaning: 'the payment is not settled yet', hint: 'Stop it with `cancel`, which is free.', iso20022: 'NOOR' },
  'payments/recall-pending': {
    meaning: 'a recall of the payment is open, or was granted',
    hint: 'The creditor agent answers it with respondToRecall, and returns the money.',
    iso20022: 'PTNA',
  },
  'payments/no-recall': {
    meaning: 'no recall of the payment stands that this could follow',
    hint: 'The debtor agent asks with `recall`; money goes back only when the creditor agent granted it.',
    iso20022: 'NOAS',
  },
  'payments/reason-missing': { meaning: 'a refusal gives no reason', hint: 'Say why.', iso20022: 'NARR' },
  'payments/too-many-recalls': {
    meaning: 'the payment was recalled as often as it may be',
    hint: 'Settle it between the banks.',
    iso20022: 'NARR',
  },
  'payments/already-returned': { meaning: 'the payment was returned', hint: 'It is returned once.', iso20022: 'ARDT' },
  'payments/exceeds-settled': { meaning: 'more would be returned than was settled', hint: 'Return at most that.', iso20022: 'AM09' },
  'payments/not-domestic': {
    meaning: 'the bank is not of the country of the currency’s issuer',
    hint: 'Only a domestic bank has tokens issued or redeemed; others get them by payments.',
    iso20022: 'AG01',
  },
  'payments/request-exists': { meaning: 'the bank used the request’s id before', hint: 'Number requests uniquely.', iso20022: 'AM05' },
  'payments/unknown-request': { meaning: 'the bank has made no such request', hint: 'Copy requestId from the event.', iso20022: 'NOOR' },
  'payments/request-answered': { meaning: 'the request was answered', hint: 'Make another one.', iso20022: 'NARR' },
  'payments/no-reserve': {
    meaning: 'tokens would be issued without the hash of the reserve’s attestation',
    hint: 'Give reserveHash.',
    iso20022: 'NARR',
  },
} as const satisfies RejectionTable

export const refuse = refuserOf(PAYMENTS_REJECTIONS)
