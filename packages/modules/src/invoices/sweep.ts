import type { BlockContext, StateWriter } from '@hanse/state'
import { endLock } from './claims.ts'
import { DUE_ITEMS_PER_BLOCK_MAX, EVENTS_PER_DEADLINE_MAX } from './limits.ts'
import type { InvoiceStatus } from './status.ts'
import { deadlines, emit, statuses } from './store.ts'

/**
 * Silence until the deadline of the buyer's country is acceptance. What was queried was answered: it waits for as long as it takes. Gives
 * the status as it is then.
 */
export function expireResponse(state: StateWriter, invoiceId: string, status: InvoiceStatus, timeMs: number): InvoiceStatus {
  const { response, respondByMs, buyerId, legal } = status
  const isSilent = response === 'ISSUED' || response === 'RECEIVED'
  if (!isSilent || respondByMs === undefined || respondByMs > timeMs || legal === 'RED') return status
  const { responseCode: _code, responseReason: _reason, ...rest } = status
  const accepted: InvoiceStatus = { ...rest, response: 'ACCEPTED' }
  statuses.put(state, invoiceId, accepted)
  emit(state, 'acceptanceDeemed', { invoiceId, buyerId, respondByMs })
  emit(state, 'axisChanged', { axis: 'response', from: response, invoiceId, to: 'ACCEPTED' })
  return accepted
}

/** Works off deadlines, a bounded number a block. Commands judge times themselves: a late sweep makes nothing valid longer. */
export function atBlock({ timeMs }: BlockContext, state: StateWriter): void {
  deadlines.workOff(state, timeMs, { itemsMax: DUE_ITEMS_PER_BLOCK_MAX, eventsPerItemMax: EVENTS_PER_DEADLINE_MAX }, (item) => {
    const [kind = '', invoiceId = ''] = item.split(' ')
    const status = statuses.require(state, invoiceId)
    if (kind === 'response') expireResponse(state, invoiceId, status, timeMs)
    // A lock that was released, or is a later one, stays as it is.
    else if (status.reimbursement === 'LOCKED' && (status.claim?.expiresAtMs ?? 0) <= timeMs) endLock(state, invoiceId, status)
  })
}
