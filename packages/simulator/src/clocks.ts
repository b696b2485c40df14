import type { ValidatorIndex } from '@hanse/protocol'
import type { ClockChange } from './fault.ts'

interface Wrong {
  readonly change: ClockChange
  readonly sinceMs: number
}

/** What the nodes take for the time: true time with a constant offset each, and for a while something worse. */
export class Clocks {
  readonly #offsetsMs: readonly number[]
  readonly #wrong = new Map<ValidatorIndex, Wrong>()

  constructor(offsetsMs: readonly number[]) {
    this.#offsetsMs = offsetsMs
  }

  isWrong(node: ValidatorIndex): boolean {
    return this.#wrong.has(node)
  }

  change(node: ValidatorIndex, change: ClockChange, trueMs: number): void {
    this.#wrong.set(node, { change, sinceMs: trueMs })
  }

  /** It is put right, by a jump. */
  setRight(node: ValidatorIndex): void {
    this.#wrong.delete(node)
  }

  setAllRight(): void {
    this.#wrong.clear()
  }

  nowMs(node: ValidatorIndex, trueMs: number): number {
    const offsetMs = this.#offsetsMs[node] ?? 0
    const wrong = this.#wrong.get(node)
    if (wrong === undefined) return trueMs + offsetMs
    const { change, sinceMs } = wrong
    switch (change.type) {
      case 'jump':
        return trueMs + offsetMs + change.byMs
      case 'drift':
        return sinceMs + offsetMs + Math.floor(((trueMs - sinceMs) * change.percent) / 100)
      case 'freeze':
        return sinceMs + offsetMs
    }
  }

  /** Virtual µs that a timer of `durationMs` takes: of a clock that goes faster or slower, less or more. */
  timerUs(node: ValidatorIndex, durationMs: number): number {
    const change = this.#wrong.get(node)?.change
    return change?.type === 'drift' ? Math.ceil((durationMs * 100_000) / change.percent) : durationMs * 1000
  }
}
