import { assert, type Rejection } from '@hanse/primitives'
import { amount, bool, type FieldValue, message } from '@hanse/protocol'
import { defineCommand, type StateReader, type TransactionContext } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { partyId } from '../../fields.ts'
import { requireOperator } from '../../organizations/api.ts'
import { requirePaymentEyes, transfer } from '../../settlement/api.ts'
import { type Claim, loadClaim, outstandingFault, statusFault } from '../certificate-store.ts'
import { annualRatePpm, certNo } from '../codecs.ts'
import { buyerFault, handOver, positiveQuote, sellerFault } from '../funding.ts'
import { refuse } from '../rejections.ts'

const params = message(hanse.receivables.v1.Finance, {
  certNo,
  annualRatePpm,
  bank: partyId(),
  seller: partyId(),
  recourse: bool(),
  outstanding: amount(),
})
type Bid = FieldValue<typeof params>

/** The bank takes exactly what the holder offered, to it or to all, in time; and both are active. */
function bidFault(context: TransactionContext, state: StateReader, claim: Claim, bid: Bid): Rejection | undefined {
  const { certificate } = claim
  const bank = requireOperator(context, state, { partyId: bid.bank, role: 'bank' })
  if (!bank.ok) return bank.error
  const fault = statusFault(state, claim, 'QUOTED', context.timeMs)
  if (fault !== undefined) return fault
  const { request } = certificate
  assert(request !== undefined, `${certificate.certNo} is QUOTED without a request`)
  if (request.bank !== undefined && request.bank !== bid.bank) {
    return refuse('receivables/wrong-bank', `${certificate.certNo} is offered to ${request.bank}, not to ${bid.bank}`, 'bank')
  }
  if (request.auctionNo !== undefined) {
    return refuse('receivables/auction-open', `${certificate.certNo} is sold by auction ${request.auctionNo}`, 'certNo')
  }
  const before = buyerFault(context, state, claim, bid.bank)
  if (before !== undefined) return before
  if (context.timeMs >= request.expiresAtMs) {
    return refuse('receivables/expired', `the request ended at ${request.expiresAtMs}, it is ${context.timeMs}`, 'certNo')
  }
  if (request.annualRatePpm !== bid.annualRatePpm) {
    const message = `the holder asks ${request.annualRatePpm} ppm a year, the bank offers ${bid.annualRatePpm}`
    return refuse('receivables/rate-mismatch', message, 'annualRatePpm')
  }
  if (certificate.holder !== bid.seller) {
    const message = `${certificate.holder} holds and offers ${certificate.certNo}, the bank would pay ${bid.seller}`
    return refuse('receivables/seller-mismatch', message, 'seller')
  }
  if (request.recourse !== bid.recourse) {
    const [asked, offered] = [request.recourse, bid.recourse].map((recourse) => (recourse ? 'with' : 'without'))
    return refuse('receivables/recourse-mismatch', `the holder asks ${asked} recourse, the bank offers ${offered}`, 'recourse')
  }
  const other = outstandingFault(claim.certificate, claim.root, bid.outstanding)
  if (other !== undefined) return other
  return sellerFault(context, state, claim)
}

/**
 * Domain §1, finance: delivery versus payment. The claim goes to the bank and the money to the holder in this one step, or neither
 * (invariant 6). Of two banks in one block the second finds it financed (invariant 11).
 */
export const finance = defineCommand({
  summary: 'Bank: finances a requested certificate; control and cash move together',
  params,
  execute(context, state, bid) {
    const claim = loadClaim(state, bid.certNo)
    if (!claim.ok) return claim.error
    const fault = bidFault(context, state, claim.value, bid)
    if (fault !== undefined) return fault
    const { certificate, root } = claim.value
    const { certNo: number, holder: seller } = certificate
    const quote = positiveQuote(state, claim.value, bid.annualRatePpm, context.timeMs)
    if ('code' in quote) return quote
    const payment = { from: bid.bank, to: seller, currency: root.currency, amount: quote.paid, reference: `finance ${number}` }
    const unpaid = requirePaymentEyes(context, state, payment) ?? transfer(state, payment)
    if (unpaid !== undefined) return unpaid
    handOver(context, state, claim.value, { ...bid, quote })
    return undefined
  },
})
