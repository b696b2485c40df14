import type { Input } from '@hanse/consensus'
import type { Mempool } from '@hanse/mempool'
import type { ProposalBody } from '@hanse/protocol'
import type { Ledger } from '@hanse/state'

type Demand = Extract<Input, { readonly type: 'demand' }>

/** What the pool has for the engine, told when it has changed. */
export class DemandWatch {
  readonly #pool: Mempool
  readonly #ledger: Ledger
  /** How many ids of a body the pool had when its bytes were first here: a body may hold whatever nobody waits for. */
  readonly #pooled = new WeakMap<ProposalBody, number>()
  #last: Demand | undefined

  constructor(pool: Mempool, ledger: Ledger) {
    this.#pool = pool
    this.#ledger = ledger
  }

  /** Undefined when nothing has changed since it was told. */
  change(inFlight: readonly ProposalBody[], starved: boolean): Demand | undefined {
    const { blockTransactionsMax, blockBytesMax } = this.#ledger.paramsAt(this.#ledger.head.header.height + 1)
    const { size, bytesTotal } = this.#pool
    // What no primary could propose justifies no view change.
    const waiting = this.#pool.takeable((sender) => this.#ledger.nextSequence(sender))
    let pending = waiting
    for (const body of inFlight) pending -= this.#pooledOf(body)
    pending = Math.max(0, pending)
    const fullBlock = pending >= blockTransactionsMax || (pending > 0 && bytesTotal * pending >= blockBytesMax * size)
    const last = this.#last
    const isSame = last?.waiting === waiting && last.pending === pending && last.fullBlock === fullBlock && last.starved === starved
    if (isSame) return undefined
    this.#last = { type: 'demand', waiting, pending, fullBlock, starved }
    return this.#last
  }

  #pooledOf(body: ProposalBody): number {
    let pooled = this.#pooled.get(body)
    if (pooled === undefined) {
      pooled = 0
      for (const id of body.ids) if (this.#pool.has(id)) pooled += 1
      this.#pooled.set(body, pooled)
    }
    return pooled
  }
}
