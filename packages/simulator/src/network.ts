import type { Prng } from '@hanse/primitives'
import type { ValidatorIndex } from '@hanse/protocol'
import type { NetworkFaults } from './fault-plan.ts'

const HEALED: NetworkFaults = { lossPercent: 0, duplicatePercent: 0, delayUsMin: 100, delayUsMax: 1_000 }

/** True for a direction in which no frame passes. */
export type Cut = (from: ValidatorIndex, to: ValidatorIndex) => boolean

/** What happened to frames. */
export interface NetworkCounts {
  sent: number
  lost: number
  duplicated: number
  /** Arrived before one that was sent earlier on the same way. */
  reordered: number
  /** Found no way. */
  cut: number
}

/** Decides the fate of every frame. */
export class Network {
  readonly counts: NetworkCounts = { sent: 0, lost: 0, duplicated: 0, reordered: 0, cut: 0 }
  #faults: NetworkFaults
  readonly #prng: Prng
  readonly #cuts = new Set<Cut>()
  readonly #latestUs = new Map<string, number>()

  constructor(faults: NetworkFaults, prng: Prng) {
    this.#faults = faults
    this.#prng = prng
  }

  /** From now on timely and complete. */
  heal(): void {
    this.#faults = HEALED
    this.#cuts.clear()
  }

  cut(cut: Cut): void {
    this.#cuts.add(cut)
  }

  join(cut: Cut): void {
    this.#cuts.delete(cut)
  }

  passes(from: ValidatorIndex, to: ValidatorIndex): boolean {
    for (const cut of this.#cuts) if (cut(from, to)) return false
    return true
  }

  /** A connection needs both directions. */
  connects(one: ValidatorIndex, other: ValidatorIndex): boolean {
    return this.passes(one, other) && this.passes(other, one)
  }

  /** The delays, in µs, after which copies of a frame arrive: none when it is lost. */
  deliveries(from: ValidatorIndex, to: ValidatorIndex, nowUs: number): readonly number[] {
    this.counts.sent += 1
    if (!this.passes(from, to)) {
      this.counts.cut += 1
      return []
    }
    if (this.#prng.chance(this.#faults.lossPercent, 100)) {
      this.counts.lost += 1
      return []
    }
    const isDoubled = this.#prng.chance(this.#faults.duplicatePercent, 100)
    if (isDoubled) this.counts.duplicated += 1
    return Array.from({ length: isDoubled ? 2 : 1 }, () => this.#delayUs(`${from}-${to}`, nowUs))
  }

  /** Log-uniform without floating-point functions: a random power-of-two band, then uniform in it. */
  #delayUs(way: string, nowUs: number): number {
    const { delayUsMin, delayUsMax } = this.#faults
    let bands = 0
    for (let top = delayUsMin; top < delayUsMax; top *= 2) bands += 1
    const low = delayUsMin * 2 ** this.#prng.below(Math.max(1, bands))
    const delayUs = Math.min(delayUsMax, low + this.#prng.below(low))
    const latestUs = this.#latestUs.get(way) ?? 0
    if (nowUs + delayUs < latestUs) this.counts.reordered += 1
    else this.#latestUs.set(way, nowUs + delayUs)
    return delayUs
  }
}
