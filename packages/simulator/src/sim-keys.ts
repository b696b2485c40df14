import { hash } from 'node:crypto'
import { ed25519PublicKey } from '@hanse/crypto'
import { createSigner, type LocalSigner, verifySignatureNative } from '@hanse/crypto-native'
import { type Address, equalBytes, utf8ToBytes } from '@hanse/primitives'
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

/** How this world signs. A keyed hash is a hundred times faster, and nobody in the simulation makes one for a key that is not theirs. */
export interface SimSignatures {
  sign(key: SimKey, message: Uint8Array): Uint8Array
  readonly verify: VerifySignature
}

const LANES = 4
const LANE_BYTES = 4
/** Odd numbers of MurmurHash3 and xxHash. */
const FACTORS = [0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1] as const

/** Of key and message 128 bits that differ when one bit of either does. Nobody looks for collisions here. */
function keyedHash(publicKey: Uint8Array, message: Uint8Array): Uint8Array {
  let [a, b, c, d] = [publicKey.length, message.length, 0x9e3779b9, 0x7f4a7c15]
  for (const part of [publicKey, message]) {
    for (let index = 0; index < part.length; index++) {
      const byte = part[index] as number
      a = Math.imul(a ^ byte, FACTORS[0])
      b = Math.imul(b ^ byte ^ (a >>> 15), FACTORS[1])
      c = Math.imul(c ^ byte ^ (b >>> 13), FACTORS[2])
      d = Math.imul(d ^ byte ^ (c >>> 16), FACTORS[3])
    }
    a ^= d >>> 11
  }
  const signature = new Uint8Array(ED25519_SIGNATURE_SIZE_BYTES)
  for (const [lane, value] of [a, b, c, d].entries()) {
    let mixed = value
    for (let repeat = 0; repeat < ED25519_SIGNATURE_SIZE_BYTES / (LANES * LANE_BYTES); repeat++) {
      mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
      const at = (repeat * LANES + lane) * LANE_BYTES
      for (let byte = 0; byte < LANE_BYTES; byte++) signature[at + byte] = mixed >>> (8 * byte)
    }
  }
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
