import { dueQueue, indexList, type StateReader, table, textValue } from '@hanse/state'
import { emitterOf } from '../emitter.ts'
import { certificateCodec, lineCodec, paramsCodec, type ReceivablesParams, rootCodec } from './codecs.ts'
import { events } from './events.ts'
import { DUE_BUCKET_MS } from './limits.ts'

export const MODULE_NAME = 'receivables'
const module = MODULE_NAME

/** By lineId. */
export const lines = table({ module, name: 'line', value: lineCodec })
/** By the root certificate's number. */
export const roots = table({ module, name: 'root', value: rootCodec })
/** By certNo: live ones and records alike. */
export const certificates = table({ module, name: 'certificate', value: certificateCodec })
/** LineIds by core firm, and by bank. */
export const linesOfParty = indexList({ module, name: 'party-lines', item: textValue })
/** CertNos by party: all that it controlled at some time, each once, in the order it got them. */
export const heldBy = indexList({ module, name: 'held', item: textValue })
/** Root certNos by invoice: all that ever stood on it. */
export const rootsOfInvoice = indexList({ module, name: 'invoice-roots', item: textValue })
/** CertNos at the end of an order to freeze them. */
export const freezeEnds = dueQueue({ module, name: 'freeze-end', bucketMs: DUE_BUCKET_MS })
/** `kind certNo`: see `sweep.ts`. */
export const deadlines = dueQueue({ module, name: 'due', bucketMs: DUE_BUCKET_MS })

const paramsTable = table({ module, name: 'params', value: paramsCodec })
const PARAMS_KEY = 'all'

export function paramsOf(state: StateReader): ReceivablesParams {
  return paramsTable.require(state, PARAMS_KEY)
}

export const emit = emitterOf(MODULE_NAME, events)
export { PARAMS_KEY, paramsTable }
