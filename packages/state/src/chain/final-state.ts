import { assert, bytesToHash, equalBytes, type Hash } from '@hanse/primitives'
import { type Header, headerCodec } from '@hanse/protocol'
import { ABSENT, HeldValue } from '../data/held-value.ts'
import { keyBytes, keyText } from '../data/state-key.ts'
import type { StateWrites } from '../ledger.ts'
import type { TextReader } from '../runtime/write-set.ts'
import {
  decodeHead,
  decodeStoredValue,
  encodeHead,
  encodeStoredValue,
  HEAD_KEY,
  pageKey,
  type StoredValue,
  undoKey,
} from '../store/layout.ts'
import { decodePage, encodePages } from '../store/page-codec.ts'
import { decodeForgettable, decodeUndo, encodeUndo, type Replaced, type UndoRecord } from '../store/undo-record.ts'
import type { StateHasher } from '../tree/hasher.ts'
import type { Page, PageRef } from '../tree/page.ts'
import type { PageSource } from '../tree/update-tree.ts'
import type { BlockOverlay } from './block-overlay.ts'
import { BoundedCache } from './bounded-cache.ts'
import type { KeyChanges } from './tree-changes.ts'

/** What the ledger reads of the store: its own table, under the keys that `finalize` gave. */
export interface StateSource {
  get(key: Uint8Array): Uint8Array | undefined
}

/** Finalized blocks that the source may lack, at most: older ones are read from it. */
export const STORE_LAG_HEIGHTS_MAX = 128

/** Of the memory for caches, the part of the values; pages have the rest. */
const VALUE_CACHE_SHARE = 1 / 3
const UNDO_CACHE_RECORDS_MAX = 16
const FORGOTTEN_PER_BLOCK_MAX = 4
/** What an entry of a map costs beside its bytes. */
const ENTRY_OVERHEAD_BYTES = 128

/** What stands under a key, and the height of the block that wrote it. */
interface FinalValue {
  readonly height: number
  readonly value: HeldValue
}

const NEVER_WRITTEN: FinalValue = { height: 0, value: ABSENT }

function finalValue({ height, value }: StoredValue): FinalValue {
  return { height, value: new HeldValue(value) }
}

/** A final block whose writes may still be on their way to the store. */
interface InFlight {
  readonly height: number
  readonly changed: KeyChanges
  readonly pages: ReadonlyMap<string, { readonly page: Page }>
  readonly undoBytes: Uint8Array
}

interface FinalStateOptions {
  readonly source: StateSource
  readonly hasher: StateHasher
  readonly head: { readonly header: Header; readonly hash: Hash }
  /** Heights below the head that are served. */
  readonly undoHeights: number
  readonly cacheBytesMax: number
}

/** The state at the final head, and the way back from it. */
export class FinalState implements TextReader, PageSource {
  readonly #source: StateSource
  readonly #hasher: StateHasher
  readonly #undoHeights: number
  readonly #values: BoundedCache<string, FinalValue>
  readonly #pages: BoundedCache<string, Page>
  readonly #undos = new BoundedCache<number, UndoRecord>(UNDO_CACHE_RECORDS_MAX, () => 1)
  /** By height, ascending. */
  readonly #inFlight = new Map<number, InFlight>()
  #head: { readonly header: Header; readonly hash: Hash }
  /** Of the head, encoded. */
  #headerBytes: Uint8Array
  #root: Page
  #oldestUndo: number

  /** @throws InvariantError when the source is not at this head. */
  constructor({ source, hasher, head, undoHeights, cacheBytesMax }: FinalStateOptions) {
    this.#values = new BoundedCache(cacheBytesMax * VALUE_CACHE_SHARE, ({ value }) => ENTRY_OVERHEAD_BYTES + (value.bytes?.length ?? 0))
    this.#pages = new BoundedCache(cacheBytesMax * (1 - VALUE_CACHE_SHARE), ({ sizeBytes }) => sizeBytes)
    this.#source = source
    this.#hasher = hasher
    this.#undoHeights = undoHeights
    this.#head = head
    this.#headerBytes = headerCodec.encode(head.header)
    const record = source.get(HEAD_KEY)
    assert(record !== undefined, 'the store has no state')
    const { height, rootVersion, oldestUndo } = decodeHead(record)
    assert(height === head.header.height, `the store's state is of height ${height}, the head is ${head.header.height}`)
    this.#oldestUndo = oldestUndo
    this.#root = this.rootAt(rootVersion, head.header)
  }

  get head(): { readonly header: Header; readonly hash: Hash } {
    return this.#head
  }

  get root(): Page {
    return this.#root
  }

