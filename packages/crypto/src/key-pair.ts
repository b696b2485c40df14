import { type Address, assert } from '@hanse/primitives'
import { addressOfPublicKey, KEY_ALGORITHM, type KeyAlgorithm } from '@hanse/protocol'
import { ED25519_SEED_SIZE_BYTES, ed25519PublicKey, signEd25519 } from './ed25519.ts'

/** A key that lives in this process. For one that must not, see the `Signer` port. */
export interface KeyPair {
  readonly algorithm: KeyAlgorithm
  readonly publicKey: Uint8Array
  readonly address: Address
  sign(message: Uint8Array): Uint8Array
}

/** `seed` is 32 unpredictable bytes; the pair keeps a copy. */
export function createKeyPair(seed: Uint8Array): KeyPair {
  assert(seed.length === ED25519_SEED_SIZE_BYTES, `a seed has ${ED25519_SEED_SIZE_BYTES} bytes`)
  const secret = Uint8Array.from(seed)
  const publicKey = ed25519PublicKey(secret)
  return {
    algorithm: KEY_ALGORITHM.ed25519,
    publicKey,
    address: addressOfPublicKey(KEY_ALGORITHM.ed25519, publicKey),
    sign: (message) => signEd25519(secret, message),
  }
}
