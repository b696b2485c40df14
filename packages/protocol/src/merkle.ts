import { assert, bytesToHash, equalBytes, type Hash, hexToBytes } from '@hanse/primitives'
import { sha256, sha256Joined } from './sha256.ts'

/** Binary Merkle trees of RFC 6962 §2.1: the trees of a block's transaction ids, receipts and evidence. */

const LEAF_PREFIX = Uint8Array.of(0x00)
const NODE_PREFIX = Uint8Array.of(0x01)

/** Leaves of a tree whose proofs we make or check; far above any block. */
export const MERKLE_LEAVES_MAX = 2 ** 31

/** SHA-256 of nothing: the root of a tree without leaves. */
export const EMPTY_MERKLE_ROOT: Hash = bytesToHash(sha256(new Uint8Array(0)))

export interface MerkleInclusion {
  readonly root: Hash
  /** The leaf's bytes, not their hash. */
  readonly leaf: Uint8Array
  readonly index: number
  /** Leaves in the tree. */
  readonly size: number
  /** Sibling hashes, from the leaf up. */
  readonly path: readonly Hash[]
}

/** `SHA-256(0x00 ‖ leaf)`. */
export function merkleLeafHash(leaf: Uint8Array): Uint8Array {
  return sha256Joined(LEAF_PREFIX, leaf)
}

function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256Joined(NODE_PREFIX, left, right)
}

/**
 * The level above: neighbours are hashed together, a last one without neighbour moves up as it is. Level by level this is
 * RFC 6962's split at the largest power of two below n.
 */
function parents(level: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = []
  for (let index = 0; index < level.length; index += 2) {
    const left = level[index] as Uint8Array
    const right = level[index + 1]
    above.push(right === undefined ? left : nodeHash(left, right))
  }
  return above
}

export function merkleRoot(leaves: readonly Uint8Array[]): Hash {
  if (leaves.length === 0) return EMPTY_MERKLE_ROOT
  let level = leaves.map(merkleLeafHash)
  while (level.length > 1) level = parents(level)
  return bytesToHash(level[0] as Uint8Array)
}

/** The audit path of `leaves[index]`, from the leaf up (RFC 6962 §2.1.1). `index` is inside `leaves`. */
export function merkleProof(leaves: readonly Uint8Array[], index: number): readonly Hash[] {
  assert(Number.isInteger(index) && index >= 0 && index < leaves.length, () => `no leaf ${index} of ${leaves.length}`)
  const path: Hash[] = []
  let level = leaves.map(merkleLeafHash)
  let position = index
  while (level.length > 1) {
    const sibling = level[position % 2 === 0 ? position + 1 : position - 1]
    if (sibling !== undefined) path.push(bytesToHash(sibling))
    level = parents(level)
    position = Math.floor(position / 2)
  }
  return path
}

/** True when `leaf` stands at `index` in the tree of `size` leaves with this root. Total: wrong indices and lengths give false. */
export function verifyMerkleProof(inclusion: MerkleInclusion): boolean {
  return verifyMerkleLeafHash({ ...inclusion, leafHash: merkleLeafHash(inclusion.leaf) })
}

/** As `verifyMerkleProof`, for one who has the leaf's hash only (RFC 9162 §2.1.3.2). */
export function verifyMerkleLeafHash(inclusion: Omit<MerkleInclusion, 'leaf'> & { readonly leafHash: Uint8Array }): boolean {
  const { index, size, path } = inclusion
  if (!Number.isInteger(index) || !Number.isInteger(size) || index < 0 || index >= size || size > MERKLE_LEAVES_MAX) return false
  let position = index
  let last = size - 1
  let hash = inclusion.leafHash
  for (const entry of path) {
    if (last === 0) return false
    const sibling = hexToBytes(entry)
    if (position % 2 === 1 || position === last) {
      hash = nodeHash(sibling, hash)
      // A node that was the last of an odd level moved up alone: skip the levels it passed.
      while (position % 2 === 0 && position !== 0) {
        position = Math.floor(position / 2)
        last = Math.floor(last / 2)
      }
    } else {
      hash = nodeHash(hash, sibling)
    }
    position = Math.floor(position / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && equalBytes(hash, hexToBytes(inclusion.root))
}
