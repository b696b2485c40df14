import { hash, message, uint } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { requireOperator } from '../../organizations/api.ts'
import { loadClaim, moveCertificate } from '../certificate-store.ts'
import { certNo } from '../codecs.ts'
import { statusBehindFreeze } from '../freezing.ts'
import { freezeExpiryFault } from '../issue-rules.ts'
import { FREEZE_ORDERS_MAX } from '../limits.ts'
import { refuse } from '../rejections.ts'
import { isFreezable } from '../status.ts'
import { certificates, emit, freezeEnds } from '../store.ts'

/**
 * Domain §1, freeze: a court or the regulator, by an order whose hash stays, until a day. Orders, of one authority or of several, stand
 * side by side, and the claim is free when the last has ended. They can stop a claim, never move it: what is paid on it meanwhile waits
 * for its holder.
 */
export const freeze = defineCommand({
  summary: 'Court or regulator: freezes a live certificate by an order, until an expiry',
  params: message(hanse.receivables.v1.FreezeParams, { certNo, orderHash: hash(), expiresAtMs: uint() }),
  execute(context, state, { certNo: number, orderHash, expiresAtMs }) {
    const court = requireOperator(context, state, { role: 'court' })
    const authority = court.ok ? court : requireOperator(context, state, { role: 'regulator' })
    if (!authority.ok) return authority.error
    const claim = loadClaim(state, number)
    if (!claim.ok) return claim.error
    const { certificate } = claim.value
    const { status, freeze: standing } = certificate
    if (status === 'OFFERED') return refuse('receivables/not-accepted', `${number} is OFFERED: there is no claim to freeze`, 'certNo')
    if (standing === undefined && !isFreezable(status)) return refuse('receivables/ended', `${number} is ${status}`, 'certNo')
    const fault = freezeExpiryFault(context, state, expiresAtMs)
    if (fault !== undefined) return fault
    const { partyId } = authority.value
    // The same order again renews it; another one stands beside it.
    const others = (standing?.orders ?? []).filter((order) => order.authority !== partyId || order.orderHash !== orderHash)
    if (others.length >= FREEZE_ORDERS_MAX)
      return refuse('receivables/too-many-orders', `${others.length} orders freeze ${number}`, 'certNo')
    const kept = standing ?? { previous: statusBehindFreeze(certificate), escrow: 0n }
    const frozen = { ...kept, orders: [...others, { authority: partyId, orderHash, expiresAtMs }] }
    if (standing === undefined) moveCertificate(state, certificate, 'FROZEN', { freeze: frozen, changedAtMs: context.timeMs })
    else certificates.put(state, number, { ...certificate, freeze: frozen, changedAtMs: context.timeMs })
    freezeEnds.schedule(state, expiresAtMs, number)
    emit(state, 'frozen', { authority: partyId, certNo: number, expiresAtMs, orderHash })
    return undefined
  },
})
