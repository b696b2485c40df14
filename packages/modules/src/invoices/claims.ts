import { assert, type Rejection } from '@hanse/primitives'
import type { StateWriter } from '@hanse/state'
import { refuse } from './rejections.ts'
import type { InvoiceStatus } from './status.ts'
import { emit, statuses } from './store.ts'

/** The employer whose lock lasts at this time; undefined when nobody's does, or when the invoice was reimbursed. */
export function lockedBy({ reimbursement, claim }: InvoiceStatus, timeMs: number): string | undefined {
  if (reimbursement !== 'LOCKED') return undefined
  assert(claim !== undefined, 'a lock has an employer')
  return claim.expiresAtMs > timeMs ? claim.employer : undefined
}

/**
 * Only what somebody can have paid in cash is reimbursed: an invoice that stands, that its buyer did not reject, on which no receivable
 * stands or stood and no money flowed on this chain.
 */
export function claimFault(status: InvoiceStatus, invoiceId: string): Rejection | undefined {
  if (status.reimbursement === 'REIMBURSED') {
    const { employer, reimbursedAtMs } = status.claim ?? {}
    return refuse('invoices/already-reimbursed', `${employer} reimbursed ${invoiceId} at ${reimbursedAtMs}`, 'invoiceId')
  }
  if (status.legal !== 'VALID') return refuse('invoices/not-valid', `${invoiceId} is ${status.legal}`, 'invoiceId')
  if (status.response === 'REJECTED') return refuse('invoices/rejected-by-buyer', `${status.buyerId} rejected ${invoiceId}`, 'invoiceId')
  if (status.finance !== 'FREE') return refuse('invoices/not-cash', `${invoiceId} is ${status.finance}: who bought it is owed`, 'invoiceId')
  if (status.payment !== 'UNPAID') return refuse('invoices/not-cash', `${invoiceId} is ${status.payment} on this chain`, 'invoiceId')
  return undefined
}

/** Why the employer cannot act on its lock. */
export function lockFault(status: InvoiceStatus, invoiceId: string, employer: string, timeMs: number): Rejection | undefined {
  const holder = lockedBy(status, timeMs)
  if (holder === employer) return undefined
  const message = holder === undefined ? `no lock on ${invoiceId} lasts` : `${invoiceId} is locked by ${holder}`
  return refuse('invoices/not-locked', message, 'invoiceId')
}

/** `LOCKED` → `FREE`: the employer released it, or its time is over. */
export function endLock(state: StateWriter, invoiceId: string, status: InvoiceStatus): void {
  const { claim: _, ...rest } = status
  statuses.put(state, invoiceId, { ...rest, reimbursement: 'FREE' })
  emit(state, 'axisChanged', { axis: 'reimbursement', from: 'LOCKED', invoiceId, to: 'FREE' })
}
