import type { Hash, Prng } from '@hanse/primitives'
import type { Transaction, Verified } from '@hanse/protocol'
import type { Load } from './fault.ts'
import type { Goal } from './result.ts'
import type { Workload } from './workload.ts'

/** How far the chain is, and how far it is to go. */
export interface Way {
  readonly height: number
  readonly transactions: number
  readonly goal: Pick<Goal, 'heights' | 'transactions'>
}

/** Clients that pace themselves are ahead of the chain by what belongs to so many heights. */
const PACE_AHEAD_HEIGHTS = 5
/** With the heights there and transactions missing, bursts are of so many at least. */
const LATE_BURST_MIN = 8
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
  burst(nowMs: number, way: Way): Burst {
    const isEnough = way.transactions >= way.goal.transactions
    const count = this.#burstCount(way, isEnough)
    const to = this.#prng.chance(1, 3) ? 'any' : 'one'
    const sendings = this.take(count, nowMs).map((transaction): Sending => ({ transaction, to }))
    const { idleMsMax } = this.#load
    this.#wasSilent = idleMsMax !== undefined && !isEnough && this.#prng.chance(1, IDLE_OF)
    const silenceMs = this.#wasSilent ? this.#prng.below(idleMsMax as number) : 0
    return {
      sendings: [...sendings, ...(count === 0 ? [] : this.#odd(nowMs))],
      waitMs: 1 + silenceMs + this.#prng.below(this.#load.waitMsMax),
    }
  }

  #burstCount({ height, transactions, goal }: Way, isEnough: boolean): number {
    const { burstMax, isPaced = false } = this.#load
    if (this.#pending.size >= PENDING_MAX) return 0
    if (this.#wasSilent) return BURST_AFTER_SILENCE
    if (!isPaced) return 1 + this.#prng.below(isEnough ? 1 : burstMax)
    const share = Math.min(1, (height + PACE_AHEAD_HEIGHTS) / goal.heights)
    if (transactions + this.#pending.size >= share * goal.transactions) return this.#pending.size === 0 ? 1 : 0
    return 1 + this.#prng.below(height < goal.heights ? burstMax : Math.max(burstMax, LATE_BURST_MIN))
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
