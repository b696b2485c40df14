import { TURN_MS, TURN_STARTS_MAX } from './limits.ts'

/**
 * The RPC's share of each turn of the event loop: requests begin for `TURN_MS`, and those that come then wait for later turns; clients take
 * turns, each of them in its own order. So what hundreds of connections ask at once does not stand between two votes, nor before others.
 */
export class TurnShare {
  readonly #nowMs: () => number
  /** By client, the one whose turn it is first. */
  readonly #waiting = new Map<string, (() => void)[]>()
  /** When the first request of this turn began; undefined before it. */
  #beganMs: number | undefined

  /** By the processor time of the thread, in ms. */
  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }

  /** What to await before work begins; undefined when it may begin at once. */
  enter(client: string): Promise<void> | undefined {
    if (this.#waiting.size === 0 && this.#hasTime()) return undefined
    return new Promise((resolve) => {
      const own = this.#waiting.get(client)
      if (own === undefined) this.#waiting.set(client, [resolve])
      else own.push(resolve)
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
    if (this.#waiting.size === 0) return
    for (let start = 0; start < TURN_STARTS_MAX; start++) {
      setImmediate(() => {
        if (this.#waiting.size > 0 && this.#hasTime()) this.#beginNext()
      })
    }
  }

  #beginNext(): void {
    for (const [client, own] of this.#waiting) {
      const begin = own.shift()
      this.#waiting.delete(client)
      if (own.length > 0) this.#waiting.set(client, own)
      begin?.()
      return
    }
  }
}
