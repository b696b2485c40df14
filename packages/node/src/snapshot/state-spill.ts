import { appendFile, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Native } from '@hanse/crypto-native'
import { assert } from '@hanse/primitives'
import type { PlacedRecord, StateRecord } from '@hanse/state'

/** Bytes of all chunks that wait in memory before they are written. */
const WAITING_BYTES_MAX = 16 * 1024 * 1024
/** keyBytes (2) ‖ valueBytes (4) */
const LENGTHS_BYTES = 6
const OWNER_ONLY_FILE = 0o600

/** Sorts records into chunks on the disk: the store has them in order of key, the tree in order of the key's hash. */
export class StateSpill {
  readonly #folder: string
  readonly #waiting = new Map<number, Buffer[]>()
  #waitingBytes = 0

  constructor(folder: string) {
    this.#folder = folder
  }

  async add(chunk: number, { key, value }: StateRecord): Promise<void> {
    const record = Buffer.allocUnsafe(LENGTHS_BYTES + key.length + value.length)
    record.writeUInt16BE(key.length)
    record.writeUInt32BE(value.length, 2)
    record.set(key, LENGTHS_BYTES)
    record.set(value, LENGTHS_BYTES + key.length)
    const waiting = this.#waiting.get(chunk)
    if (waiting === undefined) this.#waiting.set(chunk, [record])
    else waiting.push(record)
    this.#waitingBytes += record.length
    if (this.#waitingBytes > WAITING_BYTES_MAX) await this.flush()
  }

  async flush(): Promise<void> {
    for (const [chunk, records] of this.#waiting) await appendFile(this.#path(chunk), Buffer.concat(records), { mode: OWNER_ONLY_FILE })
    this.#waiting.clear()
    this.#waitingBytes = 0
  }

  /** The records of a chunk, in any order; they are gone from the disk then. After `flush`. */
  async take(chunk: number): Promise<readonly PlacedRecord[]> {
    const path = this.#path(chunk)
    const bytes = await readFile(path).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0)
      throw error
    })
    await rm(path, { force: true })
    const records: PlacedRecord[] = []
    for (let offset = 0; offset < bytes.length; ) {
      const keyAt = offset + LENGTHS_BYTES
      const valueAt = keyAt + bytes.readUInt16BE(offset)
      const end = valueAt + bytes.readUInt32BE(offset + 2)
      assert(end <= bytes.length, 'what was spilt is shorter than it says')
      const key = bytes.subarray(keyAt, valueAt)
      records.push({ key, value: bytes.subarray(valueAt, end), keyHash: sha256Native(key) })
      offset = end
    }
    return records
  }

  #path(chunk: number): string {
    return join(this.#folder, `spill-${chunk}`)
  }
}
