import { message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { requireOperator } from '../../organizations/api.ts'
import { payOwed, requirePaymentEyes, transactionFault } from '../../settlement/api.ts'
import { frozenFault, loadClaim, moveCertificate } from '../certificate-store.ts'
import { certNo } from '../codecs.ts'
import { refuse } from '../rejections.ts'
import { emit } from '../store.ts'

/** Who sold with recourse buys the claim back at what is outstanding, delivery versus payment, and claims it from the core firm itself. */
export const payRecourse = defineCommand({
  summary: 'Seller: pays a claimed recourse and gets the certificate back',
  params: message(hanse.receivables.v1.CertNo, { certNo }),
  execute(context, state, { certNo: number }) {
    const claim = loadClaim(state, number)
    if (!claim.ok) return claim.error
    const { certificate, root } = claim.value
    const { financing, outstanding, holder: bank } = certificate
    if (certificate.status !== 'RECOURSE' || financing === undefined) {
      return (
        frozenFault(certificate) ??
        refuse('receivables/no-recourse', `no recourse is claimed on ${number}, which is ${certificate.status}`, 'certNo')
      )
    }
    const seller = requireOperator(context, state, { partyId: financing.seller })
    if (!seller.ok) return seller.error
    const { seller: from } = financing
    const payment = { from, to: bank, currency: root.currency, amount: outstanding, reference: `recourse ${number}` }
    const unpaid =
      requirePaymentEyes(context, state, payment) ?? transactionFault(state, from, root.currency, outstanding) ?? payOwed(state, payment)
    if (unpaid !== undefined) return unpaid
    // Not a new link of the chain of holders: the sale is undone, and a seller that had bought the claim itself has its own recourse again.
    moveCertificate(state, certificate, 'OVERDUE', {
      holder: from,
      holders: certificate.holders.slice(0, -1),
      financing: certificate.earlier.at(-1),
      earlier: certificate.earlier.slice(0, -1),
      changedAtMs: context.timeMs,
    })
    emit(state, 'recoursePaid', { amount: outstanding, bank, certNo: number, currency: root.currency, seller: from })
    return undefined
  },
})
