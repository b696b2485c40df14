import { assert, type Rejection } from '@hanse/primitives'
import type { StateReader, StateWriter } from '@hanse/state'
import { getInvoice, type InvoiceSummary, recordPayment, recordReturn } from '../invoices/api.ts'
import type { Details, Payment } from './codecs.ts'
import type { Terms } from './exchange.ts'
import { putPayment } from './payment-store.ts'
import { refuse } from './rejections.ts'
import { emit } from './store.ts'

/** Everything that this module asks of invoices stands in this file. */

/** What a payment can count towards: what is pledged is paid by its receivable. */
function openOf({ open, pledged }: InvoiceSummary): bigint {
  return open - pledged
}

/** The invoice that a payment refers to is owed by its debtor to its creditor, in one of its currencies, and open. */
export function invoiceFault(state: StateReader, invoiceId: string | undefined, terms: Terms, details: Details): Rejection | undefined {
  if (invoiceId === undefined) return undefined
  const invoice = getInvoice(state, invoiceId)
  if (invoice === undefined) return refuse('payments/unknown-invoice', `there is no invoice ${invoiceId}`, 'invoiceId')
  const { buyerId, sellerId, currency, legal, response, payment, reimbursement } = invoice
  if (details.debtor.partyId !== buyerId || details.creditor.partyId !== sellerId) {
    return refuse('payments/invoice-parties', `${invoiceId} is owed by ${buyerId} to ${sellerId}`, 'invoiceId')
  }
  if (currency !== terms.currency && currency !== terms.settlementCurrency) {
    return refuse('payments/invoice-currency', `${invoiceId} is in ${currency}`, 'invoiceId')
  }
  const isPayable = legal !== 'RED' && response !== 'REJECTED' && payment !== 'PAID' && reimbursement !== 'REIMBURSED'
  if (isPayable && openOf(invoice) > 0n) return undefined
  const message = `${invoiceId} is ${legal}, ${response}, ${payment}, ${reimbursement}, ${openOf(invoice)} minor units are open`
  return refuse('payments/invoice-not-payable', message, 'invoiceId')
}

function smaller(one: bigint, other: bigint): bigint {
  return one < other ? one : other
}

/**
 * The creditor has the money: it counts towards the invoice, at most what is open there, in the invoice's currency. What the creditor
 * bears of the charges it was paid all the same. Nothing else of this module makes an invoice PAID, and `reopenInvoice` alone takes it back.
 */
export function settleInvoice(state: StateWriter, payment: Payment, settled: bigint): void {
  const { uetr, invoiceId, currency, instructed } = payment
  if (invoiceId === undefined) return
  const invoice = getInvoice(state, invoiceId)
  assert(invoice !== undefined, `${uetr} refers to ${invoiceId}, which is gone`)
  const open = openOf(invoice)
  const paid = invoice.currency === currency ? instructed : settled
  const amount = smaller(paid, open)
  if (amount <= 0n) return
  // One that was taken back meanwhile takes nothing: what the creditor got it owes the debtor.
  if (recordPayment(state, invoiceId, amount, uetr) !== undefined) return
  putPayment(state, payment, { invoiceSettled: amount })
  emit(state, 'invoiceSettled', { amount, invoiceId, uetr })
}

/**
 * What a payment may count towards its invoice after a return: what the creditor kept of it, in the invoice's currency. Where that is the
 * instructed one, `instructed × kept / settled`, rounded down to the minor unit: in doubt the debt stands.
 */
function countableOf({ settled = 0n, returned, instructed, currency }: Payment, invoiceCurrency: string): bigint {
  if (settled === 0n) return 0n
  const kept = settled - (returned?.amount ?? 0n)
  return invoiceCurrency === currency ? (instructed * kept) / settled : kept
}

/** Money went back to the debtor: what the creditor did not keep is owed again, and an invoice that was PAID is not. */
export function reopenInvoice(state: StateWriter, payment: Payment): void {
  const { uetr, invoiceId, invoiceSettled = 0n } = payment
  if (invoiceId === undefined) return
  const left = smaller(invoiceSettled, mostCounted(state, payment))
  const amount = invoiceSettled - left
  if (amount === 0n) return
  recordReturn(state, invoiceId, amount, uetr)
  putPayment(state, payment, { invoiceSettled: left })
  emit(state, 'invoiceReopened', { amount, invoiceId, uetr })
}

/** The bound of what a payment counts towards its invoice; 0 where it has none. */
export function mostCounted(state: StateReader, payment: Payment): bigint {
  const invoice = payment.invoiceId === undefined ? undefined : getInvoice(state, payment.invoiceId)
  return invoice === undefined ? 0n : countableOf(payment, invoice.currency)
}
