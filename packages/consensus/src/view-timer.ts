import type { EngineTimeouts } from './engine.ts'
import { VIEW_TIMER_SLICES } from './params.ts'

/** How long a view may take, after `failedViews` views in a row without a block. */
export function viewTimeoutMs(timeouts: EngineTimeouts, failedViews: number): number {
  let timeoutMs = timeouts.viewTimeoutMs
  for (let view = 0; view < failedViews && timeoutMs < timeouts.viewTimeoutMsMax; view++) timeoutMs *= 2
  return Math.min(timeoutMs, timeouts.viewTimeoutMsMax)
}

/** One of the slices that a view timeout is counted in. */
export function viewTimerSliceMs(timeouts: EngineTimeouts, failedViews: number): number {
  return Math.ceil(viewTimeoutMs(timeouts, failedViews) / VIEW_TIMER_SLICES)
}
