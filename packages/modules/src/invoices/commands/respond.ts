import type { Rejection } from '@hanse/primitives'
import { choice, type FieldValue, message, optional } from '@hanse/protocol'
import { defineCommand, type StateWriter, type TransactionContext } from '@hanse/state'
import { hanse } from '../../../generated/invoices.js'
import { reference } from '../../fields.ts'
import { requireOperator } from '../../organizations/api.ts'
import { invoiceIdField } from '../invoice.ts'
import { notFound, refuse } from '../rejections.ts'
import { mayRespond, RESPONSE_CODES, RESPONSES, type ResponseCode } from '../responses.ts'
import type { InvoiceStatus } from '../status.ts'
import { emit, statuses } from '../store.ts'
import { expireResponse } from '../sweep.ts'

const params = message(hanse.invoices.v1.Respond, {
  invoiceId: invoiceIdField(),
  response: choice(...RESPONSE_CODES),
  reason: optional(reference()),
})
type Respond = FieldValue<typeof params>

export const respond = defineCommand({
  summary:
    'The buyer answers an invoice, by UNCL 4343: AB received, UQ queried, CA accepted on a condition, RE rejected, AP accepted, PD paid.',
  params,
  execute: answer,
})

function answer(context: TransactionContext, state: StateWriter, given: Respond): Rejection | undefined {
  const { invoiceId, response, reason } = given
  const found = statuses.get(state, invoiceId)
  if (found === undefined) return notFound(invoiceId)
  const buyer = requireOperator(context, state, { partyId: found.buyerId })
  if (!buyer.ok) return buyer.error
  // The deadline counts from its first moment, whether or not a block has swept it yet.
  const status = expireResponse(state, invoiceId, found, context.timeMs)
  const fault = answerFault(status, given) ?? rejectionFault(status, response)
  if (fault !== undefined) return fault
  const { responseReason: _, ...rest } = status
  const to = RESPONSES[response].state
  const more = reason === undefined ? {} : { responseReason: reason }
  statuses.put(state, invoiceId, { ...rest, response: to, responseCode: response, ...more })
  emit(state, 'responded', { invoiceId, code: response, reason })
  if (to !== status.response) emit(state, 'axisChanged', { axis: 'response', from: status.response, invoiceId, to })
  return undefined
}

function answerFault(status: InvoiceStatus, { invoiceId, response, reason }: Respond): Rejection | undefined {
  if (!mayRespond(status.response, status.responseCode, response)) {
    const since = status.responseCode === undefined ? '' : ` (${status.responseCode})`
    return refuse('invoices/bad-response', `from ${status.response}${since} to ${response}`, 'response')
  }
  if (response === 'PD' && status.payment !== 'PAID') {
    return refuse('invoices/not-paid', `the payment of ${invoiceId} is ${status.payment}, and PD makes it no other`, 'response')
  }
  if (RESPONSES[response].needsReason && reason === undefined) {
    return refuse('invoices/response-reason', `${response} needs a reason`, 'reason')
  }
  return undefined
}

function rejectionFault(
  { finance, tax, deductedAtMs, reimbursement, payment }: InvoiceStatus,
  response: ResponseCode,
): Rejection | undefined {
  if (response !== 'RE') return undefined
  if (finance !== 'FREE') return refuse('invoices/bad-response', `a receivable stands on it: finance is ${finance}`, 'response')
  if (tax === 'DEDUCTED') return refuse('invoices/bad-response', `its VAT was deducted at ${deductedAtMs}`, 'response')
  if (reimbursement === 'REIMBURSED') return refuse('invoices/bad-response', 'an employer has reimbursed it', 'response')
  return payment === 'UNPAID' ? undefined : refuse('invoices/bad-response', `its payment is ${payment}`, 'response')
}
