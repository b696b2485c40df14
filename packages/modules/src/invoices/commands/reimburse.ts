import { assert, type Rejection } from '@hanse/primitives'
import { type FieldValue, message } from '@hanse/protocol'
import { defineCommand, type StateWriter, type TransactionContext } from '@hanse/state'
import { hanse } from '../../../generated/invoices.js'
import { requireOperator } from '../../organizations/api.ts'
import { claimFault, lockFault } from '../claims.ts'
import { invoiceIdField } from '../invoice.ts'
import { notFound } from '../rejections.ts'
import { emit, statuses } from '../store.ts'

const params = message(hanse.invoices.v1.Reimburse, { invoiceId: invoiceIdField() })

export const reimburse = defineCommand({
  summary: 'The employer that holds the lock reimburses who paid the invoice: once, for all employers and for ever.',
  params,
  execute: reimburseInvoice,
})

function reimburseInvoice(
  context: TransactionContext,
  state: StateWriter,
  { invoiceId }: FieldValue<typeof params>,
): Rejection | undefined {
  const employer = requireOperator(context, state, { role: 'employer' })
  if (!employer.ok) return employer.error
  const status = statuses.get(state, invoiceId)
  if (status === undefined) return notFound(invoiceId)
  const fault = claimFault(status, invoiceId) ?? lockFault(status, invoiceId, employer.value.partyId, context.timeMs)
  if (fault !== undefined) return fault
  const { claim } = status
  assert(claim !== undefined, 'a lock has an employer')
  statuses.put(state, invoiceId, { ...status, reimbursement: 'REIMBURSED', claim: { ...claim, reimbursedAtMs: context.timeMs } })
  emit(state, 'axisChanged', { axis: 'reimbursement', from: 'LOCKED', invoiceId, to: 'REIMBURSED' })
  return undefined
}
