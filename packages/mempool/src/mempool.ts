import type { Address, Hash, Rejection } from '@hanse/primitives'
import type { Transaction, Verified } from '@hanse/protocol'
import type { NextSequence } from './sender-index.ts'

export interface MempoolOptions {
  /** Transactions. */
  readonly capacity: number
  /** Transactions of one sender. */
  readonly perSenderMax: number
  /** Sum of the transactions' bytes. */
  readonly bytesMax: number
  /** How far an expiry may lie ahead of the head's time, in ms of block time. */
  readonly timeToLiveMsMax: number
}

export type Admission =
  | { readonly type: 'admitted' }
  /** It is here already. */
  | { readonly type: 'known' }
  | { readonly type: 'refused'; readonly rejection: Rejection }

export interface BatchLimits {
  readonly transactionsMax: number
  readonly bytesMax: number
  readonly exclude: (id: Hash) => boolean
  readonly nextSequence: NextSequence
}

export interface PoolEntry {
  readonly transaction: Verified<Transaction>
  /** In order of admission; no two of a pool have the same. */
  readonly number: number
  readonly admittedAtMs: number
}

/**
 * Bounded pool of checked transactions, in the order they came. A full pool refuses the newcomer; nothing admitted is dropped
 * but by expiry or because it is final. Chain id, genesis and whatever needs state are the caller's checks.
 */
export interface Mempool {
  /** `timeMs` is the later of the head's time and the clock: what has expired by then, or expires too far ahead, is refused. */
  admit(transaction: Verified<Transaction>, now: { readonly nowMs: number; readonly timeMs: number }): Admission
  get(id: Hash): Verified<Transaction> | undefined
  has(id: Hash): boolean
  /** First come, first taken; the transactions of a sender that uses sequences in their order and without gaps. */
  take(limits: BatchLimits): readonly Verified<Transaction>[]
  /**
   * They are final. One that is not here overtakes all who wait: a primary may order what other pools had no room for. Gives when the
   * youngest of those that were here was admitted.
   */
  remove(ids: Iterable<Hash>): number | undefined
  /** A transaction of this sender is final, whether it was here or not: its next sequence may be another now. */
  sequenceMoved(sender: Address): void
  /**
   * How many a batch could take, were it large enough and nothing in flight. Left out are those whose sender's earlier sequences are
   * missing, or whose own was used by another transaction: no primary can be blamed for them.
   */
  takeable(nextSequence: NextSequence): number
  /** Those of them for which `exclude` does not hold, in order of admission. */
  waiting(limits: Pick<BatchLimits, 'exclude' | 'nextSequence'>): Iterable<PoolEntry>
  /** Drops what has expired at `timeMs` and returns the ids. */
  expire(timeMs: number): readonly Hash[]
  /**
   * Transactions that were admitted after this one, or never, and removed (so final) while it waited; undefined when it is not here.
   */
  overtakenBy(id: Hash): number | undefined
  /** In order of admission. */
  entries(): Iterable<PoolEntry>
  readonly size: number
  readonly bytesTotal: number
  /** When the one that waits longest was admitted; undefined when the pool is empty. */
  readonly oldestAdmittedAtMs: number | undefined
}