  get oldestHeight(): number {
    return Math.max(this.#oldestUndo - 1, this.#head.header.height - this.#undoHeights)
  }

  read(text: string): HeldValue {
    return this.#stored(text).value
  }

  /** The key's value at a height that is served. Goes back from the head through the blocks that changed the key. */
  readAt(height: number, text: string): HeldValue {
    assert(height >= this.oldestHeight, () => `height ${height} is not served any more`)
    let at = this.#stored(text)
    while (at.height > height) {
      const replaced = this.undo(at.height)?.replaced.get(text)
      assert(replaced !== undefined, `the block of height ${at.height} changed a key that its undo record lacks`)
      at = finalValue(replaced)
    }
    return at.value
  }

  rootAt(version: number, header: Header): Page {
    const page = this.#load({ version, path: '' })
    assert(bytesToHash(page.topHash) === header.stateRoot, `the state tree at height ${header.height} has another root than the header`)
    return page
  }

  page(ref: PageRef, hash: Uint8Array): Page {
    const page = this.#load(ref)
    assert(
      equalBytes(page.topHash, hash),
      () => `page ${ref.path} of version ${ref.version} of the state tree has another hash than the page above says`,
    )
    return page
  }

  /** What the block of this height replaced; undefined when that is not kept. */
  undo(height: number): UndoRecord | undefined {
    const known = this.#undos.get(height)
    if (known !== undefined) return known
    const bytes = this.#inFlight.get(height)?.undoBytes ?? this.#source.get(undoKey(height))
    if (bytes === undefined) return undefined
    const undo = decodeUndo(bytes)
    this.#undos.set(height, undo)
    return undo
  }

  /** Takes a block over and returns what the store must write for it. */
  advance({ block, changes, tree }: BlockOverlay): StateWrites {
    const height = block.header.height
    const puts: { readonly key: Uint8Array; readonly value: Uint8Array }[] = []
    const replaced: Replaced[] = []
    for (const [text, { key, value }] of changes) {
      const before = this.#stored(text)
      replaced.push({ key: key.bytes, height: before.height, value: before.value.bytes, deleted: value.bytes === undefined })
      puts.push({ key: key.bytes, value: encodeStoredValue({ height, value: value.bytes }) })
      this.#values.set(text, { height, value })
    }
    const written = [...tree.written]
    const pages = encodePages(written.map(([, { page }]) => page))
    for (const [index, [path, { page }]] of written.entries()) {
      puts.push({ key: pageKey({ version: height, path }), value: pages[index] as Uint8Array })
      this.#pages.set(path, page)
    }
    const undo = { hash: this.#head.hash, rootVersion: this.#root.version, stale: tree.stale, replaced }
    const undoBytes = encodeUndo(undo, this.#headerBytes)
    puts.push({ key: undoKey(height), value: undoBytes })
    this.#inFlight.set(height, { height, changed: changes, pages: tree.written, undoBytes })
    this.#head = { header: block.header, hash: block.hash }
    this.#headerBytes = block.encoded.header
    this.#root = tree.root
    this.stored(height - STORE_LAG_HEIGHTS_MAX)
    const deletes = this.#forgetUpTo(height - this.#undoHeights)
    puts.push({ key: HEAD_KEY, value: encodeHead({ height, rootVersion: tree.root.version, oldestUndo: this.#oldestUndo }) })
    return { puts, deletes }
  }

  /** The source holds everything up to this height. */
  stored(upTo: number): void {
    for (const height of this.#inFlight.keys()) {
      if (height > upTo) return
      this.#inFlight.delete(height)
    }
  }

  /** One undo record falls out a block; some more after a start that keeps fewer heights. */
  #forgetUpTo(height: number): readonly Uint8Array[] {
    const deletes: Uint8Array[] = []
    const end = Math.min(height, this.#oldestUndo + FORGOTTEN_PER_BLOCK_MAX - 1)
    while (this.#oldestUndo <= end) for (const key of this.#forget(this.#oldestUndo++)) deletes.push(key)
    return deletes
  }

  /** What only heights below `height` needed. */
  #forget(height: number): readonly Uint8Array[] {
    const record = this.#inFlight.get(height)?.undoBytes ?? this.#source.get(undoKey(height))
    assert(record !== undefined, `the undo record of height ${height} is missing`)
    const { pageKeys, deleted } = decodeForgettable(record)
    const deletes = [undoKey(height), ...pageKeys]
    for (const key of deleted) {
      const text = keyText(key)
      if (this.#stored(text).height !== height) continue
      // From here on nothing tells a deleted key from one that never was. What is in flight stays: the source may not have the deletion yet.
      this.#values.set(text, NEVER_WRITTEN)
      deletes.push(key.slice())
    }
    return deletes
  }

  #stored(text: string): FinalValue {
    const known = this.#values.get(text) ?? this.#inFlightValue(text)
    if (known !== undefined) return known
    const record = this.#source.get(keyBytes(text))
    const stored = record === undefined ? NEVER_WRITTEN : finalValue(decodeStoredValue(record))
    this.#values.set(text, stored)
    return stored
  }

  #inFlightValue(text: string): FinalValue | undefined {
    let found: FinalValue | undefined
    for (const { height, changed } of this.#inFlight.values()) {
      const change = changed.get(text)
      if (change !== undefined) found = { height, value: change.value }
    }
    return found
  }

  #load(ref: PageRef): Page {
    const { version, path } = ref
    const inFlight = this.#inFlight.get(version)?.pages.get(path)
    if (inFlight !== undefined) return inFlight.page
    const cached = this.#pages.get(path)
    if (cached?.version === version) return cached
    const bytes = this.#source.get(pageKey(ref))
    assert(bytes !== undefined, `page ${path} of version ${version} of the state tree is missing`)
    const page = decodePage(bytes, version, path.length, this.#hasher)
    if (cached === undefined || cached.version < version) this.#pages.set(path, page)
    return page
  }
}
