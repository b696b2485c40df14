import type { SignedMessage, ValidatorIndex } from '@hanse/protocol'
import type { RawFrame, SimFrame } from '../frame.ts'
import { badStateSync, eclipse } from './answer-lies.ts'
import { malformedProtobuf, malleatedSignature, oversized } from './byte-lies.ts'
import { fakeCheckpoint, indexMismatch, replayCrossChain } from './certificate-lies.ts'
import { agreeWith, collude } from './collusion.ts'
import { longRangeBlocks, reconfigRace } from './epoch-lies.ts'
import { evidenceSpam, futureViewFlood, heightFlood, invalidFlood } from './flood-lies.ts'
import type { Liar } from './liar.ts'
import {
  censorTransactions,
  equivocatePreprepare,
  forgeNewView,
  silentLeader,
  skewTimestamp,
  slowLeader,
  withholdPreprepare,
} from './primary-lies.ts'
import type { ToldFrame } from './told.ts'
import {
  equivocateVote,
  hidePrepared,
  nondeterministicExecution,
  smallScopeMutation,
  staleViewChangeCertificate,
  withholdVotes,
} from './vote-lies.ts'

/** What goes out instead of a frame; undefined for the truth. */
type FrameLie = (liar: Liar, to: ValidatorIndex, sent: SimFrame) => readonly ToldFrame[] | undefined
/** … of a message of its own. */
type MessageLie = (liar: Liar, to: ValidatorIndex, signed: SignedMessage) => readonly ToldFrame[] | undefined

function own(lie: MessageLie): FrameLie {
  return (liar, to, sent) => {
    if (sent.channel !== 'consensus' || sent.frame.type !== 'signed' || !liar.isOwn(sent.frame.signed)) return undefined
    return lie(liar, to, sent.frame.signed)
  }
}

/** What it does is no matter of frames: its host does it (`HostLies`). */
const byItsHost: FrameLie = () => undefined

/** All named strategies, in the order of docs/testing.md. */
const LIES = {
  'equivocate-preprepare': own(equivocatePreprepare),
  'equivocate-vote': own(equivocateVote),
  twin: byItsHost,
  'withhold-preprepare': own(withholdPreprepare),
  'withhold-votes': own(withholdVotes),
  'silent-leader': own(silentLeader),
  'slow-leader': own(slowLeader),
  'censor-tx': own(censorTransactions),
  'stale-viewchange-cert': own(staleViewChangeCertificate),
  'hide-prepared': own(hidePrepared),
  'forged-newview': own(forgeNewView),
  'fake-checkpoint': own(fakeCheckpoint),
  amnesia: byItsHost,
  'restore-backup-equivocation': byItsHost,
  'replay-cross-chain': own(replayCrossChain),
  'future-view-flood': own(futureViewFlood),
  'height-flood': own(heightFlood),
  'invalid-flood': own(invalidFlood),
  'malformed-protobuf': malformedProtobuf,
  oversized: own(oversized),
  'index-mismatch': indexMismatch,
  'bad-state-sync': badStateSync,
  'long-range-blocks': longRangeBlocks,
  'evidence-spam': own(evidenceSpam),
  'timestamp-skew': own(skewTimestamp),
  'small-scope-mutation': own(smallScopeMutation),
  eclipse,
  'malleated-signature': own(malleatedSignature),
  'nondeterministic-proposer': own(nondeterministicExecution),
  'reconfig-race': own(reconfigRace),
  collude: own(collude),
} as const satisfies Record<string, FrameLie>

/** How a Byzantine validator behaves. It runs the honest replica, and lies on the wire or about its disk. */
export type ByzantineStrategy = keyof typeof LIES

export const BYZANTINE_STRATEGIES = Object.keys(LIES) as readonly ByzantineStrategy[]

/** Those that have something to do where nobody joins or leaves. */
export const EVERYDAY_STRATEGIES = BYZANTINE_STRATEGIES.filter((name) => name !== 'long-range-blocks')

export function isStrategy(name: string): name is ByzantineStrategy {
  return Object.hasOwn(LIES, name)
}

/** Rewrites what one Byzantine validator sends. */
export class Byzantine {
  readonly strategies: readonly ByzantineStrategy[]
  /** By strategy: frames that it changed, dropped, held back or added to, and what its host did. */
  readonly lies = new Map<ByzantineStrategy, number>()
  readonly #liar: Liar

  constructor(strategies: readonly ByzantineStrategy[], liar: Liar) {
    this.strategies = strategies
    this.#liar = liar
  }

  /** A frame on its way to this validator: what it answers at once, to its sender. */
  hear(frame: SimFrame | RawFrame): readonly ToldFrame[] {
    if ('raw' in frame || frame.channel !== 'consensus' || frame.frame.type !== 'signed') return []
    const { signed } = frame.frame
    if (!this.#liar.isOwn(signed)) this.#liar.remember(signed)
    return this.strategies.includes('collude') ? agreeWith(this.#liar, signed) : []
  }

  /** What goes to `to` instead of `frame`. */
  rewrite(to: ValidatorIndex, frame: SimFrame | RawFrame): readonly ToldFrame[] {
    let frames: readonly ToldFrame[] = [frame]
    for (const strategy of this.strategies) frames = frames.flatMap((sent) => this.#lie(strategy, to, sent))
    return frames
  }

  count(strategy: ByzantineStrategy): void {
    this.lies.set(strategy, (this.lies.get(strategy) ?? 0) + 1)
  }

  #lie(strategy: ByzantineStrategy, to: ValidatorIndex, sent: ToldFrame): readonly ToldFrame[] {
    if ('raw' in sent) return [sent]
    const told = LIES[strategy](this.#liar, to, sent)
    if (told === undefined) return [sent]
    this.count(strategy)
    const { delayUs } = sent
    return delayUs === undefined ? told : told.map((frame) => ({ delayUs, ...frame }))
  }
}
