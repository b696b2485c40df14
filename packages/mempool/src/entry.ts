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
  /** How many overtook it before it got its present slot, less the strangers counted by then. */
  overtakenBefore: number
}
