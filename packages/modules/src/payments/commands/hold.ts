import { message, uint } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { partyId, reference } from '../../fields.ts'
import { statusReason, uetr } from '../codecs.ts'
import { holdPayment } from '../holding.ts'
import { HOLD_MS_MAX } from '../limits.ts'
import { loadAsAgent, statusFault } from '../payment-store.ts'
import { refuse } from '../rejections.ts'

/**
 * Domain §2, PDNG: an agent stops a payment for a reason, until a deadline, at which it is rejected and the payer has its money back
 * (invariant 8).
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
    if (deadlineMs <= context.timeMs || deadlineMs > context.timeMs + HOLD_MS_MAX) {
      return refuse('payments/bad-deadline', `${deadlineMs} is not within 5 days after ${context.timeMs}`, 'deadlineMs')
    }
    return holdPayment(context, state, payment, { agent, reason, note, deadlineMs })
  },
})
