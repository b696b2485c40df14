import { assert, bytesToHash, compareBytes, type Hash } from '@hanse/primitives'
import { decodeStoredValue, encodeHead, HEAD_KEY, pageKey, type StateRecord } from '../store/layout.ts'
import { encodePage } from '../store/page-codec.ts'
import { createStateHasher, type Sha256, type StateHasher } from '../tree/hasher.ts'
import { Page } from '../tree/page.ts'
import { type LeafChange, type PageSource, updateTree } from '../tree/update-tree.ts'

/** Leaves that are put into the tree at once. */
const BATCH_LEAVES = 32_768

/**
 * Makes all records of a state anew from its values: pages, and where the head is. For a store whose values are sound and whose tree is
 * not, or that has no tree yet. Undo records are not made: heights below are not served until they have come again.
 */
export class StateRebuilder implements PageSource {
  readonly #height: number
  readonly #hasher: StateHasher
  readonly #pages = new Map<string, Page>()
  #root: Page
  #leaves: LeafChange[] = []

  /** `height` is that of the block after which the values stand. */
  constructor(height: number, hasher?: Sha256 | StateHasher) {
    this.#height = height
    this.#hasher = createStateHasher(hasher)
    this.#root = Page.empty(height)
  }

  /** Records of the state's values, as they are stored; each key once, in any order. Gives those that the new state has. */
  add(records: Iterable<StateRecord>): readonly StateRecord[] {
    const kept: StateRecord[] = []
    for (const record of records) {
      const { value } = decodeStoredValue(record.value)
      // A deleted key is kept for older heights alone.
      if (value === undefined) continue
      this.#leaves.push({ keyHash: this.#hasher.sha256(record.key).slice(), valueHash: this.#hasher.sha256(value).slice() })
      kept.push(record)
    }
    if (this.#leaves.length >= BATCH_LEAVES) this.#apply()
    return kept
  }

  /** After the last value: the root that the state has. */
  root(): Hash {
    this.#apply()
    return bytesToHash(this.#root.topHash)
  }

  /** After `root`: the records beside the values. */
  *records(): Generator<StateRecord> {
    assert(this.#leaves.length === 0, 'the root comes first')
    const version = this.#height
    for (const [path, page] of this.#pages) if (path !== '') yield { key: pageKey({ version, path }), value: encodePage(page) }
    yield { key: pageKey({ version, path: '' }), value: encodePage(this.#root) }
    yield { key: HEAD_KEY, value: encodeHead({ height: version, rootVersion: version, oldestUndo: version + 1 }) }
  }

  page({ path }: { readonly path: string }): Page {
    const page = this.#pages.get(path)
    assert(page !== undefined, `the new tree has no page ${path}`)
    return page
  }

  #apply(): void {
    if (this.#leaves.length === 0) return
    const changes = this.#leaves.sort((left, right) => compareBytes(left.keyHash, right.keyHash))
    const { root, written } = updateTree(this, this.#root, changes, this.#height, this.#hasher)
    for (const [path, { page }] of written) this.#pages.set(path, page)
    this.#root = root
    this.#leaves = []
  }
}
