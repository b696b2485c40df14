import type { Address, Hex, Result } from '@hanse/primitives'
import type { Header, Json, Receipt } from '@hanse/protocol'
import type { Ledger, LedgerModules, SimulatedReceipt, StateView } from '../ledger.ts'
import type { InstalledModule, StateReader } from '../module.ts'

export interface HarnessOptions {
  /** Those of genesis, in execution order. */
  readonly modules: readonly InstalledModule[]
  /** Others that the node has: for votes that bring them. */
  readonly installed?: readonly InstalledModule[]
  /** Organizations of the validators. Default: none. */
  readonly validators?: readonly string[]
  /** Their public keys, for tests of what validators sign. Default: none that anyone has. */
  readonly consensusKeys?: readonly Hex[]
  /** At the start. Default: what a genesis that names none has. */
  readonly protocolVersion?: number
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
  readonly header: Header
  /** Of the transactions that were not skipped, in order. */
  readonly receipts: readonly Receipt[]
  /** Events of the modules' `atBlock`. */
  readonly blockReceipt?: Receipt
}

/**
 * Runs modules as a chain does, in memory and without signatures or consensus: for tests of modules. After each block every
 * invariant of every module is checked, and every event against its declaration; what does not hold throws.
 */
export interface ModuleHarness {
  readonly height: number
  readonly timeMs: number
  /** Of the head. */
  readonly modules: LedgerModules
  readonly rules: Ledger['rules']
  /** Who decides on the next block. */
  readonly validators: Ledger['validators']
  readonly observers: Ledger['observers']
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
