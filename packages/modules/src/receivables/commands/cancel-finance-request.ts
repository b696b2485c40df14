import { message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { requireOperator } from '../../organizations/api.ts'
import { loadClaim, moveCertificate, restingStatus, statusFault } from '../certificate-store.ts'
import { certNo } from '../codecs.ts'
import { emit } from '../store.ts'

/** The holder takes its request back before a bank has answered. */
export const cancelFinanceRequest = defineCommand({
  summary: 'Holder: withdraws an open request for finance',
  params: message(hanse.receivables.v1.CertNo, { certNo }),
  execute(context, state, { certNo: number }) {
    const claim = loadClaim(state, number)
    if (!claim.ok) return claim.error
    const { certificate } = claim.value
    const holder = requireOperator(context, state, { partyId: certificate.holder })
    if (!holder.ok) return holder.error
    const fault = statusFault(state, claim.value, 'QUOTED', context.timeMs)
    if (fault !== undefined) return fault
    moveCertificate(state, certificate, restingStatus(certificate), { changedAtMs: context.timeMs })
    emit(state, 'financeRequestCancelled', { certNo: number, reason: 'withdrawn by the holder' })
    return undefined
  },
})
