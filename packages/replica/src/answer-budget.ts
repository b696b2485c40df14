import type { PeerId } from '@hanse/protocol'

const SECOND_MS = 1_000

interface Spent {
  sinceMs: number
  bytes: number
}

/** Bytes that each peer may have as answers in a second. A question is a few bytes, its answer megabytes. */
export class AnswerBudget {
  readonly #bytesPerSecond: number
  readonly #spent = new Map<PeerId, Spent>()

  constructor(bytesPerSecond: number) {
    this.#bytesPerSecond = bytesPerSecond
  }

  /** Takes `bytes` for `peer`. False, and nothing taken, when it has had too many. A clock that jumps begins a new second. */
  take(peer: PeerId, bytes: number, nowMs: number): boolean {
    let spent = this.#spent.get(peer)
    if (spent === undefined || isOver(spent, nowMs)) {
      if (spent === undefined) this.#forgetOthers(nowMs)
      spent = { sinceMs: nowMs, bytes: 0 }
      this.#spent.set(peer, spent)
    }
    if (spent.bytes + bytes > this.#bytesPerSecond) return false
    spent.bytes += bytes
    return true
  }

  /** Peers come and go with the votes of members: whoever has had nothing for a second is as good as new. */
  #forgetOthers(nowMs: number): void {
    for (const [peer, spent] of this.#spent) if (isOver(spent, nowMs)) this.#spent.delete(peer)
  }
}

function isOver({ sinceMs }: Spent, nowMs: number): boolean {
  return nowMs < sinceMs || nowMs >= sinceMs + SECOND_MS
}
