import { assert, compareBytes, EMPTY_BYTES } from '@hanse/primitives'
import { leafHash, PAIR_SIZE_BYTES, type StateHasher } from './hasher.ts'

const HASH = 32
const KEY_HASH_BITS = 256
/** The two children of the node that is hashed. */
const PAIR = new Uint8Array(PAIR_SIZE_BYTES)

/** An entry of the state as the tree has it. */
export interface Leaf {
  readonly keyHash: Uint8Array
  readonly valueHash: Uint8Array
}

export function byKeyHash(left: { readonly keyHash: Uint8Array }, right: { readonly keyHash: Uint8Array }): number {
  return compareBytes(left.keyHash, right.keyHash)
}

/** The turn that a key's path takes below `depth`: 0 is left. */
export function bitOf(keyHash: Uint8Array, depth: number): number {
  return ((keyHash[depth >> 3] as number) >> (7 - (depth & 7))) & 1
}

/** Sorted leaves that share `depth` bits, parted by the next one. */
function partLeaves(leaves: readonly Leaf[], depth: number): readonly [left: readonly Leaf[], right: readonly Leaf[]] {
  const middle = leaves.findIndex(({ keyHash }) => bitOf(keyHash, depth) === 1)
  return middle < 0 ? [leaves, []] : [leaves.slice(0, middle), leaves.slice(middle)]
}

/** The node over sorted leaves that share `depth` bits; no bytes when there are none. For few: each node is hashed by itself. */
export function subtreeHash(hasher: StateHasher, leaves: readonly Leaf[], depth: number): Uint8Array {
  const [first] = leaves
  if (first === undefined) return EMPTY_BYTES
  if (leaves.length === 1) return leafHash(hasher, first.keyHash, first.valueHash)
  assert(depth < KEY_HASH_BITS, 'two leaves have the same key hash')
  const [left, right] = partLeaves(leaves, depth)
  const leftHash = subtreeHash(hasher, left, depth + 1)
  const rightHash = subtreeHash(hasher, right, depth + 1)
  PAIR.fill(0)
  PAIR.set(leftHash)
  PAIR.set(rightHash, HASH)
  return hasher.sha256(PAIR)
}

/** Where a path ends: siblings from the root down, and the leaf that is there, if one is. */
export interface PathEnd {
  readonly siblings: readonly Uint8Array[]
  readonly leaf: Leaf | undefined
}

/** The rest of a key's path from the node over these leaves. */
export function pathAmong(hasher: StateHasher, leaves: readonly Leaf[], keyHash: Uint8Array, depth: number): PathEnd {
  const siblings: Uint8Array[] = []
  let own = leaves
  for (let bit = depth; own.length > 1; bit++) {
    const parts = partLeaves(own, bit)
    const side = bitOf(keyHash, bit)
    const sibling = new Uint8Array(HASH)
    sibling.set(subtreeHash(hasher, parts[1 - side] as readonly Leaf[], bit + 1))
    siblings.push(sibling)
    own = parts[side] as readonly Leaf[]
  }
  return { siblings, leaf: own[0] }
}
