/** What a validator does, by what the work is of. */
export const STAGES = ['transactions', 'votes', 'agreement', 'execution', 'records', 'frames'] as const
export type Stage = (typeof STAGES)[number]

/** Time by stage. A stage that begins inside another stops its clock: each microsecond is counted once. */
export class StageTimes {
  readonly #ms: Record<Stage, number> = { transactions: 0, votes: 0, agreement: 0, execution: 0, records: 0, frames: 0 }
  #inside = 0

  run<T>(stage: Stage, work: () => T): T {
    const before = this.#inside
    this.#inside = 0
    const startedMs = performance.now()
    try {
      return work()
    } finally {
      const tookMs = performance.now() - startedMs
      this.#ms[stage] += tookMs - this.#inside
      this.#inside = before + tookMs
    }
  }

  /** Of all that was counted since the last time, what each stage took. */
  takeShares(): Readonly<Record<Stage, number>> {
    const total = STAGES.reduce((sum, stage) => sum + this.#ms[stage], 0)
    const shares = Object.fromEntries(STAGES.map((stage) => [stage, total === 0 ? 0 : this.#ms[stage] / total])) as Record<Stage, number>
    for (const stage of STAGES) this.#ms[stage] = 0
    return shares
  }
}
