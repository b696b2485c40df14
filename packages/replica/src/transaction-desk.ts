import type { Effect, Engine, Input } from '@hanse/consensus'
import type { Mempool } from '@hanse/mempool'
import type { Hash } from '@hanse/primitives'
import {
  type Epoch,
  type LogRecord,
  type PeerId,
  type ProposalBody,
  proposalDigest,
  type Transaction,
  type Verified,
} from '@hanse/protocol'
import type { ExecutedBlock, Ledger } from '@hanse/state'
import { Admission } from './admission.ts'
import { AnswerBudget } from './answer-budget.ts'
import { BatchChecker, type BatchCheckOutcome, type CheckRequest } from './batch-check.ts'
import { DemandWatch } from './demand.ts'
import type { ReplicaEffect } from './effect.ts'
import type { LoggedEntry } from './input.ts'
import { ANSWER_BYTES_PER_SECOND_MAX } from './limits.ts'
import type { ReplicaComponents, ReplicaOptions } from './replica-options.ts'
import { TransactionBytes } from './transaction-bytes.ts'

/** Everything about transactions: who lets them in, the bytes that bodies need, the checks of batches, and what is told of them. */
export class TransactionDesk {
  readonly #ledger: Ledger
  readonly #pool: Mempool
  readonly #bytes: TransactionBytes
  readonly #checker: BatchChecker
  readonly #admission: Admission
  readonly #answers = new AnswerBudget(ANSWER_BYTES_PER_SECOND_MAX)
  #demand: DemandWatch
  #starved = false

  constructor({ chain, timeouts, poolCapacity }: ReplicaOptions, { ledger, pool }: ReplicaComponents) {
    this.#ledger = ledger
    this.#pool = pool
    this.#bytes = new TransactionBytes(pool)
    this.#checker = new BatchChecker(ledger, this.#bytes)
    this.#admission = new Admission({ chain, ledger, pool, poolCapacity, timeoutMs: timeouts.viewTimeoutMs })
    this.#demand = new DemandWatch(pool, ledger)
  }

  get bodiesHeld(): number {
    return this.#bytes.bodiesHeld
  }

  /** True when a check waits for these bytes. */
  wants(id: Hash): boolean {
    return this.#checker.wants(id)
  }

  /** True while a check waits for any. */
  get wantsAny(): boolean {
    return this.#checker.isWaiting
  }

  held(id: Hash): Verified<Transaction> | undefined {
    return this.#bytes.get(id)
  }

  bytesOf(body: ProposalBody): readonly Verified<Transaction>[] {
    return this.#bytes.all(body)
  }

  holdLogged(entries: readonly LoggedEntry[]): void {
    this.#bytes.holdLogged(entries, this.#ledger.head.header.height)
  }

  /** Whatever is in the log is held: an own proposal comes here without a check. */
  withBytes(record: LogRecord): LogRecord {
    if (record.type !== 'proposal') return record
    const transactions = this.#bytes.all(record.body)
    this.#bytes.hold(proposalDigest(record.body), record.body, transactions)
    return { ...record, transactions: transactions.map(({ bytes }) => bytes) }
  }

  submit(request: number, transaction: Verified<Transaction>, others: readonly PeerId[], nowMs: number): BatchCheckOutcome {
    const outcome = this.#admission.submit(transaction, nowMs)
    const admission: ReplicaEffect = { type: 'admission', request, id: transaction.id, outcome }
    if (outcome.type !== 'admitted') return { inputs: [], effects: [admission] }
    const { inputs, effects } = this.#checker.arrived([transaction])
    return { inputs, effects: [admission, { type: 'send-transactions', to: others, transactions: [transaction] }, ...effects] }
  }

  /** Bytes that a check waits for reach it even when the pool has no room for them. */
  arrived(transactions: readonly Verified<Transaction>[], nowMs: number): BatchCheckOutcome {
    for (const transaction of transactions) this.#admission.relayed(transaction, nowMs)
    return this.#checker.arrived(transactions)
  }

