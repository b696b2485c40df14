import { assert, type Rejection } from '@hanse/primitives'
import { message } from '@hanse/protocol'
import { defineCommand, type StateWriter, type TransactionContext } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { partyId } from '../../fields.ts'
import { takeClearance } from '../../supervision/api.ts'
import { type Payment, uetr } from '../codecs.ts'
import { refundLegs } from '../legs.ts'
import { loadAsAgent, movePayment, statusFault } from '../payment-store.ts'
import { refuse } from '../rejections.ts'
import { acceptScreened } from '../screening.ts'

type Hold = NonNullable<Payment['hold']>

function holdFault({ timeMs }: TransactionContext, state: StateWriter, agent: string, hold: Hold): Rejection | undefined {
  const { agent: holder, callDigest, deadlineMs } = hold
  if (holder !== undefined && holder !== agent) return refuse('payments/not-holder', `${holder} holds it`, 'agent')
  if (timeMs >= deadlineMs) return refuse('payments/hold-expired', `the hold ended at ${deadlineMs}, it is ${timeMs}`, 'uetr')
  if (callDigest === undefined || takeClearance(state, callDigest, timeMs)) return undefined
  return refuse('payments/not-cleared', `${hold.note}, call ${callDigest}`, 'uetr')
}

/**
 * The agent that held a payment lets it go on; or either agent does, once the regulator has cleared what a rule holds: so it is never the
 * regulator that moves it. The payer's leg is its own again until it is locked.
 */
export const release = defineCommand({
  summary: 'The agent that holds a payment, or either agent once the regulator has cleared it: lets it go on',
  params: message(hanse.payments.v1.AgentParams, { uetr, agent: partyId() }),
  execute(context, state, { uetr: id, agent }) {
    const loaded = loadAsAgent(context, state, id, agent)
    if (!loaded.ok) return loaded.error
    const payment = loaded.value
    const fault = statusFault(payment, 'PDNG')
    if (fault !== undefined) return fault
    const { hold } = payment
    assert(hold !== undefined, `${id} is PDNG without a hold`)
    const stands = holdFault(context, state, agent, hold)
    if (stands !== undefined) return stands
    refundLegs(state, payment)
    const move = { atMs: context.timeMs, by: agent }
    // A rule held it before it was screened.
    if (hold.callDigest === undefined) movePayment(state, payment, 'ACCP', move)
    else acceptScreened(state, movePayment(state, payment, 'ACTC', move), move)
    return undefined
  },
})
