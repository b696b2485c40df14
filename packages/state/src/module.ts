import type { Address, Hash, Rejection, Result } from '@hanse/primitives'
import {
  type Call,
  type Chain,
  type ChainRules,
  type Codec,
  type EpochRecord,
  type Event,
  type Field,
  type Genesis,
  genesisEpoch,
  genesisRules,
  type Header,
  type Json,
  type ModuleEntry,
} from '@hanse/protocol'
import type { BoundEvent } from './event-kind.ts'
import type { BoundRecord } from './record-kind.ts'
import type { RejectionTable } from './rejection-table.ts'

/** What execution reads: synchronous, over the store, its cache and the overlays. Keys are whole state keys, `module ‖ 0x00 ‖ key`. */
export interface StateReader {
  get(key: Uint8Array): Uint8Array | undefined
}

/** Writes and events of one call; dropped together when the transaction is rejected. */
export interface StateWriter extends StateReader {
  /** A module may write under its own name and, through their `api.ts`, those it `uses`: anything else is a broken invariant. */
  put(key: Uint8Array, value: Uint8Array): void
  delete(key: Uint8Array): void
  /** The event MUST be one that its module declares in `events`: anything else is a broken invariant. */
  emit(event: Event): void
  /** Events that the receipt still has room for. At the start of a block all modules write into one receipt. */
  readonly eventsLeft: number
}

export interface BlockContext {
  readonly chainId: number
  readonly genesisHash: Hash
  readonly height: number
  /** The block's time: max(parent + 1, proposal time). The only clock a module has. */
  readonly timeMs: number
  /** When the chain began. */
  readonly genesisTimeMs: number
  /** Hash of the block below. */
  readonly parent: Hash
  /** The epoch of this block, with the records of its validators. */
  readonly set: EpochRecord
  /** Organizations of the validators that decide on this block, by index. */
  readonly validators: readonly string[]
  /** Epoch 0: the validators of genesis. */
  readonly first: EpochRecord
  /** The protocol's version and the chain's parameters, as this block has them. */
  readonly rules: ChainRules
}

export interface TransactionContext extends BlockContext {
  readonly txId: Hash
  readonly callIndex: number
  /** `H(call, encoded call)`: what a four-eyes proposal names. */
  readonly callDigest: Hash
  readonly sender: Address
  /** Sender first, then the co-signers. Every one of them signed the whole transaction. */
  readonly signers: readonly Address[]
  readonly clientRef?: string
}

/** The context of what is asked about a transaction as a whole. */
export interface EnvelopeContext extends Omit<TransactionContext, 'callIndex' | 'callDigest'> {
  /** What it asks for, in order. */
  readonly calls: readonly Pick<Call, 'module' | 'command'>[]
}

/** One thing that a transaction can ask of a module. */
export interface Command<P> {
  readonly summary: string
  readonly params: Codec<P>
  /** Writes are discarded when a rejection is returned; the receipt then carries its code. */
  execute(context: TransactionContext, state: StateWriter, params: P): Rejection | undefined
}

/** One thing that can be asked about a module's state. */
export interface Query<A, R> {
  readonly summary: string
  readonly args: Codec<A>
  readonly result: Field<R>
  /** `block` is the head the state belongs to, with the validators that decide on the next one. */
  read(block: BlockContext, state: StateReader, args: A): Result<R>
}

/** A command whose params type the runtime need not know. */
export interface BoundCommand extends Command<never> {
  readonly bound: 'command'
}
export interface BoundQuery extends Query<never, never> {
  readonly bound: 'query'
}

/** Names a member that exists for the compiler only. */
declare const shape: unique symbol

/** A command as it was defined: a typed client takes the params' type `P` and the summary from here. */
export interface DefinedCommand<P, S extends string = string> extends BoundCommand {
  readonly summary: S
  readonly [shape]?: { readonly params: P }
}
export interface DefinedQuery<A, R, S extends string = string> extends BoundQuery {
  readonly summary: S
  readonly [shape]?: { readonly args: A; readonly result: R }
}

export function defineCommand<P, const S extends string>(command: Command<P> & { readonly summary: S }): DefinedCommand<P, S> {
  return { ...command, bound: 'command' } as unknown as DefinedCommand<P, S>
}

export function defineQuery<A, R, const S extends string>(query: Query<A, R> & { readonly summary: S }): DefinedQuery<A, R, S> {
  return { ...query, bound: 'query' } as unknown as DefinedQuery<A, R, S>
}

