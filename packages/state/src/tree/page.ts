import { assert } from '@hanse/primitives'
import { LEAF_SIZE_BYTES, leafHash, type StateHasher } from './hasher.ts'
import { type Leaf, subtreeHash } from './leaves.ts'

/** What stands at a node of the tree. */
export const EMPTY = 0
export const LEAF = 1
export const INNER = 2

const HASH = 32
/** A page holds four levels of the tree: 16 slots at its bottom. */
export const SLOTS = 16
const PAGE_LEVELS = 4
/** Index of the page's top node; the children of node i are 2i and 2i + 1, the slots are 16 to 31. */
export const TOP = 1
const NODES = 2 * SLOTS
/** A slot with more leaves than this has a page of its own. */
export const SLOT_LEAVES_MAX = 4

/** What a page says of one below it. */
export interface ChildPage {
  readonly version: number
  readonly hash: Uint8Array
}

/** The parts of a page, each an array of its own size. */
interface Parts {
  /** Of each node, by heap index. */
  readonly hashes: Uint8Array
  readonly kinds: Uint8Array
  /** keyHash ‖ valueHash, in order of key hash, so by slot. */
  leaves: Uint8Array
  /** How many of the leaves belong to each slot. */
  readonly leafCounts: Uint8Array
  /** Of the slots that have a page of their own; 0 elsewhere. */
  readonly childVersions: number[]
  /** Nobody else has the leaves: not the page that this one is a copy of, nor a record of the store. */
  ownsLeaves: boolean
}

/**
 * Four levels of the tree. A slot holds up to four leaves, or stands for another page, which then has more: so equal sets of leaves
 * give equal pages. A page never changes once its block has been executed; `version` is the height of that block, and with the path
 * from the root it names the page.
 */
export class Page {
  readonly version: number
  readonly #parts: Parts

  private constructor(version: number, parts: Parts) {
    this.version = version
    this.#parts = parts
  }

  static empty(version: number): Page {
    return new Page(version, {
      hashes: new Uint8Array(HASH * NODES),
      kinds: new Uint8Array(NODES),
      leaves: new Uint8Array(0),
      leafCounts: new Uint8Array(SLOTS),
      childVersions: new Array<number>(SLOTS).fill(0),
      ownsLeaves: false,
    })
  }

  /** A page from what its record holds: its own leaves, and the pages below. Its nodes are not hashed yet. */
  static of(version: number, depth: number, leaves: Uint8Array, children: readonly (ChildPage | undefined)[], hasher: StateHasher): Page {
    assert(leaves.length % LEAF_SIZE_BYTES === 0, 'a page has whole leaves')
    const page = Page.empty(version)
    const { kinds, leafCounts, childVersions } = page.#parts
    page.#parts.leaves = leaves
    for (let offset = 0; offset < leaves.length; offset += LEAF_SIZE_BYTES) {
      const slot = slotOf(leaves.subarray(offset, offset + HASH), depth)
      leafCounts[slot] = (leafCounts[slot] as number) + 1
    }
    for (const [slot, child] of children.entries()) {
      const count = leafCounts[slot] as number
      kinds[SLOTS + slot] = child === undefined ? Math.min(count, INNER) : INNER
      childVersions[slot] = child?.version ?? 0
      if (count > 0) page.setSlotHash(slot, subtreeHash(hasher, page.leavesOf(slot), PAGE_LEVELS * (depth + 1)))
      if (child !== undefined) page.setSlotHash(slot, child.hash)
    }
    return page
  }

  /** The same page, to be changed for another version. */
  copy(version: number): Page {
    const { hashes, kinds, leaves, leafCounts, childVersions } = this.#parts
    return new Page(version, {
      hashes: hashes.slice(),
      kinds: kinds.slice(),
      leaves,
      leafCounts: leafCounts.slice(),
      childVersions: childVersions.slice(),
      ownsLeaves: false,
    })
  }

  get kinds(): Uint8Array {
    return this.#parts.kinds
  }

  get hashes(): Uint8Array {
    return this.#parts.hashes
  }

  hashOf(node: number): Uint8Array {
    return this.#parts.hashes.subarray(HASH * node, HASH * node + HASH)
  }

  /** The page's own hash, once its nodes are hashed. */
  get topHash(): Uint8Array {
    return this.hashOf(TOP)
  }

  /** The height that wrote the page below a slot; undefined when the slot holds its leaves itself. */
  childVersionOf(slot: number): number | undefined {
    const { kinds, leafCounts, childVersions } = this.#parts
    return kinds[SLOTS + slot] === INNER && leafCounts[slot] === 0 ? childVersions[slot] : undefined
  }

  leafCountOf(slot: number): number {
    return this.#parts.leafCounts[slot] as number
  }

  get leafCount(): number {
    return this.#parts.leaves.length / LEAF_SIZE_BYTES
  }

  get hasChildren(): boolean {
    for (let slot = 0; slot < SLOTS; slot++) if (this.childVersionOf(slot) !== undefined) return true
    return false
  }

