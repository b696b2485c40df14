import { assert } from '@hanse/primitives'
import { amount, hash, message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { requireActiveParty, requireOperator } from '../../organizations/api.ts'
import { loadClaim, moveCertificate, newHolder, outstandingFault, statusFault } from '../certificate-store.ts'
import { certNo } from '../codecs.ts'
import { refuse } from '../rejections.ts'
import { relatedFault } from '../related-parties.ts'
import { screeningFault } from '../screening.ts'
import { emit } from '../store.ts'

/**
 * Domain §1, acceptTransfer: KYC and screening of both, and whether they are related, are judged again now that control moves, and both must
 * mean the same trade document.
 */
export const acceptTransfer = defineCommand({
  summary: 'Transferee: accepts a certificate that was offered to it; control moves',
  params: message(hanse.receivables.v1.AcceptTransfer, { certNo, tradeDocumentHash: hash(), outstanding: amount() }),
  execute(context, state, { certNo: number, tradeDocumentHash, outstanding }) {
    const claim = loadClaim(state, number)
    if (!claim.ok) return claim.error
    const { certificate, root } = claim.value
    const fault = statusFault(state, claim.value, 'TRANSFER_PENDING', context.timeMs)
    if (fault !== undefined) return fault
    const { transfer } = certificate
    assert(transfer !== undefined, `${number} is TRANSFER_PENDING without a transfer`)
    const transferee = requireOperator(context, state, { partyId: transfer.to })
    if (!transferee.ok) return transferee.error
    const holder = requireActiveParty(state, certificate.holder, context.timeMs, { path: 'certNo' })
    if (!holder.ok) return holder.error
    if (context.timeMs >= transfer.expiresAtMs) {
      return refuse('receivables/expired', `the offer of ${number} ended at ${transfer.expiresAtMs}, it is ${context.timeMs}`, 'certNo')
    }
    if (tradeDocumentHash !== transfer.tradeDocumentHash) {
      const message = `${certificate.holder} named ${transfer.tradeDocumentHash}, ${transfer.to} ${tradeDocumentHash}`
      return refuse('receivables/trade-document-mismatch', message, 'tradeDocumentHash')
    }
    const other =
      relatedFault(state, transfer.to, [root.issuer, ...certificate.holders], 'certNo') ??
      screeningFault(context, state, certificate.holder, 'certNo') ??
      screeningFault(context, state, transfer.to, 'certNo') ??
      outstandingFault(certificate, root, outstanding)
    if (other !== undefined) return other
    const moved = { ...newHolder(state, certificate, transfer.to), changedAtMs: context.timeMs }
    moveCertificate(state, certificate, 'ACTIVE', moved)
    emit(state, 'transferred', { certNo: number, from: certificate.holder, to: transfer.to, tradeDocumentHash })
    return undefined
  },
})
