import type { Mempool } from '@hanse/mempool'
import { assert, type Hash } from '@hanse/primitives'
import { type Epoch, type Height, type ProposalBody, proposalDigest, type Transaction, type Verified } from '@hanse/protocol'
import type { LoggedEntry } from './input.ts'

interface HeldBody {
  readonly epoch: Epoch
  readonly height: Height
  readonly ids: readonly Hash[]
}

interface HeldTransaction {
  readonly transaction: Verified<Transaction>
  /** Bodies that hold it. */
  bodies: number
}

/**
 * The bytes of every body that may still be executed, kept whatever the pool does: a prepared certificate whose transactions exist
 * nowhere could never be brought to an end. Bodies of failed views share most of their transactions, so each is kept once.
 */
export class TransactionBytes {
  readonly #pool: Mempool
  readonly #bodies = new Map<Hash, HeldBody>()
  readonly #held = new Map<Hash, HeldTransaction>()
  #sizeBytes = 0

  constructor(pool: Mempool) {
    this.#pool = pool
  }

  get(id: Hash): Verified<Transaction> | undefined {
    return this.#held.get(id)?.transaction ?? this.#pool.get(id)
  }

  /** The bytes of a whole body; a missing one is a broken invariant. */
  all(body: ProposalBody): readonly Verified<Transaction>[] {
    return body.ids.map((id) => {
      const transaction = this.get(id)
      assert(transaction !== undefined, `bytes of ${id} at height ${body.height} were checked and are gone`)
      return transaction
    })
  }

  /** Until its height is final, or `keep` lets go of it. */
  hold(digest: Hash, { epoch, height, ids }: ProposalBody, transactions: readonly Verified<Transaction>[]): void {
    if (this.#bodies.has(digest)) return
    this.#bodies.set(digest, { epoch, height, ids })
    for (const transaction of transactions) {
      const held = this.#held.get(transaction.id)
      if (held !== undefined) held.bodies += 1
      else {
        this.#held.set(transaction.id, { transaction, bodies: 1 })
        this.#sizeBytes += transaction.bytes.length
      }
    }
  }

  /** Of the proposals that a start found in the log, those above `head`. */
  holdLogged(log: readonly LoggedEntry[], head: Height): void {
    for (const { record, transactions } of log) {
      if (record.type === 'proposal' && record.body.height > head) this.hold(proposalDigest(record.body), record.body, transactions)
    }
  }

  /** Heights up to `head` are final. */
  release(head: Height): void {
    for (const [digest, body] of this.#bodies) if (body.height <= head) this.#drop(digest, body)
  }

  /** Drops the bodies that nobody will ask for again. */
  keep(isNeeded: (digest: Hash, epoch: Epoch) => boolean): void {
    for (const [digest, body] of this.#bodies) if (!isNeeded(digest, body.epoch)) this.#drop(digest, body)
  }

  get bodiesHeld(): number {
    return this.#bodies.size
  }

  /** Of the transactions held, in bytes. */
  get sizeBytes(): number {
    return this.#sizeBytes
  }

  #drop(digest: Hash, { ids }: HeldBody): void {
    this.#bodies.delete(digest)
    for (const id of ids) {
      const held = this.#held.get(id)
      if (held === undefined || --held.bodies > 0) continue
      this.#held.delete(id)
      this.#sizeBytes -= held.transaction.bytes.length
    }
  }
}
