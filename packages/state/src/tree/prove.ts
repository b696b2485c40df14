import { bytesToHash, equalBytes } from '@hanse/primitives'
import type { StateProof } from '@hanse/protocol'
import type { StateHasher } from './hasher.ts'
import { type Leaf, type PathEnd, pathAmong } from './leaves.ts'
import { INNER, LEAF, type Page, pathBelow, SLOTS, slotOf, TOP } from './page.ts'
import type { PageSource } from './update-tree.ts'

/** The only leaf below a node of kind leaf. */
function leafBelow(page: Page, node: number): Leaf | undefined {
  let slot = node
  while (slot < SLOTS) slot = page.kinds[2 * slot] === LEAF ? 2 * slot : 2 * slot + 1
  return page.leavesOf(slot - SLOTS)[0]
}

function followPath(source: PageSource, root: Page, keyHash: Uint8Array, hasher: StateHasher): PathEnd {
  const siblings: Uint8Array[] = []
  let page = root
  for (let path = ''; ; path = pathBelow(path, slotOf(keyHash, path.length))) {
    const slot = slotOf(keyHash, path.length)
    let node = TOP
    for (let level = 3; level >= 0 && page.kinds[node] === INNER; level--) {
      const child = 2 * node + ((slot >> level) & 1)
      siblings.push(page.hashOf(child ^ 1))
      node = child
    }
    if (page.kinds[node] !== INNER) return { siblings, leaf: page.kinds[node] === LEAF ? leafBelow(page, node) : undefined }
    const version = page.childVersionOf(slot)
    if (version === undefined) {
      const rest = pathAmong(hasher, page.leavesOf(slot), keyHash, 4 * (path.length + 1))
      return { siblings: [...siblings, ...rest.siblings], leaf: rest.leaf }
    }
    page = source.page({ version, path: pathBelow(path, slot) }, page.hashOf(node))
  }
}

/** The proof for a key whose value in this tree is `value`, or which is absent. */
export function proveKey(source: PageSource, root: Page, key: Uint8Array, value: Uint8Array | undefined, hasher: StateHasher): StateProof {
  const keyHash = hasher.sha256(key)
  const { siblings: hashes, leaf } = followPath(source, root, keyHash, hasher)
  const siblings = hashes.map(bytesToHash)
  if (value !== undefined) return { key, value, siblings }
  if (leaf === undefined || equalBytes(leaf.keyHash, keyHash)) return { key, siblings }
  return { key, siblings, otherLeaf: { keyHash: bytesToHash(leaf.keyHash), valueHash: bytesToHash(leaf.valueHash) } }
}
