import { hash } from 'node:crypto'
import type { StateHasher } from '@hanse/state'

const PAIR_SIZE_BYTES = 64
const HASH_SIZE_BYTES = 32

function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(hash('sha256', bytes, 'buffer'))
}

/** The platform's SHA-256, where most of a simulation's time would go otherwise. */
export const NATIVE_SHA256: StateHasher = {
  sha256,
  hashPairs: (pairs, into) => {
    for (let offset = 0; offset < pairs.length; offset += PAIR_SIZE_BYTES) {
      into.set(sha256(pairs.subarray(offset, offset + PAIR_SIZE_BYTES)), (offset / PAIR_SIZE_BYTES) * HASH_SIZE_BYTES)
    }
  },
}
