import type { Hash, Prng } from '@hanse/primitives'
import type { Transaction, Verified } from '@hanse/protocol'
import type { Load } from './fault-plan.ts'
import type { Workload } from './workload.ts'

/** With so many unanswered the clients wait. */
const PENDING_MAX = 40

interface Burst {
  readonly transactions: readonly Verified<Transaction>[]
  /** Each to another node, and not all to the same. */
  readonly isScattered: boolean
  readonly waitMs: number
}

/** Sends transactions and waits until they are final, as the edge does: again to another node when there is no answer. */
export class Clients {
  readonly #workload: Workload
  readonly #load: Load
  readonly #prng: Prng
  readonly #pending = new Map<Hash, Verified<Transaction>>()
  /** Ids of what an honest node told as final. */
  readonly told = new Set<Hash>()

  constructor(workload: Workload, load: Load, prng: Prng) {
    this.#workload = workload
    this.#load = load
    this.#prng = prng
  }

  get pending(): ReadonlyMap<Hash, Verified<Transaction>> {
    return this.#pending
  }

  /** New transactions, and after how many ms the next ones come. With enough of them final they come one by one. */
  burst(nowMs: number, isEnough: boolean): Burst {
    const burstMax = isEnough ? 1 : this.#load.burstMax
    const count = this.#pending.size >= PENDING_MAX ? 0 : 1 + this.#prng.below(burstMax)
    return {
      transactions: this.take(count, nowMs),
      isScattered: this.#prng.chance(1, 3),
      waitMs: 1 + this.#prng.below(this.#load.waitMsMax),
    }
  }

  take(count: number, nowMs: number): readonly Verified<Transaction>[] {
    return this.add(Array.from({ length: count }, () => this.#workload.next(nowMs)))
  }

  /** They wait until these are final, too. */
  add(transactions: readonly Verified<Transaction>[]): readonly Verified<Transaction>[] {
    for (const transaction of transactions) this.#pending.set(transaction.id, transaction)
    return transactions
  }

  onFinal(ids: readonly Hash[]): void {
    for (const id of ids) {
      this.#pending.delete(id)
      this.told.add(id)
    }
  }
}
