import type { Hash } from '@hanse/primitives'
import type { FinalBlock } from '@hanse/replica'
import type { FinalReceipt } from '@hanse/rpc'

/** Ids remembered as expired, for status questions that come late. */
const EXPIRED_IDS_MAX = 20_000
/** Clients waiting for receipts. */
export const WAITERS_MAX = 50_000

interface Waiter {
  readonly id: Hash
  readonly resolve: (receipt: FinalReceipt | undefined) => void
  /** All that wait by its signal. */
  readonly together: Set<Waiter>
  timer: ReturnType<typeof setTimeout> | undefined
}

/** Who waits for which receipt, and which transactions will never have one. */
export class TransactionWatch {
  /** A set only where several wait for the same one: few do. */
  readonly #waiters = new Map<Hash, Waiter | Set<Waiter>>()
  /** One listener a signal, however many wait by it. */
  readonly #bySignal = new WeakMap<AbortSignal, Set<Waiter>>()
  readonly #giveUp = (waiter: Waiter): void => this.#finish(waiter, undefined)
  readonly #expired = new Set<Hash>()
  #waiting = 0

  wasExpired(id: Hash): boolean {
    return this.#expired.has(id)
  }

  /** Undefined after `timeoutMs` or an abort, when too many wait already, or when the transaction expired. */
  wait(id: Hash, timeoutMs: number, signal: AbortSignal): Promise<FinalReceipt | undefined> {
    if (this.#waiting >= WAITERS_MAX || signal.aborted) return Promise.resolve(undefined)
    return new Promise((resolve) => {
      const waiter: Waiter = { id, resolve, together: this.#waitingBy(signal), timer: undefined }
      waiter.timer = setTimeout(this.#giveUp, timeoutMs, waiter)
      waiter.together.add(waiter)
      const others = this.#waiters.get(id)
      if (others === undefined) this.#waiters.set(id, waiter)
      else if (others instanceof Set) others.add(waiter)
      else this.#waiters.set(id, new Set([others, waiter]))
      this.#waiting += 1
    })
  }

  finalized(final: FinalBlock): void {
    const { block } = final
    for (const receipt of block.receipts) {
      if (!this.#waiters.has(receipt.txId)) continue
      const answer: FinalReceipt = { receipt, height: block.header.height, blockHash: block.hash, timeMs: block.header.timeMs }
      this.#finishAll(receipt.txId, answer)
    }
  }

  expired(ids: Iterable<Hash>): void {
    for (const id of ids) {
      this.#expired.add(id)
      if (this.#expired.size > EXPIRED_IDS_MAX) this.#expired.delete(this.#expired.values().next().value as Hash)
      this.#finishAll(id, undefined)
    }
  }

  /** The node stops: nobody waits in vain. */
  close(): void {
    for (const id of [...this.#waiters.keys()]) this.#finishAll(id, undefined)
  }

  #waitingBy(signal: AbortSignal): Set<Waiter> {
    const known = this.#bySignal.get(signal)
    if (known !== undefined) return known
    const together = new Set<Waiter>()
    this.#bySignal.set(signal, together)
    const abort = (): void => {
      for (const waiter of together) this.#giveUp(waiter)
    }
    signal.addEventListener('abort', abort, { once: true })
    return together
  }

  #finishAll(id: Hash, receipt: FinalReceipt | undefined): void {
    const waiters = this.#waiters.get(id)
    if (waiters instanceof Set) for (const waiter of waiters) this.#finish(waiter, receipt)
    else if (waiters !== undefined) this.#finish(waiters, receipt)
  }

  #finish(waiter: Waiter, receipt: FinalReceipt | undefined): void {
    clearTimeout(waiter.timer)
    waiter.together.delete(waiter)
    const waiters = this.#waiters.get(waiter.id)
    if (waiters instanceof Set) waiters.delete(waiter)
    if (!(waiters instanceof Set) || waiters.size === 0) this.#waiters.delete(waiter.id)
    this.#waiting -= 1
    waiter.resolve(receipt)
  }
}
