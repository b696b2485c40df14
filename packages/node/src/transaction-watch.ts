import type { Hash } from '@hanse/primitives'
import type { FinalBlock } from '@hanse/replica'
import type { FinalReceipt } from '@hanse/rpc'

/** Ids remembered as expired, for status questions that come late. */
const EXPIRED_IDS_MAX = 20_000
/** Clients waiting for receipts. */
export const WAITERS_MAX = 50_000

interface Waiter {
  readonly id: Hash
  readonly ofSignal: Set<Waiter>
  readonly timer: NodeJS.Timeout
  readonly resolve: (receipt: FinalReceipt | undefined) => void
}

/** Who waits for which receipt, and which transactions will never have one. */
export class TransactionWatch {
  /** Most are waited for by one. */
  readonly #waiters = new Map<Hash, Waiter | Set<Waiter>>()
  /** A signal has one listener, however many wait: a connection's is the same for all its calls. */
  readonly #ofSignal = new WeakMap<AbortSignal, Set<Waiter>>()
  readonly #expired = new Set<Hash>()
  #waiting = 0

  wasExpired(id: Hash): boolean {
    return this.#expired.has(id)
  }

  /** Undefined after `timeoutMs` or an abort, when too many wait already, or when the transaction expired. */
  wait(id: Hash, timeoutMs: number, signal: AbortSignal): Promise<FinalReceipt | undefined> {
    if (this.#waiting >= WAITERS_MAX || signal.aborted) return Promise.resolve(undefined)
    return new Promise((resolve) => {
      const ofSignal = this.#waitersOf(signal)
      const waiter: Waiter = { id, ofSignal, timer: setTimeout(() => this.#leave(waiter), timeoutMs), resolve }
      ofSignal.add(waiter)
      this.#waiting += 1
      const others = this.#waiters.get(id)
      if (others === undefined) this.#waiters.set(id, waiter)
      else if (others instanceof Set) others.add(waiter)
      else this.#waiters.set(id, new Set([others, waiter]))
    })
  }

  finalized({ block }: FinalBlock): void {
    const { hash: blockHash, header } = block
    const { height, timeMs } = header
    for (const receipt of block.receipts) {
      if (this.#waiters.has(receipt.txId)) this.#answer(receipt.txId, { receipt, height, blockHash, timeMs })
    }
  }

  expired(ids: Iterable<Hash>): void {
    for (const id of ids) {
      this.#expired.add(id)
      if (this.#expired.size > EXPIRED_IDS_MAX) this.#expired.delete(this.#expired.values().next().value as Hash)
      this.#answer(id, undefined)
    }
  }

  /** The node stops: nobody waits in vain. */
  close(): void {
    for (const id of [...this.#waiters.keys()]) this.#answer(id, undefined)
  }

  #waitersOf(signal: AbortSignal): Set<Waiter> {
    const known = this.#ofSignal.get(signal)
    if (known !== undefined) return known
    const waiters = new Set<Waiter>()
    this.#ofSignal.set(signal, waiters)
    const abort = (): void => {
      for (const waiter of waiters) this.#leave(waiter)
    }
    signal.addEventListener('abort', abort, { once: true })
    return waiters
  }

  #answer(id: Hash, receipt: FinalReceipt | undefined): void {
    const waiters = this.#waiters.get(id)
    if (waiters === undefined) return
    this.#waiters.delete(id)
    if (waiters instanceof Set) for (const waiter of waiters) this.#finish(waiter, receipt)
    else this.#finish(waiters, receipt)
  }

  #leave(waiter: Waiter): void {
    const others = this.#waiters.get(waiter.id)
    if (others instanceof Set) others.delete(waiter)
    if (others === waiter || (others instanceof Set && others.size === 0)) this.#waiters.delete(waiter.id)
    this.#finish(waiter, undefined)
  }

  #finish(waiter: Waiter, receipt: FinalReceipt | undefined): void {
    clearTimeout(waiter.timer)
    waiter.ofSignal.delete(waiter)
    this.#waiting -= 1
    waiter.resolve(receipt)
  }
}
