import { dueQueue, indexList, type StateReader, table, textValue } from '@hanse/state'
import { emitterOf } from '../emitter.ts'
import {
  complianceCodec,
  detailsCodec,
  type PaymentsParams,
  paramsCodec,
  paymentCodec,
  quotaLimitCodec,
  quoteCodec,
  tokenRequestCodec,
  totalCodec,
} from './codecs.ts'
import { events } from './events.ts'
import { DUE_BUCKET_MS } from './limits.ts'

export const MODULE_NAME = 'payments'
const module = MODULE_NAME

/** By UETR: never deleted, so that none is used twice. */
export const payments = table({ module, name: 'payment', value: paymentCodec })
/** By UETR: names, accounts, purpose. */
export const details = table({ module, name: 'details', value: detailsCodec })
/** By UETR: what debtor and creditor were screened against, and by whom. */
export const compliances = table({ module, name: 'compliance', value: complianceCodec })
/** By [UETR, provider]: the latest of each. */
export const quotes = table({ module, name: 'quote', value: quoteCodec })
/** By [currency, bank]: what the issuer lets it initiate a day. */
export const quotaLimits = table({ module, name: 'quota-limit', value: quotaLimitCodec })
/** By [currency, bank, date]: what it initiated that day, without what was rejected. */
export const quotaUsed = table({ module, name: 'quota-used', value: totalCodec })
/** By [bank, requestId]. */
export const tokenRequests = table({ module, name: 'token-request', value: tokenRequestCodec })
/** UETRs by agent, in the order of their initiation: all that it sends or receives. */
export const paymentsOfAgent = indexList({ module, name: 'agent-payments', item: textValue })
/** UETRs by creditor agent whose creditor was not credited in time. */
export const latePayments = indexList({ module, name: 'late', item: textValue })
/** `kind uetr`: see `sweep.ts`. */
export const deadlines = dueQueue({ module, name: 'due', bucketMs: DUE_BUCKET_MS })

const paramsTable = table({ module, name: 'params', value: paramsCodec })
const PARAMS_KEY = 'all'

export function paramsOf(state: StateReader): PaymentsParams {
  return paramsTable.require(state, PARAMS_KEY)
}

export const emit = emitterOf(MODULE_NAME, events)
export { PARAMS_KEY, paramsTable }
