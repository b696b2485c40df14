import { message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/settlement.js'
import { currency, partyId } from '../../fields.ts'
import { requireOperator } from '../../organizations/api.ts'
import { heldBy } from '../accounts.ts'
import { transfer } from '../api.ts'
import { parkingOf } from '../move.ts'
import { refuse } from '../rejections.ts'

/** A party fetches what it was owed while it had no room for it below its limit, all at once. */
export const claimParked = defineCommand({
  summary: 'Payee: fetches what it was owed while it held as much as the issuer allows',
  params: message(hanse.settlement.v1.ClaimParked, { partyId: partyId(), currency: currency() }),
  execute(context, state, { partyId: payee, currency: code }) {
    const party = requireOperator(context, state, { partyId: payee })
    if (!party.ok) return party.error
    const from = parkingOf(payee)
    const amount = heldBy(state, from, code)
    if (amount === 0n) return refuse('settlement/nothing-parked', `nothing of ${code} waits for ${payee}`, 'currency')
    return transfer(state, { from, to: payee, currency: code, amount, reference: 'parked' })
  },
})
