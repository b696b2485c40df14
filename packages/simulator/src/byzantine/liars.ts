import type { ValidatorIndex } from '@hanse/protocol'
import type { SimFrame } from '../frame.ts'
import { Liar, type LiarOptions } from './liar.ts'
import { Byzantine, type ByzantineStrategy } from './strategies.ts'

/** Keeps the streams of random numbers of liars apart from all others. */
const PRNG_LABEL = 100

/** All Byzantine validators of a run. */
export class Liars {
  readonly #byzantine: ReadonlyMap<ValidatorIndex, Byzantine>

  constructor(plan: ReadonlyMap<ValidatorIndex, readonly ByzantineStrategy[]>, options: Omit<LiarOptions, 'self'>) {
    const made = [...plan].map(([self, strategies]) => {
      const liar = new Liar({ ...options, self, prng: options.prng.fork(PRNG_LABEL + self) })
      return [self, new Byzantine(strategies, liar)] as const
    })
    this.#byzantine = new Map(made)
  }

  /** What goes from one node to another instead of `frame`: the same when the sender is honest. */
  rewrite(from: ValidatorIndex, to: ValidatorIndex, frame: SimFrame): readonly SimFrame[] {
    this.#byzantine.get(to)?.hear(frame)
    return this.#byzantine.get(from)?.rewrite(to, frame) ?? [frame]
  }

  /** True when each has lied at least once. */
  get haveLied(): boolean {
    return this.all.every(({ lies }) => lies.size > 0)
  }

  get all(): readonly Pick<Byzantine, 'strategies' | 'lies'>[] {
    return [...this.#byzantine.values()]
  }
}
