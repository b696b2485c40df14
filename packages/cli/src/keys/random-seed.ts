import { randomBytes } from 'node:crypto'
import { ED25519_SEED_SIZE_BYTES } from '@hanse/crypto'

/** 32 bytes from the operating system, for a new key. Whoever is done with them overwrites them. */
export function randomSeed(): Uint8Array {
  return new Uint8Array(randomBytes(ED25519_SEED_SIZE_BYTES))
}
