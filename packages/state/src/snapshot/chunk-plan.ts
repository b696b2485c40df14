import { assert } from '@hanse/primitives'
import type { StateRecord } from '../store/layout.ts'
import { chunkedBytes, fitsChunk } from './chunks.ts'

/** Bits of a key hash that are told apart: 65,536 places. A place that is too full for a chunk is parted once its records are at hand. */
const PLACE_BITS = 16
const PLACES = 2 ** PLACE_BITS

/** Where in the tree how much of a state lies, and so which nodes make chunks. Its size does not depend on the state's. */
export class ChunkPlan {
  readonly #sizes = new Float64Array(PLACES)
  readonly #records = new Float64Array(PLACES)
  #prefixes: readonly string[] = []
  /** Of each place, the index of its chunk. */
  readonly #chunks = new Uint32Array(PLACES)

  add(record: StateRecord, keyHash: Uint8Array): void {
    const place = placeOf(keyHash)
    this.#sizes[place] = (this.#sizes[place] as number) + chunkedBytes(record)
    this.#records[place] = (this.#records[place] as number) + 1
  }

  /** Once all records were added. Gives the prefixes of the nodes, from the lowest key hash up. */
  close(): readonly string[] {
    const prefixes: string[] = []
    this.#part('', 0, PLACES, prefixes)
    this.#prefixes = prefixes
    return prefixes
  }

  get sizeBytes(): number {
    return this.#sizes.reduce((total, size) => total + size, 0)
  }

  get records(): number {
    return this.#records.reduce((total, count) => total + count, 0)
  }

  /** The index of the chunk of a key. */
  chunkOf(keyHash: Uint8Array): number {
    assert(this.#prefixes.length > 0, 'a plan is closed before it is asked')
    return this.#chunks[placeOf(keyHash)] as number
  }

  #part(prefix: string, from: number, to: number, prefixes: string[]): void {
    let records = 0
    let sizeBytes = 0
    for (let place = from; place < to; place++) {
      records += this.#records[place] as number
      sizeBytes += this.#sizes[place] as number
    }
    if (fitsChunk(records, sizeBytes) || prefix.length === PLACE_BITS) {
      this.#chunks.fill(prefixes.length, from, to)
      prefixes.push(prefix)
      return
    }
    const middle = (from + to) / 2
    this.#part(`${prefix}0`, from, middle, prefixes)
    this.#part(`${prefix}1`, middle, to, prefixes)
  }
}

function placeOf(keyHash: Uint8Array): number {
  return (keyHash[0] as number) * 256 + (keyHash[1] as number)
}
