import { assert, InvariantError, type Result } from '@hanse/primitives'
import {
  asHeight,
  asValidatorIndex,
  type Chain,
  type Event,
  epochAfter,
  type Json,
  type ProposalBody,
  type Receipt,
  type Transaction,
  type Verified,
} from '@hanse/protocol'
import { createLedger } from '../chain/create-ledger.ts'
import { createGenesisState } from '../chain/genesis-state.ts'
import { readAttributes } from '../event-kind.ts'
import { checkInvariants } from '../invariants.ts'
import type { Ledger, LedgerModules, SimulatedReceipt, StateView } from '../ledger.ts'
import type { InstalledModule, StateReader } from '../module.ts'
import type { HarnessBlock, HarnessOptions, HarnessTransaction, ModuleHarness } from './harness.ts'
import { harnessChain, harnessTransaction } from './harness-transaction.ts'
import { MemorySource } from './memory-source.ts'

const BLOCK_INTERVAL_MS = 1_000

class LedgerHarness implements ModuleHarness {
  readonly #chain: Chain
  readonly #installed: readonly InstalledModule[]
  readonly #source: MemorySource
  readonly #ledger: Ledger
  #transactions = 0

  constructor(chain: Chain, modules: readonly InstalledModule[]) {
    this.#chain = chain
    this.#installed = modules
    const { header, hash, writes } = createGenesisState(chain, modules)
    this.#source = new MemorySource()
    this.#source.apply(writes)
    this.#ledger = createLedger({ chain, modules, source: this.#source, head: { header, hash }, recent: [] })
    this.#checkInvariants()
  }

  get height(): number {
    return this.#ledger.head.header.height
  }

  get timeMs(): number {
    return this.#ledger.head.header.timeMs
  }

  get modules(): LedgerModules {
    return this.#ledger.modules
  }

  get rules(): Ledger['rules'] {
    return this.#ledger.rules
  }

  get validators(): Ledger['validators'] {
    return this.#ledger.validators
  }

  get observers(): Ledger['observers'] {
    return this.#ledger.observers
  }

  get state(): StateReader {
    return this.at(this.height)
  }

  at(height: number): StateView {
    const view = this.#ledger.view(height)
    assert(view.ok, `no state at height ${height}`)
    return view.value
  }

  block(transactions: readonly HarnessTransaction[], options: { readonly timeMs?: number } = {}): HarnessBlock {
    const built = transactions.map((transaction) => this.#build(transaction))
    const body: ProposalBody = {
      epoch: epochAfter(this.#ledger.head.header),
      height: asHeight(this.height + 1),
      ids: built.map(({ id }) => id),
      timeMs: options.timeMs ?? this.timeMs + BLOCK_INTERVAL_MS,
      proposer: asValidatorIndex(0),
    }
    const { hash, moduleFaults = [] } = this.#ledger.execute(this.#ledger.head.hash, body, built)
    // A chain goes on after a module's fault; a test must not.
    for (const { message } of moduleFaults) throw new InvariantError(message)
    const { block, writes } = this.#ledger.finalize(hash)
    this.#source.apply(writes)
    this.#ledger.stored(block.header.height)
    this.#checkInvariants()
    const { header, included, receipts } = block
    for (const { events } of receipts) for (const event of events) this.#checkEvent(event)
    const blockReceipt = receipts[included.length]
    return {
      height: header.height,
      timeMs: header.timeMs,
      header,
      receipts: receipts.slice(0, included.length),
      ...(blockReceipt === undefined ? {} : { blockReceipt }),
    }
  }

  send(transaction: HarnessTransaction): Receipt {
    const [receipt] = this.block([transaction]).receipts
    assert(receipt !== undefined, 'the transaction was skipped: outside its expiry window')
    return receipt
  }

  advance(ms: number): HarnessBlock {
    return this.block([], { timeMs: this.timeMs + ms })
  }

  simulate(transaction: HarnessTransaction): SimulatedReceipt {
    return this.#ledger.simulate(this.#build(transaction))
  }

  query(module: string, query: string, args: Json, height: number = this.height): Result<Json> {
    return this.at(height).query(module, query, args)
  }

  #build(transaction: HarnessTransaction): Verified<Transaction> {
    this.#transactions += 1
    const known = [...this.#ledger.modules.ordered, ...this.#installed]
    return harnessTransaction(this.#chain, known, transaction, this.#transactions, this.timeMs)
  }

  /** A chain does not read attributes: what clients are told of them is tried here. */
  #checkEvent(event: Event): void {
    const { module, type } = event
    const kind = this.modules.ordered.find(({ name }) => name === module)?.events?.[type]
    assert(kind !== undefined, `module ${module} declares no event ${type}`)
    const read = readAttributes(kind, event)
    assert(read.ok, `the event ${type} of ${module} is not as declared: ${read.ok ? '' : `${read.error.path} ${read.error.message}`}`)
  }

  #checkInvariants(): void {
    const [fault] = checkInvariants(this.#ledger.modules.ordered, this.state, (module) => this.#source.keysOf(module))
    if (fault === undefined) return
    const { module, invariant, rejection } = fault
    assert(false, `${module}: ${invariant} does not hold at height ${this.height}: ${rejection.code} ${rejection.message}`)
  }
}

export function createModuleHarness(options: HarnessOptions): ModuleHarness {
  return new LedgerHarness(harnessChain(options), [...options.modules, ...(options.installed ?? [])])
}
