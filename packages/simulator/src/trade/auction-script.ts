import { bidCommitment } from '@hanse/modules'
import { bytesToHex } from '@hanse/primitives'
import { OFFER_MS } from './cast.ts'
import { alone, callOf, type ScriptWorld, SUCCESS, send, type TradeCall, type TradeRequest } from './script.ts'

const MODULE = 'receivables'
/** A calm network makes a block final within milliseconds, one in trouble within seconds. */
const COMMIT_MS_MIN = 120
const REVEAL_MS_MIN = 500
const PHASE_MS_SPANS = [100, 2_000] as const
const LIMIT_PPM = 60_000
const SALT_SIZE_BYTES = 32
/** Each certificate is sold by auction once. */
const AUCTION_NO = 1
/** A network that stands still misses a deadline, and an auction that nobody answers in time is over. */
const LATE: readonly string[] = ['receivables/wrong-phase', 'receivables/nothing-pending']

interface Bid {
  readonly bank: string
  readonly annualRatePpm: number
  readonly salt: Uint8Array
}

/**
 * Commit, reveal, delivery versus payment. The lowest rate that was revealed gets the claim, and whoever is beaten has its money back. A bank
 * without money may bid, and is not the best.
 */
export function* sellByAuction(world: ScriptWorld, certNo: string, seller: string): Generator<TradeRequest, void, readonly string[]> {
  const { prng, timeMs } = world
  const spanMs = prng.pick(PHASE_MS_SPANS)
  const commitUntilMs = timeMs + COMMIT_MS_MIN + prng.below(spanMs)
  const revealUntilMs = commitUntilMs + REVEAL_MS_MIN + prng.below(spanMs)
  const terms = { certNo, annualRatePpm: LIMIT_PPM, recourse: prng.chance(1, 2), expiresAtMs: timeMs + OFFER_MS }
  const request = { ...terms, auction: { commitUntilMs, revealUntilMs } }
  const opened = yield* send(callOf(MODULE, 'requestFinance', alone(seller), request, [SUCCESS, 'receivables/bad-auction']))
  if (opened !== SUCCESS) return
  const bids = drawBids(world)
  const sealed = yield* allowed(bids, (bid) => bidOf(world, certNo, bid))
  yield { untilMs: commitUntilMs }
  const [first] = sealed
  if (first !== undefined && prng.chance(1, 4))
    yield* send(revealOf(certNo, { ...first, salt: prng.bytes(SALT_SIZE_BYTES) }, ['receivables/commitment-mismatch', ...LATE]))
  const revealed = yield* allowed(sealed, (bid) => revealOf(certNo, bid, revealCodes(bid)))
  // When all rates are known, nobody has to wait any more.
  if (revealed.length < sealed.length) yield { untilMs: revealUntilMs }
  const [best, ...others] = revealed.toSorted((left, right) => left.annualRatePpm - right.annualRatePpm)
  if (best === undefined) return
  for (const other of others) yield* send(acceptOf(certNo, seller, other, 'receivables/not-best-bid'))
  yield* send(acceptOf(certNo, seller, best, SUCCESS))
}

/** No two rates are the same: which of two equal ones is best depends on which was committed to first. */
function drawBids({ prng }: ScriptWorld): readonly Bid[] {
  const banks = ['funder', 'rival', ...(prng.chance(1, 3) ? ['poor-funder'] : [])]
  return banks.map((bank, place) => ({
    bank,
    annualRatePpm: 1 + place + banks.length * prng.below(LIMIT_PPM / banks.length - 1),
    salt: prng.bytes(SALT_SIZE_BYTES),
  }))
}

/** Sends one of each bid at once; gives those that came to success. */
function* allowed(bids: readonly Bid[], callFor: (bid: Bid) => TradeCall): Generator<TradeRequest, readonly Bid[], readonly string[]> {
  if (bids.length === 0) return []
  const codes = yield { calls: bids.map(callFor) }
  return bids.filter((_, place) => codes[place] === SUCCESS)
}

function bidOf({ genesisHash }: ScriptWorld, certNo: string, { bank, annualRatePpm, salt }: Bid): TradeCall {
  const commitment = bidCommitment({ genesisHash, certNo, auctionNo: AUCTION_NO, bank, annualRatePpm }, salt)
  return callOf(MODULE, 'bid', alone(bank), { certNo, bank, auctionNo: AUCTION_NO, commitment }, [SUCCESS, ...LATE])
}

function revealOf(certNo: string, { bank, annualRatePpm, salt }: Bid, expected: readonly string[]): TradeCall {
  return callOf(MODULE, 'reveal', alone(bank), { certNo, bank, annualRatePpm, salt: bytesToHex(salt) }, expected)
}

/** The best of those known so far has to pay; who is not the best need not have any money. */
function revealCodes({ bank }: Bid): readonly string[] {
  return [SUCCESS, ...LATE, ...(bank === 'poor-funder' ? ['settlement/insufficient-funds'] : [])]
}

function acceptOf(certNo: string, seller: string, { bank, annualRatePpm }: Bid, ...expected: readonly string[]): TradeCall {
  return callOf(MODULE, 'acceptBid', alone(seller), { certNo, bank, annualRatePpm }, expected)
}
