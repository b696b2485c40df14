import type { Hash, Rejection, Result } from '@hanse/primitives'
import type {
  ChainParams,
  Epoch,
  EpochRecord,
  Header,
  Json,
  ModuleEntry,
  ModuleSet,
  Observer,
  ProposalBody,
  Receipt,
  RuleSet,
  Transaction,
  ValidatorSet,
  Verified,
  VotedModule,
} from '@hanse/protocol'
import type { InstalledModule, StateReader } from './module.ts'

/** The outcome of executing one proposal on one parent. */
export interface ExecutedBlock {
  readonly header: Header
  readonly hash: Hash
  readonly body: ProposalBody
  /** In the block's order: those of the body's that were neither executed before nor outside their expiry window. */
  readonly included: readonly Verified<Transaction>[]
  /** `receipts[i]` is of `included[i]`; one more, with the id `BLOCK_RECEIPT_ID`, when the modules had events at the start of the block. */
  readonly receipts: readonly Receipt[]
  /** As their codecs write them, for whoever stores the block: the header was made of these bytes. */
  readonly encoded: EncodedBlock
  /** Who decides from the next height on. Present exactly when this block ends its epoch. */
  readonly nextValidators?: ValidatorSet
  /** For the log alone: no part of the chain. Absent when there are none. */
  readonly moduleFaults?: readonly ModuleFault[]
}

export interface EncodedBlock {
  readonly header: Uint8Array
  readonly receipts: readonly Uint8Array[]
  /** The ids of the executed transactions. */
  readonly included: readonly Uint8Array[]
}

/** What a module threw while the block was executed: a defect of the module, which all nodes came upon. */
export interface ModuleFault {
  /** Where, and the words: `loyalty.grant: …`. */
  readonly message: string
  /** The transaction that was refused for it. Absent for what the module did at the start of the block. */
  readonly txId?: Hash
}

/**
 * What a finalized block changes in the store, for one atomic batch: the puts, then the deletes. Keys are those of the state's own
 * table; the host adds its prefix.
 */
export interface StateWrites {
  readonly puts: readonly { readonly key: Uint8Array; readonly value: Uint8Array }[]
  readonly deletes: readonly Uint8Array[]
}

export interface StateProof {
  readonly key: Uint8Array
  /** Absent when the key is. */
  readonly value?: Uint8Array
  /** Sibling hashes, from the root down. */
  readonly siblings: readonly Hash[]
  /** For an absent key whose path ends at another leaf. */
  readonly otherLeaf?: { readonly keyHash: Hash; readonly valueHash: Hash }
}

/** State as of one final height. Reads of an older height than the undo records reach give `state/pruned`. */
export interface StateView extends StateReader {
  readonly header: Header
  proof(key: Uint8Array): Result<StateProof>
  query(module: string, query: string, args: Json): Result<Json>
}

/** What would become of a transaction, with the reason in words. */
export type SimulatedReceipt = Receipt & { readonly rejection?: Rejection }

/** The modules of a chain as of its final head. */
export interface LedgerModules {
  /** What votes made of those of genesis. */
  readonly set: ModuleSet
  /** In force, in execution order. */
  readonly entries: readonly ModuleEntry[]
  readonly ordered: readonly InstalledModule[]
  /** Scheduled ones that this node does not have: it cannot execute the block of their height. */
  readonly missing: readonly VotedModule[]
}

/** The rules of a chain as of its final head. */
export interface LedgerRules extends RuleSet {
  /** The first version, in force or scheduled, that this software does not know, and its height: it cannot execute that block. */
  readonly unknown?: { readonly version: number; readonly height: number }
}

/**
 * The chain's state with the unfinished blocks above the final head. Pure and synchronous: reads go through the `StateSource`
 * given at creation. The host MUST write what `finalize` returned in order, each block atomically, and MUST NOT fall more than
 * `STORE_LAG_HEIGHTS_MAX` heights behind; until then the ledger serves those heights from memory.
 */
export interface Ledger {
  /** The final head. */
  readonly head: { readonly header: Header; readonly hash: Hash }
  /** As of the head. */
  readonly modules: LedgerModules
  /** As of the head. */
  readonly rules: LedgerRules
  /** Parameters of a block above the head: those of the head's next block, and what votes have scheduled until then. */
  paramsAt(height: number): ChainParams
  /** Who decides on the block above the head. */
  readonly validators: ValidatorSet
  /** As of the head, in the order in which they came. */
  readonly observers: readonly Observer[]
  /** The validators of an epoch that has begun, that of the block above the head included, with the first height that they decide on. */
  validatorsOf(epoch: Epoch): EpochRecord | undefined
  /**
   * Executes on the head or on a block executed before and not discarded; the same (parent, body) again gives the same object.
   * @throws MissingModuleError for a block with a module that this node does not have, ProtocolTooOldError for one of a version that this
   * software does not know
   */
  execute(parentHash: Hash, body: ProposalBody, transactions: readonly Verified<Transaction>[]): ExecutedBlock
  /** Makes a child of the head final. Other children of the old head, and theirs, are dropped. */
  finalize(hash: Hash): { readonly block: ExecutedBlock; readonly writes: StateWrites }
  /** The source holds everything up to this height: the ledger's copies go. A host that never says so pays with memory only. */
  stored(height: number): void
  /** Drops every executed block at this height or above that is not final. */
  discardFrom(height: number): void
  has(hash: Hash): boolean
  /** True when a transaction of this id is final, or was executed in `parentHash` or below it. Final ones are forgotten when they have expired. */
  wasExecuted(id: Hash, parentHash?: Hash): boolean
  /** Envelope rules that depend on the head's state: who may send, known modules and commands, decodable params, sequence, expiry against the head's time. */
  admissible(transaction: Transaction): Rejection | undefined
  /** The next `sequence` of a sender that uses them, at the final head. */
  nextSequence(sender: string): number
  /** Runs a transaction on the head without keeping anything. The block time is the head's + 1. */
  simulate(transaction: Pick<Transaction, 'id' | 'body'>): SimulatedReceipt
  /** The final head's state, or that of an earlier height within the undo records. */
  view(height?: number): Result<StateView>
}
