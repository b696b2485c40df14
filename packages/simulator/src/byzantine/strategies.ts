import type { SignedMessage, ValidatorIndex } from '@hanse/protocol'
import type { SimFrame } from '../frame.ts'
import { garbledAnswers } from './answer-lies.ts'
import { crossChainReplay, duplicateSigner } from './certificate-lies.ts'
import type { Liar } from './liar.ts'
import { equivocatingPrimary, forgedNewView, selectiveProposals, silentPrimary } from './primary-lies.ts'
import { equivocatingVoter, futureFlood, hiddenPrepared, stalePrepared, withheldVotes } from './voter-lies.ts'

/** What goes out instead; undefined for the truth. */
type MessageLie = (liar: Liar, to: ValidatorIndex, signed: SignedMessage) => readonly SimFrame[] | undefined

const MESSAGE_LIES = {
  'equivocating-primary': equivocatingPrimary,
  'silent-primary': silentPrimary,
  'selective-proposals': selectiveProposals,
  'forged-new-view': forgedNewView,
  'equivocating-voter': equivocatingVoter,
  'withheld-votes': withheldVotes,
  'hidden-prepared': hiddenPrepared,
  'stale-prepared': stalePrepared,
  'future-flood': futureFlood,
  'duplicate-signer': duplicateSigner,
  'cross-chain-replay': crossChainReplay,
} as const satisfies Record<string, MessageLie>

/** How a Byzantine validator behaves. It runs the honest replica, and lies on the wire. */
export type ByzantineStrategy = keyof typeof MESSAGE_LIES | 'garbled-answers'

export const BYZANTINE_STRATEGIES: readonly ByzantineStrategy[] = [
  ...(Object.keys(MESSAGE_LIES) as (keyof typeof MESSAGE_LIES)[]),
  'garbled-answers',
]

/** Rewrites what one Byzantine validator sends. Frames of others that it passes on stay as they are. */
export class Byzantine {
  readonly strategies: readonly ByzantineStrategy[]
  /** By strategy: frames that it changed, dropped or added to. */
  readonly lies = new Map<ByzantineStrategy, number>()
  readonly #liar: Liar

  constructor(strategies: readonly ByzantineStrategy[], liar: Liar) {
    this.strategies = strategies
    this.#liar = liar
  }

  /** A frame on its way to this validator. */
  hear(frame: SimFrame): void {
    if (frame.channel === 'consensus' && frame.frame.type === 'signed') this.#liar.remember(frame.frame.signed.message)
  }

  /** What goes to `to` instead of `frame`. */
  rewrite(to: ValidatorIndex, frame: SimFrame): readonly SimFrame[] {
    let frames: readonly SimFrame[] = [frame]
    for (const strategy of this.strategies) frames = frames.flatMap((sent) => this.#lie(strategy, to, sent))
    return frames
  }

  #lie(strategy: ByzantineStrategy, to: ValidatorIndex, sent: SimFrame): readonly SimFrame[] {
    const told = strategy === 'garbled-answers' ? garbledAnswers(this.#liar, sent) : this.#lieAbout(MESSAGE_LIES[strategy], to, sent)
    if (told === undefined) return [sent]
    this.lies.set(strategy, (this.lies.get(strategy) ?? 0) + 1)
    return told
  }

  #lieAbout(lie: MessageLie, to: ValidatorIndex, sent: SimFrame): readonly SimFrame[] | undefined {
    if (sent.channel !== 'consensus' || sent.frame.type !== 'signed' || sent.frame.signed.signer !== this.#liar.self) return undefined
    return lie(this.#liar, to, sent.frame.signed)
  }
}
