import type { StoredEntry } from '@hanse/ports'
import type { Hash } from '@hanse/primitives'

/** Keys and values of a store, one after the other, to be moved to another thread without a copy. */
export interface PackedRecords {
  /** Of a key, of its value, of the next key, …: in bytes. */
  readonly lengths: Uint32Array<ArrayBuffer>
  readonly bytes: Uint8Array<ArrayBuffer>
}

export type RootRequest = { readonly type: 'add'; readonly records: PackedRecords } | { readonly type: 'root' }

export type RootReply = { readonly type: 'added' } | { readonly type: 'root'; readonly root: Hash }

export function packRecords(records: readonly StoredEntry[]): PackedRecords {
  const lengths = new Uint32Array(2 * records.length)
  let sizeBytes = 0
  let index = 0
  for (const { key, value } of records) {
    lengths[index++] = key.length
    lengths[index++] = value.length
    sizeBytes += key.length + value.length
  }
  const bytes = new Uint8Array(sizeBytes)
  let at = 0
  for (const { key, value } of records) {
    bytes.set(key, at)
    bytes.set(value, at + key.length)
    at += key.length + value.length
  }
  return { lengths, bytes }
}

/** Views of what was packed, in the same order. */
export function* unpackRecords({ lengths, bytes }: PackedRecords): Generator<StoredEntry> {
  let at = 0
  for (let index = 0; index < lengths.length; index += 2) {
    const valueAt = at + (lengths[index] as number)
    const end = valueAt + (lengths[index + 1] as number)
    yield { key: bytes.subarray(at, valueAt), value: bytes.subarray(valueAt, end) }
    at = end
  }
}
