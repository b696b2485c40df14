import { assert, type Hash, type Rejection, utf8ToBytes } from '@hanse/primitives'
import { canonicalJson, taggedHash } from '@hanse/protocol'
import type { BlockContext, StateReader } from '@hanse/state'
import { type Claim, statusFault } from './certificate-store.ts'
import type { Auction } from './codecs.ts'
import { refuse } from './rejections.ts'
import { auctions } from './store.ts'

/** What a bank commits to. `genesisHash` is the chain’s: a commitment of one chain is worth nothing on another. */
export interface BidTerms {
  readonly genesisHash: Hash
  readonly certNo: string
  readonly auctionNo: number
  readonly bank: string
  readonly annualRatePpm: number
}

/**
 * The commitment of a sealed bid: `H(commitment, salt ‖ RFC 8785 JSON of {annualRatePpm, auctionNo, bank, certNo, genesisHash, object:
 * "receivables.bid"})`. Rates are few: without 32 random bytes of salt, kept until the rate is revealed, anybody finds them by trying.
 */
export function bidCommitment(terms: BidTerms, salt: Uint8Array): Hash {
  const { genesisHash, certNo, auctionNo, bank, annualRatePpm } = terms
  const json = canonicalJson({ annualRatePpm, auctionNo, bank, certNo, genesisHash, object: 'receivables.bid' })
  assert(json.ok, 'the terms of a bid are JSON')
  return taggedHash('commitment', salt, utf8ToBytes(json.value))
}

type AuctionPhase = 'COMMIT' | 'REVEAL' | 'ACCEPT' | 'CLOSED'

/** Bids until the first deadline, rates until the second or until all are known, then the holder’s answer. */
export function phaseOf({ outcome, commitUntilMs, revealUntilMs, bids }: Auction, timeMs: number): AuctionPhase {
  if (outcome !== 'OPEN') return 'CLOSED'
  if (timeMs < commitUntilMs) return 'COMMIT'
  const allKnown = bids.every(({ annualRatePpm }) => annualRatePpm !== undefined)
  return timeMs < revealUntilMs && !allKnown ? 'REVEAL' : 'ACCEPT'
}

/** The open auction of a certificate, in the phase that a command needs. */
export function openAuction(
  { timeMs }: Pick<BlockContext, 'timeMs'>,
  state: StateReader,
  claim: Claim,
  phase: AuctionPhase,
): Auction | Rejection {
  const { certNo, request } = claim.certificate
  const fault = statusFault(state, claim, 'QUOTED', timeMs)
  if (fault !== undefined) return fault
  if (request?.auctionNo === undefined) {
    return refuse('receivables/no-auction', `${certNo} is offered at a fixed rate of ${request?.annualRatePpm} ppm a year`, 'certNo')
  }
  const auction = auctions.require(state, certNo)
  if (timeMs >= request.expiresAtMs) {
    return refuse('receivables/expired', `the auction of ${certNo} ended at ${request.expiresAtMs}, it is ${timeMs}`, 'certNo')
  }
  const now = phaseOf(auction, timeMs)
  if (now === phase) return auction
  const times = `bids until ${auction.commitUntilMs}, rates until ${auction.revealUntilMs}`
  return refuse('receivables/wrong-phase', `auction ${auction.auctionNo} of ${certNo} is at ${now}, not ${phase}: ${times}`, 'certNo')
}

/** The lowest rate is best; of equal rates the one that was committed to first, which stands first in the list. */
export function isBetter({ bids, best }: Auction, place: number, annualRatePpm: number): boolean {
  const standing = best === undefined ? undefined : bids[best]?.annualRatePpm
  if (best === undefined || standing === undefined) return true
  return annualRatePpm < standing || (annualRatePpm === standing && place < best)
}
