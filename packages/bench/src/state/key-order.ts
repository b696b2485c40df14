const HASH = 32
const PREFIXES = 0x10000

/** Hashes of many keys, 32 bytes each in one array, and the order in which a tree has them. */
export class KeyOrder {
  readonly #hashes: Uint8Array

  constructor(hashOf: (index: number) => Uint8Array, count: number) {
    this.#hashes = new Uint8Array(HASH * count)
    for (let index = 0; index < count; index++) this.#hashes.set(hashOf(index), HASH * index)
  }

  hash(index: number): Uint8Array {
    return this.#hashes.subarray(HASH * index, HASH * index + HASH)
  }

  /** Indices in order of hash: parted by the first two bytes, which leaves few to compare. */
  sorted(): Uint32Array {
    const count = this.#hashes.length / HASH
    const starts = new Uint32Array(PREFIXES + 1)
    for (let index = 0; index < count; index++) {
      const above = this.#prefix(index) + 1
      starts[above] = (starts[above] as number) + 1
    }
    for (let prefix = 0; prefix < PREFIXES; prefix++) starts[prefix + 1] = (starts[prefix + 1] as number) + (starts[prefix] as number)
    const next = starts.slice()
    const sorted = new Uint32Array(count)
    for (let index = 0; index < count; index++) {
      const place = next[this.#prefix(index)] as number
      sorted[place] = index
      next[this.#prefix(index)] = place + 1
    }
    for (let prefix = 0; prefix < PREFIXES; prefix++) {
      const [from, to] = [starts[prefix] as number, starts[prefix + 1] as number]
      if (to - from > 1) sorted.subarray(from, to).sort((left, right) => Buffer.compare(this.hash(left), this.hash(right)))
    }
    return sorted
  }

  #prefix(index: number): number {
    return (this.#hashes[HASH * index] as number) * 256 + (this.#hashes[HASH * index + 1] as number)
  }
}
