import { assert, bytesToHash, type Hash, ZERO_HASH } from '@hanse/primitives'
import { createStateHasher, leafHash, PAIR_SIZE_BYTES, type Sha256, type StateHasher } from './hasher.ts'

const HASH = 32
/** Entries of a slab of memory, as a power of two: one that grew as a whole would be there twice while it is copied. */
const SLAB_BITS = 10
const SLAB_ENTRIES = 1 << SLAB_BITS
/** Its key hash, and the hash of its leaf. */
const ENTRY_SIZE_BYTES = 2 * HASH
const PREFIXES = 0x10000
/** Above it they are parted by prefixes before they are sorted. */
const SORTED_AT_ONCE_MAX = 2_048

/** Entries by their place in `sorted`. */
interface Range {
  readonly sorted: Uint32Array
  readonly from: number
  readonly to: number
}

/** Computes the root of a whole state from its entries, which come in any order and with distinct keys. 68 bytes of memory each. */
export class RootBuilder {
  readonly #hasher: StateHasher
  /** Entries in the order they came. */
  readonly #slabs: Uint8Array[] = []
  #count = 0
  readonly #pairs: Uint8Array[] = []
  readonly #inner = new Uint8Array(HASH)

  constructor(hasher?: Sha256 | StateHasher) {
    this.#hasher = createStateHasher(hasher)
  }

  get count(): number {
    return this.#count
  }

  add(key: Uint8Array, value: Uint8Array): void {
    const at = placeIn(this.#count)
    if (at === 0) this.#slabs.push(new Uint8Array(ENTRY_SIZE_BYTES * SLAB_ENTRIES))
    const slab = this.#slabOf(this.#count)
    const keyHash = this.#hasher.sha256(key)
    slab.set(keyHash, at)
    slab.set(leafHash(this.#hasher, keyHash, this.#hasher.sha256(value)), at + HASH)
    this.#count += 1
  }

  root(): Hash {
    if (this.#count === 0) return ZERO_HASH
    const root = new Uint8Array(HASH)
    this.#subtree({ sorted: this.#sorted(), from: 0, to: this.#count }, 0, root, 0)
    return bytesToHash(root)
  }

  /** Indices of the entries in order of key hash. Many are parted by the first two bytes, which leaves few to compare. */
  #sorted(): Uint32Array {
    if (this.#count <= SORTED_AT_ONCE_MAX) {
      const all = Uint32Array.from({ length: this.#count }, (_, index) => index)
      return all.sort((left, right) => this.#compare(left, right))
    }
    const starts = new Uint32Array(PREFIXES + 1)
    for (let index = 0; index < this.#count; index++) starts[this.#prefix(index) + 1] = (starts[this.#prefix(index) + 1] as number) + 1
    for (let prefix = 0; prefix < PREFIXES; prefix++) starts[prefix + 1] = (starts[prefix + 1] as number) + (starts[prefix] as number)
    const next = starts.slice()
    const sorted = new Uint32Array(this.#count)
    for (let index = 0; index < this.#count; index++) {
      const prefix = this.#prefix(index)
      const place = next[prefix] as number
      sorted[place] = index
      next[prefix] = place + 1
    }
    for (let prefix = 0; prefix < PREFIXES; prefix++) {
      const from = starts[prefix] as number
      const to = starts[prefix + 1] as number
      if (to - from > 1) sorted.subarray(from, to).sort((left, right) => this.#compare(left, right))
    }
    return sorted
  }

  #slabOf(index: number): Uint8Array {
    return this.#slabs[index >>> SLAB_BITS] as Uint8Array
  }

  #prefix(index: number): number {
    const slab = this.#slabOf(index)
    const at = placeIn(index)
    return (slab[at] as number) * 256 + (slab[at + 1] as number)
  }

  #compare(left: number, right: number): number {
    const leftSlab = this.#slabOf(left)
    const rightSlab = this.#slabOf(right)
    const leftAt = placeIn(left)
    const rightAt = placeIn(right)
    for (let byte = 0; byte < HASH; byte++) {
      const difference = (leftSlab[leftAt + byte] as number) - (rightSlab[rightAt + byte] as number)
      if (difference !== 0) return difference
    }
    return 0
  }

  #bit(index: number, depth: number): number {
    return ((this.#slabOf(index)[placeIn(index) + (depth >> 3)] as number) >> (7 - (depth & 7))) & 1
  }

  /** Writes the hash of the node above these entries, which is zeros where there are none. */
  #subtree(range: Range, depth: number, into: Uint8Array, at: number): void {
    const { sorted, from, to } = range
    if (from === to) return void into.fill(0, at, at + HASH)
    if (to - from === 1) {
      const index = sorted[from] as number
      const leafAt = placeIn(index) + HASH
      return into.set(this.#slabOf(index).subarray(leafAt, leafAt + HASH), at)
    }
    const middle = this.#firstOfRight(range, depth)
    const pair = this.#pairAt(depth)
    this.#subtree({ sorted, from, to: middle }, depth + 1, pair, 0)
    this.#subtree({ sorted, from: middle, to }, depth + 1, pair, HASH)
    this.#join(pair, into, at)
  }

  /** Where the entries begin whose key hash has a one there. */
  #firstOfRight({ sorted, from, to }: Range, depth: number): number {
    let middle = from
    let end = to
    while (middle < end) {
      const probe = (middle + end) >> 1
      if (this.#bit(sorted[probe] as number, depth) === 0) middle = probe + 1
      else end = probe
    }
    return middle
  }

  /** The two children of the node that is being made at this depth: of each depth there is one at a time. */
  #pairAt(depth: number): Uint8Array {
    assert(depth < 8 * HASH, 'two entries have the same key')
    const pair = this.#pairs[depth] ?? new Uint8Array(PAIR_SIZE_BYTES)
    this.#pairs[depth] = pair
    return pair
  }

  #join(pair: Uint8Array, into: Uint8Array, at: number): void {
    this.#hasher.hashPairs(pair, this.#inner)
    into.set(this.#inner, at)
  }
}

/** Where an entry stands in its slab. */
function placeIn(index: number): number {
  return ENTRY_SIZE_BYTES * (index & (SLAB_ENTRIES - 1))
}

/** The root of the state with these entries: distinct keys in any order. For one who cannot hold them at once there is `RootBuilder`. */
export function stateRootOf(
  entries: Iterable<{ readonly key: Uint8Array; readonly value: Uint8Array }>,
  hasher?: Sha256 | StateHasher,
): Hash {
  const builder = new RootBuilder(hasher)
  for (const { key, value } of entries) builder.add(key, value)
  return builder.root()
}
