import { bytesToHex, type Hash, type Prng } from '@hanse/primitives'
import {
  asValidatorIndex,
  type Chain,
  type ConsensusMessage,
  consensusSignBytes,
  type Epoch,
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
  /** The nodes that validate in this epoch, in the order of their indices. */
  seatsOf(epoch: Epoch): readonly ValidatorIndex[]
  /** True once every honest validator is beyond the end of this epoch: what its keys still sign can deceive nobody. */
  isOver(epoch: Epoch): boolean
}

type Remembered = Pick<ViewChange, 'head'> & { readonly prepared: NonNullable<ViewChange['prepared']> }

/** Of the ViewChanges that it heard of. */
const REMEMBERED_MAX = 16
/** Of the messages of others, to be said again out of their time. */
const HEARD_MAX = 32
/** Every so many messages one is kept: what is said again is old. */
const HEARD_EVERY = 25

/** What every lie is made with: a Byzantine validator's own key, and what its peers signed elsewhere. */
export class Liar {
  readonly self: ValidatorIndex
  readonly sister: Chain
  readonly prng: Prng
  readonly #chain: Chain
  readonly #signatures: SimSignatures
  readonly #seatsOf: (epoch: Epoch) => readonly ValidatorIndex[]
  readonly #isOver: (epoch: Epoch) => boolean
  readonly #remembered: Remembered[] = []
  readonly #heard: SignedMessage[] = []
  #messages = 0

  constructor(options: LiarOptions) {
    this.self = options.self
    this.sister = options.sister
    this.prng = options.prng
    this.#chain = options.chain
    this.#signatures = options.signatures
    this.#seatsOf = (epoch) => options.seatsOf(epoch)
    this.#isOver = (epoch) => options.isOver(epoch)
  }

  /** Keeps what others said, now and then, and what a ViewChange rests on: it is good for ever. */
  remember(signed: SignedMessage): void {
    const { message } = signed
    this.#messages += 1
    if (this.#messages % HEARD_EVERY === 0 && message.type !== 'status') push(this.#heard, signed, HEARD_MAX)
    if (message.type !== 'viewChange' || message.prepared === undefined) return
    const { head, prepared } = message
    push(this.#remembered, { prepared, ...(head === undefined ? {} : { head }) }, REMEMBERED_MAX)
  }

  /** Something that another validator said, mostly a while ago. */
  somethingHeard(): SignedMessage | undefined {
    return this.#heard.length === 0 ? undefined : this.prng.pick(this.#heard)
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

  /** Of genesis. */
  get validators(): number {
    return this.#chain.genesis.validators.length
  }

  /** Who validates in this epoch. */
  sizeOf(epoch: Epoch): number {
    return this.#seatsOf(epoch).length
  }

  /** Its own index in this epoch. Where it has none it takes that of genesis, which may be another's now. */
  seatIn(epoch: Epoch): ValidatorIndex {
    const seat = this.#seatsOf(epoch).indexOf(this.self)
    return seat < 0 ? this.self : asValidatorIndex(seat)
  }

  isOwn({ epoch, signer }: Pick<SignedMessage, 'epoch' | 'signer'>): boolean {
    return signer === this.seatIn(epoch)
  }

  /** Another message than `signed`, as good as that one. */
  instead({ epoch }: SignedMessage, message: ConsensusMessage): SimFrame {
    return frameOf(this.signed(epoch, message))
  }

  /** A message with its own signature. */
  signed(epoch: Epoch, message: ConsensusMessage): SignedMessage {
    return { epoch, signer: this.seatIn(epoch), signature: this.#sign(epoch, message, this.self, this.#chain), message }
  }

  /** What `signer` has signed on the sister chain. */
  fromSister({ epoch }: SignedMessage, signer: ValidatorIndex, message: ConsensusMessage): SimFrame {
    return frameOf({ epoch, signer, signature: this.#sign(epoch, message, signer, this.sister), message })
  }

  isOver(epoch: Epoch): boolean {
    return this.#isOver(epoch)
  }

  /** What `signer` could sign for an epoch that is over, if its key of then were known. */
  asRetired(epoch: Epoch, signer: ValidatorIndex, message: ConsensusMessage): SignedMessage {
    return { epoch, signer, signature: this.#sign(epoch, message, this.#seatsOf(epoch)[signer] ?? signer, this.#chain), message }
  }

  /** A message in the name of another, with the liar's own signature. */
  forged({ epoch }: SignedMessage, signer: ValidatorIndex, message: ConsensusMessage): SimFrame {
    return frameOf({ epoch, signer, signature: this.#sign(epoch, message, this.self, this.#chain), message })
  }

  /** Enough signatures for a certificate, all of them its own. */
  quorumOfOne(epoch: Epoch, vote: ConsensusMessage): readonly QuorumSignature[] {
    const own = { signer: this.seatIn(epoch), signature: this.#sign(epoch, vote, this.self, this.#chain) }
    return Array.from({ length: quorumSize(this.sizeOf(epoch)) }, () => own)
  }

  /** Enough signatures for a certificate, each under another name, and all with its own key. */
  quorumOfNames(epoch: Epoch, vote: ConsensusMessage): QuorumSignature[] {
    return this.quorumOfOne(epoch, vote).map(({ signature }, place) => ({ signer: asValidatorIndex(place), signature }))
  }

  /** An empty batch of its own that nobody has prepared. */
  inventedBody(
    { epoch }: Pick<SignedMessage, 'epoch'>,
    height: ProposalBody['height'],
  ): { readonly body: ProposalBody; readonly digest: Hash } {
    const body = { epoch, height, ids: [], timeMs: this.#chain.genesis.timeMs + height, proposer: this.seatIn(epoch) }
    return { body, digest: proposalDigest(body) }
  }

  anyHash(): Hash {
    return bytesToHex(this.prng.bytes(32)) as Hash
  }

  #sign(epoch: Epoch, message: ConsensusMessage, node: ValidatorIndex, chain: Chain): QuorumSignature['signature'] {
    const domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
    return bytesToHex(this.#signatures.sign(simKey(validatorKeyName(node)), consensusSignBytes(domain, epoch, message)))
  }
}

function push<T>(list: T[], item: T, most: number): void {
  list.push(item)
  if (list.length > most) list.shift()
}

export function frameOf(signed: SignedMessage): SimFrame {
  return { channel: 'consensus', frame: { type: 'signed', signed } }
}

export function bodyFrame(body: ProposalBody): SimFrame {
  return { channel: 'consensus', frame: { type: 'body', body } }
}
