import { type Address, assert, type Hash, type Rejection } from '@hanse/primitives'
import type { Transaction, Verified } from '@hanse/protocol'
import type { Entry } from './entry.ts'
import { ExpiryHeap } from './expiry-heap.ts'
import type { Admission, BatchLimits, Mempool, MempoolOptions, PoolEntry } from './mempool.ts'
import { OvertakeCounter } from './overtake-counter.ts'
import { expired, expiryTooFar, poolBytesFull, poolFull, senderQuota, sequenceTaken } from './rejections.ts'
import { type NextSequence, SenderIndex } from './sender-index.ts'
import { takeBatch } from './take-batch.ts'

class OrderedMempool implements Mempool {
  readonly #options: MempoolOptions
  /** In order of admission. */
  readonly #entries = new Map<Hash, Entry>()
  readonly #senders = new SenderIndex()
  readonly #expiries = new ExpiryHeap()
  readonly #overtaking: OvertakeCounter
  #admitted = 0
  #bytesTotal = 0

  constructor(options: MempoolOptions) {
    this.#options = options
    this.#overtaking = new OvertakeCounter(options.capacity)
  }

  get size(): number {
    return this.#entries.size
  }

  get bytesTotal(): number {
    return this.#bytesTotal
  }

  get oldestAdmittedAtMs(): number | undefined {
    const [oldest] = this.#entries.values()
    return oldest?.admittedAtMs
  }

  admit(transaction: Verified<Transaction>, now: { readonly nowMs: number; readonly timeMs: number }): Admission {
    if (this.#entries.has(transaction.id)) return { type: 'known' }
    const rejection = this.#fault(transaction, now.timeMs)
    if (rejection !== undefined) return { type: 'refused', rejection }
    const entry: Entry = {
      transaction,
      admittedAtMs: now.nowMs,
      number: this.#admitted++,
      heapIndex: 0,
      counterSlot: 0,
      overtakenBefore: 0,
    }
    if (this.#overtaking.isFull) this.#overtaking.compact(this.#entries.values())
    this.#overtaking.enter(entry)
    this.#entries.set(transaction.id, entry)
    this.#senders.add(entry)
    this.#expiries.add(entry)
    this.#bytesTotal += transaction.bytes.length
    return { type: 'admitted' }
  }

  get(id: Hash): Verified<Transaction> | undefined {
    return this.#entries.get(id)?.transaction
  }

  has(id: Hash): boolean {
    return this.#entries.has(id)
  }

  take(limits: BatchLimits): readonly Verified<Transaction>[] {
    return takeBatch(this.#entries.values(), this.#senders, limits)
  }

  remove(ids: Iterable<Hash>): number | undefined {
    let youngestMs: number | undefined
    for (const id of ids) {
      const entry = this.#entries.get(id)
      if (entry === undefined) {
        this.#overtaking.passed()
        continue
      }
      this.#overtaking.leave(entry)
      this.#drop(entry)
      youngestMs = Math.max(entry.admittedAtMs, youngestMs ?? 0)
    }
    return youngestMs
  }

  sequenceMoved(sender: Address): void {
    this.#senders.moved(sender)
  }

  takeable(nextSequence: NextSequence): number {
    return this.#entries.size - this.#senders.blocked(nextSequence)
  }

  *waiting({ exclude, nextSequence }: Pick<BatchLimits, 'exclude' | 'nextSequence'>): Generator<PoolEntry> {
    this.#senders.blocked(nextSequence)
    for (const entry of this.#entries.values()) {
      const { id, body } = entry.transaction
      if (!exclude(id) && !this.#senders.isBlocked(body)) yield entry
    }
  }

  expire(timeMs: number): readonly Hash[] {
    const gone: Hash[] = []
    for (;;) {
      const entry = this.#expiries.earliest
      if (entry === undefined || entry.transaction.body.expiresAtMs > timeMs) return gone
      this.#drop(entry)
      gone.push(entry.transaction.id)
    }
  }

  overtakenBy(id: Hash): number | undefined {
    const entry = this.#entries.get(id)
    return entry === undefined ? undefined : this.#overtaking.overtaken(entry)
  }

  entries(): Iterable<PoolEntry> {
    return this.#entries.values()
  }

  #fault({ bytes, body }: Transaction, timeMs: number): Rejection | undefined {
    const { capacity, perSenderMax, bytesMax, timeToLiveMsMax } = this.#options
    const { sender, sequence, expiresAtMs } = body
    if (expiresAtMs <= timeMs) return expired(expiresAtMs, timeMs)
    if (expiresAtMs > timeMs + timeToLiveMsMax) return expiryTooFar(expiresAtMs, timeMs, timeToLiveMsMax)
    if (this.#entries.size >= capacity) return poolFull(capacity)
    if (this.#bytesTotal + bytes.length > bytesMax) return poolBytesFull(bytesMax)
    if (this.#senders.count(sender) >= perSenderMax) return senderQuota(sender, perSenderMax)
    const other = sequence === undefined ? undefined : this.#senders.withSequence(sender, sequence)
    return other === undefined || sequence === undefined ? undefined : sequenceTaken(sequence, other.transaction.id)
  }

  #drop(entry: Entry): void {
    this.#entries.delete(entry.transaction.id)
    this.#senders.remove(entry)
    this.#expiries.remove(entry)
    this.#bytesTotal -= entry.transaction.bytes.length
  }
}

export function createMempool(options: MempoolOptions): Mempool {
  for (const [name, value] of Object.entries(options))
    assert(Number.isSafeInteger(value) && value >= 1, `${name} is a positive integer, not ${value}`)
  return new OrderedMempool(options)
}
