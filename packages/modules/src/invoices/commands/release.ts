import type { Rejection } from '@hanse/primitives'
import { type FieldValue, message } from '@hanse/protocol'
import { defineCommand, type StateWriter, type TransactionContext } from '@hanse/state'
import { hanse } from '../../../generated/invoices.js'
import { signerFor } from '../../organizations/api.ts'
import { endLock, lockFault } from '../claims.ts'
import { invoiceIdField } from '../invoice.ts'
import { notFound } from '../rejections.ts'
import { statuses } from '../store.ts'

const params = message(hanse.invoices.v1.Release, { invoiceId: invoiceIdField() })

export const release = defineCommand({
  summary: 'The employer gives up its lock on an invoice that it does not reimburse.',
  params,
  execute: releaseInvoice,
})

/** Gives something back, so an employer that was suspended since may do it too. */
function releaseInvoice(context: TransactionContext, state: StateWriter, { invoiceId }: FieldValue<typeof params>): Rejection | undefined {
  const employer = signerFor(context, state)
  if (!employer.ok) return employer.error
  const status = statuses.get(state, invoiceId)
  if (status === undefined) return notFound(invoiceId)
  const fault = lockFault(status, invoiceId, employer.value.partyId, context.timeMs)
  if (fault !== undefined) return fault
  endLock(state, invoiceId, status)
  return undefined
}
