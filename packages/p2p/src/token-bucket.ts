import type { Clock } from '@hanse/ports'

export interface TokenBucket {
  /** Takes `count` tokens. False, and nothing taken, when there are fewer. */
  take(count: number): boolean
  /** Milliseconds until `count` tokens will be there; 0 when they are. */
  waitMs(count: number): number
}

/** Full at first. A clock that jumps back gives nothing, one that jumps ahead at most a full bucket. */
export function createTokenBucket(options: { readonly perSecond: number; readonly burst: number }, clock: Clock): TokenBucket {
  const { perSecond, burst } = options
  let tokens = burst
  let filledAtMs = clock.nowMs()

  function fill(): void {
    const nowMs = clock.nowMs()
    const elapsedMs = Math.max(0, nowMs - filledAtMs)
    tokens = Math.min(burst, tokens + (elapsedMs * perSecond) / 1000)
    filledAtMs = nowMs
  }

  return {
    take(count) {
      fill()
      if (tokens < count) return false
      tokens -= count
      return true
    },
    waitMs(count) {
      fill()
      return Math.max(0, Math.ceil(((Math.min(count, burst) - tokens) * 1000) / perSecond))
    },
  }
}
