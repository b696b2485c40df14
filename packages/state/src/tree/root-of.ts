import { assert, bytesToHash, EMPTY_BYTES, type Hash, ZERO_HASH } from '@hanse/primitives'
import { createStateHasher, leafHash, PAIR_SIZE_BYTES, type Sha256, type StateHasher } from './hasher.ts'

const HASH = 32
const ENTRY = 2 * HASH
const INITIAL_ENTRIES = 1_024
const PREFIXES = 0x10000
/** Between two pauses of `rootSteps`: some milliseconds of work each. */
const PREFIXES_PER_STEP = 1_024
const ENTRIES_PER_STEP = 2_048

/** Computes the root of a whole state from its entries, which come in any order and with distinct keys. 68 bytes of memory each. */
export class RootBuilder {
  readonly #hasher: StateHasher
  /** keyHash ‖ valueHash of each entry, in the order they came. */
  #entries = new Uint8Array(ENTRY * INITIAL_ENTRIES)
  #count = 0
  readonly #pair = new Uint8Array(PAIR_SIZE_BYTES)
  readonly #inner = new Uint8Array(HASH)

  constructor(hasher?: Sha256 | StateHasher) {
    this.#hasher = createStateHasher(hasher)
  }

  get count(): number {
    return this.#count
  }

  add(key: Uint8Array, value: Uint8Array): void {
    if (ENTRY * (this.#count + 1) > this.#entries.length) {
      const grown = new Uint8Array(2 * this.#entries.length)
      grown.set(this.#entries)
      this.#entries = grown
    }
    this.#entries.set(this.#hasher.sha256(key), ENTRY * this.#count)
    this.#entries.set(this.#hasher.sha256(value), ENTRY * this.#count + HASH)
    this.#count += 1
  }

  root(): Hash {
    const steps = this.rootSteps()
    for (;;) {
      const step = steps.next()
      if (step.done === true) return step.value
    }
  }

  /** As `root`, in pieces of some milliseconds, for one who has other work between them. */
  *rootSteps(): Generator<undefined, Hash> {
    if (this.#count === 0) return ZERO_HASH
    return bytesToHash(yield* this.#subtreeSteps(yield* this.#sorted(), 0))
  }

  /** Indices of the entries in order of key hash. Many are parted by the first two bytes, which leaves few to compare. */
  *#sorted(): Generator<undefined, Uint32Array> {
    if (this.#count <= ENTRIES_PER_STEP) {
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
      if (prefix % PREFIXES_PER_STEP === 0) yield
      const from = starts[prefix] as number
      const to = starts[prefix + 1] as number
      if (to - from > 1) sorted.subarray(from, to).sort((left, right) => this.#compare(left, right))
    }
    return sorted
  }

  #prefix(index: number): number {
    return (this.#entries[ENTRY * index] as number) * 256 + (this.#entries[ENTRY * index + 1] as number)
  }

  #compare(left: number, right: number): number {
    for (let byte = 0; byte < HASH; byte++) {
      const difference = (this.#entries[ENTRY * left + byte] as number) - (this.#entries[ENTRY * right + byte] as number)
      if (difference !== 0) return difference
    }
    return 0
  }

  #bit(index: number, depth: number): number {
    return ((this.#entries[ENTRY * index + (depth >> 3)] as number) >> (7 - (depth & 7))) & 1
  }

  *#subtreeSteps(sorted: Uint32Array, depth: number): Generator<undefined, Uint8Array> {
    if (sorted.length <= ENTRIES_PER_STEP) {
      yield
      return this.#subtree(sorted, depth)
    }
    assert(depth <= 8 * HASH, 'two entries have the same key')
    const middle = this.#firstOfRight(sorted, depth)
    const left = yield* this.#subtreeSteps(sorted.subarray(0, middle), depth + 1)
    return this.#join(left, yield* this.#subtreeSteps(sorted.subarray(middle), depth + 1))
  }

  #subtree(sorted: Uint32Array, depth: number): Uint8Array {
    assert(depth <= 8 * HASH, 'two entries have the same key')
    if (sorted.length === 0) return EMPTY_BYTES
    if (sorted.length === 1) {
      const offset = ENTRY * (sorted[0] as number)
      return leafHash(this.#hasher, this.#entries.subarray(offset, offset + HASH), this.#entries.subarray(offset + HASH, offset + ENTRY))
    }
    const middle = this.#firstOfRight(sorted, depth)
    const left = this.#subtree(sorted.subarray(0, middle), depth + 1)
    return this.#join(left, this.#subtree(sorted.subarray(middle), depth + 1))
  }

  /** Where the entries begin whose key hash has a one there. */
  #firstOfRight(sorted: Uint32Array, depth: number): number {
    let middle = 0
    let end = sorted.length
    while (middle < end) {
      const probe = (middle + end) >> 1
      if (this.#bit(sorted[probe] as number, depth) === 0) middle = probe + 1
      else end = probe
    }
    return middle
  }

  #join(left: Uint8Array, right: Uint8Array): Uint8Array {
    this.#pair.fill(0)
    this.#pair.set(left)
    this.#pair.set(right, HASH)
    this.#hasher.hashPairs(this.#pair, this.#inner)
    return this.#inner.slice()
  }
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
