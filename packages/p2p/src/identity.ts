import { createPrivateKey, createPublicKey } from 'node:crypto'
import type { Random } from '@hanse/ports'
import { assert, concatBytes } from '@hanse/primitives'
import { privateKeyFromRaw, publicKeyFromRaw } from '@libp2p/crypto/keys'
import type { PrivateKey } from '@libp2p/interface'
import { peerIdFromString, peerIdFromPublicKey as toPeerId } from '@libp2p/peer-id'

/** A node's transport key: an Ed25519 seed. Its own key, not the one that signs votes. */
export const IDENTITY_SEED_BYTES = 32

export const PEER_KEY_BYTES = 32

export interface Identity {
  /** Secret. */
  readonly seed: Uint8Array
  readonly peerId: string
}

/** RFC 8410: the PKCS#8 wrapping of an Ed25519 seed. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

export function generateIdentity(random: Random): Identity {
  const seed = random.bytes(IDENTITY_SEED_BYTES)
  return { seed, peerId: peerIdFromSeed(seed) }
}

/** The id under which others reach the owner of `seed`: base58, `12D3KooW…`. */
export function peerIdFromSeed(seed: Uint8Array): string {
  return peerIdFromPublicKey(publicKeyOf(seed))
}

/** `publicKey` is a raw Ed25519 key. */
export function peerIdFromPublicKey(publicKey: Uint8Array): string {
  assert(publicKey.length === PEER_KEY_BYTES, `a peer's key has ${PEER_KEY_BYTES} bytes, not ${publicKey.length}`)
  const key = publicKeyFromRaw(publicKey)
  assert(key.type === 'Ed25519', 'a peer id comes from an Ed25519 key')
  return toPeerId(key).toString()
}

/** Whether `text` is the id of an Ed25519 key, in the one spelling that this package uses. */
export function isPeerId(text: string): boolean {
  try {
    const peerId = peerIdFromString(text)
    return peerId.type === 'Ed25519' && peerId.toString() === text
  } catch {
    return false
  }
}

export function privateKeyFromSeed(seed: Uint8Array): PrivateKey {
  return privateKeyFromRaw(concatBytes(seed, publicKeyOf(seed)))
}

function publicKeyOf(seed: Uint8Array): Uint8Array {
  assert(seed.length === IDENTITY_SEED_BYTES, `an identity seed has ${IDENTITY_SEED_BYTES} bytes, not ${seed.length}`)
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' })
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-PEER_KEY_BYTES)
}
