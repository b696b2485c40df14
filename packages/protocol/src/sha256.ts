import { assert, concatBytes, equalBytes } from '@hanse/primitives'
import { sha256 as sha256Pure } from '@noble/hashes/sha2.js'

/** SHA-256 of any bytes, in an array of its own. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** Up to here parts are put together in one place, hashed there, and gone with the next. */
const JOINED_BYTES_MAX = 1_024
const JOINED = new Uint8Array(JOINED_BYTES_MAX)
/** Of each size, its first bytes: most of what is hashed has one of a few sizes. */
const JOINED_STARTS: (Uint8Array | undefined)[] = new Array(JOINED_BYTES_MAX + 1).fill(undefined)
/** Up to here a loop is faster than `set`. */
const LOOPED_BYTES_MAX = 64

/** Sizes around the ends of a block, at which implementations go wrong. */
const PROBE_SIZES_BYTES = [0, 55, 56, 64, 119, 1_000] as const

let inUse: Sha256 = sha256Pure

/**
 * The host's own SHA-256 for everything that this package hashes: another changes the speed and nothing else, so it is told once and for all,
 * as a process begins. @throws where it computes other hashes
 */
export function useSha256(given: Sha256): void {
  if (given === inUse) return
  for (const size of PROBE_SIZES_BYTES) {
    const probe = Uint8Array.from({ length: size }, (_, index) => (index * 31) & 0xff)
    assert(equalBytes(given(probe), sha256Pure(probe)), 'this is no SHA-256')
  }
  inUse = given
}

export function sha256(bytes: Uint8Array): Uint8Array {
  return inUse(bytes)
}

/** Of the parts one behind the other. */
export function sha256Joined(...parts: readonly Uint8Array[]): Uint8Array {
  let size = 0
  for (const part of parts) size += part.length
  if (size > JOINED_BYTES_MAX) return inUse(concatBytes(...parts))
  let at = 0
  for (const part of parts) {
    if (part.length > LOOPED_BYTES_MAX) JOINED.set(part, at)
    else for (let index = 0; index < part.length; index++) JOINED[at + index] = part[index] as number
    at += part.length
  }
  const joined = JOINED_STARTS[size] ?? JOINED.subarray(0, size)
  JOINED_STARTS[size] = joined
  return inUse(joined)
}
