import { requireActiveParty, requireOperator } from '@hanse/modules'
import { defineMessage, uint } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { emit } from '../events.ts'
import { addPoints } from '../points.ts'
import { partyId, reasonText } from '../store.ts'

/** A firm gives points to a partner. Any of the firm's operators may sign; both parties are active. */
export const grant = defineCommand({
  summary: 'Firm: gives points to a partner',
  params: defineMessage({ from: [1, partyId()], to: [2, partyId()], points: [3, uint()], reason: [4, reasonText()] }),
  execute(context, state, { from, to, points, reason }) {
    const firm = requireOperator(context, state, { partyId: from })
    if (!firm.ok) return firm.error
    const partner = requireActiveParty(state, to, context.timeMs, { path: 'to' })
    if (!partner.ok) return partner.error
    const refused = addPoints(state, to, points)
    if (refused !== undefined) return refused
    emit(state, 'granted', { from, points, reason, to })
    return undefined
  },
})
