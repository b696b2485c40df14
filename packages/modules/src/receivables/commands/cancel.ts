import { message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { requireOperator } from '../../organizations/api.ts'
import { loadRoot, statusFault } from '../certificate-store.ts'
import { certNo } from '../codecs.ts'
import { cancelOffer } from '../offer.ts'

/** The core firm takes an offer back; once it is accepted nobody can. */
export const cancel = defineCommand({
  summary: 'Core firm: cancels a certificate that is not accepted yet',
  params: message(hanse.receivables.v1.CertNo, { certNo }),
  execute(context, state, params) {
    const claim = loadRoot(state, params.certNo)
    if (!claim.ok) return claim.error
    const issuer = requireOperator(context, state, { partyId: claim.value.root.issuer })
    if (!issuer.ok) return issuer.error
    const fault = statusFault(state, claim.value, 'OFFERED', context.timeMs)
    if (fault !== undefined) return fault
    cancelOffer(state, claim.value, 'withdrawn by the issuer', context.timeMs)
    return undefined
  },
})
