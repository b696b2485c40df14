import { defineCommand } from '@hanse/state'
import { requireParty } from '../../organizations/api.ts'
import { unfreezeCodec } from '../codecs.ts'
import { endOrders, ordersOn } from '../freezing.ts'
import { requireOffice } from '../offices.ts'
import { refuse } from '../rejections.ts'

/** Domain §9, unfreeze: the authority lifts the order that it gave. */
export const unfreeze = defineCommand({
  summary: 'Court or regulator: lifts its own freeze of a party’s accounts',
  params: unfreezeCodec,
  execute(context, state, { partyId, orderHash }) {
    const office = requireOffice(context, state, ['court', 'regulator'])
    if (!office.ok) return office.error
    const party = requireParty(state, partyId, 'partyId')
    if (!party.ok) return party.error
    const { partyId: authority } = office.value
    const orders = ordersOn(state, partyId)
    if (!orders.some((order) => order.authority === authority && order.orderHash === orderHash)) {
      const standing = orders.map((order) => `${order.orderHash} of ${order.authority}`).join(', ')
      return refuse('supervision/not-freezer', `${partyId} is frozen by ${standing === '' ? 'no order' : standing}`, 'orderHash')
    }
    endOrders(state, partyId, (order) => order.authority === authority && order.orderHash === orderHash, `lifted by ${authority}`)
    return undefined
  },
})
