import { choice, type Field, type FieldValue, list, message, optional, text } from '@hanse/protocol'
import { hanse } from '../../generated/invoices.js'
import { civilDate, currency, partyId, signedAmount } from '../fields.ts'
import {
  CODE_LENGTH_MAX,
  INVOICE_ID_LENGTH_MAX,
  LINE_ALLOWANCES_MAX,
  LINES_MAX,
  NAME_LENGTH_MAX,
  NUMBER_LENGTH_MAX,
  RATES_MAX,
  TERMS_LENGTH_MAX,
} from './limits.ts'
import { VAT_CATEGORY_CODES } from './vat.ts'

/** UNTDID 1001 codes that `issue` takes: invoice, partial, corrected, prepayment. Credit notes (381) are red letters. */
export const INVOICE_TYPE_CODES = ['380', '326', '384', '386'] as const

const TRIMMED = /^\S(.*\S)?$/s
const TRIMMED_WORDS = 'a text without blanks at its ends'
const code = (): Field<string> => text({ max: CODE_LENGTH_MAX, pattern: TRIMMED, words: TRIMMED_WORDS })
const name = (): Field<string> => text({ max: NAME_LENGTH_MAX, pattern: TRIMMED, words: TRIMMED_WORDS })
export const invoiceNumber = (): Field<string> =>
  text({ max: NUMBER_LENGTH_MAX, pattern: TRIMMED, words: TRIMMED_WORDS, description: 'BT-1' })
/** Whether the month exists is the module's to judge. */
export const periodField = (): Field<string> => text({ max: 7, pattern: /^[0-9]{4}-[0-9]{2}$/, description: 'a month, YYYY-MM' })
export const invoiceIdField = (): Field<string> =>
  text({ max: INVOICE_ID_LENGTH_MAX, description: 'country:legal id of the seller:380:normalised number' })
/** 18 digits before the point and 12 after. */
const quantity = (): Field<string> =>
  text({ max: 32, pattern: /^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,12})?$/, description: 'decimal', words: 'a decimal number' })
const price = (): Field<string> =>
  text({
    max: 31,
    pattern: /^(0|[1-9][0-9]{0,17})(\.[0-9]{1,12})?$/,
    description: 'decimal, not negative',
    words: 'a decimal number that is not negative',
  })
/** BT-119, BT-152 and the like. */
export const rate = (): Field<string> =>
  text({ max: 8, pattern: /^(0|[1-9][0-9]{0,2})(\.[0-9]{1,4})?$/, description: 'percent', words: 'a decimal number of percent' })
const vatCategory = () => choice(...VAT_CATEGORY_CODES)

export const traderCodec = message(hanse.invoices.v1.Trader, {
  partyId: partyId(),
  name: name(),
  country: text({ max: 2, pattern: /^[A-Z]{2}$/, description: 'ISO 3166-1 alpha-2', words: 'a country in two capital letters' }),
  legalId: optional(code()),
  vatId: optional(code()),
  taxRegistrationId: optional(code()),
})

const lineAllowanceCodec = message(hanse.invoices.v1.LineAllowance, { amount: signedAmount(), reason: optional(name()) })

const lineCodec = message(hanse.invoices.v1.InvoiceLine, {
  id: code(),
  name: name(),
  quantity: quantity(),
  unitCode: code(),
  netAmount: signedAmount(),
  unitPrice: price(),
  priceBaseQuantity: optional(price()),
  vatCategory: vatCategory(),
  vatRate: optional(rate()),
  allowances: list(lineAllowanceCodec, { max: LINE_ALLOWANCES_MAX }),
  charges: list(lineAllowanceCodec, { max: LINE_ALLOWANCES_MAX }),
})

const documentAllowanceCodec = message(hanse.invoices.v1.DocumentAllowance, {
  amount: signedAmount(),
  vatCategory: vatCategory(),
  vatRate: optional(rate()),
  reason: optional(name()),
})

export const vatBreakdownCodec = message(hanse.invoices.v1.VatBreakdown, {
  category: vatCategory(),
  taxableAmount: signedAmount(),
  taxAmount: signedAmount(),
  rate: optional(rate()),
  exemptionReason: optional(name()),
})

export const totalsCodec = message(hanse.invoices.v1.Totals, {
  lineTotal: signedAmount(),
  allowanceTotal: optional(signedAmount()),
  chargeTotal: optional(signedAmount()),
  netTotal: signedAmount(),
  vatTotal: optional(signedAmount()),
  grossTotal: signedAmount(),
  prepaid: optional(signedAmount()),
  rounding: optional(signedAmount()),
  payable: signedAmount(),
})

/**
 * The core of EN 16931-1; business terms stand in invoices.proto. Amounts are integer minor units of `currency`; quantities, unit
 * prices and rates are decimal texts. What `issue` takes is what the chain keeps.
 */
export const invoiceCodec = message(hanse.invoices.v1.Invoice, {
  number: invoiceNumber(),
  issueDate: civilDate(),
  typeCode: choice(...INVOICE_TYPE_CODES),
  currency: currency(),
  dueDate: optional(civilDate()),
  buyerReference: optional(name()),
  contractReference: optional(name()),
  orderReference: optional(name()),
  receivingAdviceReference: optional(name()),
  despatchAdviceReference: optional(name()),
  paymentTerms: optional(text({ max: TERMS_LENGTH_MAX, pattern: TRIMMED, words: TRIMMED_WORDS })),
  precedingInvoice: optional(invoiceNumber()),
  seller: traderCodec,
  buyer: traderCodec,
  allowances: list(documentAllowanceCodec, { max: LINE_ALLOWANCES_MAX }),
  charges: list(documentAllowanceCodec, { max: LINE_ALLOWANCES_MAX }),
  vatBreakdown: list(vatBreakdownCodec, { min: 1, max: RATES_MAX }),
  lines: list(lineCodec, { min: 1, max: LINES_MAX }),
  totals: totalsCodec,
})

export type Invoice = FieldValue<typeof invoiceCodec>
export type Trader = FieldValue<typeof traderCodec>
export type InvoiceLine = FieldValue<typeof lineCodec>
export type VatBreakdown = FieldValue<typeof vatBreakdownCodec>
export type Totals = FieldValue<typeof totalsCodec>
