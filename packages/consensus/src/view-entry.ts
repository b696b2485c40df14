import type { Hash } from '@hanse/primitives'
import { asView, type NewView } from '@hanse/protocol'
import { abandonBatch } from './batches.ts'
import { learnCertificate } from './finality.ts'
import type { NewViewMessage, Received } from './messages.ts'
import { followsFrom, type NamedViewChange, newViewRecord } from './new-view.ts'
import { NEW_VIEW_FETCH_ROUNDS_MAX } from './params.ts'
import { type Context, isInView, type PendingNewView } from './replica-state.ts'
import { dropSlot, openKnownHeights } from './slots.ts'
import { restartRateWindow, restartViewTimer } from './timers.ts'
import { storeVote } from './vote-store.ts'

/** Everybody's door into a view: `message` follows from `viewChanges`, and its record is in the log. */
export function enterView(
  context: Context,
  message: NewView,
  viewChanges: readonly NamedViewChange[],
  signed: Received<NewViewMessage> | undefined,
): void {
  const { state } = context
  const view = message.newView
  if (view > state.view) {
    state.failedViews += view - state.view
    restartViewTimer(context)
  } else if (state.timer.state === 'spent') restartViewTimer(context)
  state.view = view
  state.entered = { view, base: message.base, fixed: message.digest, newView: signed, viewChanges }
  if (state.wants <= view) {
    state.wants = asView(view)
    state.wantsReason = undefined
  }
  state.statusTicks = 0
  openRateRecord(context)
  abandonBatch(context)
  dropProposals(context)
  for (const viewChange of viewChanges)
    if (viewChange.signed.message.head !== undefined) learnCertificate(context, viewChange.signed.message.head)
  openKnownHeights(context)
  context.emit({ type: 'note', note: { type: 'view-entered', view } })
  for (const vote of state.future.take(view)) storeVote(context, vote)
}

/** The new view's rate is measured from its start. */
function openRateRecord(context: Context): void {
  const { state, sizes } = context
  restartRateWindow(context)
  state.rate.bests.push(0)
  if (state.rate.bests.length > sizes.validators) state.rate.bests.shift()
}

/** Proposals of other views are void and their ids free; the bodies that a certificate or a vote of ours names stay. */
function dropProposals(context: Context): void {
  const { state } = context
  const named = new Set<Hash>()
  for (const map of [state.certificates, state.prepared]) for (const { digest } of map.values()) named.add(digest)
  if (state.entered.fixed !== undefined) named.add(state.entered.fixed)
  for (const slot of [...state.slots.values()]) dropSlot(state, slot)
  for (const [digest, known] of state.bodies) if (!known.logged && !named.has(digest)) state.bodies.delete(digest)
}

/** Enters the highest view whose NewView and ViewChanges are all here. The first valid one counts. */
export function enterAnnouncedView(context: Context): void {
  const { state, options, sizes } = context
  if (state.pendingNewViews.size === 0) return
  const pending = [...state.pendingNewViews.values()].sort((left, right) => right.signed.message.newView - left.signed.message.newView)
  for (const candidate of pending) {
    const { message, signer } = candidate.signed
    const isPassed = message.newView < state.view || (message.newView === state.view && isInView(state))
    if (isPassed || state.fetch.round - candidate.since > NEW_VIEW_FETCH_ROUNDS_MAX) {
      state.pendingNewViews.delete(signer)
      continue
    }
    findViewChanges(context, candidate)
    if (candidate.found.size < message.viewChanges.length) continue
    state.pendingNewViews.delete(signer)
    const viewChanges = [...candidate.found.values()]
    if (!followsFrom(message, viewChanges, sizes.quorum)) continue
    if (options.self !== undefined) context.emit({ type: 'persist', record: newViewRecord(candidate.signed, viewChanges) })
    enterView(context, message, viewChanges, candidate.signed)
  }
}

function findViewChanges({ state }: Context, pending: PendingNewView): void {
  for (const known of state.viewChanges.values()) {
    if (pending.signed.message.viewChanges.includes(known.hash)) pending.found.set(known.hash, known)
  }
}
