import { ok } from '@hanse/primitives'
import { defineMessage, object, uint } from '@hanse/protocol'
import { defineQuery } from '@hanse/state'
import { accounts, partyId } from './store.ts'

export const account = defineQuery({
  summary: 'How many points a party has',
  args: defineMessage({ partyId: [1, partyId()] }),
  result: object({ partyId: partyId(), points: uint() }),
  read: (_block, state, args) => ok({ partyId: args.partyId, points: accounts.get(state, args.partyId)?.points ?? 0 }),
})
