import { primaryOf } from '@hanse/protocol'
import { VIEW_TIMER_SLICES } from './params.ts'
import { type Context, isInView, type ReplicaState } from './replica-state.ts'
import { viewTimerSliceMs } from './view-timer.ts'
import { mayAskFor } from './voting-rights.ts'

/** How many validators have reached the view that this replica promised: of each only the highest ViewChange is known. */
function viewChangesFor(state: ReplicaState): number {
  let count = 0
  for (const { signed } of state.viewChanges.values()) if (signed.message.newView >= state.view) count++
  return count
}

function isHeightInFlight(state: ReplicaState): boolean {
  for (const slot of state.slots.values()) if (slot.proposed !== undefined && slot.height > state.head.height) return true
  return false
}

/** The primary's connection is gone, and not because ours are. */
export function isPrimaryLost({ options, sizes, state }: Context): boolean {
  const primary = primaryOf(state.view, sizes.validators)
  return state.quorumConnected && primary !== options.self && !state.connected.has(primary)
}

/** consensus.md, "View change": when somebody waits for the primary. A heartbeat that is due waits like a transaction. */
function isViewTimerDue(context: Context): boolean {
  const { state, sizes } = context
  if (!mayAskFor(context, state.view)) return false
  // Nobody climbs alone: the timer of a view starts when q validators are there (trace 8).
  if (!isInView(state)) return viewChangesFor(state) >= sizes.quorum
  // A chain begins with its validators one after the other: who waits for the others does not wait for the primary.
  if (state.head.height === 0 && !state.quorumConnected) return false
  return isHeightInFlight(state) || state.demand.pending > 0 || state.heartbeatDue || isPrimaryLost(context)
}

/** Starts or stops the view timer as its reason comes and goes. What has fired stays so until head or view move. */
export function adjustViewTimer(context: Context): void {
  const { state } = context
  const due = isViewTimerDue(context)
  if (due && state.timer.state === 'idle') {
    state.timer.state = 'running'
    state.timer.slicesLeft = VIEW_TIMER_SLICES
    startSlice(context)
  } else if (!due && state.timer.state !== 'idle') {
    if (state.timer.state === 'running') context.emit({ type: 'stop-timer', timer: 'view' })
    state.timer.state = 'idle'
  }
}

/** Gives the view its whole time again. `adjustViewTimer` starts it if there is a reason. */
export function restartViewTimer({ state, emit }: Context): void {
  if (state.timer.state === 'running') emit({ type: 'stop-timer', timer: 'view' })
  state.timer.state = 'idle'
}

/**
 * What is certified and not final here is this replica's own to catch up on. Only a certificate that was there for the whole slice pauses:
 * else a primary could take every slice away by showing this replica each certificate before its body.
 */
function isCatchingUp({ timer, highestCertificate }: ReplicaState): boolean {
  return highestCertificate !== undefined && timer.knownCertificate === highestCertificate
}

/** True when the view's time is over. Slices in which this replica was executing or catching up do not count. */
export function onViewTimerSlice(context: Context): boolean {
  const { state } = context
  if (state.timer.state !== 'running') return false
  if (state.executing === undefined && !isCatchingUp(state)) state.timer.slicesLeft -= 1
  if (state.timer.slicesLeft > 0) {
    startSlice(context)
    return false
  }
  state.timer.state = 'spent'
  return true
}

function startSlice({ options, state, emit }: Context): void {
  state.timer.knownCertificate = state.highestCertificate
  emit({ type: 'start-timer', timer: 'view', durationMs: viewTimerSliceMs(options.timeouts, state.failedViews) })
}

/** For a new view: how fast its primary orders does not show in a window with blocks of another. */
export function restartRateWindow({ state, emit }: Context): void {
  if (state.rate.running) emit({ type: 'stop-timer', timer: 'rate' })
  state.rate.running = false
}

/** Every block restarts the heartbeat. */
export function restartHeartbeat({ options, state, emit }: Context): void {
  state.heartbeatDue = state.head.height === 0
  emit({ type: 'start-timer', timer: 'heartbeat', durationMs: options.heartbeatMs })
}
