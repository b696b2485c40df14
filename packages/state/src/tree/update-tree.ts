import { compareBytes, equalBytes } from '@hanse/primitives'
import { ALL_SLOTS, hashPages } from './hash-pages.ts'
import type { StateHasher } from './hasher.ts'
import { INNER, LEAF, Page, type PageRef, pathBelow, SLOTS, slotOf } from './page.ts'

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
    const next = root.copy(this.#version)
    const dirtySlots = this.#change(next, '', changes)
    if (dirtySlots === 0) return { root, written: new Map(), stale: [] }
    this.#stale.push({ version: root.version, path: '' })
    this.#written.set('', { page: next, dirtySlots, above: undefined, slot: 0 })
    this.#hash()
    return { root: next, written: this.#written, stale: this.#stale }
  }

  /** Applies sorted changes to a page of the new version and returns the slots that changed. */
  #change(page: Page, path: string, changes: readonly LeafChange[]): number {
    let dirtySlots = 0
    let start = 0
    while (start < changes.length) {
      const slot = slotOf((changes[start] as LeafChange).keyHash, path.length)
      let end = start + 1
      while (end < changes.length && slotOf((changes[end] as LeafChange).keyHash, path.length) === slot) end += 1
      if (this.#changeSlot(page, pathBelow(path, slot), slot, changes.slice(start, end))) dirtySlots |= 1 << slot
      start = end
    }
    return dirtySlots
  }

  #changeSlot(page: Page, below: string, slot: number, changes: readonly LeafChange[]): boolean {
    if (page.kindOf(slot) === INNER) return this.#changeChild(page, below, slot, changes)
    const held: LeafChange | undefined =
      page.kindOf(slot) === LEAF ? { keyHash: page.keyHashOf(slot).slice(), valueHash: page.valueHashOf(slot).slice() } : undefined
    const leaves = withHeld(held, changes)
    const [first] = leaves
    if (leaves.length >= 2) {
      this.#addChild(page, below, slot, Page.empty(this.#version), leaves)
      return true
    }
    if (first?.valueHash === undefined) {
      if (held !== undefined) page.clear(slot)
      return held !== undefined
    }
    if (held?.valueHash !== undefined && equalBytes(held.keyHash, first.keyHash) && equalBytes(held.valueHash, first.valueHash))
      return false
    page.setLeaf(slot, first.keyHash, first.valueHash, this.#hasher)
    return true
  }

  #changeChild(page: Page, path: string, slot: number, changes: readonly LeafChange[]): boolean {
    const version = page.childVersionOf(slot)
    const child = this.#source.page({ version, path }, page.hashOf(SLOTS + slot))
    const next = child.copy(this.#version)
    const dirtySlots = this.#change(next, path, changes)
    if (dirtySlots === 0) return false
    this.#stale.push({ version, path })
    const sole = next.soleLeaf()
    if (sole !== undefined) {
      page.setLeaf(slot, next.keyHashOf(sole), next.valueHashOf(sole), this.#hasher)
    } else if (next.isEmpty()) {
      page.clear(slot)
    } else {
      page.setChild(slot, this.#version)
      this.#written.set(path, { page: next, dirtySlots, above: page, slot })
    }
    return true
  }

  #addChild(page: Page, path: string, slot: number, child: Page, leaves: readonly LeafChange[]): void {
    this.#change(child, path, leaves)
    page.setChild(slot, this.#version)
    this.#written.set(path, { page: child, dirtySlots: ALL_SLOTS, above: page, slot })
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
      for (const { page, above, slot } of pages) above?.setSlotHash(slot, page.topHash)
    }
  }
}

/** The leaves of a slot after the changes: the one it held, unless it is changed, among those that are set. In order of key hash. */
function withHeld(held: LeafChange | undefined, changes: readonly LeafChange[]): readonly LeafChange[] {
  const set = changes.filter(({ valueHash }) => valueHash !== undefined)
  if (held === undefined || changes.some(({ keyHash }) => equalBytes(keyHash, held.keyHash))) return set
  return [...set, held].sort((left, right) => compareBytes(left.keyHash, right.keyHash))
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
