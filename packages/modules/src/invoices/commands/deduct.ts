import type { Rejection } from '@hanse/primitives'
import { type FieldValue, message } from '@hanse/protocol'
import { defineCommand, type StateWriter, type TransactionContext } from '@hanse/state'
import { hanse } from '../../../generated/invoices.js'
import { requireOperator } from '../../organizations/api.ts'
import { invoiceIdField } from '../invoice.ts'
import { notFound, refuse } from '../rejections.ts'
import { documents, emit, statuses } from '../store.ts'

const params = message(hanse.invoices.v1.Deduct, { invoiceId: invoiceIdField() })

export const deduct = defineCommand({
  summary: 'The buyer, who must be the party of BT-48, deducts the VAT of a valid invoice; once.',
  params,
  execute: deductVat,
})

function deductVat(context: TransactionContext, state: StateWriter, { invoiceId }: FieldValue<typeof params>): Rejection | undefined {
  const status = statuses.get(state, invoiceId)
  if (status === undefined) return notFound(invoiceId)
  const buyer = requireOperator(context, state, { partyId: status.buyerId })
  if (!buyer.ok) return buyer.error
  const { buyer: stated, totals } = documents.require(state, invoiceId)
  if (stated.vatId === undefined) return refuse('invoices/no-buyer-vat-id', `${invoiceId} has no BT-48`)
  if (status.tax === 'DEDUCTED') return refuse('invoices/already-deducted', `${invoiceId} was deducted at ${status.deductedAtMs}`)
  if (status.legal !== 'VALID') return refuse('invoices/not-valid', `${invoiceId} is ${status.legal}`)
  if (status.response === 'REJECTED') return refuse('invoices/rejected-by-buyer', `${status.buyerId} rejected ${invoiceId}`)
  if ((totals.vatTotal ?? 0n) <= 0n) return refuse('invoices/no-vat', `the VAT total of ${invoiceId} is ${totals.vatTotal ?? 0n}`)
  statuses.put(state, invoiceId, { ...status, tax: 'DEDUCTED', deductedAtMs: context.timeMs })
  emit(state, 'axisChanged', { axis: 'tax', from: status.tax, invoiceId, to: 'DEDUCTED' })
  return undefined
}
