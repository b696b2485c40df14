import { indexList, table, textValue } from '@hanse/state'
import { emitterOf } from '../emitter.ts'
import { events } from './events.ts'
import { invoiceCodec } from './invoice.ts'
import { quotaCodec, redLetterCodec, statusCodec } from './status.ts'

export const MODULE_NAME = 'invoices'

/** By invoice id: the terms, which never change. */
export const documents = table({ module: MODULE_NAME, name: 'document', value: invoiceCodec })
/** By invoice id: what happened since. */
export const statuses = table({ module: MODULE_NAME, name: 'status', value: statusCodec })
/** By invoice id and position. */
export const redLetters = table({ module: MODULE_NAME, name: 'red-letter', value: redLetterCodec })
/** By the id of the red letter's own number: the invoice it is of. */
export const redLetterNumbers = table({ module: MODULE_NAME, name: 'red-letter-number', value: textValue })
/** By seller, currency and month. */
export const quotas = table({ module: MODULE_NAME, name: 'quota', value: quotaCodec })
/** By seller: ids of its invoices, oldest first. */
export const bySeller = indexList({ module: MODULE_NAME, name: 'by-seller', item: textValue })
/** By buyer: ids of its invoices, oldest first. */
export const byBuyer = indexList({ module: MODULE_NAME, name: 'by-buyer', item: textValue })

export const emit = emitterOf(MODULE_NAME, events)
