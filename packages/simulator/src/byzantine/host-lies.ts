import type { Prng } from '@hanse/primitives'
import { asValidatorIndex, type ValidatorIndex } from '@hanse/protocol'
import type { ByzantineStrategy } from './strategies.ts'

/** Heights between two times that a host does something to its disk. */
const ACT_HEIGHTS_MIN = 5
const ACT_HEIGHTS_MAX = 14
const DOWN_MS_MAX = 300
/** Heights after which other validators talk to the other of two twins. */
const SIDE_HEIGHTS = 6
/** In one of so many such spans everybody talks to both. */
const BOTH_OF = 4

/** What hosts that lie do to the world. */
export interface HostWorld {
  isRunning(node: ValidatorIndex): boolean
  backUp(node: ValidatorIndex): void
  /** The process ends, and begins again on the backup, guard and all. False when there is no backup. */
  restoreAll(node: ValidatorIndex, downMs: number): boolean
  /** The process ends, and begins again with the guard of a new key and an empty log. */
  forget(node: ValidatorIndex, downMs: number): void
}

interface DiskLie {
  readonly node: ValidatorIndex
  readonly strategy: Extract<ByzantineStrategy, 'amnesia' | 'restore-backup-equivocation'>
  atHeight: number
  /** Of the second: the backup is made, and the disk is replaced by it the next time. */
  hasBackup: boolean
}

/** Hosts that forget what their key has signed: they lose log and guard, or go back to a backup of both. */
export class DiskLies {
  readonly #prng: Prng
  readonly #lies: readonly DiskLie[]

  constructor(plan: ReadonlyMap<ValidatorIndex, readonly ByzantineStrategy[]>, prng: Prng) {
    this.#prng = prng
    this.#lies = [...plan].flatMap(([node, strategies]) =>
      strategies.flatMap((strategy) =>
        strategy === 'amnesia' || strategy === 'restore-backup-equivocation'
          ? [{ node, strategy, atHeight: this.#next(0), hasBackup: false }]
          : [],
      ),
    )
  }

  /** Does what is due at this height, and says what it was. */
  act(height: number, world: HostWorld): readonly Pick<DiskLie, 'node' | 'strategy'>[] {
    const acted: DiskLie[] = []
    for (const lie of this.#lies) {
      if (height < lie.atHeight || !world.isRunning(lie.node)) continue
      lie.atHeight = this.#next(height)
      if (this.#act(lie, world)) acted.push(lie)
    }
    return acted
  }

  #act(lie: DiskLie, world: HostWorld): boolean {
    const downMs = 1 + this.#prng.below(DOWN_MS_MAX)
    if (lie.strategy === 'amnesia') {
      world.forget(lie.node, downMs)
      return true
    }
    lie.hasBackup = !lie.hasBackup
    if (lie.hasBackup) world.backUp(lie.node)
    else return world.restoreAll(lie.node, downMs)
    return false
  }

  #next(height: number): number {
    return height + ACT_HEIGHTS_MIN + this.#prng.below(ACT_HEIGHTS_MAX - ACT_HEIGHTS_MIN)
  }
}

/** Two honest processes with one key: each of the other validators talks to one of them, now to this and then to that. */
export class Twins {
  /** By the place of the second process: whose key it has. */
  readonly #validators: ReadonlyMap<ValidatorIndex, ValidatorIndex>
  readonly #places: ReadonlyMap<ValidatorIndex, ValidatorIndex>

  /** Second processes take the places after those of the validators. */
  constructor(plan: ReadonlyMap<ValidatorIndex, readonly ByzantineStrategy[]>, validators: number) {
    const twins = [...plan].flatMap(([node, strategies]) => (strategies.includes('twin') ? [node] : []))
    this.#validators = new Map(twins.map((node, place) => [asValidatorIndex(validators + place), node]))
    this.#places = new Map([...this.#validators].map(([place, node]) => [node, place]))
  }

  /** The second processes, with the validator that each is. */
  get all(): Iterable<readonly [place: ValidatorIndex, validator: ValidatorIndex]> {
    return this.#validators
  }

  isTwin(place: ValidatorIndex): boolean {
    return this.#validators.has(place)
  }

  validatorOf(place: ValidatorIndex): ValidatorIndex {
    return this.#validators.get(place) ?? place
  }

  /** True when the process at `place` and `peer` have to do with each other at this height of the chain. */
  areLinked(place: ValidatorIndex, peer: ValidatorIndex, height: number): boolean {
    const isSecond = this.#validators.has(place)
    if (!isSecond && !this.#places.has(place)) return true
    const span = Math.floor(height / SIDE_HEIGHTS)
    return span % BOTH_OF === 0 || ((peer + span) % 2 === 0) === isSecond
  }

  /** The places of the processes that `from` reaches when it writes to `to`. */
  reached(from: ValidatorIndex, to: ValidatorIndex, height: number): readonly ValidatorIndex[] {
    const second = this.#places.get(to)
    const places = second === undefined ? [to] : [to, second]
    return second === undefined ? places : places.filter((place) => this.areLinked(place, from, height))
  }
}
