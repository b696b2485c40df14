import type { Epoch, Height } from '@hanse/protocol'
import type { VerifiedBlock } from './input.ts'

/** Answers to questions for blocks, in runs without gaps, until it is their turn. */
export class BlocksAhead {
  readonly #runs: (readonly VerifiedBlock[])[] = []

  get size(): number {
    return this.#runs.length
  }

  /** A run whose first block is here already is of no use. Of more than `runsMax` the highest goes: what is lower is wanted sooner. */
  keep(run: readonly VerifiedBlock[], runsMax: number): void {
    const first = run[0]?.body.height
    if (first === undefined || this.endOf(first) !== undefined) return
    this.#runs.push(run)
    if (this.#runs.length <= runsMax) return
    const beginnings = this.#runs.map((held) => held[0]?.body.height ?? 0)
    this.#runs.splice(beginnings.indexOf(Math.max(...beginnings) as Height), 1)
  }

  /** The last height of the run that has this one. */
  endOf(height: Height): Height | undefined {
    for (const run of this.#runs) {
      const [first, last] = [run[0]?.body.height, run.at(-1)?.body.height]
      if (first !== undefined && last !== undefined && first <= height && height <= last) return last
    }
    return undefined
  }

  /** Lets go of what is final, and hands over the blocks that follow `head`, one run at a time; none while they are missing. */
  takeAfter(head: Height): readonly VerifiedBlock[] {
    for (let index = this.#runs.length - 1; index >= 0; index--) {
      const last = this.#runs[index]?.at(-1)
      if (last === undefined || last.body.height <= head) this.#runs.splice(index, 1)
    }
    const next = this.#runs.findIndex((run) => (run[0] as VerifiedBlock).body.height <= head + 1)
    return next < 0 ? [] : (this.#runs.splice(next, 1)[0] as readonly VerifiedBlock[]).filter(({ body }) => body.height > head)
  }

  /** Drops the runs that do not end in this epoch. */
  keepEpoch(epoch: Epoch): void {
    for (let index = this.#runs.length - 1; index >= 0; index--) {
      if (this.#runs[index]?.at(-1)?.body.epoch !== epoch) this.#runs.splice(index, 1)
    }
  }

  /** True when the block that follows `head` is here. */
  continues(head: Height): boolean {
    return this.endOf((head + 1) as Height) !== undefined
  }
}
