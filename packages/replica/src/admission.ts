import type { Mempool } from '@hanse/mempool'
import { type Hash, type Rejection, reject } from '@hanse/primitives'
import type { Chain, Transaction, Verified } from '@hanse/protocol'
import type { Ledger } from '@hanse/state'
import type { SubmitOutcome } from './input.ts'
import { FORWARD_TIMEOUTS_MAX, LATE_TRANSACTIONS_MAX } from './limits.ts'

export interface AdmissionOptions {
  readonly chain: Chain
  readonly ledger: Ledger
  readonly pool: Mempool
  readonly poolCapacity: number
  /** After this long without a block a transaction is sent to everybody again, in ms. */
  readonly timeoutMs: number
}

/** The pool's door: what is wrong with the envelope is refused here, without a receipt. What a module refuses is ordered. */
export class Admission {
  readonly #options: AdmissionOptions
  /** When each was last sent again, and after how long it may be once more, in ms. */
  readonly #forwarded = new Map<Hash, { readonly atMs: number; readonly waitMs: number }>()
  /**
   * When the last block came that took something from this pool, for how long the youngest in it had waited at least, and when the youngest
   * that any took had been admitted.
   */
  #taken: { readonly atMs: number; readonly waitMs: number; readonly youngestMs: number } | undefined

  constructor(options: AdmissionOptions) {
    this.#options = options
  }

  submit(transaction: Verified<Transaction>, nowMs: number): SubmitOutcome {
    const { ledger, pool } = this.#options
    if (pool.has(transaction.id) || ledger.wasExecuted(transaction.id)) return { type: 'known' }
    const fault = this.#chainFault(transaction) ?? ledger.admissible(transaction)
    if (fault !== undefined) return { type: 'refused', rejection: fault }
    return pool.admit(transaction, { nowMs, timeMs: Math.max(nowMs, ledger.head.header.timeMs) })
  }

  /** A peer's transaction passes the same door; nobody waits for the answer. */
  relayed(transaction: Verified<Transaction>, nowMs: number): void {
    this.submit(transaction, nowMs)
  }

  /** A block took some that were here, the youngest of them admitted at `youngestMs`. */
  taken(youngestMs: number, nowMs: number): void {
    const before = this.#taken?.youngestMs ?? 0
    // After the clock has jumped back, what was admitted before says nothing of what came since.
    const waitMs = Math.max(0, nowMs - youngestMs)
    this.#taken = { atMs: nowMs, waitMs, youngestMs: before > nowMs ? youngestMs : Math.max(youngestMs, before) }
  }

  finalized(): void {
    for (const id of this.#forwarded.keys()) if (!this.#options.pool.has(id)) this.#forwarded.delete(id)
  }

  /**
   * Transactions that have waited for a whole timeout, and then for twice as long as the time before: another chance for a lost frame, a
   * blind primary, or one that was taken in while nobody could be reached. Of one that was admitted, or sent, before the clock jumped back
   * nobody knows how long it has waited: it has its chance now. While blocks take what is here in the order in which it came, the primary
   * has it, and is busy: nothing is said again.
   */
  late(nowMs: number): readonly Verified<Transaction>[] {
    const { pool, timeoutMs } = this.#options
    const late: Verified<Transaction>[] = []
    const { atMs, waitMs: waitedMs, youngestMs } = this.#taken ?? { atMs: Number.NEGATIVE_INFINITY, waitMs: 0, youngestMs: 0 }
    // Where each waits for longer than a timeout, sending all of it again would make it longer.
    const slackMs = Math.min(Math.max(timeoutMs, 2 * waitedMs), FORWARD_TIMEOUTS_MAX * timeoutMs)
    const isTakenInOrder = isBefore(nowMs, atMs, slackMs)
    // Not every node gets them in the same order: one that is little older than what was taken was not passed over yet.
    const passedMs = youngestMs - slackMs / 2
    for (const { transaction, admittedAtMs } of pool.entries()) {
      if (isBefore(nowMs, admittedAtMs, timeoutMs) || late.length >= LATE_TRANSACTIONS_MAX) break
      if (isTakenInOrder && admittedAtMs >= passedMs) continue
      const last = this.#forwarded.get(transaction.id)
      if (last !== undefined && isBefore(nowMs, last.atMs, last.waitMs)) continue
      const waitMs = Math.min(2 * (last?.waitMs ?? timeoutMs), FORWARD_TIMEOUTS_MAX * timeoutMs)
      this.#forwarded.set(transaction.id, { atMs: nowMs, waitMs })
      late.push(transaction)
    }
    return late
  }

  /** True when a transaction that could be taken, and is not `decided`, was overtaken by a whole pool of younger ones. */
  starved(decided: ReadonlySet<Hash>): boolean {
    const { ledger, pool, poolCapacity } = this.#options
    const waiting = pool.waiting({ exclude: (id) => decided.has(id), nextSequence: (sender) => ledger.nextSequence(sender) })
    for (const { transaction } of waiting) {
      // Whoever came later was overtaken by fewer.
      if ((pool.overtakenBy(transaction.id) ?? 0) < poolCapacity) return false
      if (ledger.admissible(transaction) === undefined) return true
    }
    return false
  }

  #chainFault(transaction: Transaction): Rejection | undefined {
    const { genesis, genesisHash } = this.#options.chain
    const { body, bytes } = transaction
    if (body.genesisHash !== genesisHash || body.chainId !== genesis.chainId) {
      return reject('pool/wrong-chain', `this chain is ${genesis.chainId} with genesis ${genesisHash}`, {
        path: body.chainId === genesis.chainId ? 'body.genesisHash' : 'body.chainId',
        hint: 'Ask node_info for chainId and genesisHash and build the transaction again.',
      })
    }
    const { ledger } = this.#options
    const { transactionBytesMax } = ledger.paramsAt(ledger.head.header.height + 1)
    if (bytes.length > transactionBytesMax) {
      return reject('pool/too-large', `this chain takes transactions of at most ${transactionBytesMax} bytes, this one has ${bytes.length}`)
    }
    return undefined
  }
}

/** Whether less than `waitMs` have passed since `fromMs`. */
function isBefore(nowMs: number, fromMs: number, waitMs: number): boolean {
  return nowMs >= fromMs && nowMs < fromMs + waitMs
}
