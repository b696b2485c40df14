import type { StoredEntry, StoreRange, StoreWrite } from '@hanse/ports'
import type { Prng } from '@hanse/primitives'
import type { MemoryFaults } from './memory-faults.ts'
import { assertKey, assertRange, batchBytes } from './store-limits.ts'

/** The store of a simulated disk. Reads see every write; a crash takes back those that no sync followed, whole batches from the end. */
export interface MemoryStore {
  get(key: Uint8Array): Uint8Array | undefined
  range(range: StoreRange): readonly StoredEntry[]
  /** One batch, all or nothing, not durable before `sync`. */
  write(writes: readonly StoreWrite[]): void
  sync(): void
  /** Of all keys and values. */
  sizeBytes(): number
  /** What it holds now, whatever is written since. */
  copy(): Pick<MemoryStore, 'get' | 'range'>
  /** Batches that a crash may take back. */
  readonly unsyncedBatches: number
  /** The files are gone. */
  wipe(): void
}

interface Undo {
  readonly key: string
  readonly previous: Uint8Array | undefined
}

/** One code unit a byte, so that strings compare as the bytes do. */
function keyText(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.length).toString('latin1')
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

function rangeOf(keys: readonly string[], values: ReadonlyMap<string, Uint8Array>, range: StoreRange): readonly StoredEntry[] {
  assertRange(range)
  const [from, to] = [keyText(range.from), keyText(range.to)]
  const found = keys.filter((key) => key >= from && key < to)
  if (range.reverse === true) found.reverse()
  return found.slice(0, range.limit).map((key) => ({
    key: new Uint8Array(Buffer.from(key, 'latin1')),
    value: (values.get(key) as Uint8Array).slice(),
  }))
}

export class DurableMemoryStore implements MemoryStore {
  readonly #faults: MemoryFaults
  readonly #values = new Map<string, Uint8Array>()
  #sizeBytes = 0
  /** Of each batch since the last sync, what it replaced. */
  #unsynced: Undo[][] = []
  /** Rebuilt when a range is asked for after keys have come or gone. */
  #sortedKeys: string[] | undefined

  constructor(faults: MemoryFaults) {
    this.#faults = faults
  }

  get unsyncedBatches(): number {
    return this.#unsynced.length
  }

  get(key: Uint8Array): Uint8Array | undefined {
    assertKey(key)
    this.#faults.pass('store', 'read')
    return this.#values.get(keyText(key))?.slice()
  }

  range(range: StoreRange): readonly StoredEntry[] {
    this.#faults.pass('store', 'read')
    return rangeOf(this.#sorted(), this.#values, range)
  }

  #sorted(): readonly string[] {
    this.#sortedKeys ??= [...this.#values.keys()].sort(compareText)
    return this.#sortedKeys
  }

  write(writes: readonly StoreWrite[]): void {
    const sizeBytes = batchBytes(writes)
    this.#faults.check()
    const undo: Undo[] = []
    for (const { key, value } of writes) {
      const text = keyText(key)
      undo.push({ key: text, previous: this.#set(text, value?.slice()) })
    }
    this.#unsynced.push(undo)
    this.#faults.counters.writes += 1
    this.#faults.counters.bytesWritten += sizeBytes
    this.#faults.pass('store', 'write')
  }

  sync(): void {
    this.#faults.counters.syncs += 1
    this.#faults.pass('store', 'sync')
    this.#unsynced = []
  }

  sizeBytes(): number {
    return this.#sizeBytes
  }

  copy(): Pick<MemoryStore, 'get' | 'range'> {
    const copied = new DurableMemoryStore(this.#faults)
    for (const [key, value] of this.#values) copied.#set(key, value)
    return copied
  }

  wipe(): void {
    this.#values.clear()
    this.#unsynced = []
    this.#sortedKeys = undefined
    this.#sizeBytes = 0
  }

  /** Keeps a random prefix of the unsynced batches, or none. */
  crash(prng: Prng | undefined): void {
    const kept = prng === undefined ? 0 : prng.below(this.#unsynced.length + 1)
    for (const batch of this.#unsynced.slice(kept).reverse()) {
      for (const { key, previous } of batch.reverse()) this.#set(key, previous)
    }
    this.#unsynced = []
  }

  /** As it would be after a crash that keeps nothing unsynced. */
  copyInto(target: DurableMemoryStore): void {
    for (const [key, value] of this.#values) target.#set(key, value)
    for (const batch of this.#unsynced.toReversed()) for (const { key, previous } of batch.toReversed()) target.#set(key, previous)
  }

  #set(key: string, value: Uint8Array | undefined): Uint8Array | undefined {
    const previous = this.#values.get(key)
    if (previous !== undefined) this.#sizeBytes -= key.length + previous.length
    if ((previous === undefined) !== (value === undefined)) this.#sortedKeys = undefined
    if (value === undefined) this.#values.delete(key)
    else {
      this.#values.set(key, value)
      this.#sizeBytes += key.length + value.length
    }
    return previous
  }
}
