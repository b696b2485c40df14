import { bytesToHash, equalBytes, type Hash } from '@hanse/primitives'
import type { StateProof } from '@hanse/protocol'
import { INNER, LEAF, type Page, pathBelow, SLOTS, slotOf, TOP } from './page.ts'
import type { PageSource } from './update-tree.ts'

/** Where a key's path ends: siblings from the root down, and the leaf that is there, if one is. */
interface PathEnd {
  readonly siblings: readonly Hash[]
  readonly leaf?: { readonly keyHash: Uint8Array; readonly valueHash: Uint8Array }
}

/** The only leaf below a node of kind leaf. */
function leafBelow(page: Page, node: number): NonNullable<PathEnd['leaf']> {
  let at = node
  while (at < SLOTS) at = page.kinds[2 * at] === LEAF ? 2 * at : 2 * at + 1
  return { keyHash: page.keyHashOf(at - SLOTS), valueHash: page.valueHashOf(at - SLOTS) }
}

function followPath(source: PageSource, root: Page, keyHash: Uint8Array): PathEnd {
  const siblings: Hash[] = []
  let page = root
  for (let path = ''; ; path = pathBelow(path, slotOf(keyHash, path.length))) {
    const slot = slotOf(keyHash, path.length)
    let node = TOP
    for (let level = 3; level >= 0 && page.kinds[node] === INNER; level--) {
      const child = 2 * node + ((slot >> level) & 1)
      siblings.push(bytesToHash(page.hashOf(child ^ 1)))
      node = child
    }
    if (page.kinds[node] === LEAF) return { siblings, leaf: leafBelow(page, node) }
    if (page.kinds[node] !== INNER) return { siblings }
    page = source.page({ version: page.childVersionOf(slot), path: pathBelow(path, slot) }, page.hashOf(node))
  }
}

/** The proof for a key whose value in this tree is `value`, or which is absent. */
export function proveKey(source: PageSource, root: Page, key: Uint8Array, keyHash: Uint8Array, value: Uint8Array | undefined): StateProof {
  const { siblings, leaf } = followPath(source, root, keyHash)
  if (value !== undefined) return { key, value, siblings }
  if (leaf === undefined || equalBytes(leaf.keyHash, keyHash)) return { key, siblings }
  return { key, siblings, otherLeaf: { keyHash: bytesToHash(leaf.keyHash), valueHash: bytesToHash(leaf.valueHash) } }
}
