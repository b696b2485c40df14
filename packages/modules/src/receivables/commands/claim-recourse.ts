import { message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { requireOperator } from '../../organizations/api.ts'
import { frozenFault, loadClaim, moveCertificate } from '../certificate-store.ts'
import { certNo } from '../codecs.ts'
import { refuse } from '../rejections.ts'
import { emit } from '../store.ts'

/** An overdue certificate that was financed with recourse: the bank turns to who sold it. The core firm goes on owing it. */
export const claimRecourse = defineCommand({
  summary: 'Bank: claims an overdue certificate from who sold it with recourse',
  params: message(hanse.receivables.v1.CertNo, { certNo }),
  execute(context, state, { certNo: number }) {
    const claim = loadClaim(state, number)
    if (!claim.ok) return claim.error
    const { certificate } = claim.value
    const holder = requireOperator(context, state, { partyId: certificate.holder })
    if (!holder.ok) return holder.error
    if (certificate.status !== 'OVERDUE')
      return frozenFault(certificate) ?? refuse('receivables/not-overdue', `${number} is ${certificate.status}`, 'certNo')
    const { financing } = certificate
    if (financing?.recourse !== true)
      return refuse('receivables/no-recourse', `${number} was financed without recourse, or not at all`, 'certNo')
    moveCertificate(state, certificate, 'RECOURSE', { changedAtMs: context.timeMs })
    emit(state, 'recourseClaimed', { amount: certificate.outstanding, bank: certificate.holder, certNo: number, seller: financing.seller })
    return undefined
  },
})
