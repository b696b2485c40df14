import type { Entry } from './entry.ts'

function isBefore(left: Entry, right: Entry): boolean {
  const difference = left.transaction.body.expiresAtMs - right.transaction.body.expiresAtMs
  return difference === 0 ? left.number < right.number : difference < 0
}

/** A binary heap of entries by expiry. Each entry knows its place, so that any can be taken out in logarithmic time. */
export class ExpiryHeap {
  readonly #heap: Entry[] = []

  get earliest(): Entry | undefined {
    return this.#heap[0]
  }

  add(entry: Entry): void {
    this.#heap.push(entry)
    this.#rise(entry, this.#heap.length - 1)
  }

  remove(entry: Entry): void {
    const last = this.#heap.pop() as Entry
    if (last === entry) return
    const index = entry.heapIndex
    this.#rise(last, index)
    this.#sink(last, last.heapIndex)
  }

  #place(entry: Entry, index: number): void {
    this.#heap[index] = entry
    entry.heapIndex = index
  }

  #rise(entry: Entry, from: number): void {
    let index = from
    while (index > 0) {
      const aboveIndex = (index - 1) >> 1
      const above = this.#heap[aboveIndex] as Entry
      if (!isBefore(entry, above)) break
      this.#place(above, index)
      index = aboveIndex
    }
    this.#place(entry, index)
  }

  #sink(entry: Entry, from: number): void {
    let index = from
    for (;;) {
      const left = this.#heap[2 * index + 1]
      if (left === undefined) break
      const right = this.#heap[2 * index + 2]
      const child = right !== undefined && isBefore(right, left) ? right : left
      if (!isBefore(child, entry)) break
      const childIndex = child.heapIndex
      this.#place(child, index)
      index = childIndex
    }
    this.#place(entry, index)
  }
}
