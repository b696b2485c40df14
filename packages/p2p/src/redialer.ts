import { randomInt } from 'node:crypto'
import type { Clock, Logger, Timer } from '@hanse/ports'
import type { TransportLimits } from './limits.ts'
import { toError } from './violation.ts'

export interface RedialerOptions {
  readonly limits: Pick<TransportLimits, 'dialDeferralMs' | 'retryDelayMinMs' | 'retryDelayMaxMs'>
  /** The other side dials a moment later, so that one connection comes up and not two. */
  readonly first: boolean
  /** Whether a connection is wanted, and none is there or coming up. */
  readonly isMissing: () => boolean
  /** Resolves when a connection was made. */
  readonly dial: (signal: AbortSignal) => Promise<unknown>
}

/** The back-off doubles so often at most. */
const DOUBLINGS_MAX = 16

/** Dials one peer while it is missing, for ever: the first time at once, then with a capped back-off. One dial at a time. */
export class Redialer {
  readonly #options: RedialerOptions
  readonly #clock: Clock
  readonly #logger: Logger
  #dialling: AbortController | undefined
  #retry: Timer | undefined
  #failures = 0

  constructor(options: RedialerOptions, components: { readonly clock: Clock; readonly logger: Logger }) {
    this.#options = options
    this.#clock = components.clock
    this.#logger = components.logger
  }

  /** As if it had never failed. */
  start(): void {
    this.#failures = 0
    this.#schedule(this.#deferralMs())
  }

  /** After a loss or a failure. Half of the delay is random: peers that lost each other together do not collide for ever. */
  retry(): void {
    if (this.#retry !== undefined || this.#dialling !== undefined || !this.#options.isMissing()) return
    const { retryDelayMinMs, retryDelayMaxMs } = this.#options.limits
    const halfMs = Math.ceil(Math.min(retryDelayMaxMs, retryDelayMinMs * 2 ** this.#failures) / 2)
    const deferralMs = this.#failures === 0 ? this.#deferralMs() : 0
    this.#failures = Math.min(this.#failures + 1, DOUBLINGS_MAX)
    this.#schedule(deferralMs + halfMs + randomInt(halfMs + 1))
  }

  /** The peer proved to be there: the next loss is retried fast. */
  forgive(): void {
    this.#failures = 0
  }

  /** The dial has made its connection: to abort it now could take the connection along. */
  settle(): void {
    this.#dialling = undefined
  }

  abort(): void {
    this.#retry?.stop()
    this.#retry = undefined
    this.#dialling?.abort()
    this.#dialling = undefined
  }

  #deferralMs(): number {
    return this.#options.first ? 0 : this.#options.limits.dialDeferralMs
  }

  #schedule(delayMs: number): void {
    this.#retry?.stop()
    this.#retry = this.#clock.startTimer(delayMs, () => {
      this.#retry = undefined
      if (this.#dialling === undefined && this.#options.isMissing()) void this.#dial()
    })
  }

  /** Never rejects. */
  async #dial(): Promise<void> {
    const abort = new AbortController()
    this.#dialling = abort
    try {
      await this.#options.dial(abort.signal)
    } catch (thrown) {
      this.#logger.debug({ error: toError(thrown).message, failures: this.#failures }, 'dial failed')
    }
    if (this.#dialling === abort) this.#dialling = undefined
    if (!abort.signal.aborted) this.retry()
  }
}
