import type { Hash } from '@hanse/primitives'

const BUCKET_MS = 10_000

export interface RecentId {
  readonly id: Hash
  readonly expiresAtMs: number
}

/** Ids that are final and whose transactions have not expired: an expired one needs no memory, the expiry refuses it. */
export class RecentIds {
  readonly #ids = new Set<Hash>()
  readonly #byBucket = new Map<number, Hash[]>()

  add({ id, expiresAtMs }: RecentId): void {
    if (this.#ids.has(id)) return
    this.#ids.add(id)
    const bucket = Math.floor(expiresAtMs / BUCKET_MS)
    const ids = this.#byBucket.get(bucket)
    if (ids === undefined) this.#byBucket.set(bucket, [id])
    else ids.push(id)
  }

  has(id: Hash): boolean {
    return this.#ids.has(id)
  }

  get size(): number {
    return this.#ids.size
  }

  /** Forgets what had expired by `timeMs`, give or take a bucket. */
  forget(timeMs: number): void {
    for (const [bucket, ids] of this.#byBucket) {
      if ((bucket + 1) * BUCKET_MS > timeMs) continue
      for (const id of ids) this.#ids.delete(id)
      this.#byBucket.delete(bucket)
    }
  }
}
