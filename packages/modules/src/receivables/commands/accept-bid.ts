import { assert } from '@hanse/primitives'
import { message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { partyId } from '../../fields.ts'
import { requireActiveParty, requireOperator } from '../../organizations/api.ts'
import { openAuction } from '../auction.ts'
import { payFromVault } from '../auction-store.ts'
import { loadClaim } from '../certificate-store.ts'
import { annualRatePpm, certNo } from '../codecs.ts'
import { buyerFault, handOver, positiveQuote, sellerFault } from '../funding.ts'
import { refuse } from '../rejections.ts'
import { auctions, emit } from '../store.ts'

/**
 * Domain §1, acceptBid: the holder takes the best bid, delivery versus payment. The claim goes to the bank, the price of this day to the
 * holder, and what the vault has beyond it back to the bank, in this one step or not at all (invariant 6).
 */
export const acceptBid = defineCommand({
  summary: 'Holder: accepts the best bid of an auction; control and cash move together',
  params: message(hanse.receivables.v1.AcceptBid, { certNo, bank: partyId(), annualRatePpm }),
  execute(context, state, { certNo: number, bank, annualRatePpm: rate }) {
    const claim = loadClaim(state, number)
    if (!claim.ok) return claim.error
    const { certificate } = claim.value
    const holder = requireOperator(context, state, { partyId: certificate.holder })
    if (!holder.ok) return holder.error
    const auction = openAuction(context, state, claim.value, 'ACCEPT')
    if ('code' in auction) return auction
    const best = auction.best === undefined ? undefined : auction.bids[auction.best]
    if (best === undefined) return refuse('receivables/no-bid', `no bid for ${number} was revealed`, 'certNo')
    if (best.bank !== bank || best.annualRatePpm !== rate) {
      return refuse('receivables/not-best-bid', `the best bid is ${best.annualRatePpm} ppm of ${best.bank}, not ${rate} of ${bank}`, 'bank')
    }
    const buyer = requireActiveParty(state, bank, context.timeMs, { role: 'bank', path: 'bank' })
    if (!buyer.ok) return buyer.error
    const fault = buyerFault(context, state, claim.value, bank) ?? sellerFault(context, state, claim.value)
    if (fault !== undefined) return fault
    const quote = positiveQuote(state, claim.value, rate, context.timeMs)
    if ('code' in quote) return quote
    assert(quote.paid <= auction.escrow, `the vault of ${number} has less than the price`)
    payFromVault(state, certificate, certificate.holder, quote.paid, `finance ${number}`)
    payFromVault(state, certificate, bank, auction.escrow - quote.paid, `bid returned ${number}`)
    auctions.put(state, number, { ...auction, escrow: 0n, outcome: 'AWARDED' })
    emit(state, 'auctionClosed', { auctionNo: auction.auctionNo, certNo: number, outcome: 'AWARDED' })
    handOver(context, state, claim.value, { bank, annualRatePpm: rate, recourse: certificate.request?.recourse === true, quote })
    return undefined
  },
})
