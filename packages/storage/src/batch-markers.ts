import { uint64ToBytes } from '@hanse/primitives'

/**
 * LevelDB drops damaged parts of its own log without a word, and goes on with what comes after. So each batch carries a marker
 * with its number, and opening demands that the markers have no gap: of the batches that LevelDB had not yet moved into tables,
 * a prefix is there or the store is refused. A lost end shows no gap: for that there is `StoreEnd`.
 */
export class BatchMarkers {
  readonly #retainedBytes: number
  /** Markers in the store, oldest first, with the bytes written up to and including their batch. */
  readonly #held: { readonly number: number; readonly endOffset: number }[]
  #nextNumber: number
  #writtenBytes = 0

  /** `numbers`: the markers found at opening. `retainedBytes`: how much LevelDB may hold outside of its tables. */
  constructor(numbers: readonly number[], retainedBytes: number) {
    this.#retainedBytes = retainedBytes
    this.#held = numbers.map((number) => ({ number, endOffset: 0 }))
    this.#nextNumber = (numbers.at(-1) ?? -1) + 1
  }

  /** The number of the last batch. −1 before the first. */
  get last(): number {
    return this.#nextNumber - 1
  }

  /** The marker for a batch of that size, and the markers that may go with it. */
  advance(batchBytes: number): { readonly put: Uint8Array; readonly remove: readonly Uint8Array[] } {
    const number = this.#nextNumber
    this.#nextNumber += 1
    const reliableOffset = this.#writtenBytes - this.#retainedBytes
    this.#writtenBytes += batchBytes
    const remove: Uint8Array[] = []
    for (let oldest = this.#held[0]; oldest !== undefined && oldest.endOffset <= reliableOffset; oldest = this.#held[0]) {
      remove.push(uint64ToBytes(oldest.number))
      this.#held.shift()
    }
    this.#held.push({ number, endOffset: this.#writtenBytes })
    return { put: uint64ToBytes(number), remove }
  }
}

/** The first number that is missing between the lowest and the highest. */
export function findGap(numbers: readonly number[]): number | undefined {
  for (let index = 1; index < numbers.length; index++) {
    const expected = (numbers[index - 1] as number) + 1
    if (numbers[index] !== expected) return expected
  }
  return undefined
}
