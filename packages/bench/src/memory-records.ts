import type { ChainWrite } from '@hanse/replica'
import type { StateSource } from '@hanse/state'

/** One code unit a byte. */
function keyText(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.length).toString('latin1')
}

/** A node's records in memory, for who measures what is above the store. */
export class MemoryRecords implements StateSource {
  readonly #records = new Map<string, Uint8Array>()

  get(key: Uint8Array): Uint8Array | undefined {
    return this.#records.get(keyText(key))
  }

  write(writes: readonly ChainWrite[]): void {
    for (const { key, value } of writes) {
      if (value === undefined) this.#records.delete(keyText(key))
      else this.#records.set(keyText(key), value)
    }
  }
}
