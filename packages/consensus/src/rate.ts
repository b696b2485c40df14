import { RATE_DIVISOR, RATE_WINDOW_MS } from './params.ts'
import { type Context, isInView } from './replica-state.ts'
import { askForNextView } from './view-change.ts'

/**
 * A slow primary (Aardvark): while a full block waits all the time, transactions ordered over a window must reach a fraction of the
 * best window of the last n views. A certificate above head ends no window: a primary that shows each before its body would have none.
 */
export function adjustRateWindow({ state, emit }: Context): void {
  const { rate } = state
  const wanted = state.demand.fullBlock && isInView(state)
  if (wanted === rate.running) return
  rate.running = wanted
  rate.ordered = 0
  rate.synced = false
  emit(wanted ? { type: 'start-timer', timer: 'rate', durationMs: RATE_WINDOW_MS } : { type: 'stop-timer', timer: 'rate' })
}

/**
 * Blocks that come by sync may have been ordered before the window, so it is no best one; as they only add to it, a slow primary shows all
 * the same. They begin no new window: a primary that makes one replica after the other sync would never be measured.
 */
export function countSynced({ state: { rate } }: Context, included: number): void {
  rate.ordered += included
  rate.synced = true
}

/** A full block has waited for the whole window. */
export function onRateTimer(context: Context): void {
  const { rate } = context.state
  if (!rate.running) return
  rate.running = false
  const best = Math.max(...rate.bests)
  const last = rate.bests.length - 1
  if (!rate.synced && rate.ordered > (rate.bests[last] ?? 0)) rate.bests[last] = rate.ordered
  if (rate.ordered * RATE_DIVISOR < best) askForNextView(context, 'slow-primary')
}
