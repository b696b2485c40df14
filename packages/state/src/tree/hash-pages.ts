import { PAIR_SIZE_BYTES, type StateHasher } from './hasher.ts'
import { EMPTY, INNER, LEAF, type Page, SLOTS, TOP } from './page.ts'

const HASH = 32
const BATCH_PAIRS_MAX = 1_024

/** Slots of a page that changed, one bit each. */
interface DirtyPage {
  readonly page: Page
  readonly dirtySlots: number
}

export const ALL_SLOTS = (1 << SLOTS) - 1

/** What one batch holds: no two are ever filled at once. */
const PAIRS = new Uint8Array(PAIR_SIZE_BYTES * BATCH_PAIRS_MAX)
const HASHES = new Uint8Array(HASH * BATCH_PAIRS_MAX)

/** For so few, a loop is faster than a view and a copy of it. */
function copyInto(into: Uint8Array, at: number, from: Uint8Array, start: number, sizeBytes: number): void {
  for (let index = 0; index < sizeBytes; index++) into[at + index] = from[start + index] as number
}

/** Collects pairs of nodes, so that a native hasher gets many at once. */
class PairBatch {
  readonly #hasher: StateHasher
  readonly #pages: Page[] = []
  readonly #nodes: number[] = []

  constructor(hasher: StateHasher) {
    this.#hasher = hasher
  }

  /** Hashes the children of `node`. They lie side by side. */
  add(page: Page, node: number): void {
    copyInto(PAIRS, PAIR_SIZE_BYTES * this.#pages.length, page.hashes, HASH * 2 * node, PAIR_SIZE_BYTES)
    this.#pages.push(page)
    this.#nodes.push(node)
    if (this.#pages.length === BATCH_PAIRS_MAX) this.flush()
  }

  flush(): void {
    const count = this.#pages.length
    if (count === 0) return
    this.#hasher.hashPairs(PAIRS.subarray(0, PAIR_SIZE_BYTES * count), HASHES)
    for (let index = 0; index < count; index++) {
      const page = this.#pages[index] as Page
      copyInto(page.hashes, HASH * (this.#nodes[index] as number), HASHES, HASH * index, HASH)
    }
    this.#pages.length = 0
    this.#nodes.length = 0
  }
}

/** Sets kind and hash of a node above the slots; an inner one's hash comes with the batch. */
function joinChildren(page: Page, node: number, batch: PairBatch): void {
  const left = page.kinds[2 * node]
  const right = page.kinds[2 * node + 1]
  if (left === EMPTY && right === EMPTY) {
    page.kinds[node] = EMPTY
    page.hashOf(node).fill(0)
  } else if ((left === EMPTY && right === LEAF) || (left === LEAF && right === EMPTY)) {
    page.kinds[node] = LEAF
    copyInto(page.hashes, HASH * node, page.hashes, HASH * (left === LEAF ? 2 * node : 2 * node + 1), HASH)
  } else {
    page.kinds[node] = INNER
    batch.add(page, node)
  }
}

/** The node's bits among the dirty ones: those of the slots below it. */
function isDirty(node: number, level: number, dirtySlots: number): boolean {
  const below = SLOTS >> level
  const first = (node - (1 << level)) * below
  return ((dirtySlots >> first) & ((1 << below) - 1)) !== 0
}

/** Hashes the nodes above changed slots, in all pages level by level. The pages must not lie on one another. */
export function hashPages(hasher: StateHasher, pages: readonly DirtyPage[]): void {
  const batch = new PairBatch(hasher)
  for (let level = 3; level >= 0; level--) {
    for (const { page, dirtySlots } of pages) {
      for (let node = TOP << level; node < TOP << (level + 1); node++) if (isDirty(node, level, dirtySlots)) joinChildren(page, node, batch)
    }
    batch.flush()
  }
}
