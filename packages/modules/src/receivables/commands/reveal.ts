import type { Rejection } from '@hanse/primitives'
import { bytes, type FieldValue, message } from '@hanse/protocol'
import { defineCommand, type StateWriter, type TransactionContext } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { partyId } from '../../fields.ts'
import { requireOperator } from '../../organizations/api.ts'
import { requirePaymentEyes, transfer } from '../../settlement/api.ts'
import { bidCommitment, isBetter, openAuction } from '../auction.ts'
import { bidVaultOf, refundBest } from '../auction-store.ts'
import { type Claim, loadClaim } from '../certificate-store.ts'
import { type Auction, annualRatePpm, certNo } from '../codecs.ts'
import { positiveQuote } from '../funding.ts'
import { SALT_SIZE_BYTES } from '../limits.ts'
import { quoteOf } from '../quote.ts'
import { refuse } from '../rejections.ts'
import { screeningFault } from '../screening.ts'
import { auctions, emit, paramsOf } from '../store.ts'

const params = message(hanse.receivables.v1.Reveal, {
  certNo,
  bank: partyId(),
  annualRatePpm,
  salt: bytes({ min: SALT_SIZE_BYTES, max: SALT_SIZE_BYTES }),
})
type Reveal = FieldValue<typeof params>

/** The place of the bank’s bid, when what it reveals is what it committed to, for the first time, and within the holder’s limit. */
function placeOf({ genesisHash }: TransactionContext, claim: Claim, auction: Auction, given: Reveal): number | Rejection {
  const { certNo: number, bank, annualRatePpm: rate, salt } = given
  const place = auction.bids.findIndex((sealed) => sealed.bank === bank)
  const sealed = auction.bids[place]
  if (sealed === undefined) return refuse('receivables/no-bid', `${bank} has no bid for ${number}`, 'bank')
  if (sealed.annualRatePpm !== undefined) return refuse('receivables/already-revealed', `${bank} bid ${sealed.annualRatePpm} ppm`, 'bank')
  const commitment = bidCommitment({ genesisHash, certNo: number, auctionNo: auction.auctionNo, bank, annualRatePpm: rate }, salt)
  if (commitment !== sealed.commitment) {
    return refuse(
      'receivables/commitment-mismatch',
      `${rate} ppm with this salt is ${commitment}, ${bank} committed to ${sealed.commitment}`,
    )
  }
  const limit = claim.certificate.request?.annualRatePpm ?? 0
  if (rate <= limit) return place
  return refuse('receivables/rate-above-limit', `the holder takes ${limit} ppm a year at most, ${bank} bids ${rate}`, 'annualRatePpm')
}

/**
 * The best bid’s money waits in a vault, so that the holder’s answer finds it: the most that it can come to, which is what would be paid on
 * the last day of the offer. The one that was best gets its money back.
 */
function lockMoney(context: TransactionContext, state: StateWriter, claim: Claim, auction: Auction, given: Reveal): bigint | Rejection {
  const { certificate, root } = claim
  const lastMs = (certificate.request?.expiresAtMs ?? 0) - 1
  const escrow = quoteOf(paramsOf(state), root, certificate.outstanding, given.annualRatePpm, lastMs).paid
  const payment = { from: given.bank, currency: root.currency, amount: escrow }
  const unpaid =
    requirePaymentEyes(context, state, payment) ??
    transfer(state, { ...payment, to: bidVaultOf(certificate.certNo), reference: `bid ${certificate.certNo}` })
  if (unpaid !== undefined) return unpaid
  refundBest(state, certificate, auction)
  return escrow
}

/** Domain §1, the second half of a bid: the rate and the salt are shown, which binds the bank until the holder answers. */
export const reveal = defineCommand({
  summary: 'Bank: reveals the rate of its sealed bid; the best bid’s money waits in a vault',
  params,
  execute(context, state, given) {
    const { certNo: number, bank, annualRatePpm: rate } = given
    const claim = loadClaim(state, number)
    if (!claim.ok) return claim.error
    const bidder = requireOperator(context, state, { partyId: bank, role: 'bank' })
    if (!bidder.ok) return bidder.error
    const auction = openAuction(context, state, claim.value, 'REVEAL')
    if ('code' in auction) return auction
    const place = placeOf(context, claim.value, auction, given)
    if (typeof place !== 'number') return place
    const unscreened = screeningFault(context, state, bank, 'bank')
    if (unscreened !== undefined) return unscreened
    const quote = positiveQuote(state, claim.value, rate, context.timeMs)
    if ('code' in quote) return quote
    const bids = auction.bids.map((sealed, index) => (index === place ? { ...sealed, annualRatePpm: rate } : sealed))
    const best = isBetter(auction, place, rate)
    const escrow = best ? lockMoney(context, state, claim.value, auction, given) : auction.escrow
    if (typeof escrow !== 'bigint') return escrow
    auctions.put(state, number, { ...auction, bids, ...(best ? { best: place } : {}), escrow })
    emit(state, 'bidRevealed', { annualRatePpm: rate, auctionNo: auction.auctionNo, bank, best, certNo: number })
    return undefined
  },
})
