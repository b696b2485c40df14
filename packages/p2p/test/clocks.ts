import type { Clock } from '@hanse/ports'

export const realClock: Clock = {
  nowMs: () => Date.now(),
  startTimer(durationMs, onFire) {
    const timer = setTimeout(onFire, durationMs)
    return { stop: () => clearTimeout(timer) }
  },
}

/** A clock that only moves when told to. */
export function createManualClock(): Clock & { advance(durationMs: number): void } {
  let nowMs = 1_000_000
  const timers = new Map<number, { readonly atMs: number; readonly onFire: () => void }>()
  let nextId = 0
  return {
    nowMs: () => nowMs,
    startTimer(durationMs, onFire) {
      const id = nextId++
      timers.set(id, { atMs: nowMs + durationMs, onFire })
      return { stop: () => timers.delete(id) }
    },
    advance(durationMs) {
      nowMs += durationMs
      for (const [id, timer] of [...timers]) {
        if (timer.atMs > nowMs || !timers.delete(id)) continue
        timer.onFire()
      }
    },
  }
}
