import { bytesToHash, compareBytes, type Hash, hexToBytes, ZERO_HASH } from '@hanse/primitives'
import { type StateProof, stateInnerHash, stateKeyBit, stateKeyHash, stateLeafHash, stateValueHash } from '@hanse/protocol'

/** The state tree as its definition says it, without any care for speed. */

export interface StateTreeEntry {
  readonly key: Uint8Array
  readonly value: Uint8Array
}

const hashOf = (entry: StateTreeEntry): Uint8Array => stateLeafHash(stateKeyHash(entry.key), stateValueHash(entry.value))

/** The definition word for word: nothing, the one leaf, or the hash of two halves. */
export function stateNode(entries: readonly StateTreeEntry[], depth: number): Uint8Array {
  const [first, second] = entries
  if (first === undefined) return hexToBytes(ZERO_HASH)
  if (second === undefined) return hashOf(first)
  const side = (bit: 0 | 1): readonly StateTreeEntry[] => entries.filter(({ key }) => stateKeyBit(stateKeyHash(key), depth) === bit)
  return stateInnerHash(stateNode(side(0), depth + 1), stateNode(side(1), depth + 1))
}

export function proveState(entries: readonly StateTreeEntry[], key: Uint8Array): StateProof {
  const keyHash = stateKeyHash(key)
  const siblings: Hash[] = []
  let below = entries
  for (let depth = 0; below.length > 1; depth++) {
    const bit = stateKeyBit(keyHash, depth)
    const other = below.filter((entry) => stateKeyBit(stateKeyHash(entry.key), depth) !== bit)
    siblings.push(bytesToHash(stateNode(other, depth + 1)))
    below = below.filter((entry) => stateKeyBit(stateKeyHash(entry.key), depth) === bit)
  }
  const [leaf] = below
  if (leaf === undefined) return { key, siblings }
  if (compareBytes(leaf.key, key) === 0) return { key, value: leaf.value, siblings }
  return { key, siblings, otherLeaf: { keyHash: bytesToHash(stateKeyHash(leaf.key)), valueHash: bytesToHash(stateValueHash(leaf.value)) } }
}

export const stateRoot = (entries: readonly StateTreeEntry[]): Hash => bytesToHash(stateNode(entries, 0))