  /** For a peer that lacks them. Each id once, and no more than the peer may have: the rest it asks for again, or elsewhere. */
  answer(peer: PeerId, ids: readonly Hash[], nowMs: number): readonly ReplicaEffect[] {
    const found: Verified<Transaction>[] = []
    for (const id of new Set(ids)) {
      const transaction = this.#bytes.get(id)
      if (transaction === undefined) continue
      if (!this.#answers.take(peer, transaction.bytes.length, nowMs)) break
      found.push(transaction)
    }
    return found.length === 0 ? [] : [{ type: 'send-transactions', to: [peer], transactions: found }]
  }

  /** A batch of a version of the protocol that is not known here is not judged, and so not voted for: by other rules it may be none. */
  check(request: CheckRequest, nowMs: number): BatchCheckOutcome {
    return this.#isUnknown(request.body.height) ? { inputs: [], effects: [] } : this.#checker.start(request, nowMs)
  }

  fetchAgain(): readonly ReplicaEffect[] {
    return this.#checker.onTimer()
  }

  /** No answer where nothing can be proposed. */
  takeBatch({ height, view }: Extract<Effect, { type: 'request-batch' }>, engine: Engine, nowMs: number): readonly Input[] {
    if (this.#isUnknown(height)) return []
    const params = this.#ledger.paramsAt(height)
    const batch = this.#pool.take({
      transactionsMax: params.blockTransactionsMax,
      bytesMax: params.blockBytesMax,
      exclude: (id) => engine.isInFlight(id),
      nextSequence: (sender) => this.#ledger.nextSequence(sender),
    })
    return [{ type: 'batch-ready', height, view, ids: batch.map(({ id }) => id), timeMs: nowMs }]
  }

  #isUnknown(height: number): boolean {
    return height >= (this.#ledger.rules.unknown?.height ?? Number.POSITIVE_INFINITY)
  }

  finalized({ header, body, included }: ExecutedBlock, nowMs: number): readonly ReplicaEffect[] {
    const youngestMs = this.#pool.remove(body.ids)
    if (youngestMs !== undefined) this.#admission.taken(youngestMs, nowMs)
    for (const transaction of included) if (transaction.body.sequence !== undefined) this.#pool.sequenceMoved(transaction.body.sender)
    const expired = this.#pool.expire(header.timeMs)
    this.#bytes.release(header.height)
    this.#checker.release(header.height)
    this.#admission.finalized()
    return expired.length > 0 ? [{ type: 'expired', ids: expired }] : []
  }

  /** What was checked for a view that failed, and was not prepared here, is let go of. */
  forgetFailedView(engine: Engine, epoch: Epoch): void {
    const isNeeded = (digest: Hash): boolean => engine.holdsBody(digest)
    this.#checker.keep(isNeeded)
    this.#bytes.keep((digest, ofEpoch) => ofEpoch > epoch || isNeeded(digest))
  }

  /** What waits in the pool goes on waiting; what was in flight was of an epoch that is over. */
  enterEpoch(epoch: Epoch): void {
    this.#checker.keep(() => false)
    this.#bytes.keep((_, ofEpoch) => ofEpoch >= epoch)
    this.#demand = new DemandWatch(this.#pool, this.#ledger)
    this.#starved = false
  }

  /** Once a timeout: what has waited for one is said again. */
  forward(engine: Engine, others: readonly PeerId[], nowMs: number): readonly ReplicaEffect[] {
    const late = this.#admission.late(nowMs)
    this.#starved = this.#admission.starved(engine.decidedIds())
    return late.length > 0 ? [{ type: 'send-transactions', to: others, transactions: late }] : []
  }

  /** What the pool has for the engine, when that has changed. */
  demand(engine: Engine): Input | undefined {
    return this.#demand.change(engine.checkedInFlight(), this.#starved)
  }
}
