import { type Hash, type Rejection, ZERO_HASH } from '@hanse/primitives'
import {
  asHeight,
  type Chain,
  type EpochRecord,
  type Event,
  genesisRules,
  type ModuleSet,
  type Receipt,
  type Transaction,
  type Verified,
} from '@hanse/protocol'
import type { ModuleFault } from '../ledger.ts'
import { type BlockContext, belowFirst, blockContextOf } from '../module.ts'
import { activateModules } from './activate-modules.ts'
import { activateRules } from './activate-rules.ts'
import { evidenceRootOf } from './block-evidence.ts'
import { type BlockStep, runInBlock } from './block-step.ts'
import { executeTransaction, type Runtime } from './execute-transaction.ts'
import { runModule } from './guarded.ts'
import { MEMBERSHIP_SPACE, recordRecovery, youngestEpoch } from './membership.ts'
import type { ModuleShelf } from './module-shelf.ts'
import { ModuleState } from './module-state.ts'
import type { Registry, Writable } from './registry.ts'
import { expiryFault } from './transaction-check.ts'
import { votedModules } from './voted-modules.ts'
import { votedRules } from './voted-rules.ts'
import { type Changes, type TextReader, WriteSet } from './write-set.ts'

export interface BlockOutcome {
  readonly included: readonly Verified<Transaction>[]
  /** `receipts[i]` is of `included[i]`; one more, with `BLOCK_RECEIPT_ID`, when the modules had events at the start of the block. */
  readonly receipts: readonly Receipt[]
  /** A key may be here with the value it had. */
  readonly changes: Changes
  /** With which it was executed. */
  readonly modules: ModuleSet
  readonly evidenceRoot: Hash
  /** The epoch that begins above it, if one does. */
  readonly next: EpochRecord | undefined
  readonly moduleFaults: readonly ModuleFault[]
}

/** What executes blocks: the chain, and the modules that this node has. */
export interface BlockRuntime {
  readonly chain: Chain
  readonly shelf: ModuleShelf
}

/** The receipt of what a block itself did has no transaction: its id is zero, and it stands last. */
export const BLOCK_RECEIPT_ID: Hash = ZERO_HASH

const MEMBERSHIP_WRITABLE: Writable = new Map([[MEMBERSHIP_SPACE, new Set<string>()]])

function startBlock(step: BlockStep, registry: Registry): void {
  for (const module of registry.ordered) {
    if (module.atBlock !== undefined) runInBlock(step, registry, module, 'atBlock', (state) => module.atBlock?.(step.block, state))
  }
}

/** Once a block and not once a refusal: a flood of them costs the state as little as one. */
function tellRefusals(step: BlockStep, registry: Registry, refused: readonly Rejection[]): void {
  const { counter } = registry
  if (counter === undefined || refused.length === 0) return
  runInBlock(step, registry, counter, 'onRefusals', (state) => counter.onRefusals?.(step.block, state, refused))
}

/**
 * Executes a block on a state. What was executed before or is outside its expiry window is left out, without a receipt: a batch is
 * made before anyone knows the block's time and what stands below it.
 */
export function executeBlock(
  { chain, shelf }: BlockRuntime,
  block: BlockContext,
  below: TextReader,
  transactions: readonly Verified<Transaction>[],
  wasExecuted: (id: Hash) => boolean,
): BlockOutcome {
  const { timeToLiveMsMax } = block.rules.params
  const writes = new WriteSet(below)
  const blockEvents: Event[] = []
  const moduleFaults: ModuleFault[] = []
  const step: BlockStep = { block, writes, events: blockEvents, moduleFaults }
  if (block.set.firstHeight === block.height) recordRecovery(block, new ModuleState(MEMBERSHIP_SPACE, MEMBERSHIP_WRITABLE, writes, []))
  activateRules(step, shelf.registryOf(votedModules(writes), block.height), votedRules(writes, genesisRules(chain.genesis)))
  const { registry, modules } = activateModules(shelf, step)
  startBlock(step, registry)
  const runtime: Runtime = { chain, registry }
  const included: Verified<Transaction>[] = []
  const receipts: Receipt[] = []
  const refused: Rejection[] = []
  const here = new Set<Hash>()
  for (const transaction of transactions) {
    const { id, body } = transaction
    if (here.has(id) || wasExecuted(id) || expiryFault(body.expiresAtMs, block.timeMs, timeToLiveMsMax) !== undefined) continue
    here.add(id)
    const { receipt, rejection } = executeTransaction(runtime, block, writes, transaction, included.length)
    if (rejection !== undefined) refused.push(rejection)
    if (rejection?.code === 'tx/module-fault') moduleFaults.push({ message: rejection.message, txId: id })
    receipts.push(receipt)
    included.push(transaction)
  }
  tellRefusals(step, registry, refused)
  if (blockEvents.length > 0) receipts.push({ txId: BLOCK_RECEIPT_ID, index: included.length, outcome: 'success', events: blockEvents })
  const next = youngestEpoch(writes, block.set)
  const ends = next.epoch !== block.set.epoch
  const evidenceRoot = evidenceRootOf(block, writes)
  return { included, receipts, changes: writes.changes, modules, evidenceRoot, next: ends ? next : undefined, moduleFaults }
}

/** Lets every module write its first state. Events of genesis go nowhere: nobody waits for them. @throws InvariantError */
export function executeGenesis({ chain, registry }: Runtime, below: TextReader): Changes {
  const { genesis, genesisHash } = chain
  const header = { genesisHash, height: asHeight(0), timeMs: genesis.timeMs, parent: ZERO_HASH }
  const block = blockContextOf(chain, header, belowFirst(genesis))
  const writes = new WriteSet(below)
  for (const module of registry.ordered) {
    const given = genesis.modules.find(({ name }) => name === module.name)?.genesis
    const state = new ModuleState(module.name, registry.writableBy(module.name), writes, [])
    runModule(`${module.name}.initGenesis`, () => module.initGenesis?.(block, state, given))
  }
  return writes.changes
}
