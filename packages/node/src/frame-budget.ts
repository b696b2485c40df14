import { CHANNELS, type Channel } from '@hanse/ports'

/**
 * Frames that an honest peer may send a second, many times what it does: a block costs it a handful on `consensus`, `transactions` are
 * gathered, and `sync` is question and answer. Bytes are the transport's to limit; these are for frames that are many and small.
 */
export const FRAMES_PER_SECOND_MAX: Readonly<Record<Channel, number>> = { consensus: 2_000, transactions: 1_000, sync: 200 }

/** What may come at once, after a silence of the peer or a pause of ours, in seconds of the rate. */
export const FRAMES_BURST_SECONDS = 5

/** Of one peer: what it may still send. */
export class FrameBudget {
  readonly #left: Record<Channel, number> = {
    consensus: FRAMES_PER_SECOND_MAX.consensus * FRAMES_BURST_SECONDS,
    transactions: FRAMES_PER_SECOND_MAX.transactions * FRAMES_BURST_SECONDS,
    sync: FRAMES_PER_SECOND_MAX.sync * FRAMES_BURST_SECONDS,
  }
  #filledAtMs: number

  constructor(nowMs: number) {
    this.#filledAtMs = nowMs
  }

  /** False for a frame too many. `nowMs` may jump: backwards it fills nothing, forwards no more than a burst. */
  take(channel: Channel, nowMs: number): boolean {
    const elapsedSeconds = Math.max(0, nowMs - this.#filledAtMs) / 1000
    this.#filledAtMs = nowMs
    for (const name of CHANNELS) {
      const rate = FRAMES_PER_SECOND_MAX[name]
      this.#left[name] = Math.min(rate * FRAMES_BURST_SECONDS, this.#left[name] + rate * elapsedSeconds)
    }
    if (this.#left[channel] < 1) return false
    this.#left[channel] -= 1
    return true
  }
}
