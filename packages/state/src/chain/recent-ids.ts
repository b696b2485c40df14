import { HASH_SIZE_BYTES, type Hash, writeKnownHex } from '@hanse/primitives'

const BUCKET_MS = 10_000
const CAPACITY_MIN = 1_024
const NONE = -1
/** Any odd number without a pattern. */
const SPREAD = 0x9e3779b1

export interface RecentId {
  readonly id: Hash
  readonly expiresAtMs: number
}

/** The id that is looked for. */
const ID = new Uint8Array(HASH_SIZE_BYTES)

/**
 * Ids that are final and whose transactions have not expired: an expired one needs no memory, the expiry refuses it. Under load they are some
 * hundred thousand for minutes, so they lie as bytes outside of the heap, where the collection of garbage does not come by each of them.
 */
export class RecentIds {
  readonly #salt: number
  #capacity = CAPACITY_MIN
  /** One behind the other, each at its place. */
  #ids = new Uint8Array(HASH_SIZE_BYTES * CAPACITY_MIN)
  /** The first place of each chain, and the next one of a place: ids of a chain share some bits of a product. */
  #heads = new Int32Array(CAPACITY_MIN).fill(NONE)
  #next = new Int32Array(CAPACITY_MIN)
  #nextOfBucket = new Int32Array(CAPACITY_MIN)
  readonly #firstOfBucket = new Map<number, number>()
  /** Places that are free again, a chain as well; those from `#placesUsed` on were never taken. */
  #firstFree = NONE
  #placesUsed = 0
  #size = 0

  /** Whoever does not know `salt` cannot make ids that all come into one chain. */
  constructor(salt = 0) {
    this.#salt = salt
  }

  add({ id, expiresAtMs }: RecentId): void {
    if (this.has(id)) return
    const place = this.#freePlace()
    this.#ids.set(ID, HASH_SIZE_BYTES * place)
    this.#link(place)
    const bucket = Math.floor(expiresAtMs / BUCKET_MS)
    this.#nextOfBucket[place] = this.#firstOfBucket.get(bucket) ?? NONE
    this.#firstOfBucket.set(bucket, place)
    this.#size += 1
  }

  has(id: Hash): boolean {
    if (!writeKnownHex(id, HASH_SIZE_BYTES, ID, 0)) return false
    for (let place = this.#heads[this.#chainOf(ID, 0)] as number; place !== NONE; place = this.#next[place] as number) {
      if (this.#isIdAt(HASH_SIZE_BYTES * place)) return true
    }
    return false
  }

  get size(): number {
    return this.#size
  }

  /** Forgets what had expired by `timeMs`, give or take a bucket. */
  forget(timeMs: number): void {
    for (const [bucket, first] of this.#firstOfBucket) {
      if ((bucket + 1) * BUCKET_MS > timeMs) continue
      for (let place = first; place !== NONE; place = this.#nextOfBucket[place] as number) this.#free(place)
      this.#firstOfBucket.delete(bucket)
    }
  }

  #isIdAt(at: number): boolean {
    for (let index = 0; index < HASH_SIZE_BYTES; index++) if (this.#ids[at + index] !== ID[index]) return false
    return true
  }

  #chainOf(bytes: Uint8Array, at: number): number {
    const salt = this.#salt
    const product = Math.imul(wordAt(bytes, at), salt | 1) + Math.imul(wordAt(bytes, at + 4), Math.imul(salt, SPREAD) | 1)
    return (product ^ (product >>> 16)) & (this.#capacity - 1)
  }

  #link(place: number): void {
    const chain = this.#chainOf(this.#ids, HASH_SIZE_BYTES * place)
    this.#next[place] = this.#heads[chain] as number
    this.#heads[chain] = place
  }

  #free(place: number): void {
    const chain = this.#chainOf(this.#ids, HASH_SIZE_BYTES * place)
    const next = this.#next[place] as number
    if (this.#heads[chain] === place) this.#heads[chain] = next
    else {
      let before = this.#heads[chain] as number
      while (this.#next[before] !== place) before = this.#next[before] as number
      this.#next[before] = next
    }
    this.#next[place] = this.#firstFree
    this.#firstFree = place
    this.#size -= 1
  }

  #freePlace(): number {
    const place = this.#firstFree
    if (place !== NONE) {
      this.#firstFree = this.#next[place] as number
      return place
    }
    if (this.#placesUsed === this.#capacity) this.#grow()
    return this.#placesUsed++
  }

  /** No place is free: all have an id. */
  #grow(): void {
    const taken = this.#capacity
    this.#capacity = 2 * taken
    const [ids, nextOfBucket] = [this.#ids, this.#nextOfBucket]
    this.#ids = new Uint8Array(HASH_SIZE_BYTES * this.#capacity)
    this.#ids.set(ids)
    this.#nextOfBucket = new Int32Array(this.#capacity)
    this.#nextOfBucket.set(nextOfBucket)
    this.#next = new Int32Array(this.#capacity)
    this.#heads = new Int32Array(this.#capacity).fill(NONE)
    for (let place = 0; place < taken; place++) this.#link(place)
  }
}

function wordAt(bytes: Uint8Array, at: number): number {
  const high = ((bytes[at] as number) << 24) | ((bytes[at + 1] as number) << 16)
  return high | ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number)
}
