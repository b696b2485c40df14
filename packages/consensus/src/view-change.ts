import { asHeight, asView, primaryOf, type ValidatorIndex, type View } from '@hanse/protocol'
import { abandonBatch } from './batches.ts'
import { logPrepared } from './commit.ts'
import type { ViewChangeReason } from './effect.ts'
import { composeNewView, newViewRecord, UNSIGNED } from './new-view.ts'
import { type Context, isInView, type ReplicaState } from './replica-state.ts'
import { sendStatus } from './status.ts'
import { restartViewTimer } from './timers.ts'
import { enterView } from './view-entry.ts'
import { viewTimeoutMs } from './view-timer.ts'
import { mayAskFor } from './voting-rights.ts'

/** Tells the others that the view should end. This replica stays until f + 1 agree. */
export function askForNextView(context: Context, reason: ViewChangeReason): void {
  const { state } = context
  const next = asView(state.view + 1)
  if (!mayAskFor(context, next) || state.wants >= next) return
  state.wants = next
  state.wantsReason = reason
  sendStatus(context)
}

/** A view has one timeout to serve what waits before it is blamed for it. */
export function askIfStarved(context: Context): void {
  const { state, options } = context
  const inViewMs = state.statusTicks * options.timeouts.statusMs
  if (state.demand.starved && isInView(state) && inViewMs >= viewTimeoutMs(options.timeouts, state.failedViews))
    askForNextView(context, 'starved')
}

/** The highest view that a validator is known to want or to have reached. */
function asksFor(state: ReplicaState, validator: ValidatorIndex): View {
  const standing = state.standings.get(validator)
  const spokenIn = state.spokenIn.get(validator) ?? 0
  return asView(Math.max(spokenIn, standing?.view ?? 0, standing?.wants ?? 0))
}

/** Leaves for the highest view that f + 1 validators, this one counted, want or have reached. */
export function leaveIfOthersDo(context: Context): void {
  const { state, options, sizes } = context
  if (options.self === undefined) return
  const asked: View[] = state.wants > state.view ? [state.wants] : []
  for (let validator = 0; validator < sizes.validators; validator++) {
    if (validator === options.self) continue
    const view = asksFor(state, validator as ValidatorIndex)
    if (view > state.view) asked.push(view)
  }
  const target = asked.length < sizes.oneHonest ? undefined : asked.sort((left, right) => right - left)[sizes.oneHonest - 1]
  if (target !== undefined && mayAskFor(context, target)) leaveFor(context, target)
}

function leaveFor(context: Context, target: View): void {
  const { state, options } = context
  const reason = state.wants >= target ? (state.wantsReason ?? 'joined') : 'joined'
  state.failedViews += target - state.view
  state.view = target
  state.wants = asView(Math.max(state.wants, target))
  state.wantsReason = undefined
  state.statusTicks = 0
  abandonBatch(context)
  restartViewTimer(context)
  const head = state.loggedHead
  const prepared = state.prepared.get(asHeight((head?.height ?? 0) + 1))
  if (prepared !== undefined) logPrepared(context, prepared)
  const viewChange = { newView: target, ...(head === undefined ? {} : { head }), ...(prepared === undefined ? {} : { prepared }) }
  context.emit({ type: 'persist', record: { type: 'viewChange', epoch: options.epoch, viewChange } })
  context.emit({ type: 'broadcast', message: { type: 'viewChange', ...viewChange } })
  context.emit({ type: 'note', note: { type: 'view-left', view: target, reason } })
}

/** Until q validators have left too, all that helps is to say it again. */
export function resendViewChange({ state, options, emit }: Context): void {
  const own = options.self === undefined ? undefined : state.viewChanges.get(options.self)
  if (own !== undefined && own.signed.message.newView === state.view) emit({ type: 'relay', to: 'all', signed: own.signed })
}

/** The primary of a view that this replica has left for announces it once q ViewChanges are there. */
export function announceNewView(context: Context): void {
  const { state, options, sizes } = context
  const { view, role } = state
  // It may have announced that view before its log was lost, from other ViewChanges.
  if (role.type === 'recovering' && options.epoch === role.until.epoch && view <= role.until.view) return
  if (isInView(state) || options.self === undefined || primaryOf(view, sizes.validators) !== options.self || !mayAskFor(context, view))
    return
  const viewChanges = [...state.viewChanges.values()]
    .filter(({ signed }) => signed.message.newView === view)
    .sort((left, right) => left.signed.signer - right.signed.signer)
    .slice(0, sizes.quorum)
  if (viewChanges.length < sizes.quorum) return
  const message = { type: 'newView', ...composeNewView(view, viewChanges) } as const
  context.emit({
    type: 'persist',
    record: newViewRecord({ epoch: options.epoch, signer: options.self, signature: UNSIGNED, message }, viewChanges),
  })
  context.emit({ type: 'broadcast', message })
  enterView(context, message, viewChanges, undefined)
}
