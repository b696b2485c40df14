import { BACK_OFF_MS_MAX, BACK_OFF_MS_MIN } from './limits.ts'

/** Doubles from attempt to attempt up to a cap; a random half keeps many clients from coming back together. `attempt` counts from 0. */
export function backOffMs(attempt: number): number {
  const full = Math.min(BACK_OFF_MS_MAX, BACK_OFF_MS_MIN * 2 ** Math.min(attempt, 16))
  return full / 2 + (full / 2) * Math.random()
}

/** Resolves early when `signal` is aborted: who waits looks at the signal next. */
export function sleep(durationMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) return resolve()
    const end = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, durationMs)
    signal?.addEventListener('abort', end)
  })
}
