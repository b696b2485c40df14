import { sha256Native } from '@hanse/crypto-native'
import { useSha256 } from '@hanse/protocol'
import type { StateHasher } from '@hanse/state'

const PAIR_SIZE_BYTES = 64
const HASH_SIZE_BYTES = 32

/** The platform's SHA-256, where most of a simulation's time would go otherwise. */
export const NATIVE_SHA256: StateHasher = {
  sha256: sha256Native,
  hashPairs: (pairs, into) => {
    for (let offset = 0; offset < pairs.length; offset += PAIR_SIZE_BYTES) {
      into.set(sha256Native(pairs.subarray(offset, offset + PAIR_SIZE_BYTES)), (offset / PAIR_SIZE_BYTES) * HASH_SIZE_BYTES)
    }
  },
}

/** For whatever is hashed and not the state. */
export function hashNatively(): void {
  useSha256(sha256Native)
}
