import type { Rejection } from '@hanse/primitives'
import { type FieldValue, message, uint } from '@hanse/protocol'
import { defineCommand, type StateWriter, type TransactionContext } from '@hanse/state'
import { hanse } from '../../../generated/invoices.js'
import { reference } from '../../fields.ts'
import { requireOperator } from '../../organizations/api.ts'
import { claimFault, lockedBy } from '../claims.ts'
import { invoiceIdField } from '../invoice.ts'
import { LOCK_MS_MAX } from '../limits.ts'
import { notFound, refuse } from '../rejections.ts'
import { deadlines, emit, statuses } from '../store.ts'

const params = message(hanse.invoices.v1.Lock, { invoiceId: invoiceIdField(), claimReference: reference(), expiresAtMs: uint() })

export const lock = defineCommand({
  summary: 'An employer locks an invoice that somebody claims from it; the first lock of any employer wins until it ends.',
  params,
  execute: lockInvoice,
})

function lockInvoice(context: TransactionContext, state: StateWriter, given: FieldValue<typeof params>): Rejection | undefined {
  const { invoiceId, claimReference, expiresAtMs } = given
  const { timeMs } = context
  const employer = requireOperator(context, state, { role: 'employer' })
  if (!employer.ok) return employer.error
  const status = statuses.get(state, invoiceId)
  if (status === undefined) return notFound(invoiceId)
  const holder = lockedBy(status, timeMs)
  if (holder !== undefined) {
    return refuse('invoices/already-locked', `${holder} locked ${invoiceId} until ${status.claim?.expiresAtMs}`, 'invoiceId')
  }
  const fault = claimFault(status, invoiceId)
  if (fault !== undefined) return fault
  if (expiresAtMs <= timeMs || expiresAtMs > timeMs + LOCK_MS_MAX) {
    return refuse('invoices/bad-expiry', `${expiresAtMs} is not between ${timeMs} and ${timeMs + LOCK_MS_MAX}`, 'expiresAtMs')
  }
  const { partyId } = employer.value
  const claim = { employer: partyId, claimReference, lockedAtMs: timeMs, expiresAtMs }
  statuses.put(state, invoiceId, { ...status, reimbursement: 'LOCKED', claim })
  deadlines.schedule(state, expiresAtMs, `lock ${invoiceId}`)
  emit(state, 'locked', { invoiceId, employer: partyId, expiresAtMs })
  // One that ended and was not swept yet goes over to the next without having been free.
  if (status.reimbursement !== 'LOCKED')
    emit(state, 'axisChanged', { axis: 'reimbursement', from: status.reimbursement, invoiceId, to: 'LOCKED' })
  return undefined
}
