import { stateKeyHash } from '@hanse/protocol'

/**
 * The SHA-256 that the state tree is made with. Another implementation changes the speed and nothing else: a host may give a native
 * one, such as `node:crypto`'s for `sha256` and a hash-tree library's for `hashPairs`.
 */
export interface StateHasher {
  /** SHA-256 of any bytes, in an array of its own. */
  sha256(bytes: Uint8Array): Uint8Array
  /** `pairs` holds n times 64 bytes; the n hashes of 32 bytes are written to the start of `into`. */
  hashPairs(pairs: Uint8Array, into: Uint8Array): void
}

export const PAIR_SIZE_BYTES = 64

/** One pair of many: a view of each would cost more. */
const PAIR = new Uint8Array(PAIR_SIZE_BYTES)

/** `protocol` names SHA-256 by what it is of; here it is the function itself that is wanted. */
const sha256 = stateKeyHash

export type Sha256 = StateHasher['sha256']

/** From a whole hasher, from a SHA-256 alone, or from neither: then the JavaScript one. */
export function createStateHasher(given: Sha256 | StateHasher = sha256): StateHasher {
  if (typeof given !== 'function') return given
  return {
    sha256: given,
    hashPairs: (pairs, into) => {
      for (let offset = 0; offset < pairs.length; offset += PAIR_SIZE_BYTES) {
        for (let index = 0; index < PAIR_SIZE_BYTES; index++) PAIR[index] = pairs[offset + index] as number
        into.set(given(PAIR), offset / 2)
      }
    },
  }
}

/** keyHash ‖ valueHash. */
export const LEAF_SIZE_BYTES = 64
const PREIMAGE = new Uint8Array(1 + LEAF_SIZE_BYTES)

/** SHA-256(0x00 ‖ keyHash ‖ valueHash). */
export function leafHash(hasher: StateHasher, keyHash: Uint8Array, valueHash: Uint8Array): Uint8Array {
  PREIMAGE.set(keyHash, 1)
  PREIMAGE.set(valueHash, 1 + keyHash.length)
  return hasher.sha256(PREIMAGE)
}
