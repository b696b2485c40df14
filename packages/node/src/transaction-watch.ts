import type { Hash } from '@hanse/primitives'
import type { FinalBlock } from '@hanse/replica'
import type { FinalReceipt } from '@hanse/rpc'

/** Ids remembered as expired, for status questions that come late. */
const EXPIRED_IDS_MAX = 20_000
/** Clients waiting for receipts. */
export const WAITERS_MAX = 50_000

type Waiter = (receipt: FinalReceipt | undefined) => void

/** Who waits for which receipt, and which transactions will never have one. */
export class TransactionWatch {
  readonly #waiters = new Map<Hash, Set<Waiter>>()
  readonly #expired = new Set<Hash>()
  #waiting = 0

  wasExpired(id: Hash): boolean {
    return this.#expired.has(id)
  }

  /** Undefined after `timeoutMs` or an abort, when too many wait already, or when the transaction expired. */
  wait(id: Hash, timeoutMs: number, signal: AbortSignal): Promise<FinalReceipt | undefined> {
    if (this.#waiting >= WAITERS_MAX || signal.aborted) return Promise.resolve(undefined)
    return new Promise((resolve) => {
      const finish: Waiter = (receipt) => {
        clearTimeout(timer)
        signal.removeEventListener('abort', abort)
        const waiters = this.#waiters.get(id)
        if (waiters?.delete(finish)) this.#waiting -= 1
        if (waiters?.size === 0) this.#waiters.delete(id)
        resolve(receipt)
      }
      const abort = (): void => finish(undefined)
      const timer = setTimeout(abort, timeoutMs)
      signal.addEventListener('abort', abort)
      const waiters = this.#waiters.get(id) ?? new Set()
      waiters.add(finish)
      this.#waiters.set(id, waiters)
      this.#waiting += 1
    })
  }

  finalized(final: FinalBlock): void {
    const { block } = final
    for (const receipt of block.receipts) {
      const waiters = this.#waiters.get(receipt.txId)
      if (waiters === undefined) continue
      const answer: FinalReceipt = { receipt, height: block.header.height, blockHash: block.hash, timeMs: block.header.timeMs }
      for (const finish of [...waiters]) finish(answer)
    }
  }

  expired(ids: Iterable<Hash>): void {
    for (const id of ids) {
      this.#expired.add(id)
      if (this.#expired.size > EXPIRED_IDS_MAX) this.#expired.delete(this.#expired.values().next().value as Hash)
      for (const finish of [...(this.#waiters.get(id) ?? [])]) finish(undefined)
    }
  }

  /** The node stops: nobody waits in vain. */
  close(): void {
    for (const waiters of [...this.#waiters.values()]) for (const finish of [...waiters]) finish(undefined)
  }
}
