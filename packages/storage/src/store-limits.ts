import type { StoreRange, StoreWrite } from '@hanse/ports'
import { assert } from '@hanse/primitives'

export const STORE_KEY_BYTES_MAX = 4096
export const STORE_VALUE_BYTES_MAX = 32 * 1024 * 1024
/** Keys and values of one batch. LevelDB holds a batch in memory several times. */
export const STORE_BATCH_BYTES_MAX = 128 * 1024 * 1024
/** Of all batches that wait for their turn. The host waits for its writes, so more is a defect of the host. */
export const STORE_WAITING_BYTES_MAX = 256 * 1024 * 1024

export function assertKey(key: Uint8Array): void {
  assert(key.length <= STORE_KEY_BYTES_MAX, () => `a key has at most ${STORE_KEY_BYTES_MAX} bytes, not ${key.length}`)
}

export function assertRange(range: StoreRange): void {
  assertKey(range.from)
  assertKey(range.to)
  assert(Number.isSafeInteger(range.limit) && range.limit >= 0, `a limit is a count, not ${range.limit}`)
}

/** The bytes of its keys and values. A batch beyond the limits is a broken invariant. */
export function batchBytes(writes: readonly StoreWrite[]): number {
  let sizeBytes = 0
  for (const { key, value } of writes) {
    assertKey(key)
    const valueBytes = value?.length ?? 0
    assert(valueBytes <= STORE_VALUE_BYTES_MAX, () => `a value has at most ${STORE_VALUE_BYTES_MAX} bytes, not ${valueBytes}`)
    sizeBytes += key.length + valueBytes
  }
  assert(sizeBytes <= STORE_BATCH_BYTES_MAX, `a batch has at most ${STORE_BATCH_BYTES_MAX} bytes, not ${sizeBytes}`)
  return sizeBytes
}
