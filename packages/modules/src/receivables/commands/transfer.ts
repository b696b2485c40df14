import type { Rejection } from '@hanse/primitives'
import { hash, message, uint } from '@hanse/protocol'
import { defineCommand, type StateReader } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { partyId } from '../../fields.ts'
import { requireActiveParty, requireOperator } from '../../organizations/api.ts'
import { type Claim, dueAtMs, isTrader, loadClaim, moveCertificate, statusFault } from '../certificate-store.ts'
import { certNo } from '../codecs.ts'
import { expiryFault } from '../issue-rules.ts'
import { HOLDERS_MAX } from '../limits.ts'
import { refuse } from '../rejections.ts'
import { relatedFault } from '../related-parties.ts'
import { screeningFault } from '../screening.ts'
import { deadlines, emit } from '../store.ts'

/** Invariants 9 and 10: an active supplier or core firm that never held the claim, does not owe it, and is of no group of those who do. */
function transfereeFault(state: StateReader, { certificate, root }: Claim, to: string, timeMs: number): Rejection | undefined {
  if (to === root.issuer) return refuse('receivables/transfer-to-core', `${to} issued ${certificate.rootNo}`, 'to')
  const party = requireActiveParty(state, to, timeMs, { path: 'to' })
  if (!party.ok) return party.error
  if (!isTrader(party.value)) {
    return refuse('receivables/transferee-role', `${to} is ${party.value.roles.join(', ')}`, 'to')
  }
  if (certificate.holders.includes(to)) {
    return refuse('receivables/circular-transfer', `${to} held ${certificate.certNo} before: ${certificate.holders.join(' → ')}`, 'to')
  }
  const related = relatedFault(state, to, [root.issuer, ...certificate.holders], 'to')
  if (related !== undefined) return related
  // The last place is kept for the bank that finances it.
  if (certificate.holders.length < HOLDERS_MAX - 1) return undefined
  return refuse('receivables/too-many-holders', `${certificate.certNo} has had ${certificate.holders.length} holders`, 'certNo')
}

/** Domain §1, transfer: the holder offers the certificate against a trade between the two, whose document both of them hash. */
export const transfer = defineCommand({
  summary: 'Holder: offers a certificate to a transferee for a trade document; control moves when it accepts',
  params: message(hanse.receivables.v1.Transfer, { certNo, to: partyId(), tradeDocumentHash: hash(), expiresAtMs: uint() }),
  execute(context, state, { certNo: number, to, tradeDocumentHash, expiresAtMs }) {
    const claim = loadClaim(state, number)
    if (!claim.ok) return claim.error
    const { certificate, root } = claim.value
    const holder = requireOperator(context, state, { partyId: certificate.holder })
    if (!holder.ok) return holder.error
    const fault =
      statusFault(state, claim.value, 'ACTIVE', context.timeMs) ??
      transfereeFault(state, claim.value, to, context.timeMs) ??
      screeningFault(context, state, certificate.holder, 'certNo') ??
      screeningFault(context, state, to, 'to') ??
      expiryFault(context, state, expiresAtMs, dueAtMs(state, root), 'expiresAtMs')
    if (fault !== undefined) return fault
    const pending = { to, tradeDocumentHash, expiresAtMs }
    moveCertificate(state, certificate, 'TRANSFER_PENDING', { transfer: pending, changedAtMs: context.timeMs })
    deadlines.schedule(state, expiresAtMs, `transfer ${number}`)
    emit(state, 'transferOffered', { certNo: number, expiresAtMs, from: certificate.holder, to, tradeDocumentHash })
    return undefined
  },
})
