import { amount, bool, choice, type FieldValue, list, message, optional, text, uint } from '@hanse/protocol'
import { hanse } from '../../generated/invoices.js'
import { civilDate, currency, partyId, reference } from '../fields.ts'
import { FINANCE_STATES, LEGAL_STATES, PAYMENT_STATES, REIMBURSEMENT_STATES, RESPONSE_STATES, TAX_STATES } from './axes.ts'
import { INVOICE_TYPE_CODES, invoiceIdField, invoiceNumber, periodField } from './invoice.ts'
import { CERT_NO_LENGTH_MAX, PLEDGES_PER_INVOICE_MAX, RED_LETTERS_PER_INVOICE_MAX, RING_LENGTH_MAX, RING_LENGTH_MIN } from './limits.ts'
import { RESPONSE_CODES } from './responses.ts'

const pledgeCodec = message(hanse.invoices.v1.Pledge, {
  certNo: text({ max: CERT_NO_LENGTH_MAX }),
  amount: amount(),
  financed: bool(),
})

const reimbursementCodec = message(hanse.invoices.v1.Reimbursement, {
  employer: partyId(),
  claimReference: reference(),
  lockedAtMs: uint(),
  expiresAtMs: uint(),
  reimbursedAtMs: optional(uint()),
})

/** What happened to an invoice since it was issued, and the few terms that other modules ask for. Amounts in minor units. */
export const statusCodec = message(hanse.invoices.v1.InvoiceStatus, {
  sellerId: partyId(),
  buyerId: partyId(),
  number: invoiceNumber(),
  typeCode: choice(...INVOICE_TYPE_CODES),
  currency: currency(),
  issueDate: civilDate(),
  dueDate: optional(civilDate()),
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
  redLetters: uint({ max: RED_LETTERS_PER_INVOICE_MAX }),
  responseReason: optional(reference()),
  deductedAtMs: optional(uint()),
  responseCode: optional(choice(...RESPONSE_CODES)),
  respondByMs: optional(uint()),
  reimbursement: choice(...REIMBURSEMENT_STATES),
  claim: optional(reimbursementCodec),
})
/**
 * `red`: Σ of red letters; `settled`: Σ of settlements; `redeemed`: a receivable on it was paid once; `claim`: who locked it, while that
 * lasts, or reimbursed it; `respondByMs`: when an answer is deemed given, where a rule says so. An answer without `responseCode` is one
 * that was.
 */
export type InvoiceStatus = FieldValue<typeof statusCodec>

/** Σ of the live pledges. */
export function pledgedTotal(status: InvoiceStatus): bigint {
  return status.pledges.reduce((total, held) => total + held.amount, 0n)
}

/** What is still owed: what was due, less what was taken back and what was paid. */
export function openAmount({ payable, red, settled }: InvoiceStatus): bigint {
  const open = payable - red - settled
  return open > 0n ? open : 0n
}

/** A credit note (381) that takes back `amount` of the gross total. */
export const redLetterCodec = message(hanse.invoices.v1.RedLetter, {
  number: invoiceNumber(),
  issueDate: civilDate(),
  amount: amount(),
  reason: reference(),
  atMs: uint(),
})

export const quotaCodec = message(hanse.invoices.v1.Quota, { limit: amount(), used: amount() })
/** What a seller may invoice in one currency and month, gross: `used` = Σ issued − Σ red. */
export type Quota = FieldValue<typeof quotaCodec>

/** Whose money paid: a redemption of a receivable on the invoice, or a payment that names it; and a return of such a payment, which takes away. */
export const SETTLEMENT_KINDS = ['receivable', 'payment', 'return'] as const
export const settlementCodec = message(hanse.invoices.v1.Settlement, {
  kind: choice(...SETTLEMENT_KINDS),
  amount: amount(),
  reference: optional(reference()),
})
/** One flow of money towards an invoice, or back; `reference` is the UETR of a payment. Σ of them, less returns, is what is settled. */
export type Settlement = FieldValue<typeof settlementCodec>

const ringLength = { min: RING_LENGTH_MIN, max: RING_LENGTH_MAX }
/** Each party invoiced the next in the period, the last the first: `invoiceIds[0]`, of the first to the second, closed the ring. */
export const ringAlarmCodec = message(hanse.invoices.v1.RingAlarm, {
  period: periodField(),
  parties: list(partyId(), ringLength),
  invoiceIds: list(invoiceIdField(), ringLength),
  atMs: uint(),
})
