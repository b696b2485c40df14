import { type Address, assert, type Result } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  type Chain,
  type Json,
  type ProposalBody,
  type Receipt,
  type Transaction,
  type Verified,
} from '@hanse/protocol'
import { createLedger } from '../chain/create-ledger.ts'
import { createGenesisState } from '../chain/genesis-state.ts'
import { checkInvariants } from '../invariants.ts'
import type { Ledger, SimulatedReceipt, StateView } from '../ledger.ts'
import type { Module, StateReader } from '../module.ts'
import { createRegistry, type Registry } from '../runtime/registry.ts'
import { harnessChain, harnessTransaction } from './harness-transaction.ts'
import { MemorySource } from './memory-source.ts'

export interface HarnessOptions {
  readonly modules: readonly Module[]
  /** What `initGenesis` gets, by module name. */
  readonly genesis?: Readonly<Record<string, Json>>
  /** Block time of genesis. */
  readonly timeMs?: number
}

/** `params` as the command takes them, or `json` as a client would write them. */
export type HarnessCall = { readonly module: string; readonly command: string } & ({ readonly params: object } | { readonly json: Json })

export interface HarnessTransaction {
  /** The sender, then the co-signers. Their signatures are taken for granted. */
  readonly signers: readonly Address[]
  readonly calls: readonly HarnessCall[]
  readonly clientRef?: string
  readonly sequence?: number
  /** Default: a minute after the head's time. */
  readonly expiresAtMs?: number
}

export interface HarnessBlock {
  readonly height: number
  readonly timeMs: number
  /** Of the transactions that were not skipped, in order. */
  readonly receipts: readonly Receipt[]
  /** Events of the modules' `atBlock`. */
  readonly blockReceipt?: Receipt
}

/**
 * Runs modules as a chain does, in memory and without signatures or consensus: for tests of modules. After each block every
 * invariant of every module is checked; a broken one throws.
 */
export interface ModuleHarness {
  readonly height: number
  readonly timeMs: number
  /** The head's. */
  readonly state: StateReader
  at(height: number): StateView
  /** One block of these transactions. Its time is `timeMs`, or 1 s after the head's. */
  block(transactions: readonly HarnessTransaction[], options?: { readonly timeMs?: number }): HarnessBlock
  /** A block of one transaction, which must not be skipped. */
  send(transaction: HarnessTransaction): Receipt
  /** An empty block `ms` later. */
  advance(ms: number): HarnessBlock
  /** The reason in words, which receipts do not have. Keeps nothing. */
  simulate(transaction: HarnessTransaction): SimulatedReceipt
  /** At the head, or at an earlier height. */
  query(module: string, query: string, args: Json, height?: number): Result<Json>
}

const BLOCK_INTERVAL_MS = 1_000

class LedgerHarness implements ModuleHarness {
  readonly #chain: Chain
  readonly #registry: Registry
  readonly #source: MemorySource
  readonly #ledger: Ledger
  #transactions = 0

  constructor(chain: Chain, modules: readonly Module[]) {
    this.#chain = chain
    this.#registry = createRegistry(chain.genesis, modules)
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
      epoch: asEpoch(0),
      height: asHeight(this.height + 1),
      ids: built.map(({ id }) => id),
      timeMs: options.timeMs ?? this.timeMs + BLOCK_INTERVAL_MS,
      proposer: asValidatorIndex(0),
    }
    const { hash } = this.#ledger.execute(this.#ledger.head.hash, body, built)
    const { block, writes } = this.#ledger.finalize(hash)
    this.#source.apply(writes)
    this.#ledger.stored(block.header.height)
    this.#checkInvariants()
    const { header, included, receipts } = block
    const blockReceipt = receipts[included.length]
    return {
      height: header.height,
      timeMs: header.timeMs,
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
    return harnessTransaction(this.#chain, this.#registry, transaction, this.#transactions, this.timeMs)
  }

  #checkInvariants(): void {
    const [fault] = checkInvariants(this.#registry.ordered, this.state, (module) => this.#source.keysOf(module))
    if (fault === undefined) return
    const { module, invariant, rejection } = fault
    assert(false, `${module}: ${invariant} does not hold at height ${this.height}: ${rejection.code} ${rejection.message}`)
  }
}

export function createModuleHarness(options: HarnessOptions): ModuleHarness {
  return new LedgerHarness(harnessChain(options), options.modules)
}
