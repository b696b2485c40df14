import type { BlockContext, StateWriter } from '@hanse/state'
import { type Claim, loadClaim, moveCertificate, restingStatus } from './certificate-store.ts'
import type { Certificate } from './codecs.ts'
import { endOrders } from './freezing.ts'
import { DUE_ITEMS_PER_BLOCK_MAX, EVENTS_PER_DEADLINE_MAX, FREEZE_ENDS_PER_BLOCK_MAX } from './limits.ts'
import { cancelOffer } from './offer.ts'
import { raiseIfUnpaid } from './payment-alarm.ts'
import { canMove } from './status.ts'
import { auctions, deadlines, emit, freezeEnds } from './store.ts'

type Sweep = (state: StateWriter, claim: Claim, timeMs: number) => void

/** An offer for finance that came to nothing. */
function endInVain(state: StateWriter, certificate: Certificate, reason: string, timeMs: number): void {
  moveCertificate(state, certificate, restingStatus(certificate), { changedAtMs: timeMs })
  emit(state, 'financeRequestCancelled', { certNo: certificate.certNo, reason })
}

/** What each kind of deadline does if the certificate still waits for it; one that was answered, or offered anew, is left alone. */
const SWEEPS: Readonly<Record<string, Sweep>> = {
  offer: (state, claim, timeMs) => {
    const { status, acceptUntilMs = 0 } = claim.certificate
    if (status === 'OFFERED' && acceptUntilMs <= timeMs) cancelOffer(state, claim, 'not accepted in time', timeMs)
  },
  transfer: (state, { certificate }, timeMs) => {
    const { certNo, transfer } = certificate
    if (transfer === undefined || transfer.expiresAtMs > timeMs) return
    moveCertificate(state, certificate, 'ACTIVE', { changedAtMs: timeMs })
    emit(state, 'transferCancelled', { by: 'expiry', certNo })
  },
  request: (state, { certificate }, timeMs) => {
    const { request } = certificate
    if (request === undefined || request.expiresAtMs > timeMs) return
    endInVain(state, certificate, 'not answered in time', timeMs)
  },
  bids: (state, { certificate }, timeMs) => {
    const auction = auctions.get(state, certificate.certNo)
    if (auction?.outcome !== 'OPEN' || auction.commitUntilMs > timeMs || auction.bids.length > 0) return
    endInVain(state, certificate, 'nobody bid', timeMs)
  },
  rates: (state, { certificate }, timeMs) => {
    const auction = auctions.get(state, certificate.certNo)
    if (auction?.outcome !== 'OPEN' || auction.revealUntilMs > timeMs || auction.best !== undefined) return
    endInVain(state, certificate, 'no rate was revealed', timeMs)
  },
  supplier: (state, { certificate, root }, timeMs) => raiseIfUnpaid(state, certificate.certNo, root, timeMs),
  due: (state, { certificate, root }, timeMs) => {
    const { certNo, status } = certificate
    if (status === 'FROZEN' || !canMove(status, 'MATURED')) return
    moveCertificate(state, certificate, 'MATURED', { changedAtMs: timeMs })
    emit(state, 'matured', { certNo, dueDate: root.dueDate, holder: certificate.holder })
  },
}

/** Works off deadlines, a bounded number a block. Commands judge times themselves: a late sweep makes nothing valid longer. */
export function atBlock({ timeMs }: BlockContext, state: StateWriter): void {
  freezeEnds.workOff(state, timeMs, { itemsMax: FREEZE_ENDS_PER_BLOCK_MAX, eventsPerItemMax: EVENTS_PER_DEADLINE_MAX }, (certNo) => {
    const claim = loadClaim(state, certNo)
    if (!claim.ok || claim.value.certificate.freeze === undefined) return
    endOrders(state, claim.value, (order) => order.expiresAtMs <= timeMs, 'the order expired', timeMs)
  })
  deadlines.workOff(state, timeMs, { itemsMax: DUE_ITEMS_PER_BLOCK_MAX, eventsPerItemMax: EVENTS_PER_DEADLINE_MAX }, (item) => {
    const [kind = '', certNo = ''] = item.split(' ')
    const claim = loadClaim(state, certNo)
    if (claim.ok) SWEEPS[kind]?.(state, claim.value, timeMs)
  })
}
