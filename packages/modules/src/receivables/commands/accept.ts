import { message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { requireOperator } from '../../organizations/api.ts'
import { loadRoot, moveCertificate, statusFault } from '../certificate-store.ts'
import { certNo } from '../codecs.ts'
import { refuse } from '../rejections.ts'
import { screeningFault } from '../screening.ts'
import { emit } from '../store.ts'

/** Domain §1, accept: the payee takes the certificate for its invoices, in time. */
export const accept = defineCommand({
  summary: 'Payee: accepts an offered certificate',
  params: message(hanse.receivables.v1.CertNo, { certNo }),
  execute(context, state, params) {
    const claim = loadRoot(state, params.certNo)
    if (!claim.ok) return claim.error
    const { certificate, root } = claim.value
    const payee = requireOperator(context, state, { partyId: root.payee })
    if (!payee.ok) return payee.error
    const fault = statusFault(state, claim.value, 'OFFERED', context.timeMs)
    if (fault !== undefined) return fault
    const { acceptUntilMs = 0 } = certificate
    if (context.timeMs >= acceptUntilMs) {
      return refuse('receivables/expired', `${params.certNo} was to be accepted until ${acceptUntilMs}, it is ${context.timeMs}`, 'certNo')
    }
    const unscreened = screeningFault(context, state, root.issuer, 'certNo') ?? screeningFault(context, state, root.payee, 'certNo')
    if (unscreened !== undefined) return unscreened
    moveCertificate(state, certificate, 'ACTIVE', { changedAtMs: context.timeMs })
    emit(state, 'accepted', { certNo: params.certNo, holder: certificate.holder })
    return undefined
  },
})
