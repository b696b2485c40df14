import type { Transaction, Verified } from '@hanse/protocol'

/** A transaction in the pool, with its places in the pool's indexes. */
export interface Entry {
  readonly transaction: Verified<Transaction>
  readonly admittedAtMs: number
  /** Counts up from the first one ever admitted: the order in which they are taken. */
  readonly number: number
  /** Place in the heap of expiries. */
  heapIndex: number
  /** Place among the counters of overtaking, see `OvertakeCounter`. */
  counterSlot: number
  /** Younger ones that overtook it before it got its present slot. */
  overtakenBefore: number
}
