/** The part of sodium-native that is used here; the package brings no types. Buffers are written to in place. */
declare module 'sodium-native' {
  interface Sodium {
    /** Locked memory, wiped when freed. */
    sodium_malloc(size: number): Uint8Array
    sodium_memzero(buffer: Uint8Array): void
    crypto_sign_seed_keypair(publicKey: Uint8Array, secretKey: Uint8Array, seed: Uint8Array): void
    crypto_sign_detached(signature: Uint8Array, message: Uint8Array, secretKey: Uint8Array): void
    crypto_aead_chacha20poly1305_ietf_encrypt(
      sealed: Uint8Array,
      plaintext: Uint8Array,
      additional: Uint8Array | null,
      unused: null,
      nonce: Uint8Array,
      key: Uint8Array,
    ): number
    /** @throws where the tag does not hold */
    crypto_aead_chacha20poly1305_ietf_decrypt(
      plaintext: Uint8Array,
      unused: null,
      sealed: Uint8Array,
      additional: Uint8Array | null,
      nonce: Uint8Array,
      key: Uint8Array,
    ): number
    crypto_sign_verify_detached(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean
  }
  const sodium: Sodium
  export = sodium
}