  /** Views of the leaves that the slots from `first` to `last` hold themselves, in order of key hash. */
  leavesOf(first: number, last: number = first): Leaf[] {
    const { leaves, leafCounts } = this.#parts
    let start = 0
    for (let slot = 0; slot < first; slot++) start += leafCounts[slot] as number
    let end = start
    for (let slot = first; slot <= last; slot++) end += leafCounts[slot] as number
    const found: Leaf[] = []
    for (let offset = LEAF_SIZE_BYTES * start; offset < LEAF_SIZE_BYTES * end; offset += LEAF_SIZE_BYTES) {
      found.push({ keyHash: leaves.subarray(offset, offset + HASH), valueHash: leaves.subarray(offset + HASH, offset + LEAF_SIZE_BYTES) })
    }
    return found
  }

  /** All leaves that the page itself holds, as bytes. */
  get leafBytes(): Uint8Array {
    return this.#parts.leaves
  }

  /** The slot holds these leaves itself: at most `SLOT_LEAVES_MAX`, in order of key hash. `depth` is the page's. */
  setLeaves(slot: number, leaves: readonly Leaf[], depth: number, hasher: StateHasher): void {
    assert(leaves.length <= SLOT_LEAVES_MAX, 'so many leaves have a page of their own')
    const parts = this.#parts
    const before = LEAF_SIZE_BYTES * this.#countBefore(slot)
    const after = before + LEAF_SIZE_BYTES * (parts.leafCounts[slot] as number)
    const joined = new Uint8Array(parts.leaves.length - (after - before) + LEAF_SIZE_BYTES * leaves.length)
    joined.set(parts.leaves.subarray(0, before))
    for (const [index, { keyHash, valueHash }] of leaves.entries()) {
      joined.set(keyHash, before + LEAF_SIZE_BYTES * index)
      joined.set(valueHash, before + LEAF_SIZE_BYTES * index + HASH)
    }
    joined.set(parts.leaves.subarray(after), before + LEAF_SIZE_BYTES * leaves.length)
    parts.leaves = joined
    parts.ownsLeaves = true
    parts.leafCounts[slot] = leaves.length
    parts.childVersions[slot] = 0
    parts.kinds[SLOTS + slot] = Math.min(leaves.length, INNER)
    const hash = this.hashOf(SLOTS + slot)
    hash.fill(0)
    hash.set(subtreeHash(hasher, leaves, PAGE_LEVELS * (depth + 1)))
  }

  /**
   * Gives a leaf that the slot holds itself another value. `depth` is the page's.
   * @returns whether it is another one than it had; undefined, and nothing is changed, where the slot has no leaf of this key
   */
  setValue(slot: number, { keyHash, valueHash }: Leaf, depth: number, hasher: StateHasher): boolean | undefined {
    const parts = this.#parts
    const first = LEAF_SIZE_BYTES * this.#countBefore(slot)
    const count = parts.leafCounts[slot] as number
    let at = first
    const end = first + LEAF_SIZE_BYTES * count
    while (at < end && !isAt(parts.leaves, at, keyHash)) at += LEAF_SIZE_BYTES
    if (at === end) return undefined
    if (isAt(parts.leaves, at + HASH, valueHash)) return false
    if (!parts.ownsLeaves) {
      parts.leaves = new Uint8Array(parts.leaves)
      parts.ownsLeaves = true
    }
    parts.leaves.set(valueHash, at + HASH)
    const isAlone = count === 1
    this.setSlotHash(
      slot,
      isAlone ? leafHash(hasher, keyHash, valueHash) : subtreeHash(hasher, this.leavesOf(slot), PAGE_LEVELS * (depth + 1)),
    )
    return true
  }

  /** The slot stands for another page. Its hash may come later, see `setSlotHash`. */
  setChild(slot: number, version: number, depth: number, hasher: StateHasher): void {
    if (this.#parts.leafCounts[slot] !== 0) this.setLeaves(slot, [], depth, hasher)
    this.#parts.kinds[SLOTS + slot] = INNER
    this.#parts.childVersions[slot] = version
  }

  setSlotHash(slot: number, hash: Uint8Array): void {
    this.#parts.hashes.set(hash, HASH * (SLOTS + slot))
  }

  /** That of the page below the slot. */
  takeSlotHash(slot: number, { hashes }: Page): void {
    for (let index = 0; index < HASH; index++) this.#parts.hashes[HASH * (SLOTS + slot) + index] = hashes[HASH * TOP + index] as number
  }

  /** Memory, roughly. */
  get sizeBytes(): number {
    return PAGE_OVERHEAD_BYTES + this.#parts.leaves.length
  }

  #countBefore(slot: number): number {
    let count = 0
    for (let before = 0; before < slot; before++) count += this.#parts.leafCounts[before] as number
    return count
  }
}

function isAt(bytes: Uint8Array, at: number, hash: Uint8Array): boolean {
  for (let index = 0; index < HASH; index++) if (bytes[at + index] !== hash[index]) return false
  return true
}

/** Nodes, kinds, counts, versions and the objects around them. */
const PAGE_OVERHEAD_BYTES = 2_048

/** The slot that a key's path takes in the page at `depth`: four bits of its hash. */
export function slotOf(keyHash: Uint8Array, depth: number): number {
  const byte = keyHash[depth >> 1] as number
  return (depth & 1) === 0 ? byte >> 4 : byte & 0x0f
}

const HEX_DIGITS = '0123456789abcdef'

/** Paths are texts of one hexadecimal digit a page; the root's is empty, and its length is the page's depth. */
export function pathBelow(path: string, slot: number): string {
  return path + HEX_DIGITS[slot]
}

/** Where a page is stored. */
export interface PageRef {
  readonly version: number
  readonly path: string
}
