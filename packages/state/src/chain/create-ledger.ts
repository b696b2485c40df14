import { assert, bytesToHash, type Hash, type Rejection, type Result, reject } from '@hanse/primitives'
import {
  asHeight,
  type Chain,
  type ChainParams,
  type Epoch,
  type EpochRecord,
  epochAfter,
  genesisEpoch,
  genesisRules,
  type Header,
  type Observer,
  PROTOCOL_VERSIONS,
  type ProposalBody,
  rulesAt,
  type Transaction,
  type ValidatorSet,
  type Verified,
  validatorSetHash,
} from '@hanse/protocol'
import type { ExecutedBlock, Ledger, LedgerModules, LedgerRules, SimulatedReceipt, StateView, StateWrites } from '../ledger.ts'
import { type BelowBlock, blockContextOf, type InstalledModule } from '../module.ts'
import { executeBlock } from '../runtime/execute-block.ts'
import { authorizeFault, executeTransaction } from '../runtime/execute-transaction.ts'
import { observersOf, votedEpoch } from '../runtime/membership.ts'
import { ModuleShelf } from '../runtime/module-shelf.ts'
import { ProtocolTooOldError } from '../runtime/protocol-too-old.ts'
import type { Registry } from '../runtime/registry.ts'
import { chainFault, type Draft, decodeCall, envelopeContext, expiryFault, sequences } from '../runtime/transaction-check.ts'
import { votedModules } from '../runtime/voted-modules.ts'
import { votedRules } from '../runtime/voted-rules.ts'
import { type TextReader, WriteSet } from '../runtime/write-set.ts'
import { createStateHasher, type Sha256, type StateHasher } from '../tree/hasher.ts'
import { updateTree } from '../tree/update-tree.ts'
import { belowBlock, unknownVersion } from './below-block.ts'
import { blockTimeMs, makeHeader } from './block-header.ts'
import { type BlockOverlay, overlayReader, pageAbove } from './block-overlay.ts'
import { FinalState, type StateSource } from './final-state.ts'
import { type RecentId, RecentIds } from './recent-ids.ts'
import { viewAt } from './state-view.ts'
import { effectiveChanges, leafChanges } from './tree-changes.ts'

/** Heights below the head that are served, unless the host chooses otherwise. */
export const UNDO_HEIGHTS_DEFAULT = 1_024
export const CACHE_BYTES_DEFAULT = 48 * 1024 * 1024
/** How far a sequence may be ahead of the sender's next at the pool's door. */
export const SEQUENCE_AHEAD_MAX = 4_000

export interface LedgerOptions {
  readonly chain: Chain
  /** Every module that the chain has, in any order; those that are not in force are there for a vote that brings them. */
  readonly modules: readonly InstalledModule[]
  readonly source: StateSource
  /** The final head whose state the source holds. */
  readonly head: { readonly header: Header; readonly hash: Hash }
  /** Transactions that are final and have not expired at the head's time. More do no harm. */
  readonly recent: Iterable<RecentId>
  /** A number that nobody else knows, so that nobody makes ids that are slow to be looked up here. It changes nothing else. */
  readonly idSalt?: number
  /** Default `UNDO_HEIGHTS_DEFAULT`. May change from one start to the next. */
  readonly undoHeights?: number
  /** Memory for values and pages that were used lately. Default `CACHE_BYTES_DEFAULT`. */
  readonly cacheBytesMax?: number
  /** Versions of the protocol that are executed here. Default: all that this software knows. */
  readonly protocolVersions?: readonly number[]
  /** Default: SHA-256 in JavaScript. */
  readonly hasher?: Sha256 | StateHasher
  /** Default: everything is executed here. */
  readonly executions?: ExecutionPort
}

/** For a host that has many ledgers of one chain in one process: what one of them has executed, others may take over. */
export interface ExecutionPort {
  /**
   * Gives what `execute` gives: that of this call, or that of an earlier one of another ledger with the same chain, modules and versions, for
   * the same parent, body and transactions, byte for byte. What it gives is immutable.
   */
  once<T>(parentHash: Hash, body: ProposalBody, transactions: readonly Verified<Transaction>[], execute: () => T): T
}

/** What one block does to the state of its parent. */
type Execution = Omit<BlockOverlay, 'parent' | 'read'>

