import type { Input } from '@hanse/consensus'
import type { Mempool } from '@hanse/mempool'
import type { ChainParams } from '@hanse/protocol'
import type { Ledger } from '@hanse/state'

type Demand = Extract<Input, { readonly type: 'demand' }>

/** What the pool has for the engine, told when it has changed. */
export class DemandWatch {
  readonly #params: ChainParams
  readonly #pool: Mempool
  readonly #ledger: Ledger
  #last: Demand | undefined

  constructor(params: ChainParams, pool: Mempool, ledger: Ledger) {
    this.#params = params
    this.#pool = pool
    this.#ledger = ledger
  }

  /** Undefined when nothing has changed since it was told. */
  change(inFlight: number, starved: boolean): Demand | undefined {
    const { blockTransactionsMax, blockBytesMax } = this.#params
    const { size, bytesTotal } = this.#pool
    // What no primary could propose justifies no view change.
    const pending = Math.max(0, this.#pool.takeable((sender) => this.#ledger.nextSequence(sender)) - inFlight)
    const fullBlock = pending >= blockTransactionsMax || (pending > 0 && bytesTotal * pending >= blockBytesMax * size)
    const last = this.#last
    if (last?.pending === pending && last.fullBlock === fullBlock && last.starved === starved) return undefined
    this.#last = { type: 'demand', pending, fullBlock, starved }
    return this.#last
  }
}
