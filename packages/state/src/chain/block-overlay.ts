import type { Hash } from '@hanse/primitives'
import type { ExecutedBlock } from '../ledger.ts'
import type { TextReader } from '../runtime/write-set.ts'
import type { Page, PageRef } from '../tree/page.ts'
import type { TreeUpdate } from '../tree/update-tree.ts'
import type { KeyChanges } from './tree-changes.ts'

/** An executed block above the final head, with what it changes. */
export interface BlockOverlay extends TextReader {
  readonly block: ExecutedBlock
  /** Undefined when the parent is the head. */
  readonly parent: BlockOverlay | undefined
  /** Only what differs from the parent's state. */
  readonly changes: KeyChanges
  readonly tree: TreeUpdate
  readonly ids: ReadonlySet<Hash>
}

/** Reads through a block and its ancestors down to the final state. */
export function overlayReader(parent: TextReader, changes: KeyChanges): TextReader['read'] {
  return (text) => changes.get(text)?.value ?? parent.read(text)
}

/** The page of an unfinished block among `overlay` and its ancestors. */
export function pageAbove(overlay: BlockOverlay | undefined, { version, path }: PageRef): Page | undefined {
  for (let at = overlay; at !== undefined; at = at.parent) if (at.block.header.height === version) return at.tree.written.get(path)?.page
  return undefined
}
