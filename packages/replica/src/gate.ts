import { verifyCommitCertificate, verifyConsensusMessage, verifyTransaction } from '@hanse/crypto'
import { err, type Hash, ok, type Result, reject } from '@hanse/primitives'
import {
  type CertifiedBlock,
  type Chain,
  type CommitCertificate,
  type ConsensusFrame,
  decodeTransaction,
  genesisValidatorSet,
  type PeerId,
  type SignedMessage,
  type SigningDomain,
  type Transaction,
  type ValidatorIndex,
  type ValidatorSet,
  type Verified,
  type VerifySignature,
  viewChangeHash,
} from '@hanse/protocol'
import type { ReplicaInput, VerifiedBlock } from './input.ts'

/**
 * The one door from bytes of others to inputs of the replica: form, membership and signatures are checked here, by every driver alike.
 * What a rejection costs the sender is the driver's affair.
 */
export class Gate {
  readonly #domain: SigningDomain
  readonly #set: ValidatorSet
  readonly #verify: VerifySignature
  /** Of each signer the last ViewChange that held: it is sent again until q have left, and rests on up to 2n + 1 signatures. */
  readonly #viewChanges = new Map<ValidatorIndex, { readonly hash: Hash; readonly verified: Verified<SignedMessage> }>()

  constructor(chain: Chain, verify: VerifySignature) {
    this.#domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
    this.#set = genesisValidatorSet(chain.genesis)
    this.#verify = verify
  }

  message(signed: SignedMessage): Result<Verified<SignedMessage>> {
    if (signed.message.type !== 'viewChange') return verifyConsensusMessage(this.#domain, this.#set, signed, this.#verify)
    const hash = viewChangeHash(signed)
    const known = this.#viewChanges.get(signed.signer)
    if (known?.hash === hash && known.verified.signature === signed.signature) return ok(known.verified)
    const verified = verifyConsensusMessage(this.#domain, this.#set, signed, this.#verify)
    if (verified.ok) this.#viewChanges.set(signed.signer, { hash, verified: verified.value })
    return verified
  }

  certificate(certificate: CommitCertificate): Result<Verified<CommitCertificate>> {
    return verifyCommitCertificate(this.#domain, this.#set, certificate, this.#verify)
  }

  transaction(raw: Uint8Array): Result<Verified<Transaction>> {
    const transaction = decodeTransaction(raw)
    return transaction.ok ? verifyTransaction(transaction.value, this.#verify) : transaction
  }

  /** Undefined for one that is `known` by its id: it was verified before. */
  unknownTransaction(raw: Uint8Array, known: (id: Hash) => boolean): Result<Verified<Transaction> | undefined> {
    const transaction = decodeTransaction(raw)
    if (!transaction.ok) return transaction
    return known(transaction.value.id) ? ok(undefined) : verifyTransaction(transaction.value, this.#verify)
  }

  /** A block with its transactions, which the caller has verified one by one, in the body's order. */
  block(block: CertifiedBlock, transactions: readonly Verified<Transaction>[]): Result<VerifiedBlock> {
    const { body } = block
    if (transactions.length !== body.ids.length || transactions.some((transaction, index) => transaction.id !== body.ids[index])) {
      return err(reject('sync/bad-block', `the transactions of height ${body.height} are not those of its body`))
    }
    const certificate = this.certificate(block.certificate)
    return certificate.ok ? ok({ body, transactions, certificate: certificate.value }) : certificate
  }

  /** Everything on the consensus channel but the hello, which concerns the connection. */
  consensusInput(from: PeerId, frame: Exclude<ConsensusFrame, { readonly type: 'hello' }>): Result<ReplicaInput> {
    switch (frame.type) {
      case 'signed': {
        const signed = this.message(frame.signed)
        return signed.ok ? ok({ type: 'message', signed: signed.value }) : signed
      }
      case 'certificate': {
        const certificate = this.certificate(frame.certificate)
        return certificate.ok ? ok({ type: 'certificate', from, certificate: certificate.value }) : certificate
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
