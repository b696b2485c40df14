import { dueQueue, indexList, type StateReader, table, textValue } from '@hanse/state'
import { emitterOf } from '../emitter.ts'
import {
  auctionCodec,
  certificateCodec,
  documentUseCodec,
  lineCodec,
  paramsCodec,
  paymentAlarmCodec,
  type ReceivablesParams,
  registrationCodec,
  registrationCountCodec,
  rootCodec,
  screeningCodec,
} from './codecs.ts'
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
/** By certNo: its last auction. */
export const auctions = table({ module, name: 'auction', value: auctionCodec })
/** By [type, issuer, payee, reference]: what issues have taken of orders and goods receipts. */
export const documentUses = table({ module, name: 'document-use', value: documentUseCodec })
/** By [invoiceId, place among the claims on it]. */
export const registrations = table({ module, name: 'registration', value: registrationCodec })
/** How many claims the youngest block with any has registered, under `ALL`. */
export const registrationCounts = table({ module, name: 'registration-count', value: registrationCountCodec })
/** By core firm: issues that it pays late, each once. */
export const alarmsOfCore = indexList({ module, name: 'payment-alarms', item: paymentAlarmCodec })
/** By partyId: its last screening. */
export const screenings = table({ module, name: 'screening', value: screeningCodec })
/** CertNos at the end of an order to freeze them. */
export const freezeEnds = dueQueue({ module, name: 'freeze-end', bucketMs: DUE_BUCKET_MS })
/** `kind certNo`: see `sweep.ts`. */
export const deadlines = dueQueue({ module, name: 'due', bucketMs: DUE_BUCKET_MS })

const paramsTable = table({ module, name: 'params', value: paramsCodec })
/** The one key of what is kept once. */
export const ALL = 'all'

export function paramsOf(state: StateReader): ReceivablesParams {
  return paramsTable.require(state, ALL)
}

export const emit = emitterOf(MODULE_NAME, events)
export { paramsTable }
