import { assert } from '@hanse/primitives'
import type { StateReader, StateWriter } from '../module.ts'
import { pagedList } from './paged-list.ts'
import { type Table, table } from './table.ts'
import { textValue, type ValueCodec } from './value-codec.ts'

/** Items with a time, for bounded work at the start of a block: expiries and deadlines. */
export interface DueQueue {
  /** The item is due at `timeMs` rounded up to a multiple of `bucketMs`: never early, late by less than a bucket. */
  schedule(state: StateWriter, timeMs: number, itemId: string): void
  /**
   * Removes and handles what is due, earliest first, in the order it was scheduled within a bucket, as long as the bounds allow and the
   * receipt has room for the most events that one item can make. What is left stays due.
   */
  workOff(state: StateWriter, nowMs: number, bounds: DueBounds, handle: (itemId: string) => void): void
  /** The time of the earliest item, rounded as above. */
  nextDueMs(state: StateReader): number | undefined
}

/** What one block does of what is due. */
export interface DueBounds {
  readonly itemsMax: number
  readonly eventsPerItemMax: number
}

export interface DueQueueOptions {
  readonly module: string
  /** Part of every key: it may never change. */
  readonly name: string
  /** The grain of time, in ms. */
  readonly bucketMs: number
}

const LEVELS = 6
const FANOUT_BITS = 8
const FANOUT = 1 << FANOUT_BITS
const BUCKETS_MAX = FANOUT ** LEVELS
const BITMAP_BYTES = FANOUT / 8

const bitmapValue: ValueCodec<Uint8Array> = {
  encode: (bitmap) => bitmap,
  decode: (bytes) => {
    assert(bytes.length === BITMAP_BYTES, 'a node of a due-queue has 32 bytes')
    return { ok: true, value: bytes }
  },
}

function lowestBit(bitmap: Uint8Array): number | undefined {
  for (let byte = 0; byte < BITMAP_BYTES; byte++) {
    const bits = bitmap[byte] as number
    if (bits !== 0) return 8 * byte + 31 - Math.clz32(bits & -bits)
  }
  return undefined
}

/** The digits of a bucket number, most significant first. */
function digitsOf(bucket: number): readonly number[] {
  const digits: number[] = []
  for (let level = LEVELS - 1; level >= 0; level--) digits.push(Math.floor(bucket / FANOUT ** level) % FANOUT)
  return digits
}

function nodeKey(digits: readonly number[], level: number): string {
  return digits.slice(0, level).join('.')
}

/** A trie over bucket numbers: a bitmap of the non-empty children at each node. */
class BucketTrie {
  readonly #nodes: Table<Uint8Array>

  constructor(nodes: Table<Uint8Array>) {
    this.#nodes = nodes
  }

  mark(state: StateWriter, bucket: number): void {
    const digits = digitsOf(bucket)
    for (let level = LEVELS - 1; level >= 0; level--) {
      const key = nodeKey(digits, level)
      const bitmap = this.#nodes.get(state, key)
      const marked = bitmap === undefined ? new Uint8Array(BITMAP_BYTES) : new Uint8Array(bitmap)
      const digit = digits[level] as number
      marked[digit >> 3] = (marked[digit >> 3] as number) | (1 << (digit & 7))
      this.#nodes.put(state, key, marked)
      if (bitmap !== undefined) return
    }
  }

  unmark(state: StateWriter, bucket: number): void {
    const digits = digitsOf(bucket)
    for (let level = LEVELS - 1; level >= 0; level--) {
      const key = nodeKey(digits, level)
      const bitmap = new Uint8Array(this.#nodes.require(state, key))
      const digit = digits[level] as number
      bitmap[digit >> 3] = (bitmap[digit >> 3] as number) & ~(1 << (digit & 7))
      if (lowestBit(bitmap) !== undefined) return this.#nodes.put(state, key, bitmap)
      this.#nodes.delete(state, key)
    }
  }

  lowest(state: StateReader): number | undefined {
    let bucket = 0
    let key = ''
    for (let level = 0; level < LEVELS; level++) {
      const bitmap = this.#nodes.get(state, key)
      if (bitmap === undefined && level === 0) return undefined
      const digit = bitmap === undefined ? undefined : lowestBit(bitmap)
      assert(digit !== undefined, 'a due-queue has a mark without a node')
      key = level === 0 ? `${digit}` : `${key}.${digit}`
      bucket = bucket * FANOUT + digit
    }
    return bucket
  }
}

/**
 * The state has no order, so the queue keeps its own, in a trie of six levels of 256: finding the earliest bucket reads six nodes
 * however long nothing was due.
 */
export function dueQueue({ module, name, bucketMs }: DueQueueOptions): DueQueue {
  assert(Number.isSafeInteger(bucketMs) && bucketMs >= 1, 'a bucket has a length in whole ms')
  const trie = new BucketTrie(table({ module, name: `${name}.node`, value: bitmapValue }))
  const items = pagedList({ module, name: `${name}.item`, item: textValue })

  const takeFirst = (state: StateWriter, nowMs: number): string | undefined => {
    const bucket = trie.lowest(state)
    if (bucket === undefined || bucket * bucketMs > nowMs) return undefined
    const item = items.takeFirst(state, `${bucket}`)
    if (items.bounds(state, `${bucket}`).end === 0) trie.unmark(state, bucket)
    return item
  }

  return {
    schedule: (state, timeMs, itemId) => {
      const bucket = Math.ceil(timeMs / bucketMs)
      assert(Number.isSafeInteger(timeMs) && timeMs >= 0 && bucket < BUCKETS_MAX, `no bucket for ${timeMs} ms`)
      if (items.bounds(state, `${bucket}`).end === 0) trie.mark(state, bucket)
      items.append(state, `${bucket}`, itemId)
    },
    workOff: (state, nowMs, { itemsMax, eventsPerItemMax }, handle) => {
      for (let left = itemsMax; left > 0 && state.eventsLeft >= eventsPerItemMax; left--) {
        const item = takeFirst(state, nowMs)
        if (item === undefined) return
        handle(item)
      }
    },
    nextDueMs: (state) => {
      const bucket = trie.lowest(state)
      return bucket === undefined ? undefined : bucket * bucketMs
    },
  }
}
