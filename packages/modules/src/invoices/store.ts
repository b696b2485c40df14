import { dueQueue, indexList, type StateReader, table, textValue } from '@hanse/state'
import { emitterOf } from '../emitter.ts'
import { events } from './events.ts'
import { invoiceCodec } from './invoice.ts'
import { DUE_BUCKET_MS } from './limits.ts'
import { type InvoiceParams, paramsCodec } from './params.ts'
import { quotaCodec, redLetterCodec, ringAlarmCodec, settlementCodec, statusCodec } from './status.ts'

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
/** By invoice id: what paid it, oldest first. */
export const settlements = indexList({ module: MODULE_NAME, name: 'settlement', item: settlementCodec })
/** By period, seller and buyer: the first invoice of the one to the other in it. */
export const trades = table({ module: MODULE_NAME, name: 'trade', value: textValue })
/** By period and seller: whom it invoiced in it, each once. */
export const buyersOf = indexList({ module: MODULE_NAME, name: 'buyers-of', item: textValue })
/** By period. */
export const ringAlarmsOf = indexList({ module: MODULE_NAME, name: 'ring-alarm', item: ringAlarmCodec })
/** `KIND INVOICE`: answers that are deemed given, locks that expire. */
export const deadlines = dueQueue({ module: MODULE_NAME, name: 'deadline', bucketMs: DUE_BUCKET_MS })
export const paramsTable = table({ module: MODULE_NAME, name: 'params', value: paramsCodec })
export const PARAMS_KEY = ''

export function paramsOf(state: StateReader): InvoiceParams {
  return paramsTable.require(state, PARAMS_KEY)
}

export const emit = emitterOf(MODULE_NAME, events)
