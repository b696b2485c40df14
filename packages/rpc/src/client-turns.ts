import { REQUESTS_PER_ROUND } from './limits.ts'

/**
 * Shares rounds of the event loop among clients: in each one, a client has so many requests begun, over whatever number of connections it
 * makes. Those beyond it wait for the next rounds in the order in which they came. Who has few of them is not kept waiting by who has many,
 * and neither are votes.
 */
export class ClientTurns {
  /** Requests that began in this round, by client. */
  readonly #begun = new Map<string, number>()
  readonly #waiting = new Map<string, (() => void)[]>()

  /** Undefined for a request that may begin at once; otherwise it MUST wait for what it is given. */
  take(client: string): Promise<void> | undefined {
    const begun = this.#begun.get(client) ?? 0
    if (begun < REQUESTS_PER_ROUND) {
      this.#count(client, begun + 1)
      return undefined
    }
    return new Promise((resolve) => {
      const others = this.#waiting.get(client)
      if (others === undefined) this.#waiting.set(client, [resolve])
      else others.push(resolve)
    })
  }

  #count(client: string, begun: number): void {
    if (this.#begun.size === 0) setImmediate(() => this.#nextRound())
    this.#begun.set(client, begun)
  }

  #nextRound(): void {
    this.#begun.clear()
    for (const [client, waiting] of this.#waiting) {
      const now = waiting.splice(0, REQUESTS_PER_ROUND)
      if (waiting.length === 0) this.#waiting.delete(client)
      this.#count(client, now.length)
      for (const begin of now) begin()
    }
  }
}
