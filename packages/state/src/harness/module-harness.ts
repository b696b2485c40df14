import { type Address, assert, compareBytes, type Hash, type Rejection, type Result } from '@hanse/primitives'
import type { Json, Receipt, Transaction, Verified } from '@hanse/protocol'
import { keyText, moduleOfKeyText } from '../data/state-key.ts'
import type { Module, StateReader } from '../module.ts'
import { executeBlock, executeGenesis } from '../runtime/execute-block.ts'
import { executeTransaction, type Runtime } from '../runtime/execute-transaction.ts'
import { createRegistry } from '../runtime/registry.ts'
import { type Change, WriteSet } from '../runtime/write-set.ts'
import { harnessChain, harnessTransaction } from './harness-transaction.ts'

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
  readonly state: StateReader
  /** One block of these transactions. Its time is `timeMs`, or 1 s after the head's. */
  block(transactions: readonly HarnessTransaction[], options?: { readonly timeMs?: number }): HarnessBlock
  /** A block of one transaction, which must not be skipped. */
  send(transaction: HarnessTransaction): Receipt
  /** An empty block `ms` later. */
  advance(ms: number): HarnessBlock
  /** The reason in words, which receipts do not have. Keeps nothing. */
  simulate(transaction: HarnessTransaction): { readonly receipt: Receipt; readonly rejection?: Rejection }
  query(module: string, query: string, args: Json): Result<Json>
}

const BLOCK_INTERVAL_MS = 1_000

class MemoryHarness implements ModuleHarness {
  readonly #runtime: Runtime
  readonly #values = new Map<string, { readonly key: Uint8Array; readonly value: Uint8Array }>()
  readonly #executed = new Set<Hash>()
  #transactions = 0
  #height = 0
  #timeMs: number

  constructor(runtime: Runtime) {
    this.#runtime = runtime
    this.#timeMs = runtime.chain.genesis.timeMs
    this.#apply(executeGenesis(runtime, this.#reader))
  }

  readonly #reader = { read: (text: string): Uint8Array | undefined => this.#values.get(text)?.value }

  get height(): number {
    return this.#height
  }

  get timeMs(): number {
    return this.#timeMs
  }

  get state(): StateReader {
    return new WriteSet(this.#reader)
  }

  block(transactions: readonly HarnessTransaction[], options: { readonly timeMs?: number } = {}): HarnessBlock {
    const built = transactions.map((transaction) => this.#build(transaction))
    const timeMs = Math.max(this.#timeMs + 1, options.timeMs ?? this.#timeMs + BLOCK_INTERVAL_MS)
    const context = { ...this.#context(), height: this.#height + 1, timeMs }
    const outcome = executeBlock(this.#runtime, context, this.#reader, built, (id) => this.#executed.has(id))
    this.#height += 1
    this.#timeMs = timeMs
    for (const { id } of outcome.included) this.#executed.add(id)
    this.#apply(outcome.changes)
    const { receipts, blockReceipt } = outcome
    return { height: this.#height, timeMs, receipts, ...(blockReceipt === undefined ? {} : { blockReceipt }) }
  }

  send(transaction: HarnessTransaction): Receipt {
    const [receipt] = this.block([transaction]).receipts
    assert(receipt !== undefined, 'the transaction was skipped: outside its expiry window')
    return receipt
  }

  advance(ms: number): HarnessBlock {
    return this.block([], { timeMs: this.#timeMs + ms })
  }

  simulate(transaction: HarnessTransaction): { readonly receipt: Receipt; readonly rejection?: Rejection } {
    const context = { ...this.#context(), height: this.#height + 1, timeMs: this.#timeMs + 1 }
    return executeTransaction(this.#runtime, context, new WriteSet(this.#reader), this.#build(transaction), 0)
  }

  query(name: string, queryName: string, args: Json): Result<Json> {
    const query = this.#runtime.registry.get(name)?.queries[queryName]
    assert(query !== undefined, `no query ${name}.${queryName}`)
    const parsed = query.args.parseJson(args)
    if (!parsed.ok) return parsed
    const answer = query.read(this.#context(), this.state, parsed.value)
    return answer.ok ? { ok: true, value: query.result.toJson(answer.value) } : answer
  }

  #context(): { chainId: number; genesisHash: Hash; height: number; timeMs: number } {
    const { genesis, genesisHash } = this.#runtime.chain
    return { chainId: genesis.chainId, genesisHash, height: this.#height, timeMs: this.#timeMs }
  }

  #build(transaction: HarnessTransaction): Verified<Transaction> {
    this.#transactions += 1
    return harnessTransaction(this.#runtime, transaction, this.#transactions, this.#timeMs)
  }

  #apply(changes: ReadonlyMap<string, Change>): void {
    for (const [text, { key, value }] of changes) {
      if (value === undefined) this.#values.delete(text)
      else this.#values.set(text, { key, value })
    }
    for (const module of this.#runtime.registry.ordered) this.#checkInvariants(module)
  }

  #checkInvariants(module: Module): void {
    const keys = (): Iterable<Uint8Array> =>
      [...this.#values.values()]
        .map(({ key }) => key)
        .filter((key) => moduleOfKeyText(keyText(key)) === module.name)
        .sort(compareBytes)
    for (const [name, holds] of Object.entries(module.invariants)) {
      const fault = holds(this.state, keys)
      assert(fault === undefined, `${module.name}: ${name} does not hold at height ${this.#height}: ${fault?.code} ${fault?.message}`)
    }
  }
}

export function createModuleHarness(options: HarnessOptions): ModuleHarness {
  const chain = harnessChain(options)
  return new MemoryHarness({ chain, registry: createRegistry(chain.genesis, options.modules) })
}