/**
 * A business application. Its name is written out, never derived: it is part of every state key and of the signed bytes.
 * A command's name is its key in `commands`.
 */
export interface Module {
  readonly name: string
  readonly version: number
  readonly summary: string
  readonly commands: Readonly<Record<string, BoundCommand>>
  readonly queries: Readonly<Record<string, BoundQuery>>
  /** All that it tells, by type. Absent where it tells nothing. */
  readonly events?: Readonly<Record<string, BoundEvent>>
  /** Records that a proof can be asked for by name. */
  readonly records?: Readonly<Record<string, BoundRecord>>
  /** Every code that it refuses with, and its words: receipts have the code alone, and whoever reads one wants to know what to do. */
  readonly rejections?: RejectionTable
  /** Must hold at every height; run by tests, the simulator and `hanse doctor`. `keys` walks the module's keys in byte order. */
  readonly invariants: Readonly<Record<string, (state: StateReader, keys: () => Iterable<Uint8Array>) => Rejection | undefined>>
  /** Modules whose `api.ts` it calls. */
  readonly uses: readonly string[]
  /**
   * Bounded work at the start of a block: expiries and deadlines from a due-queue. What a package throws here drops what it did in this call.
   */
  atBlock?(block: BlockContext, state: StateWriter): void
  /**
   * Writes the first state: at height 0, or at the start of the block in which a vote brings the module into force. There a version that
   * replaces another finds the records of that one.
   * @throws Error when `genesis` is not what the module expects: the chain cannot be made, or the vote brings nothing.
   */
  initGenesis?(block: BlockContext, state: StateWriter, genesis: Json | undefined): void
  /**
   * Who may send: a rejection refuses a transaction before any of its calls runs (final, with a receipt), and at the pool's door (no receipt).
   * At most one module of a chain has it: `organizations`.
   */
  authorize?(context: EnvelopeContext, state: StateReader): Rejection | undefined
  /**
   * Runs after all calls of a transaction succeeded, in its writes: `organizations` keeps (party, clientRef) unique for ever there.
   */
  afterTransaction?(context: EnvelopeContext, state: StateWriter): Rejection | undefined
  /**
   * Told of all that the block refused, in its order, when every transaction was executed. Those left nothing behind: what is written here is
   * the block's own, and MUST be bounded. At most one module of a chain has it: `supervision`, which counts them.
   */
  onRefusals?(block: BlockContext, state: StateWriter, refused: readonly Rejection[]): void
  /**
   * Makes it the module whose votes decide which modules, rules and validators there are: it may `scheduleModule`, `scheduleRules` and
   * `changeMembership`, and is told here what became of what was scheduled, at the start of that block. At most one module of a chain has it: `governance`.
   */
  onActivation?(block: BlockContext, state: StateWriter, outcome: ActivationOutcome): void
}

/** Why what was voted for did not come into force: it does not go with the rest, or the module's `initGenesis` or its first `atBlock` threw. */
export type ActivationFailure = 'rules' | 'genesis'

export interface ActivationOutcome {
  readonly proposal: string
  /** Absent where parameters or the protocol's version were to change. */
  readonly module?: ModuleEntry
  /** Absent when it is in force. */
  readonly failure?: ActivationFailure
}

/** A module as a node has it. */
export interface InstalledModule extends Module {
  /** Of the package that it was loaded from, set by who loads it. Absent where the module is part of the software. */
  readonly packageHash?: Hash
}

/** Checks a module and keeps what the annotation `Module` would lose: its name and the types of its commands and queries. */
export function defineModule<const M extends Module>(module: M): M {
  return module
}

/** What the state below a block says of it. */
export interface BelowBlock {
  /** The youngest epoch: the block's. */
  readonly set: EpochRecord
  readonly rules: ChainRules
}

/** The context of a block, of which `header` has what is known. What is asked about a state is answered as the next block would see it. */
export function blockContextOf(
  { genesis }: Chain,
  { genesisHash, height, timeMs, parent }: Pick<Header, 'genesisHash' | 'height' | 'timeMs' | 'parent'>,
  { set, rules }: BelowBlock,
): BlockContext {
  const validators = set.validators.map(({ organization }) => organization)
  const first = genesisEpoch(genesis)
  return { chainId: genesis.chainId, genesisHash, height, timeMs, genesisTimeMs: genesis.timeMs, parent, set, validators, first, rules }
}

/** What genesis says of the blocks above it. */
export function belowFirst(genesis: Genesis): BelowBlock {
  return { set: genesisEpoch(genesis), rules: genesisRules(genesis) }
}
