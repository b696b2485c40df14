import { assert } from '@hanse/primitives'
import { message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { requireOperator, signerFor } from '../../organizations/api.ts'
import { loadClaim, moveCertificate, statusFault } from '../certificate-store.ts'
import { certNo } from '../codecs.ts'
import { emit } from '../store.ts'

/** The holder takes the offer back, or the transferee declines it. */
export const cancelTransfer = defineCommand({
  summary: 'Holder or transferee: ends an open offer to transfer',
  params: message(hanse.receivables.v1.CertNo, { certNo }),
  execute(context, state, { certNo: number }) {
    const claim = loadClaim(state, number)
    if (!claim.ok) return claim.error
    const { certificate } = claim.value
    const fault = statusFault(state, claim.value, 'TRANSFER_PENDING', context.timeMs)
    if (fault !== undefined) return fault
    const { transfer } = certificate
    assert(transfer !== undefined, `${number} is TRANSFER_PENDING without a transfer`)
    const declined = signerFor(context, state, transfer.to).ok
    const party = requireOperator(context, state, { partyId: declined ? transfer.to : certificate.holder })
    if (!party.ok) return party.error
    moveCertificate(state, certificate, 'ACTIVE', { changedAtMs: context.timeMs })
    emit(state, 'transferCancelled', { by: party.value.partyId, certNo: number })
    return undefined
  },
})
