import { hash } from 'node:crypto'
import { ed25519PublicKey } from '@hanse/crypto'
import { createSigner, type LocalSigner, verifySignatureNative } from '@hanse/crypto-native'
import { type Address, concatBytes, equalBytes, utf8ToBytes } from '@hanse/primitives'
import { addressOfPublicKey, ED25519_SIGNATURE_SIZE_BYTES, KEY_ALGORITHM, type VerifySignature } from '@hanse/protocol'

/** A key of the simulated world. Public keys are real ones; signatures are real or keyed hashes, see `SimSignatures`. */
export interface SimKey {
  readonly publicKey: Uint8Array
  readonly address: Address
  readonly seed: Uint8Array
}

const keys = new Map<string, SimKey>()

/** The key of this name: the same in every run. */
export function simKey(name: string): SimKey {
  let key = keys.get(name)
  if (key === undefined) {
    const seed = new Uint8Array(hash('sha256', utf8ToBytes(`hanse simulator key ${name}`), 'buffer'))
    const publicKey = ed25519PublicKey(seed)
    key = { seed, publicKey, address: addressOfPublicKey(KEY_ALGORITHM.ed25519, publicKey) }
    keys.set(name, key)
  }
  return key
}

/** How this world signs. A keyed hash is forty times faster, and nobody in the simulation makes one for a key that is not theirs. */
export interface SimSignatures {
  sign(key: SimKey, message: Uint8Array): Uint8Array
  readonly verify: VerifySignature
}

function keyedHash(publicKey: Uint8Array, message: Uint8Array): Uint8Array {
  const signature = new Uint8Array(ED25519_SIGNATURE_SIZE_BYTES)
  signature.set(hash('sha256', concatBytes(publicKey, message), 'buffer'))
  return signature
}

export const HASHED_SIGNATURES: SimSignatures = {
  sign: (key, message) => keyedHash(key.publicKey, message),
  verify: ({ publicKey, message, signature }) => equalBytes(keyedHash(publicKey, message), signature),
}

const signers = new Map<SimKey, LocalSigner>()

function signerOf(key: SimKey): LocalSigner {
  let signer = signers.get(key)
  if (signer === undefined) {
    signer = createSigner(key.seed)
    signers.set(key, signer)
  }
  return signer
}

/** As the node signs and verifies. */
export const REAL_SIGNATURES: SimSignatures = {
  sign: (key, message) => signerOf(key).sign(message),
  verify: verifySignatureNative,
}
