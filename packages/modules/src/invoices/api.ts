import { assert, type Rejection } from '@hanse/primitives'
import type { StateReader, StateWriter } from '@hanse/state'
import type { Currency } from '../currencies.ts'
import type { FinanceState, InvoiceAxes } from './axes.ts'
import { flowsOf, signedAmountOf } from './flows.ts'
import { PLEDGES_PER_INVOICE_MAX } from './limits.ts'
import { notFound, refuse } from './rejections.ts'
import { type InvoiceStatus, openAmount, pledgedTotal, type Settlement } from './status.ts'
import { emit, settlements, statuses } from './store.ts'

/** What another module may know of an invoice. Amounts in minor units of `currency`. */
export interface InvoiceSummary extends InvoiceAxes {
  readonly invoiceId: string
  readonly sellerId: string
  readonly buyerId: string
  /** BT-1 as the seller wrote it. */
  readonly number: string
  /** BT-5, ISO 4217. */
  readonly currency: Currency
  /** BT-2, `YYYY-MM-DD`. */
  readonly issueDate: string
  /** BT-9, `YYYY-MM-DD`. */
  readonly dueDate?: string
  /** BT-112. */
  readonly grossTotal: bigint
  /** BT-115: what receivables on it may amount to. */
  readonly payable: bigint
  /** Σ of its live pledges. */
  readonly pledged: bigint
  /** Σ of settlements so far, at most `payable`. */
  readonly settled: bigint
  /** What is still owed: `payable` less red letters and settlements. */
  readonly open: bigint
}

/** Undefined when there is no such invoice. */
export function getInvoice(state: StateReader, invoiceId: string): InvoiceSummary | undefined {
  const status = statuses.get(state, invoiceId)
  return status === undefined ? undefined : summaryOf(invoiceId, status)
}

function summaryOf(invoiceId: string, status: InvoiceStatus): InvoiceSummary {
  const { sellerId, buyerId, number, currency, issueDate, dueDate, grossTotal, payable, settled } = status
  const { legal, response, tax, reimbursement, finance, payment } = status
  const axes = { legal, response, tax, reimbursement, finance, payment }
  const terms = { invoiceId, sellerId, buyerId, number, currency, issueDate, ...(dueDate === undefined ? {} : { dueDate }) }
  return { ...terms, grossTotal, payable, pledged: pledgedTotal(status), settled, open: openAmount(status), ...axes }
}

/**
 * A receivable `certNo` is issued on the invoice for `amount`: finance `FREE` or `PLEDGED` → `PLEDGED`. Live pledges and settlements
 * together never exceed the payable amount, so that no part of a claim is sold twice. Who may pledge is for the caller to check.
 */
export function pledge(state: StateWriter, invoiceId: string, amount: bigint, certNo: string): Rejection | undefined {
  const status = statuses.get(state, invoiceId)
  if (status === undefined) return notFound(invoiceId)
  if (status.legal !== 'VALID') return refuse('invoices/not-valid', `${invoiceId} is ${status.legal}`)
  if (status.response === 'REJECTED') return refuse('invoices/rejected-by-buyer', `${status.buyerId} rejected ${invoiceId}`)
  if (status.payment === 'PAID') return refuse('invoices/already-paid', `${invoiceId} is PAID`)
  const claimed = reimbursementFault(status, invoiceId)
  if (claimed !== undefined) return claimed
  if (status.finance === 'FINANCED') return refuse('invoices/already-financed', `${invoiceId} is FINANCED`)
  if (status.finance === 'RELEASED') return refuse('invoices/already-released', `${invoiceId} is RELEASED`)
  if (amount <= 0n) return refuse('invoices/bad-pledge', `a pledge of ${amount} is none`)
  if (status.pledges.some((held) => held.certNo === certNo)) return refuse('invoices/bad-pledge', `${certNo} pledged ${invoiceId} before`)
  if (status.pledges.length >= PLEDGES_PER_INVOICE_MAX)
    return refuse('invoices/too-many-pledges', `${status.pledges.length} stand on ${invoiceId}`)
  const pledged = pledgedTotal(status)
  const free = status.payable - status.settled - pledged
  if (free <= 0n && pledged > 0n) return refuse('invoices/already-pledged', `${invoiceId} is pledged to ${certNosOf(status)}`)
  if (amount > free) return refuse('invoices/over-pledged', `${amount} is more than the ${free} minor units still free on ${invoiceId}`)
  const pledges = [...status.pledges, { certNo, amount, financed: false }]
  moveFinance(state, invoiceId, { ...status, pledges }, 'PLEDGED')
  return undefined
}

/**
 * Ends the pledge of `certNo`. `WITHDRAWN`: the receivable never lived (rejected, cancelled, expired); with no other pledge the
 * invoice is `FREE` again. `REDEEMED`: the receivable was paid or written off; with no other pledge the invoice is `RELEASED`.
 */
export function releasePledge(
  state: StateWriter,
  invoiceId: string,
  certNo: string,
  reason: 'WITHDRAWN' | 'REDEEMED',
): Rejection | undefined {
  const status = statuses.get(state, invoiceId)
  if (status === undefined) return notFound(invoiceId)
  const released = status.pledges.find((held) => held.certNo === certNo)
  if (released === undefined) return refuse('invoices/no-such-pledge', `${certNo} has no pledge on ${invoiceId}`)
  if (reason === 'WITHDRAWN' && released.financed) return refuse('invoices/already-financed', `money was raised on ${certNo}`)
  const redeemed = status.redeemed || reason === 'REDEEMED'
  const pledges = status.pledges.filter((held) => held !== released)
  const next = { ...status, pledges, redeemed }
  moveFinance(state, invoiceId, next, financeAfterRelease(next))
  return undefined
}

