import type { Rejection } from '@hanse/primitives'
import type { StateReader, StateWriter } from '@hanse/state'
import type { FreezeOrder } from './codecs.ts'
import { refuse } from './rejections.ts'
import { emit, freezes } from './store.ts'

/** Orders on a party's accounts, of one authority or of several; those that ended may still be swept. */
export function ordersOn(state: StateReader, partyId: string): readonly FreezeOrder[] {
  return freezes.get(state, partyId)?.orders ?? []
}

/** Nothing leaves the accounts of a party as long as an order stands. What it is paid still arrives. */
export function frozenFault(state: StateReader, partyId: string, timeMs: number, path?: string): Rejection | undefined {
  const order = ordersOn(state, partyId).find(({ expiresAtMs }) => expiresAtMs > timeMs)
  if (order === undefined) return undefined
  const { authority, orderHash, expiresAtMs } = order
  return refuse('supervision/account-frozen', `${partyId} by order ${orderHash} of ${authority} until ${expiresAtMs}`, path)
}

/** Some orders end, and with the last of them the freeze. */
export function endOrders(state: StateWriter, partyId: string, ends: (order: FreezeOrder) => boolean, reason: string): void {
  const orders = ordersOn(state, partyId)
  const left = orders.filter((order) => !ends(order))
  if (left.length === orders.length) return
  if (left.length === 0) freezes.delete(state, partyId)
  else freezes.put(state, partyId, { orders: left })
  emit(state, 'orderEnded', { orders: left.length, partyId, reason })
}
