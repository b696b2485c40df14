import type { Address } from '@hanse/primitives'
import type { Transaction, Verified } from '@hanse/protocol'
import type { Entry } from './entry.ts'
import type { BatchLimits } from './mempool.ts'
import type { SenderIndex } from './sender-index.ts'

/** One taking: what goes into the batch, and how far each sender with sequences has come. */
class BatchTaker {
  readonly #limits: BatchLimits
  readonly #senders: SenderIndex
  readonly #next = new Map<Address, number>()
  readonly taken: Verified<Transaction>[] = []
  #bytes = 0
  /** The first that does not fit ends the batch: smaller ones behind it must not pass it for ever. */
  full = false

  constructor(limits: BatchLimits, senders: SenderIndex) {
    this.#limits = limits
    this.#senders = senders
  }

  /** `entry` is next in order of admission. */
  offer(entry: Entry): void {
    const { id, body } = entry.transaction
    if (this.#limits.exclude(id)) return
    if (body.sequence === undefined) {
      this.#take(entry)
      return
    }
    if (body.sequence !== this.#nextOf(body.sender)) return
    // Successors that came earlier had to wait for this one; those that came later have their turn later.
    let follower: Entry | undefined = entry
    while (follower !== undefined && follower.number <= entry.number && this.#take(follower)) {
      const next = this.#nextOf(body.sender) + 1
      this.#next.set(body.sender, next)
      follower = this.#notExcluded(body.sender, next)
    }
  }

  #take({ transaction }: Entry): boolean {
    const { transactionsMax, bytesMax } = this.#limits
    if (this.taken.length >= transactionsMax || this.#bytes + transaction.bytes.length > bytesMax) this.full = true
    if (this.full) return false
    this.taken.push(transaction)
    this.#bytes += transaction.bytes.length
    return true
  }

  /** The sequence that may go next: the state's, and past those that are in flight. */
  #nextOf(sender: Address): number {
    const known = this.#next.get(sender)
    if (known !== undefined) return known
    let next = this.#limits.nextSequence(sender)
    for (;;) {
      const waiting = this.#senders.withSequence(sender, next)
      if (waiting === undefined || !this.#limits.exclude(waiting.transaction.id)) break
      next += 1
    }
    this.#next.set(sender, next)
    return next
  }

  #notExcluded(sender: Address, sequence: number): Entry | undefined {
    const entry = this.#senders.withSequence(sender, sequence)
    return entry === undefined || this.#limits.exclude(entry.transaction.id) ? undefined : entry
  }
}

/** First come, first taken; with sequences, in their order and without gaps. `entries` come in order of admission. */
export function takeBatch(entries: Iterable<Entry>, senders: SenderIndex, limits: BatchLimits): readonly Verified<Transaction>[] {
  const taker = new BatchTaker(limits, senders)
  for (const entry of entries) {
    taker.offer(entry)
    if (taker.full || taker.taken.length >= limits.transactionsMax) break
  }
  return taker.taken
}
