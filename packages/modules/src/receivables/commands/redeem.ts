import type { Rejection } from '@hanse/primitives'
import { message, optional } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { signedAmount } from '../../fields.ts'
import { formatAmount } from '../../money.ts'
import { signerFor } from '../../organizations/api.ts'
import { payThrough, requirePaymentEyes } from '../../settlement/api.ts'
import { countFlow } from '../../supervision/api.ts'
import { type Claim, isDue, loadRoot } from '../certificate-store.ts'
import { closeIfPaid } from '../close.ts'
import { certNo, type Root } from '../codecs.ts'
import { settleInvoices } from '../invoice-links.ts'
import { outstandingOf } from '../issue-totals.ts'
import { freeLine } from '../line-store.ts'
import { payLeaves } from '../payout.ts'
import { refuse } from '../rejections.ts'
import { emit, roots } from '../store.ts'

function amountFault(amount: bigint, outstanding: bigint, { certificate, root }: Claim): Rejection | undefined {
  const { certNo: number, status } = certificate
  if (status === 'OFFERED') return refuse('receivables/not-accepted', `${number} is OFFERED: nothing is owed on it yet`, 'certNo')
  if (outstanding === 0n) return refuse('receivables/ended', `nothing is outstanding on ${number}`, 'certNo')
  if (amount <= 0n) return refuse('receivables/amount-not-positive', `a redemption of ${formatAmount(amount, root.currency)}`, 'amount')
  if (amount <= outstanding) return undefined
  const [asked, owed] = [amount, outstanding].map((value) => formatAmount(value, root.currency))
  return refuse('receivables/exceeds-outstanding', `${asked} for ${number}, on which ${owed} are outstanding`, 'amount')
}

/**
 * Domain §1, redeem: the core firm pays the issue, all or in part, at the due date or before or after. It pays the clearing bank one
 * sum; the clearing bank pays the live certificates pro rata, in the same step. The invoices are settled by it, and by nothing else.
 */
export const redeem = defineCommand({
  summary: 'Core firm: pays an issue through its clearing bank, pro rata over all live certificates',
  params: message(hanse.receivables.v1.Redeem, { certNo, amount: optional(signedAmount()) }),
  execute(context, state, params) {
    const claim = loadRoot(state, params.certNo)
    if (!claim.ok) return claim.error
    const { root, certificate } = claim.value
    // Also one whose KYC lapsed or is suspended: its debt would else punish those it owes.
    const issuer = signerFor(context, state, root.issuer)
    if (!issuer.ok) return issuer.error
    const outstanding = outstandingOf(state, root)
    const amount = params.amount ?? outstanding
    const fault = amountFault(amount, outstanding, claim.value)
    if (fault !== undefined) return fault
    const { issuer: from, clearingBank: to, currency } = root
    const payment = { from, to, currency, amount, reference: `redemption ${certificate.certNo}` }
    const unpaid = requirePaymentEyes(context, state, payment) ?? payThrough(state, payment)
    if (unpaid !== undefined) return unpaid
    countFlow(context, state, 'receivables.redeemed', payment)
    payLeaves(state, claim.value, amount, context.timeMs)
    const paid: Root = roots.require(state, certificate.certNo)
    roots.put(state, certificate.certNo, { ...paid, redeemed: paid.redeemed + amount })
    settleInvoices(state, certificate.certNo, amount)
    freeLine(state, root, amount)
    closeIfPaid(state, certificate.certNo)
    const early = !isDue(state, root, context.timeMs)
    emit(state, 'redeemed', { amount, certNo: certificate.certNo, currency, early, outstanding: outstanding - amount })
    return undefined
  },
})
