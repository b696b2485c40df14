import { assert, concatBytes } from '@hanse/primitives'
import { encodeHead, encodeStoredValue, HEAD_KEY, pageKey, type StateRecord } from '../store/layout.ts'
import { encodePage } from '../store/page-codec.ts'
import { ALL_SLOTS, hashPages } from '../tree/hash-pages.ts'
import { createStateHasher, type Sha256, type StateHasher } from '../tree/hasher.ts'
import { type ChildPage, Page, pathBelow, SLOT_LEAVES_MAX, SLOTS, slotOf } from '../tree/page.ts'
import type { PlacedRecord } from './chunks.ts'

const HASH = 32
const LEAF = 2 * HASH
const INITIAL_LEAVES = 1_024

/**
 * The state's own table of a chain that begins at a height above genesis, from the records of a snapshot: they come in order of key hash,
 * over all chunks. 64 bytes of memory each. Heights below are not served.
 */
export class RestoredState {
  readonly #height: number
  readonly #hasher: StateHasher
  #leaves = new Uint8Array(LEAF * INITIAL_LEAVES)
  #count = 0

  constructor(height: number, hasher?: Sha256 | StateHasher) {
    this.#height = height
    this.#hasher = createStateHasher(hasher)
  }

  /** What the store must write of a record. */
  add({ key, value, keyHash }: PlacedRecord): StateRecord {
    const offset = LEAF * this.#count
    if (offset + LEAF > this.#leaves.length) {
      const grown = new Uint8Array(2 * this.#leaves.length)
      grown.set(this.#leaves)
      this.#leaves = grown
    }
    this.#leaves.set(keyHash, offset)
    this.#leaves.set(this.#hasher.sha256(value), offset + HASH)
    this.#count += 1
    return { key, value: encodeStoredValue({ height: this.#height, value }) }
  }

  /** Once all records were added: the pages of the tree, those below before those above, and where the head is. */
  *finish(): Generator<StateRecord> {
    yield* this.#pages('', 0, this.#count)
    const head = { height: this.#height, rootVersion: this.#height, oldestUndo: this.#height + 1 }
    yield { key: HEAD_KEY, value: encodeHead(head) }
  }

  *#pages(path: string, from: number, to: number): Generator<StateRecord, Page> {
    const children: (ChildPage | undefined)[] = []
    const own: Uint8Array[] = []
    let start = from
    for (let slot = 0; slot < SLOTS; slot++) {
      let end = start
      while (end < to && slotOf(this.#leaves.subarray(LEAF * end), path.length) === slot) end += 1
      if (end - start > SLOT_LEAVES_MAX) {
        const child = yield* this.#pages(pathBelow(path, slot), start, end)
        children.push({ version: this.#height, hash: child.topHash })
      } else {
        children.push(undefined)
        own.push(this.#leaves.subarray(LEAF * start, LEAF * end))
      }
      start = end
    }
    assert(start === to, 'the records of a snapshot come in order of key hash')
    const page = Page.of(this.#height, path.length, concatBytes(...own), children, this.#hasher)
    hashPages(this.#hasher, [{ page, dirtySlots: ALL_SLOTS }])
    yield { key: pageKey({ version: this.#height, path }), value: encodePage(page) }
    return page
  }
}