const EXECUTES_ITSELF: ExecutionPort = { once: (_parentHash, _body, _transactions, execute) => execute() }

function isSameBody(left: ProposalBody, right: ProposalBody): boolean {
  return (
    left.height === right.height &&
    left.epoch === right.epoch &&
    left.timeMs === right.timeMs &&
    left.proposer === right.proposer &&
    left.ids.length === right.ids.length &&
    left.ids.every((id, index) => id === right.ids[index])
  )
}

function setOf({ validators }: EpochRecord): ValidatorSet {
  return { validators }
}

class ChainLedger implements Ledger {
  readonly #chain: Chain
  readonly #shelf: ModuleShelf
  readonly #hasher: StateHasher
  readonly #versions: readonly number[]
  readonly #executions: ExecutionPort
  readonly #state: FinalState
  readonly #recent: RecentIds
  /** At the head. */
  #modules: LedgerModules
  #rules: LedgerRules
  /** For the block above it. */
  #above: BelowBlock
  /** Executed and not final, by hash; a parent stands before its children. */
  readonly #overlays = new Map<Hash, BlockOverlay>()

  constructor(options: LedgerOptions) {
    this.#chain = options.chain
    this.#shelf = new ModuleShelf(options.chain.genesis, options.modules)
    this.#hasher = createStateHasher(options.hasher)
    this.#versions = options.protocolVersions ?? PROTOCOL_VERSIONS
    this.#executions = options.executions ?? EXECUTES_ITSELF
    this.#state = new FinalState({
      source: options.source,
      hasher: this.#hasher,
      head: options.head,
      undoHeights: options.undoHeights ?? UNDO_HEIGHTS_DEFAULT,
      cacheBytesMax: options.cacheBytesMax ?? CACHE_BYTES_DEFAULT,
    })
    this.#recent = new RecentIds(options.idSalt)
    for (const recent of options.recent) this.#recent.add(recent)
    this.#modules = this.#modulesAtHead()
    this.#rules = this.#rulesAtHead()
    this.#above = this.#belowOf(this.#state, this.head.header.height + 1)
    const { unknown } = this.#rules
    if (unknown?.height === this.head.header.height) throw new ProtocolTooOldError(unknown.version, unknown.height, this.#versions)
    const { epoch } = this.#above.set
    assert(epoch === epochAfter(this.head.header), `the epoch after the head is not ${epoch}, as its state has it`)
  }

  get head(): { readonly header: Header; readonly hash: Hash } {
    return this.#state.head
  }

  execute(parentHash: Hash, body: ProposalBody, transactions: readonly Verified<Transaction>[]): ExecutedBlock {
    const parent = this.#overlays.get(parentHash)
    assert(parent !== undefined || parentHash === this.head.hash, `block ${parentHash} was not executed`)
    for (const { block } of this.#overlays.values()) if (block.header.parent === parentHash && isSameBody(block.body, body)) return block
    const execution = this.#executions.once(parentHash, body, transactions, () => this.#execute(parent, body, transactions))
    const { block, changes } = execution
    this.#overlays.set(block.hash, { ...execution, parent, read: overlayReader(parent ?? this.#state, changes) })
    return block
  }

  finalize(hash: Hash): { readonly block: ExecutedBlock; readonly writes: StateWrites } {
    const overlay = this.#overlays.get(hash)
    assert(overlay !== undefined, `block ${hash} was not executed`)
    assert(overlay.block.header.parent === this.head.hash, `block ${hash} is not a child of the head`)
    const writes = this.#state.advance(overlay)
    this.#overlays.delete(hash)
    for (const { id, body } of overlay.block.included) this.#recent.add({ id, expiresAtMs: body.expiresAtMs })
    this.#recent.forget(overlay.block.header.timeMs)
    this.#rebase(overlay)
    const head = new WriteSet(this.#state)
    if (votedModules(head) !== this.#modules.set) this.#modules = this.#modulesAtHead()
    this.#rules = this.#rulesAtHead()
    this.#above = this.#belowOf(this.#state, this.head.header.height + 1)
    return { block: overlay.block, writes }
  }

  stored(height: number): void {
    this.#state.stored(height)
  }

  discardFrom(height: number): void {
    for (const [hash, { block }] of this.#overlays) if (block.header.height >= height) this.#overlays.delete(hash)
  }

  has(hash: Hash): boolean {
    return hash === this.head.hash || this.#overlays.has(hash)
  }

  wasExecuted(id: Hash, parentHash: Hash = this.head.hash): boolean {
    for (let at = this.#overlays.get(parentHash); at !== undefined; at = at.parent) if (at.ids.has(id)) return true
    return this.#recent.has(id)
  }

  admissible(transaction: Transaction): Rejection | undefined {
    const block = blockContextOf(this.#chain, this.head.header, this.#above)
    const registry = this.#registryAtHead()
    const { body } = transaction
    // An expiry too far ahead is for the pool to judge: on an idle chain the head's time lies behind.
    const envelope = chainFault(this.#chain, transaction) ?? expiryFault(body.expiresAtMs, block.timeMs)
    if (envelope !== undefined) return envelope
    for (const [index, call] of body.calls.entries()) {
      const decoded = decodeCall(registry, call, `body.calls.${index}`)
      if (!decoded.ok) return decoded.error
    }
    const state = new WriteSet(this.#state)
    const gatekeeper = registry.gatekeeper
    const refused = gatekeeper && authorizeFault(gatekeeper, envelopeContext(block, transaction), state)
    return refused ?? this.#sequenceFault(transaction)
  }

  nextSequence(sender: string): number {
    return sequences.get(new WriteSet(this.#state), sender) ?? 0
  }

  simulate(transaction: Draft): SimulatedReceipt {
    const { header, hash } = this.head
    const runtime = { chain: this.#chain, registry: this.#registryAtHead() }
    const above = { ...header, height: asHeight(header.height + 1), timeMs: header.timeMs + 1, parent: hash }
    const block = blockContextOf(this.#chain, above, this.#above)
    const { id: txId, body } = transaction
    const { timeToLiveMsMax } = block.rules.params
    const fault = chainFault(this.#chain, transaction) ?? expiryFault(body.expiresAtMs, block.timeMs, timeToLiveMsMax)
    if (fault !== undefined) return { txId, index: 0, outcome: 'rejected', code: fault.code, events: [], rejection: fault }
    const { receipt, rejection } = executeTransaction(runtime, block, new WriteSet(this.#state), transaction, 0)
    return rejection === undefined ? receipt : { ...receipt, rejection }
  }

  view(height?: number): Result<StateView> {
    const scope = { chain: this.#chain, shelf: this.#shelf, state: this.#state, hasher: this.#hasher }
    return viewAt(scope, height)
  }

  get modules(): LedgerModules {
    return this.#modules
  }

  get validators(): ValidatorSet {
    return setOf(this.#above.set)
  }

  get observers(): readonly Observer[] {
    return observersOf(new WriteSet(this.#state))
  }

  validatorsOf(epoch: Epoch): EpochRecord | undefined {
    return epoch === 0 ? genesisEpoch(this.#chain.genesis) : votedEpoch(new WriteSet(this.#state), epoch)
  }

  get rules(): LedgerRules {
    return this.#rules
  }

  paramsAt(height: number): ChainParams {
    return height <= this.head.header.height + 1 ? this.#above.rules.params : rulesAt(this.#rules, height).params
  }

  #belowOf(below: TextReader, height: number): BelowBlock {
    return belowBlock(this.#chain.genesis, new WriteSet(below), height)
  }

  #rulesAtHead(): LedgerRules {
    const set = votedRules(new WriteSet(this.#state), genesisRules(this.#chain.genesis))
    const unknown = unknownVersion(set, this.head.header.height, this.#versions)
    return unknown === undefined ? set : { ...set, unknown }
  }

  #registryAtHead(): Registry {
    return this.#shelf.registryOf(this.#modules.set, this.head.header.height)
  }

  #modulesAtHead(): LedgerModules {
    const set = votedModules(new WriteSet(this.#state))
    const { ordered } = this.#shelf.registryOf(set, this.head.header.height)
    return { set, entries: this.#shelf.entriesOf(set), ordered, missing: this.#shelf.missingOf(set) }
  }

  #execute(parent: BlockOverlay | undefined, body: ProposalBody, transactions: readonly Verified<Transaction>[]): Execution {
    const { header, hash } = parent?.block ?? this.head
    assert(body.height === header.height + 1, `a block of height ${body.height} on one of height ${header.height}`)
    const inOrder = body.ids.length === transactions.length && body.ids.every((id, index) => id === transactions[index]?.id)
    assert(inOrder, 'the transactions are not those of the body')
    const isRecovery = body.epoch > epochAfter(header) && body.ids.length === 0
    assert(
      body.epoch === epochAfter(header) || isRecovery,
      `a block of epoch ${body.epoch} on one whose next epoch is ${epochAfter(header)}`,
    )
    const below = parent ?? this.#state
    const above = { ...header, height: body.height, timeMs: blockTimeMs(header, body), parent: hash }
    const before = this.#belowOf(below, body.height)
    const given = isRecovery ? { ...before, set: { ...before.set, epoch: body.epoch, firstHeight: body.height } } : before
    const { version, params } = given.rules
    if (!this.#versions.includes(version)) throw new ProtocolTooOldError(version, body.height, this.#versions)
    const context = blockContextOf(this.#chain, above, given)
    const runtime = { chain: this.#chain, shelf: this.#shelf }
    const outcome = executeBlock(runtime, context, below, transactions, (id) => this.wasExecuted(id, hash))
    const changes = effectiveChanges(below, outcome.changes, this.#hasher)
    const pages = { page: (ref, pageHash) => pageAbove(parent, ref) ?? this.#state.page(ref, pageHash) } satisfies Pick<FinalState, 'page'>
    const root = parent?.tree.root ?? this.#state.root
    const tree = updateTree(pages, root, leafChanges(changes, this.#hasher), body.height, this.#hasher)
    const nextValidators = outcome.next && setOf(outcome.next)
    const rules = {
      version,
      paramsHash: this.#shelf.paramsHashOf(outcome.modules, params, body.height),
      validatorSetHash: header.nextValidatorSetHash,
      nextValidatorSetHash: nextValidators === undefined ? header.nextValidatorSetHash : validatorSetHash(nextValidators),
    }
    const { included, receipts, moduleFaults } = outcome
    const block: ExecutedBlock = {
      ...makeHeader({ header, hash }, body, rules, outcome, bytesToHash(tree.root.topHash)),
      body,
      included,
      receipts,
      ...(nextValidators === undefined ? {} : { nextValidators }),
      ...(moduleFaults.length === 0 ? {} : { moduleFaults }),
    }
    return { block, changes, tree, ids: new Set(included.map(({ id }) => id)) }
  }

  /** Children of the new head now stand on the final state; what does not descend from it goes. */
  #rebase(head: BlockOverlay): void {
    const kept = new Map<Hash, BlockOverlay>()
    for (const [hash, overlay] of this.#overlays) {
      const { parent } = overlay
      if (parent === head) kept.set(hash, { ...overlay, parent: undefined, read: overlayReader(this.#state, overlay.changes) })
      else if (parent !== undefined) {
        const moved = kept.get(parent.block.hash)
        if (moved !== undefined) kept.set(hash, { ...overlay, parent: moved, read: overlayReader(moved, overlay.changes) })
      }
    }
    this.#overlays.clear()
    for (const [hash, overlay] of kept) this.#overlays.set(hash, overlay)
  }

  #sequenceFault(transaction: Transaction): Rejection | undefined {
    const { sender, sequence } = transaction.body
    if (sequence === undefined) return undefined
    const next = this.nextSequence(sender)
    if (sequence >= next && sequence < next + SEQUENCE_AHEAD_MAX) return undefined
    return reject('tx/bad-sequence', `the sender's next sequence is ${next}, not ${sequence}`, { path: 'body.sequence' })
  }
}

/** The state of a chain from its final head on. @throws InvariantError when the source is not at `head`, MissingModuleError when a module in force is missing, ProtocolTooOldError when the head's version is not known here. */
export function createLedger(options: LedgerOptions): Ledger {
  assert(
    options.undoHeights === undefined || (Number.isSafeInteger(options.undoHeights) && options.undoHeights >= 0),
    'undoHeights counts heights',
  )
  return new ChainLedger(options)
}
