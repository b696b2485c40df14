import { hash, message, uint } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { requireOperator } from '../../organizations/api.ts'
import { loadClaim, moveCertificate } from '../certificate-store.ts'
import { certNo } from '../codecs.ts'
import { statusBehindFreeze } from '../freezing.ts'
import { FREEZE_LIFETIME_MS_MAX } from '../limits.ts'
import { refuse } from '../rejections.ts'
import { isFreezable } from '../status.ts'
import { deadlines, emit } from '../store.ts'

/**
 * Domain §1, freeze: a court or the regulator, by an order whose hash stays, until a day. The authority can stop a claim, never move it:
 * what is paid on it meanwhile waits for its holder.
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
    const { status } = certificate
    if (status === 'FROZEN') return refuse('receivables/frozen', `${number} is frozen by ${certificate.freeze?.authority}`, 'certNo')
    if (status === 'OFFERED') return refuse('receivables/not-accepted', `${number} is OFFERED: there is no claim to freeze`, 'certNo')
    if (!isFreezable(status)) return refuse('receivables/ended', `${number} is ${status}`, 'certNo')
    if (expiresAtMs <= context.timeMs || expiresAtMs > context.timeMs + FREEZE_LIFETIME_MS_MAX) {
      return refuse('receivables/bad-expiry', `${expiresAtMs} is not within 366 days after ${context.timeMs}`, 'expiresAtMs')
    }
    const { partyId } = authority.value
    const order = { authority: partyId, orderHash, expiresAtMs, previous: statusBehindFreeze(status), escrow: 0n }
    moveCertificate(state, certificate, 'FROZEN', { freeze: order, changedAtMs: context.timeMs })
    deadlines.schedule(state, expiresAtMs, `freeze ${number}`)
    emit(state, 'frozen', { authority: partyId, certNo: number, expiresAtMs, orderHash })
    return undefined
  },
})
