import { bytesToHash, concatBytes, type Hash, utf8ToBytes } from '@hanse/primitives'
import { sha256Joined } from './sha256.ts'

/** Everything that is hashed or signed starts with one of these, so that no object is valid in another's place. */
export const HASH_TAGS = [
  'address',
  'call',
  'candidate',
  'consensus',
  'evidence',
  'genesis',
  'header',
  'log-record',
  'module',
  'params',
  'party',
  'proposal',
  'readiness',
  'subject',
  'tx',
  'tx-sign',
  'validator-set',
  'view-change',
] as const
export type HashTag = (typeof HASH_TAGS)[number]

const prefixes = new Map<HashTag, Uint8Array>()

/** `len8(tag) ‖ tag` with the tag written `hanse/<thing>/1`. */
export function tagPrefix(tag: HashTag): Uint8Array {
  let prefix = prefixes.get(tag)
  if (prefix === undefined) {
    const name = utf8ToBytes(`hanse/${tag}/1`)
    prefix = concatBytes(Uint8Array.of(name.length), name)
    prefixes.set(tag, prefix)
  }
  return prefix
}

/** `H(tag, x) = SHA-256(len8(tag) ‖ tag ‖ x)`. */
export function taggedHashBytes(tag: HashTag, ...parts: readonly Uint8Array[]): Uint8Array {
  return sha256Joined(tagPrefix(tag), ...parts)
}

export function taggedHash(tag: HashTag, ...parts: readonly Uint8Array[]): Hash {
  return bytesToHash(taggedHashBytes(tag, ...parts))
}
