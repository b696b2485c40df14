import type { Prng } from '@hanse/primitives'
import type { ValidatorIndex } from '@hanse/protocol'
import type { NetworkFaults } from './fault-plan.ts'

const HEALED: NetworkFaults = { lossPercent: 0, duplicatePercent: 0, delayUsMin: 100, delayUsMax: 1_000 }

/** Decides the fate of every frame. Delays differ from frame to frame, so frames overtake each other. */
export class Network {
  #faults: NetworkFaults
  readonly #prng: Prng
  #groups: readonly (readonly ValidatorIndex[])[] | undefined

  constructor(faults: NetworkFaults, prng: Prng) {
    this.#faults = faults
    this.#prng = prng
  }

  /** From now on timely and complete. */
  heal(): void {
    this.#faults = HEALED
    this.#groups = undefined
  }

  partition(groups: readonly (readonly ValidatorIndex[])[] | undefined): void {
    this.#groups = groups
  }

  connects(from: ValidatorIndex, to: ValidatorIndex): boolean {
    return this.#groups === undefined || this.#groups.some((group) => group.includes(from) && group.includes(to))
  }

  /** The delays, in µs, after which copies of a frame arrive: none when it is lost. */
  deliveries(from: ValidatorIndex, to: ValidatorIndex): readonly number[] {
    if (!this.connects(from, to) || this.#prng.chance(this.#faults.lossPercent, 100)) return []
    const copies = this.#prng.chance(this.#faults.duplicatePercent, 100) ? 2 : 1
    return Array.from({ length: copies }, () => this.#delayUs())
  }

  /** Log-uniform without floating-point functions: a random power-of-two band, then uniform in it. */
  #delayUs(): number {
    const { delayUsMin, delayUsMax } = this.#faults
    let bands = 0
    for (let top = delayUsMin; top < delayUsMax; top *= 2) bands += 1
    const low = delayUsMin * 2 ** this.#prng.below(Math.max(1, bands))
    return Math.min(delayUsMax, low + this.#prng.below(low))
  }
}
