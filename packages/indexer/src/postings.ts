import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { assert, EMPTY_BYTES } from '@hanse/primitives'
import { prepareLists } from './database.ts'
import type { Seek } from './intersection.ts'
import type { RowInserter } from './row-inserter.ts'

/** Numbers of one record of a list. Their offsets take 4 bytes each: a record stays within its page of SQLite. */
export const CHUNK_NUMBERS_MAX = 200
const OFFSET_BYTES = 4

/** The rows that have a term, a part of them, in order. */
interface Chunk {
  readonly first: number
  readonly last: number
  readonly numbers: Float64Array
}

/** The lists of one append. What many rows have costs one record for all of them. */
export class PostingWriter {
  readonly #table: RowInserter
  readonly #numbers = new Map<number, number[]>()

  constructor(table: RowInserter) {
    this.#table = table
  }

  /** Forgets what an append that failed has left. */
  begin(): void {
    this.#table.begin()
    this.#numbers.clear()
  }

  /** Numbers come in their order; one that comes again is there already. */
  add(term: number, number: number): void {
    const numbers = this.#numbers.get(term)
    if (numbers === undefined) this.#numbers.set(term, [number])
    else if (numbers[numbers.length - 1] !== number) numbers.push(number)
  }

  /** Writes them down, by term: neighbours lie in the same pages. */
  flush(): void {
    for (const term of Int32Array.from(this.#numbers.keys()).sort()) {
      const numbers = this.#numbers.get(term) ?? []
      for (let from = 0; from < numbers.length; from += CHUNK_NUMBERS_MAX) {
        this.#table.add(term, numbers[from] as number, offsetsOf(numbers, from, Math.min(from + CHUNK_NUMBERS_MAX, numbers.length)))
      }
    }
    this.#table.flush()
    this.#numbers.clear()
  }
}

/** Of the numbers behind the first, from it: most terms stand in one row, and have none. */
function offsetsOf(numbers: readonly number[], from: number, to: number): Uint8Array {
  const count = to - from - 1
  if (count === 0) return EMPTY_BYTES
  const first = numbers[from] as number
  const offsets = Buffer.allocUnsafe(count * OFFSET_BYTES)
  for (let index = 0; index < count; index++) offsets.writeUInt32LE((numbers[from + 1 + index] as number) - first, index * OFFSET_BYTES)
  return offsets
}

/** How lists of one kind of row are looked up. */
export class PostingReader {
  readonly #atOrBelow: StatementSync
  readonly #above: StatementSync

  constructor(database: DatabaseSync, table: string) {
    const select = `SELECT first, offsets FROM ${table} WHERE term = ?`
    this.#atOrBelow = prepareLists(database, `${select} AND first <= ? ORDER BY first DESC LIMIT 1`)
    this.#above = prepareLists(database, `${select} AND first > ? ORDER BY first LIMIT 1`)
  }

  /** For one walk, which goes one way: each list keeps the record that it is in. */
  walk(isDescending: boolean): Seek {
    const chunks = new Map<number, Chunk>()
    return (term, number) => {
      const kept = chunks.get(term)
      const chunk = kept !== undefined && kept.first <= number && number <= kept.last ? kept : this.#chunk(term, number, isDescending)
      if (chunk === undefined) return undefined
      chunks.set(term, chunk)
      return isDescending ? lastAtOrBelow(chunk, number) : firstAtOrAbove(chunk, number)
    }
  }

  /** The record that has the nearest number in the direction. */
  #chunk(term: number, number: number, isDescending: boolean): Chunk | undefined {
    const below = chunkOf(this.#atOrBelow.get(term, number))
    if (isDescending || (below !== undefined && below.last >= number)) return below
    return chunkOf(this.#above.get(term, number))
  }
}

function chunkOf(row: unknown): Chunk | undefined {
  if (row === undefined) return undefined
  const [first, offsets] = row as readonly [number, Uint8Array]
  assert(offsets.length % OFFSET_BYTES === 0, 'a posting list of the index is cut off')
  const view = new DataView(offsets.buffer, offsets.byteOffset, offsets.byteLength)
  const numbers = new Float64Array(1 + offsets.length / OFFSET_BYTES).fill(first)
  for (let index = 1; index < numbers.length; index++) numbers[index] = first + view.getUint32((index - 1) * OFFSET_BYTES, true)
  return { first, last: numbers.at(-1) as number, numbers }
}

/** How many of its numbers are below. */
function countBelow({ numbers }: Chunk, number: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] as number) < number) low = middle + 1
    else high = middle
  }
  return low
}

/** The chunk's last number is at or above. */
function firstAtOrAbove(chunk: Chunk, number: number): number | undefined {
  return chunk.numbers[countBelow(chunk, number)]
}

/** The chunk's first number is at or below. */
function lastAtOrBelow(chunk: Chunk, number: number): number | undefined {
  return chunk.numbers[countBelow(chunk, number + 1) - 1]
}
