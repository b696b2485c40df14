import { compareBytes, equalBytes } from '@hanse/primitives'
import { ALL_SLOTS, hashPages } from './hash-pages.ts'
import type { StateHasher } from './hasher.ts'
import type { Leaf } from './leaves.ts'
import { Page, type PageRef, pathBelow, SLOT_LEAVES_MAX, SLOTS, slotOf } from './page.ts'

/** A leaf to be set, or to be taken away when `valueHash` is undefined. */
export interface LeafChange {
  readonly keyHash: Uint8Array
  readonly valueHash: Uint8Array | undefined
}

/** Gives pages that exist; `hash` is what the page above says of it. */
export interface PageSource {
  page(ref: PageRef, hash: Uint8Array): Page
}

export interface TreeUpdate {
  readonly root: Page
  /** By path: the pages of the new version. */
  readonly written: ReadonlyMap<string, { readonly page: Page }>
  /** Pages of older versions that the new tree does without. */
  readonly stale: readonly PageRef[]
}

/** Sorted changes: those from `from` to below `to`. */
interface ChangeRange {
  readonly changes: readonly LeafChange[]
  readonly from: number
  readonly to: number
}

interface Written {
  readonly page: Page
  dirtySlots: number
  readonly above: Page | undefined
  readonly slot: number
}

class TreeUpdater {
  readonly #source: PageSource
  readonly #version: number
  readonly #hasher: StateHasher
  readonly #written = new Map<string, Written>()
  readonly #stale: PageRef[] = []

  constructor(source: PageSource, version: number, hasher: StateHasher) {
    this.#source = source
    this.#version = version
    this.#hasher = hasher
  }

  update(root: Page, changes: readonly LeafChange[]): TreeUpdate {
    if (changes.length === 0) return { root, written: new Map(), stale: [] }
    const next = root.copy(this.#version)
    const dirtySlots = this.#change(next, '', { changes, from: 0, to: changes.length })
    if (dirtySlots === 0) return { root, written: new Map(), stale: [] }
    this.#stale.push({ version: root.version, path: '' })
    this.#written.set('', { page: next, dirtySlots, above: undefined, slot: 0 })
    this.#hash()
    return { root: next, written: this.#written, stale: this.#stale }
  }

  /** Applies sorted changes to a page of the new version and returns the slots that changed. */
  #change(page: Page, path: string, { changes, from, to }: ChangeRange): number {
    let dirtySlots = 0
    let start = from
    while (start < to) {
      const slot = slotOf((changes[start] as LeafChange).keyHash, path.length)
      let end = start + 1
      while (end < to && slotOf((changes[end] as LeafChange).keyHash, path.length) === slot) end += 1
      if (this.#changeSlot(page, path, slot, { changes, from: start, to: end })) dirtySlots |= 1 << slot
      start = end
    }
    return dirtySlots
  }

  #changeSlot(page: Page, path: string, slot: number, range: ChangeRange): boolean {
    const version = page.childVersionOf(slot)
    if (version !== undefined) return this.#changeChild(page, { version, path: pathBelow(path, slot) }, slot, range)
    const valueSet =
      range.to - range.from === 1 ? this.#setValue(page, path.length, slot, range.changes[range.from] as LeafChange) : undefined
    if (valueSet !== undefined) return valueSet
    const leaves = mergeLeaves(page.leavesOf(slot), range)
    if (leaves === undefined) return false
    if (leaves.length <= SLOT_LEAVES_MAX) {
      page.setLeaves(slot, leaves, path.length, this.#hasher)
      return true
    }
    const below = pathBelow(path, slot)
    const child = Page.empty(this.#version)
    this.#change(child, below, { changes: leaves, from: 0, to: leaves.length })
    this.#putChild(page, below, slot, child, ALL_SLOTS)
    return true
  }

  /** What most changes are: another value of a key that the tree has. */
  #setValue(page: Page, depth: number, slot: number, { keyHash, valueHash }: LeafChange): boolean | undefined {
    return valueHash === undefined ? undefined : page.setValue(slot, { keyHash, valueHash }, depth, this.#hasher)
  }

  #changeChild(page: Page, ref: PageRef, slot: number, range: ChangeRange): boolean {
    const { path } = ref
    const child = this.#source.page(ref, page.hashOf(SLOTS + slot))
    const next = child.copy(this.#version)
    const dirtySlots = this.#change(next, path, range)
    if (dirtySlots === 0) return false
    this.#stale.push(ref)
    if (next.leafCount <= SLOT_LEAVES_MAX && !next.hasChildren)
      page.setLeaves(slot, next.leavesOf(0, SLOTS - 1), path.length - 1, this.#hasher)
    else this.#putChild(page, path, slot, next, dirtySlots)
    return true
  }

  #putChild(page: Page, path: string, slot: number, child: Page, dirtySlots: number): void {
    page.setChild(slot, this.#version, path.length - 1, this.#hasher)
    this.#written.set(path, { page: child, dirtySlots, above: page, slot })
  }

  /** From the longest paths to the root: a page's hash goes into the slot above it. */
  #hash(): void {
    const byDepth: Written[][] = []
    for (const [path, written] of this.#written) {
      byDepth[path.length] ??= []
      byDepth[path.length]?.push(written)
    }
    for (const pages of byDepth.reverse()) {
      if (pages === undefined) continue
      hashPages(this.#hasher, pages)
      for (const { page, above, slot } of pages) above?.takeSlotHash(slot, page)
    }
  }
}

/** The leaves of a slot after the changes, or undefined when they are the same. Both are in order of key hash. */
function mergeLeaves(held: readonly Leaf[], { changes, from, to }: ChangeRange): readonly Leaf[] | undefined {
  const merged: Leaf[] = []
  let isChanged = false
  let next = 0
  for (let index = from; index < to; index++) {
    const { keyHash, valueHash } = changes[index] as LeafChange
    for (; next < held.length && compareBytes((held[next] as Leaf).keyHash, keyHash) < 0; next++) merged.push(held[next] as Leaf)
    const same = held[next]
    const before = same !== undefined && equalBytes(same.keyHash, keyHash) ? same.valueHash : undefined
    if (before !== undefined) next += 1
    if (valueHash !== undefined) merged.push({ keyHash, valueHash })
    isChanged ||= before === undefined ? valueHash !== undefined : valueHash === undefined || !equalBytes(before, valueHash)
  }
  return isChanged ? [...merged, ...held.slice(next)] : undefined
}

/** The tree with `changes`, which have distinct keys and come in order of key hash, as pages of `version`. `root` stays as it is. */
export function updateTree(
  source: PageSource,
  root: Page,
  changes: readonly LeafChange[],
  version: number,
  hasher: StateHasher,
): TreeUpdate {
  return new TreeUpdater(source, version, hasher).update(root, changes)
}
