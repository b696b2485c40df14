import {
  assert,
  bytesToHash,
  equalBytes,
  err,
  HASH_SIZE_BYTES,
  type Hash,
  hexToBytes,
  ok,
  type Result,
  reject,
  ZERO_HASH,
} from '@hanse/primitives'
import { sha256, sha256Joined } from './sha256.ts'

/**
 * The state tree: a binary tree over the 256 bits of SHA-256(key), most significant bit first, 0 to the left. A node is
 *
 * - 32 zero bytes where no key is below it,
 * - the leaf itself where one key is: SHA-256(0x00 ‖ keyHash ‖ valueHash), 65 bytes,
 * - SHA-256(left ‖ right), 64 bytes, where two or more are.
 *
 * So the tree of a set of entries is unique. The two preimages differ in length, hence no hash is a leaf and an inner node, and
 * none is 32 zero bytes: what a node is follows from its hash. A proof lists the siblings on the way from the root to the node
 * where the key's path ends; nothing but that node's kind decides where it ends, so each key has one valid proof against a root.
 */

const LEAF_PREFIX = Uint8Array.of(0x00)
const KEY_HASH_BITS = 8 * HASH_SIZE_BYTES
/** Siblings in a proof: one a bit of the key's hash. */
export const STATE_PROOF_SIBLINGS_MAX = KEY_HASH_BITS

/** The root of a state without entries, and any empty subtree. */
export const EMPTY_STATE_ROOT: Hash = ZERO_HASH

export interface StateProof {
  readonly key: Uint8Array
  /** Absent when the key is. */
  readonly value?: Uint8Array
  /** Sibling hashes, from the root down. */
  readonly siblings: readonly Hash[]
  /** For an absent key whose path ends at another leaf. */
  readonly otherLeaf?: { readonly keyHash: Hash; readonly valueHash: Hash }
}

/** What a valid proof proves. */
export type StateEntry = { readonly type: 'present'; readonly value: Uint8Array } | { readonly type: 'absent' }

/** `SHA-256(key)`: the path of a key. */
export function stateKeyHash(key: Uint8Array): Uint8Array {
  return sha256(key)
}

/** `SHA-256(value)`. */
export function stateValueHash(value: Uint8Array): Uint8Array {
  return sha256(value)
}

export function stateLeafHash(keyHash: Uint8Array, valueHash: Uint8Array): Uint8Array {
  return sha256Joined(LEAF_PREFIX, keyHash, valueHash)
}

export function stateInnerHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256Joined(left, right)
}

/** Bit `depth` of a key hash: which child the path takes at that depth, 0 left and 1 right. */
export function stateKeyBit(keyHash: Uint8Array, depth: number): 0 | 1 {
  assert(depth >= 0 && depth < KEY_HASH_BITS, () => `a key hash has no bit ${depth}`)
  return (((keyHash[depth >> 3] as number) >> (7 - (depth & 7))) & 1) as 0 | 1
}

function sharesPath(left: Uint8Array, right: Uint8Array, depth: number): boolean {
  for (let bit = 0; bit < depth; bit++) if (stateKeyBit(left, bit) !== stateKeyBit(right, bit)) return false
  return true
}

function bad(message: string, path?: string): Result<never> {
  return err(reject('proof/bad-state-proof', message, path === undefined ? {} : { path }))
}

/** The node where the proof says that the key's path ends, and what follows if the siblings lead from it to the root. */
function endOfPath(keyHash: Uint8Array, proof: StateProof): Result<{ readonly node: Uint8Array; readonly entry: StateEntry }> {
  const { value, otherLeaf } = proof
  if (value !== undefined) {
    if (otherLeaf !== undefined) return bad('a present key has no other leaf', 'otherLeaf')
    return ok({ node: stateLeafHash(keyHash, stateValueHash(value)), entry: { type: 'present', value } })
  }
  if (otherLeaf === undefined) return ok({ node: hexToBytes(EMPTY_STATE_ROOT), entry: { type: 'absent' } })
  const otherKeyHash = hexToBytes(otherLeaf.keyHash)
  if (equalBytes(otherKeyHash, keyHash)) return bad('the other leaf is of the same key', 'otherLeaf')
  if (!sharesPath(otherKeyHash, keyHash, proof.siblings.length)) return bad('the other leaf is not on the path of the key', 'otherLeaf')
  return ok({ node: stateLeafHash(otherKeyHash, hexToBytes(otherLeaf.valueHash)), entry: { type: 'absent' } })
}

/**
 * What the state with this root says about `key`. A proof that does not hold is refused with `proof/bad-state-proof`.
 * `root` must be trusted: it comes from a header that a commit certificate names.
 */
export function verifyStateProof(root: Hash, key: Uint8Array, proof: StateProof): Result<StateEntry> {
  if (!equalBytes(proof.key, key)) return bad('the proof is of another key', 'key')
  const depth = proof.siblings.length
  if (depth > KEY_HASH_BITS) return bad(`at most ${KEY_HASH_BITS} siblings`, 'siblings')
  // The last sibling of a leaf or of an empty node is not empty: their common subtree would be a single node.
  if (depth > 0 && proof.siblings[depth - 1] === EMPTY_STATE_ROOT) return bad('a node beside an empty one would have moved up', 'siblings')
  const keyHash = stateKeyHash(key)
  const end = endOfPath(keyHash, proof)
  if (!end.ok) return end
  let node = end.value.node
  for (let bit = depth - 1; bit >= 0; bit--) {
    const sibling = hexToBytes(proof.siblings[bit] as Hash)
    node = stateKeyBit(keyHash, bit) === 0 ? stateInnerHash(node, sibling) : stateInnerHash(sibling, node)
  }
  return bytesToHash(node) === root ? ok(end.value.entry) : bad('the siblings do not lead to the state root', 'siblings')
}
