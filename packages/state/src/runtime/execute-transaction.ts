import type { Rejection } from '@hanse/primitives'
import type { Chain, Event, Receipt } from '@hanse/protocol'
import type { BlockContext, EnvelopeContext, Module } from '../module.ts'
import { runInTransaction } from './guarded.ts'
import { ModuleState } from './module-state.ts'
import type { Registry, Writable } from './registry.ts'
import { refuseInRuntime } from './rejections.ts'
import {
  callContext,
  chainFault,
  type Draft,
  decodeCall,
  envelopeContext,
  SEQUENCE_MODULE,
  sequenceFault,
  sequences,
} from './transaction-check.ts'
import { STEP_LIMITS, WriteSet } from './write-set.ts'

const NOTHING_WRITABLE: Writable = new Map()
const SEQUENCE_WRITABLE: Writable = new Map([[SEQUENCE_MODULE, new Set<string>()]])

/** What executes transactions: the chain and the modules in force. */
export interface Runtime {
  readonly chain: Chain
  readonly registry: Registry
}

interface Refusal {
  readonly rejection: Rejection
  readonly callIndex?: number
}

interface Run {
  readonly envelope: EnvelopeContext
  readonly writes: WriteSet
  readonly events: Event[]
}

/** What the module that decides who may send says. It reads, and writes nothing. */
export function authorizeFault(gatekeeper: Module, envelope: EnvelopeContext, writes: WriteSet): Rejection | undefined {
  const state = new ModuleState(gatekeeper.name, NOTHING_WRITABLE, writes, [])
  return runInTransaction(`${gatekeeper.name}.authorize`, writes, () => gatekeeper.authorize?.(envelope, state))
}

function envelopeRefusal({ chain, registry }: Runtime, transaction: Draft, { envelope, writes }: Run): Rejection | undefined {
  const gatekeeper = registry.gatekeeper
  return (
    chainFault(chain, transaction) ?? (gatekeeper && authorizeFault(gatekeeper, envelope, writes)) ?? sequenceFault(writes, transaction)
  )
}

function runCalls({ registry }: Runtime, { body }: Draft, { envelope, writes, events }: Run): Refusal | undefined {
  for (const [callIndex, call] of body.calls.entries()) {
    const decoded = decodeCall(registry, call, `calls.${callIndex}`)
    if (!decoded.ok) return { rejection: decoded.error, callIndex }
    const { command, params } = decoded.value
    const state = new ModuleState(call.module, registry.writableBy(call.module), writes, events)
    const rejection = runInTransaction(`${call.module}.${call.command}`, writes, () =>
      command.execute(callContext(envelope, callIndex), state, params),
    )
    if (rejection !== undefined) return { rejection, callIndex }
  }
  return undefined
}

/**
 * A consortium's own module has no say in a transaction that does nothing but govern: one that refuses every transaction could not be
 * replaced otherwise.
 */
function runAfter({ registry }: Runtime, { body }: Draft, { envelope, writes, events }: Run): Rejection | undefined {
  const governor = registry.governor?.name
  for (const module of registry.ordered) {
    if (module.afterTransaction === undefined) continue
    const isOwn = module.packageHash !== undefined && module.name !== governor
    if (isOwn && body.calls.every((call) => call.module === governor)) continue
    const state = new ModuleState(module.name, registry.writableBy(module.name), writes, events)
    const rejection = runInTransaction(`${module.name}.afterTransaction`, writes, () => module.afterTransaction?.(envelope, state))
    if (rejection !== undefined) return rejection
  }
  return undefined
}

function useSequence({ body: { sender, sequence } }: Draft, { writes }: Run): void {
  if (sequence === undefined) return
  sequences.put(new ModuleState(SEQUENCE_MODULE, SEQUENCE_WRITABLE, writes, []), sender, sequence + 1)
}

/** Why the transaction changes nothing, or undefined when all of it succeeded. */
function refusalOf(runtime: Runtime, transaction: Draft, run: Run): Refusal | undefined {
  const envelope = envelopeRefusal(runtime, transaction, run)
  if (envelope !== undefined) return { rejection: envelope }
  // Before the calls, which may leave no room for it.
  useSequence(transaction, run)
  const call = runCalls(runtime, transaction, run)
  if (call !== undefined) return call
  const after = runAfter(runtime, transaction, run)
  return after === undefined ? undefined : { rejection: after }
}

/** Takes the writes into the block. One that were larger could be stored on no node: who comes too late must come again. */
function takeIntoBlock(below: WriteSet, { writes }: Run): Refusal | undefined {
  if (below.takeOverIfRoom(writes)) return undefined
  return { rejection: refuseInRuntime('tx/block-full', 'the block has no room for what the transaction writes') }
}

interface TransactionOutcome {
  readonly receipt: Receipt
  /** The reason in words, for simulation: receipts hold the code alone. */
  readonly rejection?: Rejection
}

/** Runs a transaction on `below`, which takes over its changes if all of it succeeds, and nothing otherwise. */
export function executeTransaction(
  runtime: Runtime,
  block: BlockContext,
  below: WriteSet,
  transaction: Draft,
  index: number,
): TransactionOutcome {
  const { id: txId } = transaction
  const run: Run = { envelope: envelopeContext(block, transaction), writes: new WriteSet(below, STEP_LIMITS), events: [] }
  const refusal = refusalOf(runtime, transaction, run) ?? takeIntoBlock(below, run)
  if (refusal !== undefined) {
    const { rejection, callIndex } = refusal
    return {
      receipt: { txId, index, outcome: 'rejected', code: rejection.code, ...(callIndex === undefined ? {} : { callIndex }), events: [] },
      rejection,
    }
  }
  return { receipt: { txId, index, outcome: 'success', events: run.events } }
}
