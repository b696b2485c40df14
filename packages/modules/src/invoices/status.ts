import { amount, bool, choice, type FieldValue, list, message, optional, text, uint } from '@hanse/protocol'
import { hanse } from '../../generated/invoices.js'
import { FINANCE_STATES, LEGAL_STATES, PAYMENT_STATES, RESPONSE_STATES, TAX_STATES } from './axes.ts'
import { CERT_NO_LENGTH_MAX, NUMBER_LENGTH_MAX, PARTY_ID_LENGTH_MAX, PLEDGES_PER_INVOICE_MAX } from './limits.ts'

export const pledgeCodec = message(hanse.invoices.v1.Pledge, {
  certNo: text({ max: CERT_NO_LENGTH_MAX }),
  amount: amount(),
  financed: bool(),
})
export type Pledge = FieldValue<typeof pledgeCodec>

/** What happened to an invoice since it was issued, and the few terms that other modules ask for. Amounts in minor units. */
export const statusCodec = message(hanse.invoices.v1.InvoiceStatus, {
  sellerId: text({ max: PARTY_ID_LENGTH_MAX }),
  buyerId: text({ max: PARTY_ID_LENGTH_MAX }),
  number: text({ max: NUMBER_LENGTH_MAX }),
  typeCode: text({ max: 3 }),
  currency: text({ min: 3, max: 3 }),
  issueDate: text({ min: 10, max: 10 }),
  dueDate: optional(text({ min: 10, max: 10 })),
  grossTotal: amount(),
  payable: amount(),
  issuedAtMs: uint(),
  legal: choice(...LEGAL_STATES),
  response: choice(...RESPONSE_STATES),
  tax: choice(...TAX_STATES),
  finance: choice(...FINANCE_STATES),
  payment: choice(...PAYMENT_STATES),
  red: amount(),
  settled: amount(),
  pledges: list(pledgeCodec, { max: PLEDGES_PER_INVOICE_MAX }),
  redeemed: bool(),
  redLetters: uint(),
})
export type InvoiceStatus = FieldValue<typeof statusCodec>

/** Σ of the live pledges. */
export function pledgedTotal(status: InvoiceStatus): bigint {
  return status.pledges.reduce((total, held) => total + held.amount, 0n)
}
