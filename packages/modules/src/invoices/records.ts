import { object } from '@hanse/protocol'
import { defineRecord } from '@hanse/state'
import { invoiceCodec, invoiceIdField } from './invoice.ts'
import { statusCodec } from './status.ts'
import { documents, statuses } from './store.ts'

const key = object({ invoiceId: invoiceIdField() })

export const records = {
  invoice: defineRecord({
    summary: 'An invoice’s terms, which never change',
    key,
    value: invoiceCodec,
    keyOf: ({ invoiceId }) => documents.keyOf(invoiceId),
  }),
  status: defineRecord({
    summary: 'What happened to an invoice since it was issued',
    key,
    value: statusCodec,
    keyOf: ({ invoiceId }) => statuses.keyOf(invoiceId),
  }),
}
