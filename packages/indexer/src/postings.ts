import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { assert } from '@hanse/primitives'
import { prepareLists } from './database.ts'
import type { Seek } from './intersection.ts'

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
  readonly #insert: StatementSync
  readonly #numbers = new Map<number, number[]>()

  constructor(insert: StatementSync) {
    this.#insert = insert
  }

  /** Numbers come in their order. */
  add(terms: Iterable<number>, number: number): void {
    for (const term of terms) {
      const numbers = this.#numbers.get(term)
      if (numbers === undefined) this.#numbers.set(term, [number])
      else numbers.push(number)
    }
  }

  /** Writes them down, by term: neighbours lie in the same pages. */
  flush(): void {
    for (const term of Float64Array.from(this.#numbers.keys()).sort()) {
      const numbers = this.#numbers.get(term) ?? []
      for (let from = 0; from < numbers.length; from += CHUNK_NUMBERS_MAX) {
        const part = numbers.slice(from, from + CHUNK_NUMBERS_MAX)
        const [first] = part as [number]
        this.#insert.run(term, first, part.at(-1) as number, offsetsOf(first, part))
      }
    }
    this.#numbers.clear()
  }
}

function offsetsOf(first: number, numbers: readonly number[]): Uint8Array {
  const offsets = Buffer.allocUnsafe(numbers.length * OFFSET_BYTES)
  for (const [index, number] of numbers.entries()) offsets.writeUInt32LE(number - first, index * OFFSET_BYTES)
  return offsets
}

/** How lists of one kind of row are looked up. */
export class PostingReader {
  readonly #atOrBelow: StatementSync
  readonly #above: StatementSync

  constructor(database: DatabaseSync, table: string) {
    const select = `SELECT first, last, offsets FROM ${table} WHERE term = ?`
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
  const [first, last, offsets] = row as readonly [number, number, Uint8Array]
  assert(offsets.length > 0 && offsets.length % OFFSET_BYTES === 0, 'a posting list of the index is cut off')
  const view = new DataView(offsets.buffer, offsets.byteOffset, offsets.byteLength)
  const numbers = Float64Array.from(
    { length: offsets.length / OFFSET_BYTES },
    (_, index) => first + view.getUint32(index * OFFSET_BYTES, true),
  )
  return { first, last, numbers }
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
