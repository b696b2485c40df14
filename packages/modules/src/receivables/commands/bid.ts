import { hash, message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { partyId } from '../../fields.ts'
import { requireOperator } from '../../organizations/api.ts'
import { openAuction } from '../auction.ts'
import { loadClaim } from '../certificate-store.ts'
import { auctionNo, certNo } from '../codecs.ts'
import { buyerFault } from '../funding.ts'
import { BIDS_PER_AUCTION_MAX } from '../limits.ts'
import { refuse } from '../rejections.ts'
import { auctions, emit } from '../store.ts'

/** Domain §1, bid: a bank commits to a rate that nobody can read yet. One bid a bank; what is not revealed in time is void. */
export const bid = defineCommand({
  summary: 'Bank: commits to a sealed bid in the auction of a certificate',
  params: message(hanse.receivables.v1.Bid, { certNo, bank: partyId(), auctionNo, commitment: hash() }),
  execute(context, state, { certNo: number, bank, auctionNo: meant, commitment }) {
    const claim = loadClaim(state, number)
    if (!claim.ok) return claim.error
    const bidder = requireOperator(context, state, { partyId: bank, role: 'bank' })
    if (!bidder.ok) return bidder.error
    const auction = openAuction(context, state, claim.value, 'COMMIT')
    if ('code' in auction) return auction
    if (auction.auctionNo !== meant) {
      return refuse('receivables/no-auction', `auction ${auction.auctionNo} of ${number} is open, not ${meant}`, 'auctionNo')
    }
    const fault = buyerFault(context, state, claim.value, bank)
    if (fault !== undefined) return fault
    const { bids } = auction
    if (bids.some((sealed) => sealed.bank === bank)) return refuse('receivables/already-bid', `${bank} has bid for ${number}`, 'bank')
    if (bids.length >= BIDS_PER_AUCTION_MAX) return refuse('receivables/too-many-bids', `${bids.length} banks have bid`, 'certNo')
    auctions.put(state, number, { ...auction, bids: [...bids, { bank, commitment }] })
    emit(state, 'bidCommitted', { auctionNo: meant, bank, certNo: number, commitment })
    return undefined
  },
})
