import type { ChainParams } from '@hanse/protocol'

/** A change is announced far longer before it holds, in ms. */
const PARAMS_AGE_MS_MAX = 60_000

/** The parameters in force, asked of a node and kept for a while. */
export class ParamsInForce {
  readonly #ask: () => Promise<ChainParams>
  #latest: { readonly params: Promise<ChainParams>; readonly askedAtMs: number } | undefined
  #answered: ChainParams | undefined

  constructor(ask: () => Promise<ChainParams>) {
    this.#ask = ask
  }

  /** A failure is not kept: the next call asks again. */
  get(): Promise<ChainParams> {
    const nowMs = performance.now()
    if (this.#latest !== undefined && nowMs - this.#latest.askedAtMs < PARAMS_AGE_MS_MAX) return this.#latest.params
    const asked = { params: this.#ask(), askedAtMs: nowMs }
    this.#latest = asked
    asked.params.then(
      (params) => {
        this.#answered = params
      },
      () => {
        if (this.#latest === asked) this.#latest = undefined
      },
    )
    return asked.params
  }

  /** Those that were last heard of where nobody answers: a transaction has time until its node is back, and nobody gives up before it was sent. */
  async likely(genesis: ChainParams): Promise<ChainParams> {
    return await this.get().catch(() => this.#answered ?? genesis)
  }
}
