import type { Hash, Prng } from '@hanse/primitives'
import type { Transaction, Verified } from '@hanse/protocol'
import type { Load } from './fault.ts'
import type { Workload } from './workload.ts'

/** With so many unanswered the clients wait. */
const PENDING_MAX = 40
/** Of so many bursts one is followed by silence, where clients are silent at all; and one has something odd with it. */
const IDLE_OF = 8
const ODD_OF = 4
const BURST_AFTER_SILENCE = 30
/** A transaction whose time is nearly over has so much left at most. */
const EXPIRING_MS_MAX = 500

/** A transaction on its way to the node of its burst, to any, or to all at once; or bytes that each node MUST refuse. */
export type Sending =
  | { readonly transaction: Verified<Transaction>; readonly to: 'one' | 'any' | 'all' }
  | { readonly oversized: Uint8Array }

interface Burst {
  readonly sendings: readonly Sending[]
  readonly waitMs: number
}

/** Sends transactions and waits until they are final, as the edge does: again to another node when there is no answer. */
export class Clients {
  readonly #workload: Workload
  readonly #load: Load
  readonly #prng: Prng
  readonly #pending = new Map<Hash, Verified<Transaction>>()
  #wasSilent = false
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
    const isFull = this.#pending.size >= PENDING_MAX
    const count = isFull ? 0 : this.#wasSilent ? BURST_AFTER_SILENCE : 1 + this.#prng.below(isEnough ? 1 : this.#load.burstMax)
    const to = this.#prng.chance(1, 3) ? 'any' : 'one'
    const sendings = this.take(count, nowMs).map((transaction): Sending => ({ transaction, to }))
    const { idleMsMax } = this.#load
    this.#wasSilent = idleMsMax !== undefined && !isEnough && this.#prng.chance(1, IDLE_OF)
    const silenceMs = this.#wasSilent ? this.#prng.below(idleMsMax as number) : 0
    return { sendings: [...sendings, ...this.#odd(nowMs)], waitMs: 1 + silenceMs + this.#prng.below(this.#load.waitMsMax) }
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

  /** Nobody waits for one that may expire. */
  #odd(nowMs: number): readonly Sending[] {
    const { oddities } = this.#load
    if (oddities.length === 0 || !this.#prng.chance(1, ODD_OF)) return []
    switch (this.#prng.pick(oddities)) {
      case 'everywhere':
        return this.take(1, nowMs).map((transaction) => ({ transaction, to: 'all' }))
      case 'exclusive':
        return this.add(this.#workload.exclusivePair(nowMs)).map((transaction) => ({ transaction, to: 'any' }))
      case 'expired': {
        const leftMs = this.#prng.below(2) * this.#prng.below(EXPIRING_MS_MAX)
        return [{ transaction: this.#workload.expiring(nowMs, leftMs), to: 'any' }]
      }
      case 'oversized':
        return [{ oversized: this.#workload.oversized(nowMs) }]
    }
  }
}
