import { compareBytes, equalBytes } from '@hanse/primitives'
import type { Change, TextReader } from '../runtime/write-set.ts'
import type { StateHasher } from '../tree/hasher.ts'
import type { LeafChange } from '../tree/update-tree.ts'

function isSame(left: Uint8Array | undefined, right: Uint8Array | undefined): boolean {
  return left === undefined || right === undefined ? left === right : equalBytes(left, right)
}

/** Without the keys that have the value they had below. */
export function effectiveChanges(below: TextReader, changes: ReadonlyMap<string, Change>): ReadonlyMap<string, Change> {
  const effective = new Map<string, Change>()
  for (const [text, change] of changes) if (!isSame(below.read(text, change.key), change.value)) effective.set(text, change)
  return effective
}

/** As the tree takes them: hashed, in order of key hash. */
export function leafChanges(changes: ReadonlyMap<string, Change>, hasher: StateHasher): readonly LeafChange[] {
  const leaves: LeafChange[] = []
  for (const { key, value } of changes.values()) {
    leaves.push({ keyHash: hasher.sha256(key), valueHash: value === undefined ? undefined : hasher.sha256(value) })
  }
  return leaves.sort((left, right) => compareBytes(left.keyHash, right.keyHash))
}
