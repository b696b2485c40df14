import { ED25519_SEED_SIZE_BYTES } from '@hanse/crypto'
import type { Signer } from '@hanse/ports'
import { assert } from '@hanse/primitives'
import { ED25519_PUBLIC_KEY_SIZE_BYTES, ED25519_SIGNATURE_SIZE_BYTES } from '@hanse/protocol'
import sodium from 'sodium-native'

const SECRET_KEY_SIZE_BYTES = 64

/** Signs at once, with a key in this process. */
export interface LocalSigner extends Signer {
  sign(message: Uint8Array): Uint8Array
}

/** Keeps the secret key in memory that is not swapped out. The caller may wipe `seed` afterwards. */
export function createSigner(seed: Uint8Array): LocalSigner {
  assert(seed.length === ED25519_SEED_SIZE_BYTES, `a seed has ${ED25519_SEED_SIZE_BYTES} bytes`)
  const publicKey = new Uint8Array(ED25519_PUBLIC_KEY_SIZE_BYTES)
  const secretKey = sodium.sodium_malloc(SECRET_KEY_SIZE_BYTES)
  sodium.crypto_sign_seed_keypair(publicKey, secretKey, seed)
  return {
    publicKey,
    sign: (message) => {
      const signature = new Uint8Array(ED25519_SIGNATURE_SIZE_BYTES)
      sodium.crypto_sign_detached(signature, message, secretKey)
      return signature
    },
  }
}
