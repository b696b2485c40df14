import { assert } from '@hanse/primitives'
import type { StateWriter } from '@hanse/state'
import { type Claim, isDue, moveCertificate, restingStatus } from './certificate-store.ts'
import type { Certificate } from './codecs.ts'
import { escrowOf, payOut } from './payout.ts'
import type { CertificateStatus } from './status.ts'
import { certificates, emit } from './store.ts'

/** Where a certificate goes back to: an open offer does not survive the freeze. */
export function statusBehindFreeze(certificate: Certificate): CertificateStatus {
  const { status } = certificate
  return status === 'TRANSFER_PENDING' || status === 'QUOTED' ? restingStatus(certificate) : status
}

type FreezeOrder = NonNullable<Certificate['freeze']>['orders'][number]

/** Some orders end, and with the last of them the freeze. */
export function endOrders(state: StateWriter, claim: Claim, ends: (order: FreezeOrder) => boolean, reason: string, timeMs: number): void {
  const { certificate } = claim
  const { certNo, freeze } = certificate
  assert(freeze !== undefined, `${certNo} is not frozen`)
  const orders = freeze.orders.filter((order) => !ends(order))
  if (orders.length === 0) return thaw(state, claim, reason, timeMs)
  if (orders.length === freeze.orders.length) return
  certificates.put(state, certNo, { ...certificate, freeze: { ...freeze, orders }, changedAtMs: timeMs })
  emit(state, 'orderEnded', { certNo, orders: orders.length, reason })
}

/** Ends a freeze: what was paid meanwhile goes to the holder, and the certificate on from where it was, or where time has brought it. */
function thaw(state: StateWriter, { certificate, root }: Claim, reason: string, timeMs: number): void {
  const { certNo, freeze, holder, outstanding } = certificate
  assert(freeze !== undefined, `${certNo} is FROZEN without a freeze`)
  payOut(state, root, escrowOf(certNo), holder, freeze.escrow, `escrow ${certNo}`)
  const status = outstanding === 0n ? 'SETTLED' : statusAfterFreeze(freeze.previous, isDue(state, root, timeMs))
  moveCertificate(state, certificate, status, { changedAtMs: timeMs })
  emit(state, 'unfrozen', { certNo, escrow: freeze.escrow, reason, status })
}

function statusAfterFreeze(previous: CertificateStatus, due: boolean): CertificateStatus {
  return due && (previous === 'ACTIVE' || previous === 'FINANCED') ? 'MATURED' : previous
}
