import { ED25519_SEED_SIZE_BYTES, type KeyPair, createKeyPair as pairOfSeed } from '@hanse/crypto'
import { type Address, type Hex, hexToBytesOrUndefined, reject } from '@hanse/primitives'
import { addressOfPublicKey, KEY_ALGORITHM } from '@hanse/protocol'
import { HanseError } from './errors.ts'

/** Signs with one Ed25519 key, wherever it is: in this process, in a wallet, in a hardware module. */
export interface Signer {
  /** Raw, 32 bytes. */
  readonly publicKey: Uint8Array
  sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>
}

/** The account of a signer. */
export function addressOf(signer: Pick<Signer, 'publicKey'>): Address {
  return addressOfPublicKey(KEY_ALGORITHM.ed25519, signer.publicKey)
}

/** A key in this process, from its 32-byte seed. @throws HanseError `sdk/bad-seed` */
export function createKeyPair(seed: Hex | Uint8Array): KeyPair {
  const bytes = typeof seed === 'string' ? hexToBytesOrUndefined(seed) : seed
  if (bytes instanceof Uint8Array && bytes.length === ED25519_SEED_SIZE_BYTES) return pairOfSeed(bytes)
  const message = seed === undefined ? 'no seed is given' : `a seed is ${ED25519_SEED_SIZE_BYTES} bytes`
  const hint = `A seed is the secret that a key is made of: ${ED25519_SEED_SIZE_BYTES} bytes, as 0x-hex or as Uint8Array. generateKeyPair() makes a new one.`
  throw new HanseError(reject('sdk/bad-seed', message, { hint }))
}

/** A new key in this process, with the seed to keep: 32 bytes from the platform's generator. */
export function generateKeyPair(): KeyPair & { readonly seed: Uint8Array } {
  const seed = crypto.getRandomValues(new Uint8Array(ED25519_SEED_SIZE_BYTES))
  return { ...pairOfSeed(seed), seed }
}
