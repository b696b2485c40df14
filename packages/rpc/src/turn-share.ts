import { TURN_MS, TURN_STARTS_MAX } from './limits.ts'

/**
 * The RPC's share of each turn of the event loop: requests begin for `TURN_MS`, and those that come then wait for later turns, in their
 * order. So what hundreds of connections ask at once does not stand between two votes.
 */
export class TurnShare {
  readonly #nowMs: () => number
  readonly #waiting: (() => void)[] = []
  /** When the first request of this turn began; undefined before it. */
  #beganMs: number | undefined

  /** By a clock of the processor's or the machine's, in ms: not the chain's. */
  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }

  /** What to await before work begins; undefined when it may begin at once. */
  enter(): Promise<void> | undefined {
    if (this.#waiting.length === 0 && this.#hasTime()) return undefined
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
    })
  }

  #hasTime(): boolean {
    const nowMs = this.#nowMs()
    if (this.#beganMs === undefined) {
      this.#beganMs = nowMs
      setImmediate(() => this.#nextTurn())
    }
    return nowMs - this.#beganMs < TURN_MS
  }

  /** Each of those that wait begins in a callback of its own: what it does at once is done before the next one looks at the time. */
  #nextTurn(): void {
    this.#beganMs = undefined
    if (this.#waiting.length === 0) return
    const starts = Math.min(this.#waiting.length, TURN_STARTS_MAX)
    for (let start = 0; start < starts; start++) {
      setImmediate(() => {
        if (this.#hasTime()) this.#waiting.shift()?.()
      })
    }
  }
}
