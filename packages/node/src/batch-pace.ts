import { performance } from 'node:perf_hooks'

/** A batch waits no longer than this part of a view's timeout, unless it is set to. */
const TIMEOUT_SHARE_MAX = 0.25
/** The shortest time over which it is worth looking how busy the node was, in ms. */
const LOOKED_AT_MS_MIN = 50

/** How long the event loop has worked, and how long it had nothing to do, since it began: in ms. */
export interface LoopTimes {
  readonly active: number
  readonly idle: number
}

/**
 * How long a primary's batch waits: what is set while the node has little to do, and longer the less of its time is left, up to a limit. A block has a
 * price of its own, whatever is in it, so a busy node makes fewer and larger ones. That leaves it more time, and the wait becomes shorter again.
 */
export class BatchPace {
  readonly #waitMsMax: number
  readonly #times: () => LoopTimes
  #last: LoopTimes
  #shareLeft = 1

  /** Nothing waits longer than `waitMsMax` because of this. */
  constructor(waitMsMax: number, times: () => LoopTimes) {
    this.#waitMsMax = waitMsMax
    this.#times = times
    this.#last = times()
  }

  /** For a batch that begins to wait now and for which `waitMs` are set, in ms. */
  next(waitMs: number): number {
    const now = this.#times()
    const idle = now.idle - this.#last.idle
    const all = idle + now.active - this.#last.active
    if (all >= LOOKED_AT_MS_MIN) {
      this.#last = now
      this.#shareLeft = idle / all
    }
    return Math.max(waitMs, Math.min(this.#waitMsMax, Math.round(waitMs / this.#shareLeft)))
  }
}

/** By how busy this process is. */
export function createBatchPace(viewTimeoutMs: number): BatchPace {
  return new BatchPace(TIMEOUT_SHARE_MAX * viewTimeoutMs, () => performance.eventLoopUtilization())
}
