import { assert } from '@hanse/primitives'
import { message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { partyId } from '../../fields.ts'
import { uetr } from '../codecs.ts'
import { refundLegs } from '../legs.ts'
import { loadAsAgent, movePayment, statusFault } from '../payment-store.ts'
import { refuse } from '../rejections.ts'

/** The agent that held a payment lets it go on. The payer's leg is its own again until it is locked. */
export const release = defineCommand({
  summary: 'The agent that holds a payment: lets it go on',
  params: message(hanse.payments.v1.AgentParams, { uetr, agent: partyId() }),
  execute(context, state, { uetr: id, agent }) {
    const loaded = loadAsAgent(context, state, id, agent)
    if (!loaded.ok) return loaded.error
    const payment = loaded.value
    const fault = statusFault(payment, 'PDNG')
    if (fault !== undefined) return fault
    const { hold } = payment
    assert(hold !== undefined, `${id} is PDNG without a hold`)
    if (hold.agent !== agent) return refuse('payments/not-holder', `${hold.agent} holds ${id}`, 'agent')
    if (context.timeMs >= hold.deadlineMs) {
      return refuse('payments/hold-expired', `the hold ended at ${hold.deadlineMs}, it is ${context.timeMs}`, 'uetr')
    }
    refundLegs(state, payment)
    movePayment(state, payment, 'ACCP', { atMs: context.timeMs, by: agent })
    return undefined
  },
})
