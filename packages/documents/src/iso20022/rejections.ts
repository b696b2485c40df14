import { type Rejection, reject } from '@hanse/primitives'

/** Every code that a payment message is refused with, and the external status reason code of ISO 20022 that a bank would answer. */
export const PAYMENT_MESSAGE_REJECTIONS = {
  'iso20022/unsupported-message': {
    meaning: 'the root element is no message that is read here',
    hint: 'pacs.008.001.08 and later, and pacs.002.001.10 and later are read, without a business header around them.',
    iso20022: 'CH16',
  },
  'iso20022/missing-element': { meaning: 'a mandatory element is not there', hint: 'Add the element named in path.', iso20022: 'CH21' },
  'iso20022/not-admissible': {
    meaning: 'an element stands where it may not, or once too often',
    hint: 'One transaction a message; elements in the order of the schema.',
    iso20022: 'CH17',
  },
  'iso20022/unread-element': {
    meaning: 'the message says more than is understood here, so nothing is done by it',
    hint: 'Take the element named in path away if nothing depends on it.',
    iso20022: 'CH17',
  },
  'iso20022/bad-value': { meaning: 'an element holds what its type does not allow', hint: 'Correct the element.', iso20022: 'CH16' },
  'iso20022/bad-amount': {
    meaning: 'an amount is no decimal number of at most 18 digits',
    hint: 'Write digits with a point: 350000.00.',
    iso20022: 'AM12',
  },
  'iso20022/zero-amount': { meaning: 'an amount is zero', hint: 'Pay something.', iso20022: 'AM01' },
  'iso20022/currency-decimals': {
    meaning: 'an amount has more decimals than its currency',
    hint: 'ISO 4217: CNY has two, VND none.',
    iso20022: 'CH20',
  },
  'iso20022/unknown-currency': {
    meaning: 'the chain has no such currency',
    hint: 'Name one of ISO 4217 that the chain knows.',
    iso20022: 'AM03',
  },
  'iso20022/bad-date': {
    meaning: 'a date or a time does not exist',
    hint: 'YYYY-MM-DD, or YYYY-MM-DDThh:mm:ss with an offset.',
    iso20022: 'DT01',
  },
  'iso20022/bad-bic': {
    meaning: 'a BIC is not of the form of ISO 9362, or its country does not exist',
    hint: 'Eight or eleven capitals and digits.',
    iso20022: 'RC01',
  },
  'iso20022/bad-lei': { meaning: 'an LEI fails ISO 17442', hint: 'Twenty characters, the last two by MOD 97-10.', iso20022: 'CH16' },
  'iso20022/bad-iban': {
    meaning: 'an IBAN fails ISO 13616, or its country has none',
    hint: 'China and Viet Nam have no IBAN: give the account as Othr/Id, with the BIC of its bank.',
    iso20022: 'AC01',
  },
  'iso20022/bad-uetr': { meaning: 'a UETR is no UUID of version 4', hint: 'Lower-case: 8-4-4-4-12 hexadecimal digits.', iso20022: 'CH16' },
  'iso20022/exchange-rate': {
    meaning: 'the rate stands without two currencies, or two currencies without a rate',
    hint: 'XchgRate goes with an InstdAmt in another currency than IntrBkSttlmAmt, and only with it.',
    iso20022: 'CH17',
  },
  'iso20022/reason-missing': {
    meaning: 'a status that needs a reason has none',
    hint: 'RJCT and PDNG carry StsRsnInf with a code.',
    iso20022: 'CH21',
  },
} as const satisfies Readonly<Record<string, { readonly meaning: string; readonly hint: string; readonly iso20022: string }>>

export type PaymentMessageCode = keyof typeof PAYMENT_MESSAGE_REJECTIONS

/** What is wrong with a value, before it is known where it stands. */
export interface Fault {
  readonly code: PaymentMessageCode
  readonly message: string
}

/** A refusal with the row's hint, whose message ends with the row's code of ISO 20022. */
export function refuse({ code, message }: Fault, path: string): Rejection {
  const { hint, iso20022 } = PAYMENT_MESSAGE_REJECTIONS[code]
  return reject(code, `${message} (ISO 20022 ${iso20022})`, { hint, path })
}
