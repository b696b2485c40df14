import { compareBytes, equalBytes } from '@hanse/primitives'
import { ABSENT, type HeldKey, type HeldValue } from '../data/held-value.ts'
import { keyBytes } from '../data/state-key.ts'
import type { Changes, TextReader } from '../runtime/write-set.ts'
import type { StateHasher } from '../tree/hasher.ts'
import type { LeafChange } from '../tree/update-tree.ts'

/** A change as the tree and the store take it. */
interface KeyChange {
  readonly key: HeldKey
  /** Without bytes where the key is deleted. */
  readonly value: HeldValue
}

/** By `keyText`. */
export type KeyChanges = ReadonlyMap<string, KeyChange>

function isSame({ bytes: left }: HeldValue, { bytes: right }: HeldValue): boolean {
  return left === undefined || right === undefined ? left === right : equalBytes(left, right)
}

/** Without the keys that have the value they had below. */
export function effectiveChanges(below: TextReader, changes: Changes, hasher: StateHasher): KeyChanges {
  const effective = new Map<string, KeyChange>()
  for (const [text, value] of changes) {
    const before = below.read(text)
    if (isSame(before, value)) continue
    const key = before.key ?? heldKey(text, hasher)
    // What has been replaced once will be again; most others are put once and for all.
    if (value !== ABSENT && before.bytes !== undefined) value.key = key
    effective.set(text, { key, value })
  }
  return effective
}

function heldKey(text: string, hasher: StateHasher): HeldKey {
  const bytes = keyBytes(text)
  return { bytes, hash: hasher.sha256(bytes) }
}

/** As the tree takes them: hashed, in order of key hash. */
export function leafChanges(changes: KeyChanges, hasher: StateHasher): readonly LeafChange[] {
  const leaves: LeafChange[] = []
  for (const { key, value } of changes.values()) {
    leaves.push({ keyHash: key.hash, valueHash: value.bytes === undefined ? undefined : hasher.sha256(value.bytes) })
  }
  return leaves.sort((left, right) => compareBytes(left.keyHash, right.keyHash))
}
