import type { ValidatorIndex } from '@hanse/protocol'

const SECOND_MS = 1_000

interface Spent {
  sinceMs: number
  bytes: number
}

/** Bytes that each peer may have as answers in a second. A question is a few bytes, its answer megabytes. */
export class AnswerBudget {
  readonly #bytesPerSecond: number
  readonly #spent = new Map<ValidatorIndex, Spent>()

  constructor(bytesPerSecond: number) {
    this.#bytesPerSecond = bytesPerSecond
  }

  /** Takes `bytes` for `peer`. False, and nothing taken, when it has had too many. A clock that jumps begins a new second. */
  take(peer: ValidatorIndex, bytes: number, nowMs: number): boolean {
    let spent = this.#spent.get(peer)
    if (spent === undefined || nowMs < spent.sinceMs || nowMs >= spent.sinceMs + SECOND_MS) {
      spent = { sinceMs: nowMs, bytes: 0 }
      this.#spent.set(peer, spent)
    }
    if (spent.bytes + bytes > this.#bytesPerSecond) return false
    spent.bytes += bytes
    return true
  }
}
