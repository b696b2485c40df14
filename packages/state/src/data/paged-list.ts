import { assert, err, ok, type Result, reject } from '@hanse/primitives'
import type { StateReader, StateWriter } from '../module.ts'
import { ByteReader, ByteWriter } from '../store/byte-io.ts'
import { type KeyParts, partsOf } from './state-key.ts'
import { table } from './table.ts'
import type { ValueCodec } from './value-codec.ts'

/** Items of a page. Each change rewrites the last one: more of them would cost more than the key that each saves. */
const PAGE_ITEMS = 8
const HEAD_NUMBERS_BYTES = 8
const LENGTH_BYTES = 4

/** Items taken from the front and added at the end, many to a key of the state: keys are what a tree and a store cost. */
export interface PagedList<T> {
  /** Where the items stand that it has: from `start` to below `end`. Both 0 where it has none. */
  bounds(state: StateReader, key: KeyParts): Bounds
  /** Of a position within its bounds. */
  at(state: StateReader, key: KeyParts, position: number): T
  append(state: StateWriter, key: KeyParts, item: T): void
  /** The first item, which MUST exist. A list leaves nothing behind with its last one. */
  takeFirst(state: StateWriter, key: KeyParts): T
}

export interface Bounds {
  readonly start: number
  readonly end: number
}

/** The record that each change of a list rewrites: its bounds, and the page of the last item. */
interface Head<T> extends Bounds {
  readonly items: readonly T[]
}

const EMPTY: Bounds = { start: 0, end: 0 }

const pageOf = (position: number): number => Math.floor(position / PAGE_ITEMS)

function writeItems<T>(writer: ByteWriter, items: readonly T[], item: ValueCodec<T>): Uint8Array {
  for (const one of items) {
    const bytes = item.encode(one)
    writer.uint32(bytes.length).bytes(bytes)
  }
  return writer.finish()
}

function readItems<T>(bytes: Uint8Array, item: ValueCodec<T>): Result<readonly T[]> {
  const items: T[] = []
  for (let offset = 0; offset < bytes.length; ) {
    if (offset + LENGTH_BYTES > bytes.length) return err(reject('encoding/malformed', 'a page of a list ends within a length'))
    const length = new ByteReader(bytes.subarray(offset, offset + LENGTH_BYTES)).uint32()
    offset += LENGTH_BYTES
    if (offset + length > bytes.length) return err(reject('encoding/malformed', 'a page of a list ends within an item'))
    const decoded = item.decode(bytes.slice(offset, offset + length))
    if (!decoded.ok) return decoded
    items.push(decoded.value)
    offset += length
  }
  return ok(items)
}

function pageCodec<T>(item: ValueCodec<T>): ValueCodec<readonly T[]> {
  return { encode: (items) => writeItems(new ByteWriter(), items, item), decode: (bytes) => readItems(bytes, item) }
}

function headCodec<T>(item: ValueCodec<T>): ValueCodec<Head<T>> {
  return {
    encode: ({ start, end, items }) => writeItems(new ByteWriter().uint32(start).uint32(end), items, item),
    decode: (bytes) => {
      if (bytes.length < HEAD_NUMBERS_BYTES) return err(reject('encoding/malformed', 'the head of a list is too short'))
      const numbers = new ByteReader(bytes)
      const [start, end] = [numbers.uint32(), numbers.uint32()]
      const items = readItems(numbers.rest(), item)
      if (!items.ok) return items
      const isWhole = start < end && items.value.length === end - pageOf(end - 1) * PAGE_ITEMS
      return isWhole ? ok({ start, end, items: items.value }) : err(reject('encoding/malformed', 'a list has other items than it says'))
    },
  }
}

interface PagedListOptions<T> {
  readonly module: string
  /** Part of every key: it may never change. */
  readonly name: string
  /** Of what is small: a page of them has to fit into a value of the state. */
  readonly item: ValueCodec<T>
}

/** The last page stands with the bounds at `name.head`, each full one before it at `name.page` under its number. */
export function pagedList<T>({ module, name, item }: PagedListOptions<T>): PagedList<T> {
  const heads = table({ module, name: `${name}.head`, value: headCodec(item) })
  const pages = table({ module, name: `${name}.page`, value: pageCodec(item) })
  const pageKey = (key: KeyParts, page: number): readonly string[] => [...partsOf(key), `${page}`]

  const itemAt = (state: StateReader, key: KeyParts, { end, items }: Head<T>, position: number): T => {
    const page = pageOf(position)
    const held = page === pageOf(end - 1) ? items : pages.require(state, pageKey(key, page))
    return held[position % PAGE_ITEMS] as T
  }

  return {
    bounds: (state, key) => heads.get(state, key) ?? EMPTY,
    at: (state, key, position) => {
      const head = heads.require(state, key)
      assert(position >= head.start && position < head.end, () => `a list of ${module}/${name} has nothing at ${position}`)
      return itemAt(state, key, head, position)
    },
    append: (state, key, added) => {
      const { start, end, items } = heads.get(state, key) ?? { ...EMPTY, items: [] }
      const isFull = items.length === PAGE_ITEMS
      if (isFull) pages.put(state, pageKey(key, pageOf(end - 1)), items)
      heads.put(state, key, { start, end: end + 1, items: isFull ? [added] : [...items, added] })
    },
    takeFirst: (state, key) => {
      const head = heads.require(state, key)
      const { start, end } = head
      const first = itemAt(state, key, head, start)
      if (start + 1 === end) heads.delete(state, key)
      else heads.put(state, key, { ...head, start: start + 1 })
      const isPageDone = pageOf(start) < pageOf(end - 1) && (start + 1) % PAGE_ITEMS === 0
      if (isPageDone) pages.delete(state, pageKey(key, pageOf(start)))
      return first
    },
  }
}
