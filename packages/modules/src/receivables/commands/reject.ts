import { message, optional } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { reference } from '../../fields.ts'
import { requireOperator } from '../../organizations/api.ts'
import { loadRoot, statusFault } from '../certificate-store.ts'
import { certNo } from '../codecs.ts'
import { cancelOffer } from '../offer.ts'

/** Domain §1, reject: the payee wants money instead; the invoices are free again. */
export const reject = defineCommand({
  summary: 'Payee: rejects an offered certificate',
  params: message(hanse.receivables.v1.Reject, { certNo, reason: optional(reference()) }),
  execute(context, state, params) {
    const claim = loadRoot(state, params.certNo)
    if (!claim.ok) return claim.error
    const payee = requireOperator(context, state, { partyId: claim.value.root.payee })
    if (!payee.ok) return payee.error
    const fault = statusFault(state, claim.value, 'OFFERED', context.timeMs)
    if (fault !== undefined) return fault
    cancelOffer(state, claim.value, params.reason ?? 'rejected', context.timeMs)
    return undefined
  },
})