function financeAfterRelease(status: InvoiceStatus): FinanceState {
  if (status.pledges.length > 0) return status.finance
  return status.redeemed ? 'RELEASED' : 'FREE'
}

/** Money was raised on the receivable `certNo`, or on a share of it: finance `PLEDGED` → `FINANCED`. Saying so again changes nothing. */
export function markFinanced(state: StateWriter, invoiceId: string, certNo: string): Rejection | undefined {
  const status = statuses.get(state, invoiceId)
  if (status === undefined) return notFound(invoiceId)
  if (!status.pledges.some((held) => held.certNo === certNo))
    return refuse('invoices/no-such-pledge', `${certNo} has no pledge on ${invoiceId}`)
  const pledges = status.pledges.map((held) => (held.certNo === certNo ? { ...held, financed: true } : held))
  moveFinance(state, invoiceId, { ...status, pledges }, 'FINANCED')
  return undefined
}

/** What was paid in cash, or is claimed as such, is owed to nobody any more who could sell it. A lock ends at the next block after its time. */
function reimbursementFault({ reimbursement, claim }: InvoiceStatus, invoiceId: string): Rejection | undefined {
  if (reimbursement === 'FREE') return undefined
  if (reimbursement === 'LOCKED')
    return refuse('invoices/already-locked', `${claim?.employer} locked ${invoiceId} until ${claim?.expiresAtMs}`)
  return refuse('invoices/already-reimbursed', `${claim?.employer} reimbursed ${invoiceId} at ${claim?.reimbursedAtMs}`)
}

/** `amount` of the invoice was paid through its receivable: payment `UNPAID` → `PART` → `PAID`. This and `recordPayment` alone set `PAID`. */
export function recordSettlement(state: StateWriter, invoiceId: string, amount: bigint): Rejection | undefined {
  const status = statuses.get(state, invoiceId)
  return status === undefined ? notFound(invoiceId) : settle(state, invoiceId, status, { kind: 'receivable', amount })
}

/**
 * `amount` of the invoice was paid by a payment, `reference` is its UETR. What is pledged to a receivable is owed to who holds that, so a
 * payment to the seller settles at most the rest; nothing of what was rejected, taken back or reimbursed. Who may pay, and that the
 * money flowed from its buyer to its seller in its currency, is for the caller to check.
 */
export function recordPayment(state: StateWriter, invoiceId: string, amount: bigint, reference: string): Rejection | undefined {
  const status = statuses.get(state, invoiceId)
  if (status === undefined) return notFound(invoiceId)
  const { legal, response, buyerId, payment } = status
  if (payment === 'PAID') return refuse('invoices/already-paid', `${invoiceId} is PAID`)
  if (legal === 'RED') return refuse('invoices/not-valid', `${invoiceId} is RED`)
  if (response === 'REJECTED') return refuse('invoices/rejected-by-buyer', `${buyerId} rejected ${invoiceId}`)
  const pledged = pledgedTotal(status)
  if (pledged > 0n && amount > openAmount(status) - pledged) {
    return refuse('invoices/owed-to-holder', `${pledged} minor units of ${invoiceId} are pledged to ${certNosOf(status)}`)
  }
  return settle(state, invoiceId, status, { kind: 'payment', amount, reference })
}

/**
 * A payment that counted towards the invoice was returned, for `amount` of it: payment `PAID` → `PART` → `UNPAID`. The caller MUST have
 * counted as much under this `reference` before. Nothing else takes `PAID` back.
 */
export function recordReturn(state: StateWriter, invoiceId: string, amount: bigint, reference: string): void {
  const status = statuses.require(state, invoiceId)
  const settled = status.settled - amount
  assert(amount > 0n && settled >= 0n, () => `${amount} of ${status.settled} settled on ${invoiceId} would be returned`)
  const payment = settled === 0n ? 'UNPAID' : 'PART'
  statuses.put(state, invoiceId, { ...status, settled, payment })
  settlements.append(state, invoiceId, { kind: 'return', amount, reference })
  emit(state, 'returned', { amount, invoiceId, reference })
  if (payment !== status.payment) emit(state, 'axisChanged', { axis: 'payment', from: status.payment, invoiceId, to: payment })
}

/** What payments count towards the invoice, after returns. */
export function settledByPayments(state: StateReader, invoiceId: string): bigint {
  return flowsOf(state, invoiceId).reduce((sum, flow) => (flow.kind === 'receivable' ? sum : sum + signedAmountOf(flow)), 0n)
}

function settle(state: StateWriter, invoiceId: string, status: InvoiceStatus, settlement: Settlement): Rejection | undefined {
  const { amount } = settlement
  if (status.reimbursement === 'REIMBURSED') return reimbursementFault(status, invoiceId)
  const open = openAmount(status)
  if (amount <= 0n || amount > open) {
    return refuse('invoices/over-settled', `${amount} does not fit into the ${open} minor units open on ${invoiceId}`)
  }
  const settled = status.settled + amount
  const payment = amount === open ? 'PAID' : 'PART'
  statuses.put(state, invoiceId, { ...status, settled, payment })
  settlements.append(state, invoiceId, settlement)
  emit(state, 'settled', { invoiceId, ...settlement })
  if (payment !== status.payment) emit(state, 'axisChanged', { axis: 'payment', from: status.payment, invoiceId, to: payment })
  return undefined
}

function certNosOf(status: InvoiceStatus): string {
  return status.pledges.map(({ certNo }) => certNo).join(', ')
}

function moveFinance(state: StateWriter, invoiceId: string, status: InvoiceStatus, finance: FinanceState): void {
  statuses.put(state, invoiceId, { ...status, finance })
  if (finance !== status.finance) emit(state, 'axisChanged', { axis: 'finance', from: status.finance, invoiceId, to: finance })
}
