import type { Prng } from '@hanse/primitives'
import type { ValidatorIndex } from '@hanse/protocol'
import type { Direction, NetworkFaults } from './fault.ts'

const HEALED: NetworkFaults = { lossPercent: 0, duplicatePercent: 0, flipPerTenThousand: 0, delayUsMin: 100, delayUsMax: 1_000 }
/** Ways are numbered by this base: more nodes than a run has. */
const NODES_MAX = 256

/** True for a direction in which no frame passes. */
export type Cut = (from: ValidatorIndex, to: ValidatorIndex) => boolean

/** What happened to frames. */
export interface NetworkCounts {
  sent: number
  lost: number
  duplicated: number
  /** Arrived before one that was sent earlier on the same way. */
  reordered: number
  /** Arrived with a changed bit. */
  flipped: number
  /** Had to wait: the way was clogged, or the receiver slow. */
  held: number
  /** Found no way. */
  cut: number
}

/** A copy of a frame on its way. */
export interface Delivery {
  readonly delayUs: number
  /** Which bit arrives changed, counted through the frame and beyond its end from its beginning again. */
  readonly flippedBit?: number
}

/** One direction between two nodes, with random numbers of its own: what happens on one does not change what happens on another. */
class Way {
  readonly prng: Prng
  latestUs = 0
  clogUntilUs = 0
  /** Counts the connections that there were. */
  connection = 0

  constructor(prng: Prng) {
    this.prng = prng
  }
}

interface SlowReceiver {
  readonly gapUs: number
  readonly untilUs: number
  freeAtUs: number
}

/** Decides the fate of every frame. */
export class Network {
  readonly counts: NetworkCounts = { sent: 0, lost: 0, duplicated: 0, reordered: 0, flipped: 0, held: 0, cut: 0 }
  readonly #prng: Prng
  readonly #base: NetworkFaults
  #faults: NetworkFaults
  readonly #cuts = new Set<Cut>()
  readonly #ways = new Map<number, Way>()
  readonly #slow = new Map<ValidatorIndex, SlowReceiver>()

  constructor(faults: NetworkFaults, prng: Prng) {
    this.#base = faults
    this.#faults = faults
    this.#prng = prng
  }

  /** From now on timely and complete. */
  heal(): void {
    this.#faults = HEALED
    this.#cuts.clear()
    this.#slow.clear()
    for (const way of this.#ways.values()) way.clogUntilUs = 0
  }

  /** Other faults than its own, until `calm`. */
  change(faults: NetworkFaults): void {
    this.#faults = faults
  }

  calm(): void {
    if (this.#faults !== HEALED) this.#faults = this.#base
  }

  cut(cut: Cut): void {
    this.#cuts.add(cut)
  }

  join(cut: Cut): void {
    this.#cuts.delete(cut)
  }

  clog(node: ValidatorIndex, others: readonly ValidatorIndex[], direction: Direction, untilUs: number): void {
    for (const other of others) {
      const ways = [
        ...(direction === 'outgoing' ? [] : [this.#way(other, node)]),
        ...(direction === 'incoming' ? [] : [this.#way(node, other)]),
      ]
      for (const way of ways) way.clogUntilUs = Math.max(way.clogUntilUs, untilUs)
    }
  }

  slowDown(node: ValidatorIndex, gapUs: number, untilUs: number): void {
    this.#slow.set(node, { gapUs, untilUs, freeAtUs: 0 })
  }

  /** What is on its way between them is lost. */
  reset(one: ValidatorIndex, other: ValidatorIndex): void {
    this.#way(one, other).connection += 1
    this.#way(other, one).connection += 1
  }

  /** Which connection a frame is on that is sent now: it arrives if that is still the one. */
  connection(from: ValidatorIndex, to: ValidatorIndex): number {
    return this.#way(from, to).connection
  }

  passes(from: ValidatorIndex, to: ValidatorIndex): boolean {
    for (const cut of this.#cuts) if (cut(from, to)) return false
    return true
  }

  /** A connection needs both directions. */
  connects(one: ValidatorIndex, other: ValidatorIndex): boolean {
    return this.passes(one, other) && this.passes(other, one)
  }

  /** The copies of a frame that arrive: none when it is lost. */
  deliveries(from: ValidatorIndex, to: ValidatorIndex, nowUs: number): readonly Delivery[] {
    this.counts.sent += 1
    if (!this.passes(from, to)) {
      this.counts.cut += 1
      return []
    }
    const way = this.#way(from, to)
    const { lossPercent, duplicatePercent } = this.#faults
    if (lossPercent > 0 && way.prng.chance(lossPercent, 100)) {
      this.counts.lost += 1
      return []
    }
    if (duplicatePercent === 0 || !way.prng.chance(duplicatePercent, 100)) return [this.#delivery(way, to, nowUs)]
    this.counts.duplicated += 1
    return [this.#delivery(way, to, nowUs), this.#delivery(way, to, nowUs)]
  }

  #way(from: ValidatorIndex, to: ValidatorIndex): Way {
    const number = from * NODES_MAX + to
    let way = this.#ways.get(number)
    if (way === undefined) {
      way = new Way(this.#prng.fork(number))
      this.#ways.set(number, way)
    }
    return way
  }

  #delivery(way: Way, to: ValidatorIndex, nowUs: number): Delivery {
    const delayUs = this.#held(way, to, nowUs, this.#delayUs(way.prng))
    if (nowUs + delayUs < way.latestUs) this.counts.reordered += 1
    else way.latestUs = nowUs + delayUs
    const { flipPerTenThousand } = this.#faults
    if (flipPerTenThousand === 0 || !way.prng.chance(flipPerTenThousand, 10_000)) return { delayUs }
    this.counts.flipped += 1
    return { delayUs, flippedBit: way.prng.uint32() }
  }

  /** Log-uniform without floating-point functions: a random power-of-two band, then uniform in it. */
  #delayUs(prng: Prng): number {
    const { delayUsMin, delayUsMax } = this.#faults
    let bands = 0
    for (let top = delayUsMin; top < delayUsMax; top *= 2) bands += 1
    const low = delayUsMin * 2 ** prng.below(Math.max(1, bands))
    return Math.min(delayUsMax, low + prng.below(low))
  }

  #held(way: Way, to: ValidatorIndex, nowUs: number, delayUs: number): number {
    let held = way.clogUntilUs > nowUs + delayUs ? way.clogUntilUs - nowUs : delayUs
    const slow = this.#slow.get(to)
    if (slow !== undefined && nowUs < slow.untilUs) {
      slow.freeAtUs = Math.max(slow.freeAtUs + slow.gapUs, nowUs + held)
      held = Math.min(slow.freeAtUs, slow.untilUs) - nowUs
    }
    if (held <= delayUs) return delayUs
    this.counts.held += 1
    return held
  }
}
