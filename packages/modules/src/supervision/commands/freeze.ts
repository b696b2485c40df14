import { defineCommand } from '@hanse/state'
import { requireParty } from '../../organizations/api.ts'
import { freezeCodec } from '../codecs.ts'
import { ordersOn } from '../freezing.ts'
import { FREEZE_LIFETIME_MS_MAX, FREEZE_ORDERS_MAX } from '../limits.ts'
import { requireOffice } from '../offices.ts'
import { refuse } from '../rejections.ts'
import { deadlines, emit, freezes } from '../store.ts'

/**
 * Domain §9, freeze: of a party's accounts of money, by an order whose hash stays, until a day. Orders of one authority or of several stand
 * side by side, and the accounts are free when the last has ended. Certificates are frozen one by one, by `receivables.freeze`.
 */
export const freeze = defineCommand({
  summary: 'Court or regulator: freezes a party’s accounts by an order, until an expiry',
  params: freezeCodec,
  execute(context, state, { partyId, orderHash, expiresAtMs }) {
    const office = requireOffice(context, state, ['court', 'regulator'])
    if (!office.ok) return office.error
    const party = requireParty(state, partyId, 'partyId')
    if (!party.ok) return party.error
    if (expiresAtMs <= context.timeMs || expiresAtMs > context.timeMs + FREEZE_LIFETIME_MS_MAX) {
      return refuse('supervision/bad-expiry', `${expiresAtMs} is not within 366 days after ${context.timeMs}`, 'expiresAtMs')
    }
    const { partyId: authority } = office.value
    // The same order again renews it; another one stands beside it.
    const others = ordersOn(state, partyId).filter((order) => order.authority !== authority || order.orderHash !== orderHash)
    if (others.length >= FREEZE_ORDERS_MAX) {
      return refuse('supervision/too-many-orders', `${others.length} orders freeze ${partyId}`, 'partyId')
    }
    freezes.put(state, partyId, { orders: [...others, { authority, orderHash, expiresAtMs, placedAtMs: context.timeMs }] })
    deadlines.schedule(state, expiresAtMs, `freeze ${partyId}`)
    emit(state, 'frozen', { authority, expiresAtMs, orderHash, partyId })
    return undefined
  },
})
