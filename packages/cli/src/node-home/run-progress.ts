import type { NodeProgress } from '@hanse/node'
import { createProgressSteps, type ProgressStream } from '../terminal/progress.ts'

/** A work that does not tell how far it is shows that it goes on, in ms. */
const TICK_MS = 500

/** What `node run` shows at a terminal, between the lines of its log. */
export interface RunProgress {
  onProgress(step: NodeProgress | undefined): void
  /** A line of the log is about to be written. */
  onLogLine(): void
  /** Idempotent. */
  end(): void
}

export function createRunProgress(stream: ProgressStream = process.stderr, nowMs = () => performance.now()): RunProgress {
  const steps = createProgressSteps(stream, nowMs)
  let current: NodeProgress | undefined
  const draw = (): void => {
    if (current !== undefined) steps.reach(current.what, current.done ?? 0, current.total)
  }
  const ticks = setInterval(draw, TICK_MS)
  ticks.unref()
  return {
    onProgress: (step) => {
      current = step
      if (step === undefined) steps.clear()
      else draw()
    },
    onLogLine: () => steps.clear(),
    end: () => {
      clearInterval(ticks)
      current = undefined
      steps.clear()
    },
  }
}
