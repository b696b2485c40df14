import { assert } from '@hanse/primitives'
import { leafHash, type StateHasher } from './hasher.ts'

/** What stands at a node of the tree. */
export const EMPTY = 0
export const LEAF = 1
export const INNER = 2
export type NodeKind = typeof EMPTY | typeof LEAF | typeof INNER

const HASH = 32
const LEAF_SIZE_BYTES = 64
/** A page holds four levels of the tree: 16 slots at its bottom. */
export const SLOTS = 16
/** Index of the page's top node; the children of node i are 2i and 2i + 1, the slots are 16 to 31. */
export const TOP = 1
const NODES = 2 * SLOTS

/**
 * Four levels of the tree. A slot holds nothing, one leaf (the only one below it), or another page, which then has at least two
 * leaves: so equal sets of leaves give equal pages. A page never changes once its block has been executed; `version` is the height
 * of that block, and with the path from the root it names the page.
 */
export class Page {
  readonly version: number
  /** Hash and kind of each node, by heap index. */
  readonly hashes: Uint8Array
  readonly kinds: Uint8Array
  /** keyHash ‖ valueHash of the slots that are leaves. */
  readonly #leaves: Uint8Array
  /** Version of the page below, of the slots that are inner. */
  readonly #childVersions: Float64Array

  private constructor(version: number, hashes: Uint8Array, kinds: Uint8Array, leaves: Uint8Array, childVersions: Float64Array) {
    this.version = version
    this.hashes = hashes
    this.kinds = kinds
    this.#leaves = leaves
    this.#childVersions = childVersions
  }

  static empty(version: number): Page {
    const hashes = new Uint8Array(HASH * NODES)
    return new Page(version, hashes, new Uint8Array(NODES), new Uint8Array(LEAF_SIZE_BYTES * SLOTS), new Float64Array(SLOTS))
  }

  /** The same page, to be changed for another version. */
  copy(version: number): Page {
    return new Page(version, this.hashes.slice(), this.kinds.slice(), this.#leaves.slice(), this.#childVersions.slice())
  }

  kindOf(slot: number): NodeKind {
    return this.kinds[SLOTS + slot] as NodeKind
  }

  hashOf(node: number): Uint8Array {
    return this.hashes.subarray(HASH * node, HASH * node + HASH)
  }

  /** The page's own hash, once its nodes are hashed. */
  get topHash(): Uint8Array {
    return this.hashOf(TOP)
  }

  keyHashOf(slot: number): Uint8Array {
    return this.#leaves.subarray(LEAF_SIZE_BYTES * slot, LEAF_SIZE_BYTES * slot + HASH)
  }

  valueHashOf(slot: number): Uint8Array {
    return this.#leaves.subarray(LEAF_SIZE_BYTES * slot + HASH, LEAF_SIZE_BYTES * (slot + 1))
  }

  childVersionOf(slot: number): number {
    assert(this.kindOf(slot) === INNER, 'only a page below has a version')
    return this.#childVersions[slot] as number
  }

  clear(slot: number): void {
    this.kinds[SLOTS + slot] = EMPTY
    this.hashOf(SLOTS + slot).fill(0)
  }

  setLeaf(slot: number, keyHash: Uint8Array, valueHash: Uint8Array, hasher: StateHasher): void {
    this.#leaves.set(keyHash, LEAF_SIZE_BYTES * slot)
    this.#leaves.set(valueHash, LEAF_SIZE_BYTES * slot + HASH)
    this.kinds[SLOTS + slot] = LEAF
    this.hashes.set(leafHash(hasher, keyHash, valueHash), HASH * (SLOTS + slot))
  }

  /** A page below. Its hash may be set later, see `setSlotHash`. */
  setChild(slot: number, version: number): void {
    this.kinds[SLOTS + slot] = INNER
    this.#childVersions[slot] = version
  }

  setSlotHash(slot: number, hash: Uint8Array): void {
    this.hashes.set(hash, HASH * (SLOTS + slot))
  }

  /** Its only slot that holds anything, when that is a leaf. */
  soleLeaf(): number | undefined {
    let found: number | undefined
    for (let slot = 0; slot < SLOTS; slot++) {
      const kind = this.kindOf(slot)
      if (kind === EMPTY) continue
      if (kind === INNER || found !== undefined) return undefined
      found = slot
    }
    return found
  }

  isEmpty(): boolean {
    for (let slot = 0; slot < SLOTS; slot++) if (this.kindOf(slot) !== EMPTY) return false
    return true
  }
}

/** The slot that a key's path takes in the page at `depth`: four bits of its hash. */
export function slotOf(keyHash: Uint8Array, depth: number): number {
  const byte = keyHash[depth >> 1] as number
  return (depth & 1) === 0 ? byte >> 4 : byte & 0x0f
}

const HEX_DIGITS = '0123456789abcdef'

/** Paths are texts of one hexadecimal digit a page; the root's is empty. */
export function pathBelow(path: string, slot: number): string {
  return path + HEX_DIGITS[slot]
}

/** Where a page is stored. */
export interface PageRef {
  readonly version: number
  readonly path: string
}
