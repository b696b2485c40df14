/**
 * ChaCha20-Poly1305 of RFC 8439: a key of 32 bytes, a nonce of 12, and a tag of 16 behind the ciphertext. What connections to other nodes are
 * encrypted with.
 */
export interface Aead {
  /** Ciphertext and tag, in an array of its own. */
  seal(plaintext: Uint8Array, nonce: Uint8Array, additional: Uint8Array, key: Uint8Array): Uint8Array
  /** Writes the plaintext into `into`, which is as long and may be the beginning of `sealed` itself. @throws where the tag does not hold */
  open(sealed: Uint8Array, nonce: Uint8Array, additional: Uint8Array, key: Uint8Array, into: Uint8Array): void
}
