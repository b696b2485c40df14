import { performance } from 'node:perf_hooks'
import { processorMs } from './processor-time.ts'

/** How often it is measured anew, in ms. */
const SAMPLE_MS = 250
/** Below this share of the time at work there is nothing to protect. */
const BUSY_PERCENT_MIN = 10
/** However crowded the machine: somebody must be served. */
const SLOWDOWN_MAX = 8

/**
 * By how much work takes longer than the processor time that it needs, because others have the processor: 1 on a machine of one’s own.
 * Measured over the last quarter of a second.
 */
export function createSlowdown(): () => number {
  let atMs = performance.now()
  let usedMs = processorMs()
  let loop = performance.eventLoopUtilization()
  let factor = 1
  return () => {
    const nowMs = performance.now()
    if (nowMs - atMs < SAMPLE_MS) return factor
    const usedNowMs = processorMs()
    factor = slowdownOf(performance.eventLoopUtilization(loop).active, usedNowMs - usedMs, nowMs - atMs)
    atMs = nowMs
    usedMs = usedNowMs
    loop = performance.eventLoopUtilization()
    return factor
  }
}

/** Of that much time at work, with that much processor time, in that much time. */
export function slowdownOf(activeMs: number, usedMs: number, elapsedMs: number): number {
  if (activeMs < (elapsedMs * BUSY_PERCENT_MIN) / 100) return 1
  return Math.min(SLOWDOWN_MAX, Math.max(1, activeMs / Math.max(usedMs, 1)))
}
