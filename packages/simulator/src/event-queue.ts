import { assert } from '@hanse/primitives'

interface Entry<T> {
  readonly atUs: number
  readonly order: number
  readonly event: T
}

/** Events in order of virtual time; of one instant in the order they were put in. A binary heap. */
export class EventQueue<T> {
  readonly #heap: Entry<T>[] = []
  #order = 0
  #nowUs = 0

  /** Virtual microseconds. */
  get nowUs(): number {
    return this.#nowUs
  }

  get size(): number {
    return this.#heap.length
  }

  schedule(delayUs: number, event: T): void {
    assert(Number.isFinite(delayUs) && delayUs >= 0, `an event cannot lie ${delayUs} µs ahead`)
    this.#heap.push({ atUs: this.#nowUs + Math.round(delayUs), order: this.#order++, event })
    this.#rise(this.#heap.length - 1)
  }

  next(): T | undefined {
    const first = this.#heap[0]
    const last = this.#heap.pop()
    if (first === undefined || last === undefined) return undefined
    if (this.#heap.length > 0) {
      this.#heap[0] = last
      this.#sink(0)
    }
    this.#nowUs = first.atUs
    return first.event
  }

  #before(left: number, right: number): boolean {
    const a = this.#heap[left] as Entry<T>
    const b = this.#heap[right] as Entry<T>
    return a.atUs < b.atUs || (a.atUs === b.atUs && a.order < b.order)
  }

  #swap(left: number, right: number): void {
    const moved = this.#heap[left] as Entry<T>
    this.#heap[left] = this.#heap[right] as Entry<T>
    this.#heap[right] = moved
  }

  #rise(index: number): void {
    for (let at = index; at > 0; ) {
      const parent = (at - 1) >> 1
      if (!this.#before(at, parent)) return
      this.#swap(at, parent)
      at = parent
    }
  }

  #sink(index: number): void {
    for (let at = index; ; ) {
      let least = at
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < this.#heap.length && this.#before(child, least)) least = child
      if (least === at) return
      this.#swap(at, least)
      at = least
    }
  }
}
