/** Signs with one key. Remote and hardware signers fit behind it. */
export interface Signer {
  /** Raw, 32 bytes for Ed25519. */
  readonly publicKey: Uint8Array
  sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>
}
