import { verifyCommitCertificate, verifyConsensusMessage, verifyTransaction } from '@hanse/crypto'
import { equalBytes, err, type Hash, ok, type Result, reject } from '@hanse/primitives'
import {
  asHeight,
  type CertifiedBlock,
  type Chain,
  type CommitCertificate,
  type ConsensusFrame,
  type ConsensusMessage,
  decodeTransaction,
  type Epoch,
  type Header,
  type Height,
  keptTransaction,
  type PeerId,
  recoversFrom,
  type SignedMessage,
  type SigningDomain,
  type Transaction,
  type ValidatorIndex,
  type ValidatorSet,
  type Verified,
  type VerifySignature,
  viewChangeHash,
} from '@hanse/protocol'
import { type EpochSets, genesisSets } from './epoch-sets.ts'
import type { ReplicaInput, VerifiedBlock } from './input.ts'

/** Who knows what epoch it is: the replica. */
export interface EpochSource {
  readonly sets: EpochSets
  /** Absent for who only verifies blocks. */
  readonly head?: { readonly header: Pick<Header, 'height'> }
}

/**
 * The one door from bytes of others to inputs of the replica: form, membership and signatures are checked here, by every driver alike.
 * What a rejection costs the sender is the driver's affair. It can verify what is of the epoch above the head or of the one before;
 * whatever is of another is passed on as just that, unverified.
 */
export class Gate {
  readonly #domain: SigningDomain
  readonly #source: EpochSource
  readonly #verify: VerifySignature
  /** Of each signer the last ViewChange that held: it is sent again until q have left, and rests on up to 2n + 1 signatures. */
  readonly #viewChanges = new Map<ValidatorIndex, { readonly hash: Hash; readonly verified: Verified<SignedMessage> }>()

  constructor(chain: Chain, verify: VerifySignature, source: EpochSource = { sets: genesisSets(chain.genesis) }) {
    this.#domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
    this.#source = source
    this.#verify = verify
  }

  /** Of messages that are verified. */
  get epoch(): Epoch {
    return this.#source.sets.epoch
  }

  message(signed: SignedMessage): Result<Verified<SignedMessage>> {
    const { epoch } = this
    if (signed.epoch !== epoch) return err(reject('consensus/bad-message', `the message is not of epoch ${epoch}`, { path: 'epoch' }))
    if (signed.message.type !== 'viewChange') return this.#signed(signed)
    const hash = viewChangeHash(signed)
    const known = this.#viewChanges.get(signed.signer)
    if (known?.hash === hash && known.verified.signature === signed.signature) return ok(known.verified)
    const verified = this.#signed(signed)
    if (verified.ok) this.#viewChanges.set(signed.signer, { hash, verified: verified.value })
    return verified
  }

  #signed(signed: SignedMessage): Result<Verified<SignedMessage>> {
    const { set, below } = this.#source.sets
    return verifyConsensusMessage(this.#domain, set, signed, this.#verify, below)
  }

  certificate(certificate: CommitCertificate): Result<Verified<CommitCertificate>> {
    const set = this.#signersOf(certificate)
    if (set === undefined) {
      const words = `validators of epoch ${certificate.epoch} do not decide on height ${certificate.height}`
      return err(reject('consensus/bad-certificate', words, { path: 'epoch' }))
    }
    return verifyCommitCertificate(this.#domain, set, certificate, this.#verify)
  }

  /** An epoch ends with its last height: keys that were retired sign nothing above it. It is its own validators who recover from it. */
  #signersOf(certificate: CommitCertificate): ValidatorSet | undefined {
    const { epoch, height } = certificate
    const { sets } = this.#source
    const end = sets.below?.height ?? 0
    if (epoch === sets.epoch || recoversFrom(sets.epoch, certificate)) return height > end ? sets.set : undefined
    return epoch === sets.epoch - 1 && height <= end ? sets.below?.set : undefined
  }

  transaction(raw: Uint8Array): Result<Verified<Transaction>> {
    const transaction = decodeTransaction(raw)
    return transaction.ok ? this.#verifiedTransaction(transaction.value) : transaction
  }

  #verifiedTransaction(transaction: Transaction): Result<Verified<Transaction>> {
    const verified = verifyTransaction(transaction, this.#verify)
    return verified.ok ? ok(keptTransaction(verified.value)) : verified
  }

  /** Undefined for one that is `known` by its id: it was verified before. */
  unknownTransaction(raw: Uint8Array, known: (id: Hash) => boolean): Result<Verified<Transaction> | undefined> {
    const transaction = decodeTransaction(raw)
    if (!transaction.ok) return transaction
    return known(transaction.value.id) ? ok(undefined) : this.#verifiedTransaction(transaction.value)
  }

