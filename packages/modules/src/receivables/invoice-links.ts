import { assert, type Rejection } from '@hanse/primitives'
import type { StateReader, StateWriter } from '@hanse/state'
import type { Currency } from '../currencies.ts'
import { getInvoice, type InvoiceSummary, markFinanced, pledge, recordSettlement, releasePledge } from '../invoices/api.ts'
import { formatAmount } from '../money.ts'
import type { InvoicePledge, Root } from './codecs.ts'
import { refuse } from './rejections.ts'
import { roots } from './store.ts'

/** Everything that this module asks of invoices stands in this file. */

export interface ClaimTerms {
  readonly issuer: string
  readonly payee: string
  readonly currency: Currency
}

/** Domain §1, issue: the invoice is VALID, between these two, in this currency, and no receivable stands or stood on it. */
function invoiceFault(invoice: InvoiceSummary, { issuer, payee, currency }: ClaimTerms, path: string): Rejection | undefined {
  const { invoiceId, legal, finance, buyerId, sellerId } = invoice
  if (buyerId !== issuer) return refuse('receivables/invoice-buyer', `${invoiceId} is owed by ${buyerId}, not by ${issuer}`, path)
  if (sellerId !== payee) return refuse('receivables/invoice-seller', `${invoiceId} is owed to ${sellerId}, not to ${payee}`, path)
  if (invoice.currency !== currency) {
    return refuse('receivables/invoice-currency', `${invoiceId} is in ${invoice.currency}, the line in ${currency}`, path)
  }
  if (legal !== 'VALID') return refuse('receivables/invoice-not-valid', `${invoiceId} is ${legal}`, path)
  if (finance !== 'FREE') return refuse('receivables/invoice-not-free', `${invoiceId} is ${finance}`, path)
  return undefined
}

/** Pledges each invoice to the certificate; gives what is payable on all of them for the three-way match, and the earliest of their dates. */
export function pledgeInvoices(
  state: StateWriter,
  certNo: string,
  refs: readonly { readonly invoiceId: string; readonly amount: bigint }[],
  terms: ClaimTerms,
): { readonly payable: bigint; readonly firstDate: string } | Rejection {
  let payable = 0n
  let firstDate: string | undefined
  for (const [index, { invoiceId, amount }] of refs.entries()) {
    const path = `invoices.${index}.invoiceId`
    const invoice = getInvoice(state, invoiceId)
    if (invoice === undefined) return refuse('receivables/unknown-invoice', `there is no invoice ${invoiceId}`, path)
    const fault = invoiceFault(invoice, terms, path) ?? pledge(state, invoiceId, amount, certNo)
    if (fault !== undefined) return fault
    payable += invoice.payable
    if (firstDate === undefined || invoice.issueDate < firstDate) firstDate = invoice.issueDate
  }
  assert(firstDate !== undefined, `${certNo} is on no invoice`)
  return { payable, firstDate }
}

/** What this module pledged is there to be used: a refusal now would be a bug of one of the two. */
function must(refusal: Rejection | undefined): void {
  assert(refusal === undefined, `an invoice refuses what its pledge allows: ${refusal?.code} ${refusal?.message}`)
}

/** The certificate never lived: its invoices are free again. */
export function withdrawPledges(state: StateWriter, certNo: string, root: Root): void {
  for (const { invoiceId } of root.invoices) must(releasePledge(state, invoiceId, certNo, 'WITHDRAWN'))
}

/** Nothing of the issue is outstanding any more. */
export function releaseRedeemed(state: StateWriter, certNo: string, root: Root): void {
  for (const { invoiceId } of root.invoices) must(releasePledge(state, invoiceId, certNo, 'REDEEMED'))
}

/** Money was raised on a share of the issue: all its invoices are FINANCED. */
export function markInvoicesFinanced(state: StateWriter, rootNo: string, root: Root): void {
  for (const { invoiceId } of root.invoices) must(markFinanced(state, invoiceId, rootNo))
}

function smaller(one: bigint, other: bigint): bigint {
  return one <= other ? one : other
}

/** Counts a redemption towards the invoices, one after the other in the order they were named; this alone makes an invoice PAID. */
export function settleInvoices(state: StateWriter, rootNo: string, amount: bigint): void {
  const root = roots.require(state, rootNo)
  let left = amount
  const invoices: InvoicePledge[] = []
  for (const invoice of root.invoices) {
    const part = smaller(invoice.amount - invoice.settled, left)
    if (part > 0n) must(recordSettlement(state, invoice.invoiceId, part))
    invoices.push({ ...invoice, settled: invoice.settled + part })
    left -= part
  }
  assert(left === 0n, `${formatAmount(left, root.currency)} of a redemption of ${rootNo} belong to no invoice`)
  roots.put(state, rootNo, { ...root, invoices })
}

/** What the invoice module lets stand on an invoice; undefined when there is no such invoice. */
export function payableOf(state: StateReader, invoiceId: string): bigint | undefined {
  return getInvoice(state, invoiceId)?.payable
}

/** An invoice’s parties and figures, for who asks about the claims on it. */
export function invoiceSummary(state: StateReader, invoiceId: string): InvoiceSummary | undefined {
  return getInvoice(state, invoiceId)
}
