import type { BatchFault, Input } from '@hanse/consensus'
import type { Hash } from '@hanse/primitives'
import { type ChainParams, FETCHED_IDS_MAX, type Height, type ProposalBody, type ValidatorIndex, type View } from '@hanse/protocol'
import type { Ledger } from '@hanse/state'
import type { ReplicaEffect } from './effect.ts'
import { TRANSACTION_FETCH_TIMEOUT_MS } from './limits.ts'
import type { TransactionBytes } from './transaction-bytes.ts'

interface Check {
  readonly view: View
  readonly body: ProposalBody
  readonly digest: Hash
  readonly fresh: boolean
  readonly holders: readonly ValidatorIndex[]
  readonly missing: Set<Hash>
  attempts: number
}

export interface BatchCheckOutcome {
  readonly inputs: readonly Input[]
  readonly effects: readonly ReplicaEffect[]
}

const NOTHING: BatchCheckOutcome = { inputs: [], effects: [] }

/** Judges proposed batches, and fetches the bytes that are missing: one open check a height, so that the window bounds them. */
export class BatchChecker {
  readonly #params: ChainParams
  readonly #ledger: Ledger
  readonly #bytes: TransactionBytes
  readonly #checks = new Map<Height, Check>()

  constructor(params: ChainParams, ledger: Ledger, bytes: TransactionBytes) {
    this.#params = params
    this.#ledger = ledger
    this.#bytes = bytes
  }

  start(request: Omit<Check, 'missing' | 'attempts'>, nowMs: number): BatchCheckOutcome {
    this.#checks.delete(request.body.height)
    const fault = request.fresh ? this.#freshFault(request.body, nowMs) : this.#sizeFault(request.body)
    if (fault !== undefined) return { inputs: [this.#verdict(request, fault)], effects: [] }
    const check: Check = { ...request, missing: new Set(this.#bytes.missing(request.body)), attempts: 0 }
    if (check.missing.size === 0) return this.#finish(check)
    this.#checks.set(check.body.height, check)
    return { inputs: [], effects: [...this.#fetch(check), { type: 'start-timer', timer: 'fetch-transactions', durationMs: TRANSACTION_FETCH_TIMEOUT_MS }] }
  }

  /** True when a check waits for these bytes. */
  wants(id: Hash): Height | undefined {
    for (const check of this.#checks.values()) if (check.missing.has(id)) return check.body.height
    return undefined
  }

  /** Bytes have come, into the pool or held. */
  arrived(ids: readonly Hash[]): BatchCheckOutcome {
    if (this.#checks.size === 0) return NOTHING
    const inputs: Input[] = []
    const effects: ReplicaEffect[] = []
    for (const check of [...this.#checks.values()]) {
      for (const id of ids) check.missing.delete(id)
      if (check.missing.size > 0) continue
      // The pool may have let go of others meanwhile.
      for (const id of this.#bytes.missing(check.body)) check.missing.add(id)
      if (check.missing.size > 0) continue
      this.#checks.delete(check.body.height)
      const outcome = this.#finish(check)
      inputs.push(...outcome.inputs)
      effects.push(...outcome.effects)
    }
    if (this.#checks.size === 0) effects.push({ type: 'stop-timer', timer: 'fetch-transactions' })
    return { inputs, effects }
  }

  onTimer(): readonly ReplicaEffect[] {
    if (this.#checks.size === 0) return []
    const effects: ReplicaEffect[] = []
    for (const check of this.#checks.values()) effects.push(...this.#fetch(check))
    effects.push({ type: 'start-timer', timer: 'fetch-transactions', durationMs: TRANSACTION_FETCH_TIMEOUT_MS })
    return effects
  }

  /** Heights up to `head` are final. */
  release(head: Height): void {
    for (const height of this.#checks.keys()) if (height <= head) this.#checks.delete(height)
  }

  #freshFault(body: ProposalBody, nowMs: number): BatchFault | undefined {
    if (Math.abs(body.timeMs - nowMs) > this.#params.maxDriftMs) return 'time-drift'
    for (const id of body.ids) if (this.#ledger.wasExecuted(id)) return 'already-final'
    return this.#sizeFault(body)
  }

  #sizeFault(body: ProposalBody): BatchFault | undefined {
    if (body.ids.length > this.#params.blockTransactionsMax) return 'too-large'
    return new Set(body.ids).size === body.ids.length ? undefined : 'invalid-transaction'
  }

  #finish(check: Check): BatchCheckOutcome {
    let total = 0
    for (const transaction of this.#bytes.all(check.body)) total += transaction.bytes.length
    if (check.fresh && total > this.#params.blockBytesMax) return { inputs: [this.#verdict(check, 'too-large')], effects: [] }
    this.#bytes.holdBody(check.digest, check.body)
    return { inputs: [this.#verdict(check, 'ok')], effects: [] }
  }

  #verdict(check: Pick<Check, 'body' | 'view' | 'digest'>, verdict: 'ok' | BatchFault): Input {
    return { type: 'batch-checked', height: check.body.height, view: check.view, digest: check.digest, verdict }
  }

  /** Each attempt asks another of those who should have the bytes. */
  #fetch(check: Check): readonly ReplicaEffect[] {
    const { holders, attempts } = check
    check.attempts += 1
    if (holders.length === 0) return []
    const from = holders[attempts % holders.length] as ValidatorIndex
    return [{ type: 'fetch-transactions', from, ids: [...check.missing].slice(0, FETCHED_IDS_MAX) }]
  }
}
