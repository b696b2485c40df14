import { assert } from '@hanse/primitives'
import type { Entry } from './entry.ts'

/**
 * Counts, for each entry, the younger ones and the strangers that became final while it waited. Slots are given out in order of admission; a Fenwick tree
 * adds up the entries that left, by slot. When the slots are used up those who still wait move to the first ones.
 */
export class OvertakeCounter {
  readonly #slots: number
  readonly #sums: Uint32Array
  #next = 0
  #left = 0
  /** Never entered. */
  #strangers = 0

  /** At most `capacity` entries wait at a time. */
  constructor(capacity: number) {
    this.#slots = 2 * capacity
    this.#sums = new Uint32Array(this.#slots + 1)
  }

  /** True when the next `enter` needs a `compact` before it. */
  get isFull(): boolean {
    return this.#next === this.#slots
  }

  enter(entry: Entry, overtaken = 0): void {
    assert(!this.isFull, 'no slot is left')
    entry.counterSlot = this.#next++
    entry.overtakenBefore = overtaken - this.#strangers
  }

  /** The entry became final: it overtook all older ones that wait. */
  leave(entry: Entry): void {
    this.#left += 1
    for (let slot = entry.counterSlot + 1; slot <= this.#slots; slot += slot & -slot) this.#sums[slot] = (this.#sums[slot] as number) + 1
  }

  /** One that is not here became final: it overtook all who wait. */
  passed(): void {
    this.#strangers += 1
  }

  overtaken(entry: Entry): number {
    let olderOrSame = 0
    for (let slot = entry.counterSlot + 1; slot > 0; slot -= slot & -slot) olderOrSame += this.#sums[slot] as number
    return entry.overtakenBefore + this.#strangers + this.#left - olderOrSame
  }

  /** `waiting` is all who wait, oldest first. */
  compact(waiting: Iterable<Entry>): void {
    const counts = [...waiting].map((entry) => ({ entry, overtaken: this.overtaken(entry) }))
    this.#sums.fill(0)
    this.#left = 0
    this.#next = 0
    for (const { entry, overtaken } of counts) this.enter(entry, overtaken)
  }
}
