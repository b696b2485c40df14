import { hash, message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { requireOperator } from '../../organizations/api.ts'
import { loadClaim } from '../certificate-store.ts'
import { certNo } from '../codecs.ts'
import { endOrders } from '../freezing.ts'
import { refuse } from '../rejections.ts'

/** Domain §1, unfreeze: the authority lifts the order that it gave. */
export const unfreeze = defineCommand({
  summary: 'Court or regulator: lifts its own freeze',
  params: message(hanse.receivables.v1.Unfreeze, { certNo, orderHash: hash() }),
  execute(context, state, { certNo: number, orderHash }) {
    const authority = requireOperator(context, state)
    if (!authority.ok) return authority.error
    const claim = loadClaim(state, number)
    if (!claim.ok) return claim.error
    const { freeze } = claim.value.certificate
    if (freeze === undefined) return refuse('receivables/not-freezer', `${number} is not frozen`, 'certNo')
    const { partyId } = authority.value
    const isLifted = (order: { readonly authority: string; readonly orderHash: string }): boolean =>
      order.authority === partyId && order.orderHash === orderHash
    if (!freeze.orders.some(isLifted)) {
      const orders = freeze.orders.map((order) => `${order.orderHash} of ${order.authority}`)
      return refuse('receivables/not-freezer', `${number} is frozen by order ${orders.join(', ')}`, 'orderHash')
    }
    endOrders(state, claim.value, isLifted, `lifted by ${partyId}`, context.timeMs)
    return undefined
  },
})
