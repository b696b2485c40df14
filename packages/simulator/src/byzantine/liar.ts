import { bytesToHex, type Hash, type Prng } from '@hanse/primitives'
import {
  type Chain,
  type ConsensusMessage,
  consensusSignBytes,
  type ProposalBody,
  proposalDigest,
  type QuorumSignature,
  quorumSize,
  type SignedMessage,
  type ValidatorIndex,
  type ViewChange,
} from '@hanse/protocol'
import type { SimFrame } from '../frame.ts'
import { validatorKeyName } from '../sim-chain.ts'
import { type SimSignatures, simKey } from '../sim-keys.ts'

export interface LiarOptions {
  readonly self: ValidatorIndex
  readonly chain: Chain
  /** Of the same validators with another genesis: what they sign there is public. */
  readonly sister: Chain
  readonly signatures: SimSignatures
  readonly prng: Prng
}

type Remembered = Pick<ViewChange, 'head'> & { readonly prepared: NonNullable<ViewChange['prepared']> }

/** Of the ViewChanges that it heard of. */
const REMEMBERED_MAX = 16

/** What every lie is made with: a Byzantine validator's own key, and what its peers signed elsewhere. */
export class Liar {
  readonly self: ValidatorIndex
  readonly sister: Chain
  readonly prng: Prng
  readonly #chain: Chain
  readonly #signatures: SimSignatures
  readonly #remembered: Remembered[] = []

  constructor(options: LiarOptions) {
    this.self = options.self
    this.sister = options.sister
    this.prng = options.prng
    this.#chain = options.chain
    this.#signatures = options.signatures
  }

  /** Keeps what a ViewChange rests on: it is good for ever. */
  remember(message: ConsensusMessage): void {
    if (message.type !== 'viewChange' || message.prepared === undefined) return
    const { head, prepared } = message
    this.#remembered.push({ prepared, ...(head === undefined ? {} : { head }) })
    if (this.#remembered.length > REMEMBERED_MAX) this.#remembered.shift()
  }

  /** What somebody rested on before, and which says less than `viewChange`: of a lower height, or prepared in a lower view. */
  staleThan({ head, prepared, newView }: ViewChange): Remembered | undefined {
    const headHeight = head?.height ?? 0
    return this.#remembered.find((older) => {
      if (older.prepared.view >= newView) return false
      if (older.prepared.height <= headHeight) return true
      return prepared !== undefined && older.prepared.height === prepared.height && older.prepared.view < prepared.view
    })
  }

  get validators(): number {
    return this.#chain.genesis.validators.length
  }

  /** Another message than `signed`, as good as that one. */
  instead({ epoch }: SignedMessage, message: ConsensusMessage): SimFrame {
    return frameOf({ epoch, signer: this.self, signature: this.#sign(epoch, message, this.self, this.#chain), message })
  }

  /** What `signer` has signed on the sister chain. */
  fromSister({ epoch }: SignedMessage, signer: ValidatorIndex, message: ConsensusMessage): SimFrame {
    return frameOf({ epoch, signer, signature: this.#sign(epoch, message, signer, this.sister), message })
  }

  /** Enough signatures for a certificate, all of them its own. */
  quorumOfOne(epoch: SignedMessage['epoch'], vote: ConsensusMessage): readonly QuorumSignature[] {
    const own = { signer: this.self, signature: this.#sign(epoch, vote, this.self, this.#chain) }
    return Array.from({ length: quorumSize(this.validators) }, () => own)
  }

  /** An empty batch of its own that nobody has prepared. */
  inventedBody({ epoch }: SignedMessage, height: ProposalBody['height']): { readonly body: ProposalBody; readonly digest: Hash } {
    const body = { epoch, height, ids: [], timeMs: this.#chain.genesis.timeMs + height, proposer: this.self }
    return { body, digest: proposalDigest(body) }
  }

  anyHash(): Hash {
    return bytesToHex(this.prng.bytes(32)) as Hash
  }

  #sign(epoch: SignedMessage['epoch'], message: ConsensusMessage, signer: ValidatorIndex, chain: Chain): QuorumSignature['signature'] {
    const domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
    return bytesToHex(this.#signatures.sign(simKey(validatorKeyName(signer)), consensusSignBytes(domain, epoch, message)))
  }
}

export function frameOf(signed: SignedMessage): SimFrame {
  return { channel: 'consensus', frame: { type: 'signed', signed } }
}

export function bodyFrame(body: ProposalBody): SimFrame {
  return { channel: 'consensus', frame: { type: 'body', body } }
}
