import type { ValidatorIndex } from '@hanse/protocol'
import type { RawFrame, SimFrame } from '../frame.ts'
import { DiskLies, type HostWorld } from './host-lies.ts'
import { Liar, type LiarOptions } from './liar.ts'
import { Byzantine, type ByzantineStrategy } from './strategies.ts'
import type { ToldFrame } from './told.ts'

/** Keeps the streams of random numbers of liars apart from all others. */
const PRNG_LABEL = 100
const HOST_PRNG_LABEL = 99

/** All Byzantine validators of a run. */
export class Liars {
  readonly #byzantine: ReadonlyMap<ValidatorIndex, Byzantine>
  readonly #disks: DiskLies

  constructor(plan: ReadonlyMap<ValidatorIndex, readonly ByzantineStrategy[]>, options: Omit<LiarOptions, 'self'>) {
    const made = [...plan].map(([self, strategies]) => {
      const liar = new Liar({ ...options, self, prng: options.prng.fork(PRNG_LABEL + self) })
      return [self, new Byzantine(strategies, liar)] as const
    })
    this.#byzantine = new Map(made)
    this.#disks = new DiskLies(plan, options.prng.fork(HOST_PRNG_LABEL))
  }

  /** What goes from one node to another instead of `frame`: the same when the sender is honest. */
  rewrite(from: ValidatorIndex, to: ValidatorIndex, frame: SimFrame | RawFrame): readonly ToldFrame[] {
    return this.#byzantine.get(from)?.rewrite(to, frame) ?? [frame]
  }

  /** What `to` says to `from` when it has got this from it, before it has thought about it. */
  answers(from: ValidatorIndex, to: ValidatorIndex, frame: SimFrame | RawFrame): readonly ToldFrame[] {
    const liar = this.#byzantine.get(to)
    // They know each other, and have nothing to agree on.
    return liar === undefined || this.#byzantine.has(from) ? [] : liar.hear(frame)
  }

  /** What hosts do to their disks, now that the chain is at this height. */
  act(height: number, world: HostWorld): void {
    for (const { node, strategy } of this.#disks.act(height, world)) this.#byzantine.get(node)?.count(strategy)
  }

  /** The second process of a twin has sent something. */
  onTwin(node: ValidatorIndex): void {
    this.#byzantine.get(node)?.count('twin')
  }

  /** True when each has lied at least once. */
  get haveLied(): boolean {
    return this.all.every(({ lies }) => lies.size > 0)
  }

  get all(): readonly Pick<Byzantine, 'strategies' | 'lies'>[] {
    return [...this.#byzantine.values()]
  }
}
