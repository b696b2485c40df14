import type { Clock } from '@hanse/ports'

/** Lets the event loop do what else there is. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

export function pause(clock: Clock, durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    clock.startTimer(durationMs, resolve)
  })
}
