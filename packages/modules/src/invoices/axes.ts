/**
 * An invoice has six states at once, not one: each axis moves by itself and never back, but for a pledge that is withdrawn before it was
 * financed (finance `PLEDGED` → `FREE`) and a lock that is released or expires (reimbursement `LOCKED` → `FREE`).
 */
export const LEGAL_STATES = ['VALID', 'PART_RED', 'RED'] as const
export const RESPONSE_STATES = ['ISSUED', 'RECEIVED', 'QUERIED', 'ACCEPTED', 'REJECTED'] as const
export const TAX_STATES = ['OPEN', 'DEDUCTED'] as const
export const REIMBURSEMENT_STATES = ['FREE', 'LOCKED', 'REIMBURSED'] as const
export const FINANCE_STATES = ['FREE', 'PLEDGED', 'FINANCED', 'RELEASED'] as const
export const PAYMENT_STATES = ['UNPAID', 'PART', 'PAID'] as const

export type LegalState = (typeof LEGAL_STATES)[number]
export type ResponseState = (typeof RESPONSE_STATES)[number]
export type TaxState = (typeof TAX_STATES)[number]
export type ReimbursementState = (typeof REIMBURSEMENT_STATES)[number]
export type FinanceState = (typeof FINANCE_STATES)[number]
export type PaymentState = (typeof PAYMENT_STATES)[number]

export interface InvoiceAxes {
  /** Whether the seller took it back by red letters: in part, or wholly. */
  readonly legal: LegalState
  /** What the buyer said of it. */
  readonly response: ResponseState
  /** Whether the buyer deducted its VAT. */
  readonly tax: TaxState
  /** Whether an employer reimbursed who paid it in cash, or is about to. */
  readonly reimbursement: ReimbursementState
  /** Whether money was raised on it. */
  readonly finance: FinanceState
  /** What settlements of its receivable and payments paid of it. */
  readonly payment: PaymentState
}
