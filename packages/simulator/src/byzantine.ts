import { bytesToHex, type Hash, type Prng } from '@hanse/primitives'
import {
  asValidatorIndex,
  type Chain,
  type ConsensusMessage,
  consensusSignBytes,
  proposalDigest,
  type QuorumSignature,
  quorumSize,
  type SignedMessage,
  type ValidatorIndex,
} from '@hanse/protocol'
import type { SimFrame } from './frame.ts'
import { validatorKeyName } from './sim-chain.ts'
import { type SimSignatures, simKey } from './sim-keys.ts'

/** How a Byzantine validator behaves. It runs the honest replica, and lies on the wire. */
export const BYZANTINE_STRATEGIES = [
  'equivocating-primary',
  'equivocating-voter',
  'silent-primary',
  'forged-new-view',
  'duplicate-signer',
  'cross-chain-replay',
] as const
export type ByzantineStrategy = (typeof BYZANTINE_STRATEGIES)[number]

export interface ByzantineOptions {
  readonly strategy: ByzantineStrategy
  readonly self: ValidatorIndex
  readonly chain: Chain
  /** Of the same validators with another genesis: what they sign there is public. */
  readonly sister: Chain
  readonly signatures: SimSignatures
  readonly prng: Prng
}

/** Rewrites the frames that a Byzantine validator sends. `own` frames of honest content still go out where the lie needs them. */
export class Byzantine {
  readonly #options: ByzantineOptions

  constructor(options: ByzantineOptions) {
    this.#options = options
  }

  /** What goes to `to` instead of `frame`. */
  rewrite(to: ValidatorIndex, frame: SimFrame): readonly SimFrame[] {
    if (frame.channel !== 'consensus' || frame.frame.type !== 'signed' || frame.frame.signed.signer !== this.#options.self) return [frame]
    const { signed } = frame.frame
    switch (this.#options.strategy) {
      case 'equivocating-primary':
        return this.#equivocatingPrimary(to, signed)
      case 'equivocating-voter':
        return this.#equivocatingVoter(signed)
      case 'silent-primary':
        return signed.message.type === 'proposal' && this.#options.prng.chance(9, 10) ? [] : [frame]
      case 'forged-new-view':
        return this.#forgedNewView(signed)
      case 'duplicate-signer':
        return this.#duplicateSigner(signed)
      case 'cross-chain-replay':
        return this.#crossChainReplay(signed)
    }
  }

  /** Half of the others get another body at the same height, each with its own Prepare. */
  #equivocatingPrimary(to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] {
    const { message } = signed
    if (message.type === 'proposal' && to % 2 === 1) {
      return [this.#signed(signed, { ...message, body: { ...message.body, ids: [], timeMs: message.body.timeMs + 1 } })]
    }
    if (message.type === 'prepare' && to % 2 === 1) return []
    return [frameOf(signed)]
  }

  /** Every vote goes out twice, the second time for something else. */
  #equivocatingVoter(signed: SignedMessage): readonly SimFrame[] {
    const { message } = signed
    if (message.type === 'prepare') return [frameOf(signed), this.#signed(signed, { ...message, digest: this.#anyHash() })]
    if (message.type === 'commit') {
      const other = this.#options.prng.chance(1, 2) ? { headerHash: this.#anyHash() } : { digest: this.#anyHash() }
      return [frameOf(signed), this.#signed(signed, { ...message, ...other })]
    }
    return [frameOf(signed)]
  }

  /** A NewView that fixes something else, starts from elsewhere, or rests on one ViewChange many times. */
  #forgedNewView(signed: SignedMessage): readonly SimFrame[] {
    const { message } = signed
    const { prng } = this.#options
    if (message.type !== 'newView') return [frameOf(signed)]
    const { digest, ...withoutDigest } = message
    const forgeries: readonly ConsensusMessage[] = [
      digest === undefined ? { ...message, digest: this.#anyHash() } : withoutDigest,
      { ...message, base: (message.base + 1) as typeof message.base },
      { ...message, viewChanges: message.viewChanges.map(() => message.viewChanges[0] as Hash) },
      { ...message, newView: (message.newView + 4) as typeof message.newView },
    ]
    return [this.#signed(signed, prng.pick(forgeries)), ...(prng.chance(1, 2) ? [frameOf(signed)] : [])]
  }

  /** A commit certificate made of its own signature alone, in every way of repeating it. */
  #duplicateSigner(signed: SignedMessage): readonly SimFrame[] {
    const { message, epoch } = signed
    if (message.type !== 'commit') return [frameOf(signed)]
    const forged = { ...message, headerHash: this.#anyHash() }
    const own: QuorumSignature = { signer: this.#options.self, signature: this.#sign(epoch, forged) }
    const { view, height, digest, headerHash } = forged
    const signatures = Array.from({ length: quorumSize(this.#options.chain.genesis.validators.length) }, () => own)
    return [
      frameOf(signed),
      frameOf(signed),
      { channel: 'consensus', frame: { type: 'certificate', certificate: { epoch, view, height, digest, headerHash, signatures } } },
    ]
  }

  /** Votes, and a certificate, that the same validators signed on the sister chain for a height that they have there too. */
  #crossChainReplay(signed: SignedMessage): readonly SimFrame[] {
    const { message } = signed
    if (message.type !== 'prepare' && message.type !== 'commit') return [frameOf(signed)]
    const { sister, self } = this.#options
    const body = { epoch: signed.epoch, height: message.height, ids: [], timeMs: sister.genesis.timeMs + message.height, proposer: self }
    const digest = proposalDigest(body)
    const replayed: SimFrame[] = []
    for (const index of sister.genesis.validators.keys()) {
      const signer = asValidatorIndex(index)
      const vote: ConsensusMessage =
        message.type === 'prepare'
          ? { type: 'prepare', view: message.view, height: message.height, digest }
          : { type: 'commit', view: message.view, height: message.height, digest, headerHash: message.headerHash }
      replayed.push(frameOf({ epoch: signed.epoch, signer, signature: this.#sign(signed.epoch, vote, signer, sister), message: vote }))
    }
    return [frameOf(signed), { channel: 'consensus', frame: { type: 'body', body } }, ...replayed]
  }

  #signed(like: SignedMessage, message: ConsensusMessage): SimFrame {
    return frameOf({ ...like, message, signature: this.#sign(like.epoch, message) })
  }

  #sign(epoch: SignedMessage['epoch'], message: ConsensusMessage, signer = this.#options.self, chain = this.#options.chain): `0x${string}` {
    const domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
    return bytesToHex(this.#options.signatures.sign(simKey(validatorKeyName(signer)), consensusSignBytes(domain, epoch, message)))
  }

  #anyHash(): Hash {
    return bytesToHex(this.#options.prng.bytes(32)) as Hash
  }
}

function frameOf(signed: SignedMessage): SimFrame {
  return { channel: 'consensus', frame: { type: 'signed', signed } }
}
