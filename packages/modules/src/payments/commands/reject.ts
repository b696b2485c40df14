import { message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { partyId } from '../../fields.ts'
import { statusReason, uetr } from '../codecs.ts'
import { loadAsAgent, rejectPayment, stoppableFault } from '../payment-store.ts'

/** Domain §2, RJCT: either agent refuses a payment before it is settled; what was locked goes back. */
export const reject = defineCommand({
  summary: 'Either agent: rejects a payment before it is settled, with an ISO 20022 reason',
  params: message(hanse.payments.v1.Reject, { uetr, agent: partyId(), reason: statusReason }),
  execute(context, state, { uetr: id, agent, reason }) {
    const loaded = loadAsAgent(context, state, id, agent)
    if (!loaded.ok) return loaded.error
    const fault = stoppableFault(loaded.value)
    if (fault !== undefined) return fault
    rejectPayment(state, loaded.value, { atMs: context.timeMs, reason, by: agent })
    return undefined
  },
})
