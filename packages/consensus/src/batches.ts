import { asHeight, type Height, type ProposalBody, primaryOf, proposalDigest } from '@hanse/protocol'
import type { Input } from './input.ts'
import { signPrepare } from './prepare.ts'
import { type Context, isInView, type ReplicaState } from './replica-state.ts'
import { countInFlight, slotAt } from './slots.ts'
import { mayVote } from './voting-rights.ts'

/** The lowest height above everything that is proposed, fixed, or voted for here in this view. */
function nextFreshHeight({ state, options }: Context): Height {
  let top: number = state.entered.fixed === undefined ? state.head.height : Math.max(state.head.height, state.entered.base + 1)
  for (const slot of state.slots.values()) if (slot.proposed !== undefined && slot.height > top) top = slot.height
  // After a restart the own proposals are in the log before they are in a slot again.
  for (const { vote } of options.self === undefined ? [] : state.ownVotes.ofView(state.view)) if (vote.height > top) top = vote.height
  return asHeight(top + 1)
}

/** What the NewView fixed is in flight whether it is known here or not: a batch that holds the same ids would be refused by all who know it. */
function isFixedBodyMissing({ head, entered, bodies }: ReplicaState): boolean {
  return entered.fixed !== undefined && entered.base >= head.height && !bodies.has(entered.fixed)
}

function isIdle(state: ReplicaState, next: Height): boolean {
  return next === state.head.height + 1
}

/** consensus.md, "Normal case" 1 and 6: at once when nothing is in flight, else when the batch is full or has waited. */
export function requestBatch(context: Context): void {
  const { state, options, sizes } = context
  const { batch, demand } = state
  if (primaryOf(state.view, sizes.validators) !== options.self || !isInView(state) || batch.requested !== undefined) return
  if (state.head.height < state.entered.base || state.highestCertificate !== undefined || isFixedBodyMissing(state)) return
  const height = nextFreshHeight(context)
  const hasDemand = demand.pending > 0 && !batch.dry
  if (isIdle(state, height) ? !hasDemand && !state.heartbeatDue : !hasDemand) return
  const isFull = demand.fullBlock && !batch.taken
  if (!isIdle(state, height) && !isFull && batch.wait !== 'over') {
    if (batch.wait === 'none') startBatchWait(context)
    return
  }
  if (height > proposedUpTo(context) || !mayVote(context, height)) return
  batch.requested = { height, view: state.view }
  context.emit({ type: 'request-batch', height, view: state.view })
}

function proposedUpTo({ state, options: { window, proposedAheadMax = window } }: Context): number {
  return state.head.height + Math.min(window, proposedAheadMax)
}

function startBatchWait({ options, state, emit }: Context): void {
  state.batch.wait = 'running'
  emit({ type: 'start-timer', timer: 'batch', durationMs: options.timeouts.batchWaitMs })
}

/** Proposes what the pool gave, unless the view or the height has moved on meanwhile. */
export function onBatchReady(context: Context, input: Extract<Input, { readonly type: 'batch-ready' }>): void {
  const { state, options } = context
  const { batch, demand } = state
  const { height, view, ids, timeMs } = input
  if (batch.requested?.height !== height || batch.requested.view !== view || options.self === undefined) return
  batch.requested = undefined
  if (height !== nextFreshHeight(context) || !mayVote(context, height)) return
  if (ids.length === 0 && !(state.heartbeatDue && isIdle(state, height))) {
    batch.dry = true
    return
  }
  endBatchWait(context)
  demand.pending = Math.max(0, demand.pending - ids.length)
  batch.taken = true
  propose(context, { epoch: options.epoch, height, ids, timeMs, proposer: options.self })
}

function propose(context: Context, body: ProposalBody): void {
  const { state } = context
  const digest = proposalDigest(body)
  const slot = slotAt(context, body.height)
  state.bodies.set(digest, { body, logged: false })
  slot.proposed = digest
  slot.check = { digest, fresh: true, state: 'ok' }
  countInFlight(state, slot)
  signPrepare(context, slot, digest)
  context.emit({ type: 'broadcast', message: { type: 'proposal', view: state.view, body } })
  context.emit({ type: 'note', note: { type: 'phase', phase: 'proposed', height: body.height } })
}

function endBatchWait({ state, emit }: Context): void {
  if (state.batch.wait === 'running') emit({ type: 'stop-timer', timer: 'batch' })
  state.batch.wait = 'none'
}

/** The batch that was asked for belongs to the view before. */
export function abandonBatch(context: Context): void {
  endBatchWait(context)
  context.state.batch.requested = undefined
  context.state.batch.dry = false
}
