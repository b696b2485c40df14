import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { processorMs } from './processor-time.ts'

/** How often it is measured anew, in ms. */
const SAMPLE_MS = 250
/** Below this share of the time at work there is nothing to protect. */
const BUSY_PERCENT_MIN = 10
/** However crowded the machine: somebody must be served. */
const CROWDED_MAX = 4
const CONGESTED_MAX = 8
/** How exactly delays are seen, in ms. */
const DELAY_RESOLUTION_MS = 10
/** Where clients have less than this share of the thread's processor time, it is not they who make rounds long. */
const CLIENTS_PERCENT_MIN = 20
/** A round of the loop that takes longer holds up votes, in ms. */
const DELAY_MS_MAX = 25

/** What the last sample saw. */
export interface LoopSample {
  /** Time at work, and the processor time of it. */
  readonly activeMs: number
  readonly usedMs: number
  /** What of it was for clients. */
  readonly clientsMs: number
  readonly elapsedMs: number
  /** By how much timers came late, on average. */
  readonly delayMs: number
}

export interface Slowdown {
  /** By how much slower rates fill at the moment; 1 is not at all. */
  factor(): number
  stop(): void
}

/**
 * Slows clients down for the sake of the chain: by how much work takes longer than its processor time, because others have the processor,
 * and the more the longer rounds of the loop are. Votes wait for a round each, several of them for a block. `clientsMs` is the processor time that
 * clients have had so far.
 */
export function createSlowdown(clientsMs: () => number): Slowdown {
  const delays = monitorEventLoopDelay({ resolution: DELAY_RESOLUTION_MS })
  delays.enable()
  let atMs = performance.now()
  let usedMs = processorMs()
  let clientsUsedMs = clientsMs()
  let loop = performance.eventLoopUtilization()
  let congestion = 1
  let factor = 1
  return {
    factor: () => {
      const nowMs = performance.now()
      if (nowMs - atMs < SAMPLE_MS) return factor
      const usedNowMs = processorMs()
      const delayMs = delays.count === 0 ? 0 : delays.mean / 1e6 - DELAY_RESOLUTION_MS
      const { active: activeMs } = performance.eventLoopUtilization(loop)
      const clientsNowMs = clientsMs()
      const sample: LoopSample = {
        ...{ activeMs, usedMs: usedNowMs - usedMs, clientsMs: clientsNowMs - clientsUsedMs },
        ...{ elapsedMs: nowMs - atMs, delayMs },
      }
      congestion = nextCongestion(congestion, sample)
      factor = crowdedBy(sample) * congestion
      atMs = nowMs
      usedMs = usedNowMs
      clientsUsedMs = clientsNowMs
      loop = performance.eventLoopUtilization()
      delays.reset()
      return factor
    },
    stop: () => {
      delays.disable()
    },
  }
}

/** Work over its processor time. */
export function crowdedBy({ activeMs, usedMs, elapsedMs }: LoopSample): number {
  if (isIdle({ activeMs, elapsedMs })) return 1
  return Math.min(CROWDED_MAX, Math.max(1, activeMs / Math.max(usedMs, 1)))
}

/** Twice as much while rounds are too long and clients have a part in it, and slowly back. */
export function nextCongestion(congestion: number, sample: LoopSample): number {
  const { delayMs, usedMs, clientsMs } = sample
  const isTheirs = clientsMs >= (usedMs * CLIENTS_PERCENT_MIN) / 100
  // What others have of the processor makes rounds longer, too, and is counted already.
  if (delayMs > DELAY_MS_MAX * crowdedBy(sample) && isTheirs && !isIdle(sample)) return Math.min(CONGESTED_MAX, congestion * 2)
  return Math.max(1, congestion * 0.75)
}

function isIdle({ activeMs, elapsedMs }: Pick<LoopSample, 'activeMs' | 'elapsedMs'>): boolean {
  return activeMs < (elapsedMs * BUSY_PERCENT_MIN) / 100
}
