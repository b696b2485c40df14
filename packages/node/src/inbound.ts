import { verifyCommitCertificate, verifyConsensusMessage, verifyTransaction } from '@hanse/crypto'
import type { Hash, Rejection, Result } from '@hanse/primitives'
import {
  type CertifiedBlock,
  type CommitCertificate,
  type ConsensusFrame,
  consensusFrameCodec,
  decodeTransaction,
  genesisValidatorSet,
  type Chain,
  type SigningDomain,
  type SignedMessage,
  type SyncFrame,
  syncFrameCodec,
  type Transaction,
  type TransactionsFrame,
  transactionsFrameCodec,
  type ValidatorSet,
  type Verified,
  type VerifySignature,
} from '@hanse/protocol'
import type { VerifiedBlock } from '@hanse/replica'

/** Signatures verified before the event loop gets its turn: about five milliseconds of work. */
const VERIFY_SLICE = 64

/** A peer sent what no honest node sends; it costs the connection. */
export class PeerFault extends Error {
  override readonly name = 'PeerFault'
  readonly code: string

  constructor(rejection: Rejection) {
    super(rejection.message)
    this.code = rejection.code
  }
}

function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new PeerFault(result.error)
  return result.value
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

/** From bytes of a peer to values that the replica may have. Everything throws `PeerFault` on bad input. */
export class Inbound {
  readonly #domain: SigningDomain
  readonly #set: ValidatorSet
  readonly #verify: VerifySignature

  constructor(chain: Chain, verify: VerifySignature) {
    this.#domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
    this.#set = genesisValidatorSet(chain.genesis)
    this.#verify = verify
  }

  consensusFrame(frame: Uint8Array): ConsensusFrame {
    return accepted(consensusFrameCodec.decode(frame))
  }

  transactionsFrame(frame: Uint8Array): TransactionsFrame {
    return accepted(transactionsFrameCodec.decode(frame))
  }

  syncFrame(frame: Uint8Array): SyncFrame {
    return accepted(syncFrameCodec.decode(frame))
  }

  message(signed: SignedMessage): Verified<SignedMessage> {
    return accepted(verifyConsensusMessage(this.#domain, this.#set, signed, this.#verify))
  }

  certificate(certificate: CommitCertificate): Verified<CommitCertificate> {
    return accepted(verifyCommitCertificate(this.#domain, this.#set, certificate, this.#verify))
  }

  /** Form and signatures of one transaction; the only door for clients' bytes. */
  transaction(raw: Uint8Array): Result<Verified<Transaction>> {
    const transaction = decodeTransaction(raw)
    return transaction.ok ? verifyTransaction(transaction.value, this.#verify) : transaction
  }

  /** A peer's transactions. Those that are `known` by id were verified before and are left out. */
  async transactions(raws: readonly Uint8Array[], known: (id: Hash) => boolean): Promise<readonly Verified<Transaction>[]> {
    const verified: Verified<Transaction>[] = []
    let verifications = 0
    for (const raw of raws) {
      const transaction = accepted(decodeTransaction(raw))
      if (known(transaction.id)) continue
      if (++verifications % VERIFY_SLICE === 0) await nextTurn()
      verified.push(accepted(verifyTransaction(transaction, this.#verify)))
    }
    return verified
  }

  /** Every transaction of a block is needed, known or not. */
  async blocks(blocks: readonly CertifiedBlock[]): Promise<readonly VerifiedBlock[]> {
    const verified: VerifiedBlock[] = []
    for (const { body, transactions, certificate } of blocks) {
      const checked = await this.transactions(transactions, () => false)
      if (checked.length !== body.ids.length || checked.some((transaction, index) => transaction.id !== body.ids[index])) {
        throw new PeerFault({ code: 'sync/bad-block', message: `the transactions of height ${body.height} are not those of its body` })
      }
      verified.push({ body, transactions: checked, certificate: this.certificate(certificate) })
    }
    return verified
  }
}
