import type { Rejection } from '@hanse/primitives'
import { choice, type FieldValue, message, optional } from '@hanse/protocol'
import { defineCommand, type StateWriter, type TransactionContext } from '@hanse/state'
import { hanse } from '../../../generated/invoices.js'
import { reference } from '../../fields.ts'
import { requireOperator } from '../../organizations/api.ts'
import type { ResponseState } from '../axes.ts'
import { invoiceIdField } from '../invoice.ts'
import { notFound, refuse } from '../rejections.ts'
import { emit, statuses } from '../store.ts'

const params = message(hanse.invoices.v1.Respond, {
  invoiceId: invoiceIdField(),
  response: choice('RECEIVED', 'QUERIED', 'ACCEPTED', 'REJECTED'),
  reason: optional(reference()),
})

/** UNCL 4343: AB, UQ, AP and RE. What is accepted or rejected stays so. */
const NEXT_RESPONSES: Readonly<Record<ResponseState, readonly ResponseState[]>> = {
  ISSUED: ['RECEIVED', 'QUERIED', 'ACCEPTED', 'REJECTED'],
  RECEIVED: ['QUERIED', 'ACCEPTED', 'REJECTED'],
  QUERIED: ['ACCEPTED', 'REJECTED'],
  ACCEPTED: [],
  REJECTED: [],
}

export const respond = defineCommand({
  summary: 'The buyer says that it received, queries, accepts or rejects an invoice.',
  params,
  execute: answer,
})

function answer(
  context: TransactionContext,
  state: StateWriter,
  { invoiceId, response, reason }: FieldValue<typeof params>,
): Rejection | undefined {
  const status = statuses.get(state, invoiceId)
  if (status === undefined) return notFound(invoiceId)
  const buyer = requireOperator(context, state, { partyId: status.buyerId })
  if (!buyer.ok) return buyer.error
  if (!NEXT_RESPONSES[status.response].includes(response)) {
    return refuse('invoices/bad-response', `from ${status.response} to ${response}`, 'response')
  }
  if (response === 'REJECTED' && status.finance !== 'FREE') {
    return refuse('invoices/bad-response', `a receivable stands on it: finance is ${status.finance}`, 'response')
  }
  if (response === 'REJECTED' && status.tax === 'DEDUCTED') {
    return refuse('invoices/bad-response', `its VAT was deducted at ${status.deductedAtMs}`, 'response')
  }
  const { responseReason: _, ...rest } = status
  statuses.put(state, invoiceId, { ...rest, response, ...(reason === undefined ? {} : { responseReason: reason }) })
  emit(state, 'axisChanged', { axis: 'response', from: status.response, invoiceId, to: response })
  return undefined
}