  /** One of a block. What `held` gives was verified before, and is not again where these are the very bytes: an id leaves the signatures out. */
  blockTransaction(raw: Uint8Array, held: (id: Hash) => Verified<Transaction> | undefined): Result<Verified<Transaction>> {
    const transaction = decodeTransaction(raw)
    if (!transaction.ok) return transaction
    const same = held(transaction.value.id)
    return same !== undefined && equalBytes(same.bytes, raw) ? ok(same) : this.#verifiedTransaction(transaction.value)
  }

  /**
   * The blocks of an answer that can be verified now: without the first `past`, which are of epochs that have been left behind since they
   * were asked for, and up to the first of a later epoch than `knownEpoch`, which waits until the epochs before it are executed.
   */
  within(blocks: readonly CertifiedBlock[]): { past: number; known: readonly CertifiedBlock[]; more: { knownEpoch?: Epoch } } {
    const { epoch } = this
    let past = 0
    while ((blocks[past]?.certificate.epoch ?? epoch) < epoch - 1) past += 1
    const later = blocks.findIndex(({ certificate }) => certificate.epoch > epoch)
    const end = later >= 0 && this.#isRecovery(blocks[later]?.certificate) ? later + 1 : later
    if (later < 0 || end === blocks.length) return { past, known: blocks.slice(past), more: {} }
    return { past, known: blocks.slice(past, end), more: { knownEpoch: epoch } }
  }

  /** One that is to be verified only when the epochs before it are executed does not hold yet, which is no fault. */
  #isRecovery(certificate: CommitCertificate | undefined): boolean {
    return certificate !== undefined && recoversFrom(this.epoch, certificate) && this.certificate(certificate).ok
  }

  /** One that this epoch's validators must have signed: the next block, or one that ours has the place of. */
  #isRecoveryHere(certificate: CommitCertificate): boolean {
    const { sets } = this.#source
    const { height } = certificate
    return recoversFrom(sets.epoch, certificate) && height > (sets.below?.height ?? 0) && height <= this.#height() + 1
  }

  #height(): number {
    return this.#source.head?.header.height ?? 0
  }

  /** A block within reach, with its transactions, which the caller has verified one by one, in the body's order. */
  block(block: CertifiedBlock, transactions: readonly Verified<Transaction>[]): Result<VerifiedBlock> {
    const { body } = block
    if (transactions.length !== body.ids.length || transactions.some((transaction, index) => transaction.id !== body.ids[index])) {
      return err(reject('sync/bad-block', `the transactions of height ${body.height} are not those of its body`))
    }
    const certificate = this.certificate(block.certificate)
    return certificate.ok ? ok({ body, transactions, certificate: certificate.value }) : certificate
  }

  /** Everything on the consensus channel but the hello, which concerns the connection. Undefined for what is of no use. */
  consensusInput(from: PeerId, frame: Exclude<ConsensusFrame, { readonly type: 'hello' }>): Result<ReplicaInput | undefined> {
    switch (frame.type) {
      case 'signed': {
        const { epoch, message } = frame.signed
        if (epoch !== this.epoch) return ok({ type: 'other-epoch', from, epoch, height: headOf(message) })
        const signed = this.message(frame.signed)
        return signed.ok ? ok({ type: 'message', signed: signed.value }) : signed
      }
      case 'certificate': {
        const { epoch, height } = frame.certificate
        if (epoch < this.epoch) return ok(undefined)
        if (epoch > this.epoch && !this.#isRecoveryHere(frame.certificate)) return ok({ type: 'other-epoch', from, epoch, height })
        const certificate = this.certificate(frame.certificate)
        if (!certificate.ok) return certificate
        const { value } = certificate
        if (epoch === this.epoch) return ok({ type: 'certificate', from, certificate: value })
        return ok(height <= this.#height() ? { type: 'recovery', certificate: value } : { type: 'other-epoch', from, epoch, height })
      }
      case 'body':
        return ok({ type: 'body', from, body: frame.body })
      case 'fetchBody':
        return ok({ type: 'fetch-body', from, height: frame.height, digest: frame.digest })
      case 'fetchViewChange':
        return ok({ type: 'fetch-view-change', from, hash: frame.hash })
      case 'fetchNewView':
        return ok({ type: 'fetch-new-view', from, view: frame.view })
    }
  }
}

/** What the sender says to have final. */
function headOf(message: ConsensusMessage): Height {
  switch (message.type) {
    case 'status':
      return message.head
    case 'viewChange':
      return message.head?.height ?? asHeight(0)
    case 'commit':
      return asHeight(Math.max(0, message.height - 1))
    case 'newView':
      return message.base
    case 'proposal':
    case 'prepare':
      return asHeight(0)
  }
}
