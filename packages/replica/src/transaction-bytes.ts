import type { Mempool } from '@hanse/mempool'
import { assert, type Hash } from '@hanse/primitives'
import type { Height, ProposalBody, Transaction, Verified } from '@hanse/protocol'
import { HELD_BODIES_MAX } from './limits.ts'

/**
 * The bytes of everything that was checked for a Prepare, kept until its height is final whatever the pool does: a prepared
 * certificate whose transactions exist nowhere could never be brought to an end.
 */
export class TransactionBytes {
  readonly #pool: Mempool
  readonly #held = new Map<Hash, { readonly transaction: Verified<Transaction>; height: Height }>()
  #bodies: { readonly digest: Hash; readonly height: Height }[] = []

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

  missing(body: ProposalBody): readonly Hash[] {
    return body.ids.filter((id) => this.get(id) === undefined)
  }

  /** Until `height` is final. */
  hold(transaction: Verified<Transaction>, height: Height): void {
    const held = this.#held.get(transaction.id)
    if (held === undefined) this.#held.set(transaction.id, { transaction, height })
    else if (held.height < height) held.height = height
  }

  holdBody(digest: Hash, body: ProposalBody): void {
    if (this.#bodies.some((known) => known.digest === digest)) return
    assert(this.#bodies.length < HELD_BODIES_MAX, 'more bodies are held than two windows and their re-proposals can have')
    this.#bodies.push({ digest, height: body.height })
    for (const id of body.ids) {
      const transaction = this.get(id)
      if (transaction !== undefined) this.hold(transaction, body.height)
    }
  }

  /** Heights up to `head` are final. */
  release(head: Height): void {
    if (this.#bodies.length > 0) this.#bodies = this.#bodies.filter((body) => body.height > head)
    for (const [id, held] of this.#held) if (held.height <= head) this.#held.delete(id)
  }

  get heldCount(): number {
    return this.#held.size
  }
}
