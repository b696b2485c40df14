interface Entry {
  readonly atMs: number
  readonly order: number
  readonly run: () => void
}

/** A binary heap of what happens next. Equal times keep the order in which they were added. */
export class EventQueue {
  readonly #heap: Entry[] = []
  #order = 0
  nowMs = 0

  get size(): number {
    return this.#heap.length
  }

  after(delayMs: number, run: () => void): void {
    const heap = this.#heap
    heap.push({ atMs: this.nowMs + delayMs, order: this.#order++, run })
    let child = heap.length - 1
    while (child > 0) {
      const parent = (child - 1) >> 1
      if (!this.#isBefore(child, parent)) break
      this.#swap(child, parent)
      child = parent
    }
  }

  /** Runs the next event. False when there is none, or none until `untilMs`. */
  runNext(untilMs: number): boolean {
    const first = this.#heap[0]
    if (first === undefined || first.atMs > untilMs) return false
    this.#removeFirst()
    this.nowMs = first.atMs
    first.run()
    return true
  }

  #removeFirst(): void {
    const heap = this.#heap
    const last = heap.pop()!
    if (heap.length === 0) return
    heap[0] = last
    for (let parent = 0; ; ) {
      let least = parent
      for (const child of [2 * parent + 1, 2 * parent + 2]) if (child < heap.length && this.#isBefore(child, least)) least = child
      if (least === parent) return
      this.#swap(least, parent)
      parent = least
    }
  }

  #isBefore(left: number, right: number): boolean {
    const a = this.#heap[left]!
    const b = this.#heap[right]!
    return a.atMs !== b.atMs ? a.atMs < b.atMs : a.order < b.order
  }

  #swap(left: number, right: number): void {
    const held = this.#heap[left]!
    this.#heap[left] = this.#heap[right]!
    this.#heap[right] = held
  }
}
