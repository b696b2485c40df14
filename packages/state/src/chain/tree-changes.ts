import { compareBytes, equalBytes } from '@hanse/primitives'
import type { HeldValue } from '../data/held-value.ts'
import { keyBytes } from '../data/state-key.ts'
import type { Changes, TextReader } from '../runtime/write-set.ts'
import type { StateHasher } from '../tree/hasher.ts'
import type { LeafChange } from '../tree/update-tree.ts'

/** A change as the tree and the store take it. */
interface KeyChange {
  readonly key: Uint8Array
  /** Without bytes where the key is deleted. */
  readonly value: HeldValue
}

/** By `keyText`. */
export type KeyChanges = ReadonlyMap<string, KeyChange>

function isSame({ bytes: left }: HeldValue, { bytes: right }: HeldValue): boolean {
  return left === undefined || right === undefined ? left === right : equalBytes(left, right)
}

/** Without the keys that have the value they had below. */
export function effectiveChanges(below: TextReader, changes: Changes): KeyChanges {
  const effective = new Map<string, KeyChange>()
  for (const [text, value] of changes) if (!isSame(below.read(text), value)) effective.set(text, { key: keyBytes(text), value })
  return effective
}

/** As the tree takes them: hashed, in order of key hash. */
export function leafChanges(changes: KeyChanges, hasher: StateHasher): readonly LeafChange[] {
  const leaves: LeafChange[] = []
  for (const { key, value } of changes.values()) {
    leaves.push({ keyHash: hasher.sha256(key), valueHash: value.bytes === undefined ? undefined : hasher.sha256(value.bytes) })
  }
  return leaves.sort((left, right) => compareBytes(left.keyHash, right.keyHash))
}
