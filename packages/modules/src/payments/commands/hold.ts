import { message, uint } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { partyId, reference } from '../../fields.ts'
import { reserve } from '../../settlement/api.ts'
import { statusReason, uetr } from '../codecs.ts'
import { payerLeg } from '../legs.ts'
import { HOLD_MS_MAX, HOLDS_MAX } from '../limits.ts'
import { loadAsAgent, movePayment, statusFault } from '../payment-store.ts'
import { refuse } from '../rejections.ts'
import { deadlines } from '../store.ts'

/**
 * Domain §2, PDNG: an agent stops a payment for a reason, until a deadline. The payer's leg waits in the payment's vault, so that a held
 * payment stays covered; at the deadline it goes back by itself and the payment is rejected (invariant 8).
 */
export const hold = defineCommand({
  summary: 'Either agent: holds an accepted payment for a reason, until a deadline that rejects and refunds it',
  params: message(hanse.payments.v1.HoldParams, { uetr, agent: partyId(), reason: statusReason, note: reference(), deadlineMs: uint() }),
  execute(context, state, { uetr: id, agent, reason, note, deadlineMs }) {
    const loaded = loadAsAgent(context, state, id, agent)
    if (!loaded.ok) return loaded.error
    const payment = loaded.value
    const fault = statusFault(payment, 'ACCP')
    if (fault !== undefined) return fault
    if (payment.holds >= HOLDS_MAX) return refuse('payments/too-many-holds', `${id} was held ${payment.holds} times`, 'uetr')
    const { timeMs: atMs } = context
    if (deadlineMs <= atMs || deadlineMs > atMs + HOLD_MS_MAX) {
      return refuse('payments/bad-deadline', `${deadlineMs} is not within 5 days after ${atMs}`, 'deadlineMs')
    }
    const uncovered = reserve(context, state, payerLeg(payment))
    if (uncovered !== undefined) return uncovered
    const changes = { hold: { agent, reason, note, deadlineMs }, holds: payment.holds + 1 }
    movePayment(state, payment, 'PDNG', { atMs, reason, by: agent }, changes)
    deadlines.schedule(state, deadlineMs, `hold ${id}`)
    return undefined
  },
})
