import type { Brand } from '@hanse/primitives'

/** The tag on a key. Ed25519 is in use; the others have their number so that nothing else takes it. */
export const KEY_ALGORITHM = { ed25519: 1, secp256k1: 2, p256: 3, sm2: 4 } as const
export type KeyAlgorithm = (typeof KEY_ALGORITHM)[keyof typeof KEY_ALGORITHM]

export const ED25519_PUBLIC_KEY_SIZE_BYTES = 32
export const ED25519_SIGNATURE_SIZE_BYTES = 64

/** Only the verifying functions of `crypto` make one: unverified bytes cannot reach the engine. */
export type Verified<T> = Brand<T & object, 'Verified'>

/** One signature to be checked: a message is as good as all of its checks. */
export interface SignatureCheck {
  readonly algorithm: number
  readonly publicKey: Uint8Array
  readonly message: Uint8Array
  readonly signature: Uint8Array
}

/** True when the signature satisfies the chain's rule (docs/protocol.md, "Signatures"). Total: never throws. */
export type VerifySignature = (check: SignatureCheck) => boolean
