import type { Aead } from '@hanse/ports'
import sodium from 'sodium-native'

const TAG_SIZE_BYTES = 16

/** libsodium's: a twentieth of what Node's own takes for a short message, which makes an object of OpenSSL for each. */
export const aeadNative: Aead = {
  seal(plaintext, nonce, additional, key) {
    const sealed = new Uint8Array(plaintext.length + TAG_SIZE_BYTES)
    sodium.crypto_aead_chacha20poly1305_ietf_encrypt(sealed, plaintext, orNone(additional), null, nonce, key)
    return sealed
  },
  open(sealed, nonce, additional, key, into) {
    sodium.crypto_aead_chacha20poly1305_ietf_decrypt(into, null, sealed, orNone(additional), nonce, key)
  },
}

function orNone(bytes: Uint8Array): Uint8Array | null {
  return bytes.length === 0 ? null : bytes
}
