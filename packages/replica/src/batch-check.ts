import type { BatchFault, Input } from '@hanse/consensus'
import type { Hash } from '@hanse/primitives'
import { FETCHED_IDS_MAX, type Height, type PeerId, type ProposalBody, type Transaction, type Verified, type View } from '@hanse/protocol'
import type { Ledger } from '@hanse/state'
import type { ReplicaEffect } from './effect.ts'
import { HELD_BYTES_MAX, TRANSACTION_FETCH_TICK_MS, TRANSACTION_FETCH_TICKS } from './limits.ts'
import type { TransactionBytes } from './transaction-bytes.ts'

export interface CheckRequest {
  readonly view: View
  readonly body: ProposalBody
  readonly digest: Hash
  /** Not fixed by a NewView, not prepared, not certified: more than the bytes is asked of it. */
  readonly fresh: boolean
  readonly holders: readonly PeerId[]
}

interface Check extends CheckRequest {
  readonly missing: Set<Hash>
  /** Came for this check: the pool may have no room for them, or no use. */
  readonly fetched: Map<Hash, Verified<Transaction>>
  /** Of those that are here, in bytes. */
  sizeBytes: number
  attempts: number
  /** Until it asks somebody. */
  ticks: number
}

export interface BatchCheckOutcome {
  readonly inputs: readonly Input[]
  readonly effects: readonly ReplicaEffect[]
}

const NEXT_TICK: ReplicaEffect = { type: 'start-timer', timer: 'fetch-transactions', durationMs: TRANSACTION_FETCH_TICK_MS }
const NOTHING: BatchCheckOutcome = { inputs: [], effects: [] }

/** Judges proposed batches, and fetches the bytes that are missing: one open check a height, so that the window bounds them. */
export class BatchChecker {
  readonly #ledger: Ledger
  readonly #bytes: TransactionBytes
  readonly #checks = new Map<Height, Check>()

  constructor(ledger: Ledger, bytes: TransactionBytes) {
    this.#ledger = ledger
    this.#bytes = bytes
  }

  start(request: CheckRequest, nowMs: number): BatchCheckOutcome {
    this.#checks.delete(request.body.height)
    const fault = request.fresh ? this.#freshFault(request.body, nowMs) : this.#sizeFault(request.body)
    if (fault !== undefined) return { inputs: [this.#verdict(request, fault)], effects: [] }
    const check: Check = { ...request, missing: new Set(), fetched: new Map(), sizeBytes: 0, attempts: 0, ticks: 1 }
    this.#gather(check)
    if (check.missing.size === 0 || this.#isTooLarge(check)) return { inputs: [this.#finish(check)], effects: [] }
    const isTicking = this.#checks.size > 0
    this.#checks.set(check.body.height, check)
    // Those of a fresh batch are on their way most often, and were overtaken by it.
    const fetching = request.fresh ? [] : this.#fetch(check)
    return { inputs: [], effects: isTicking ? fetching : [...fetching, NEXT_TICK] }
  }

  /** True when a check waits for these bytes: also when they are final already, in another block than the one that is checked. */
  wants(id: Hash): boolean {
    for (const check of this.#checks.values()) if (check.missing.has(id)) return true
    return false
  }

  /** True while a check waits for bytes. */
  get isWaiting(): boolean {
    return this.#checks.size > 0
  }

  /** Bytes have come. */
  arrived(transactions: readonly Verified<Transaction>[]): BatchCheckOutcome {
    if (this.#checks.size === 0) return NOTHING
    const inputs: Input[] = []
    const effects: ReplicaEffect[] = []
    for (const check of [...this.#checks.values()]) {
      for (const transaction of transactions) {
        if (!check.missing.delete(transaction.id)) continue
        check.fetched.set(transaction.id, transaction)
        check.sizeBytes += transaction.bytes.length
      }
      // The pool may have let go of others meanwhile.
      if (check.missing.size === 0) this.#gather(check)
      // A batch that no block may hold is not gathered to its end.
      if (check.missing.size > 0 && !this.#isTooLarge(check)) continue
      this.#checks.delete(check.body.height)
      inputs.push(this.#finish(check))
    }
    if (this.#checks.size === 0) effects.push({ type: 'stop-timer', timer: 'fetch-transactions' })
    return { inputs, effects }
  }

  onTimer(): readonly ReplicaEffect[] {
    if (this.#checks.size === 0) return []
    const effects: ReplicaEffect[] = []
    for (const check of this.#checks.values()) {
      check.ticks -= 1
      if (check.ticks === 0) effects.push(...this.#fetch(check))
    }
    return [...effects, NEXT_TICK]
  }

  /** Heights up to `head` are final. */
  release(head: Height): void {
    for (const height of this.#checks.keys()) if (height <= head) this.#checks.delete(height)
  }

  /** Drops the checks that nobody waits for any more. */
  keep(isNeeded: (digest: Hash) => boolean): void {
    for (const [height, { digest }] of this.#checks) if (!isNeeded(digest)) this.#checks.delete(height)
  }

  #freshFault(body: ProposalBody, nowMs: number): BatchFault | undefined {
    if (Math.abs(body.timeMs - nowMs) > this.#ledger.paramsAt(body.height).maxDriftMs) return 'time-drift'
    // The next height is always taken: what it makes final is what frees room.
    if (this.#bytes.sizeBytes >= HELD_BYTES_MAX && body.height > this.#ledger.head.header.height + 1) return 'no-room'
    for (const id of body.ids) if (this.#ledger.wasExecuted(id)) return 'already-final'
    return this.#sizeFault(body)
  }

  #sizeFault(body: ProposalBody): BatchFault | undefined {
    if (body.ids.length > this.#ledger.paramsAt(body.height).blockTransactionsMax) return 'too-large'
    return new Set(body.ids).size === body.ids.length ? undefined : 'invalid-transaction'
  }

  /** Finds out what is here and what is missing. */
  #gather(check: Check): void {
    check.sizeBytes = 0
    for (const id of check.body.ids) {
      const transaction = this.#held(check, id)
      if (transaction === undefined) check.missing.add(id)
      else check.sizeBytes += transaction.bytes.length
    }
  }

  #held({ fetched }: Check, id: Hash): Verified<Transaction> | undefined {
    return fetched.get(id) ?? this.#bytes.get(id)
  }

  /** What is fixed, prepared or certified was judged by others, and has to be had whatever its size. */
  #isTooLarge({ body, fresh, sizeBytes }: Check): boolean {
    return fresh && sizeBytes > this.#ledger.paramsAt(body.height).blockBytesMax
  }

  #finish(check: Check): Input {
    if (this.#isTooLarge(check)) return this.#verdict(check, 'too-large')
    const transactions = check.body.ids.flatMap((id) => this.#held(check, id) ?? [])
    this.#bytes.hold(check.digest, check.body, transactions)
    return this.#verdict(check, 'ok')
  }

  #verdict({ body, view, digest }: CheckRequest, verdict: 'ok' | BatchFault): Input {
    return { type: 'batch-checked', height: body.height, view, digest, verdict }
  }

  /** Each attempt asks another of those who should have the bytes. */
  #fetch(check: Check): readonly ReplicaEffect[] {
    const { holders, attempts } = check
    check.attempts += 1
    check.ticks = TRANSACTION_FETCH_TICKS
    if (holders.length === 0) return []
    const from = holders[attempts % holders.length] as PeerId
    return [{ type: 'fetch-transactions', from, ids: [...check.missing].slice(0, FETCHED_IDS_MAX) }]
  }
}
