import { ALL_SLOTS, hashPages } from '../tree/hash-pages.ts'
import type { StateHasher } from '../tree/hasher.ts'
import { INNER, LEAF, Page, SLOTS } from '../tree/page.ts'
import { ByteReader, ByteWriter } from './byte-io.ts'

const HASH = 32

/** Two bitmaps of slots, leaves and pages below; then keyHash ‖ valueHash of each leaf, hash ‖ version of each page, by slot. */
export function encodePage(page: Page): Uint8Array {
  let leaves = 0
  let children = 0
  for (let slot = 0; slot < SLOTS; slot++) {
    if (page.kindOf(slot) === LEAF) leaves |= 1 << slot
    if (page.kindOf(slot) === INNER) children |= 1 << slot
  }
  const writer = new ByteWriter().uint16(leaves).uint16(children)
  for (let slot = 0; slot < SLOTS; slot++) {
    if (page.kindOf(slot) === LEAF) writer.bytes(page.keyHashOf(slot)).bytes(page.valueHashOf(slot))
    if (page.kindOf(slot) === INNER) writer.bytes(page.hashOf(SLOTS + slot)).height(page.childVersionOf(slot))
  }
  return writer.finish()
}

export function decodePage(bytes: Uint8Array, version: number, hasher: StateHasher): Page {
  const reader = new ByteReader(bytes)
  const leaves = reader.uint16()
  const children = reader.uint16()
  const page = Page.empty(version)
  for (let slot = 0; slot < SLOTS; slot++) {
    if (((leaves >> slot) & 1) === 1) page.setLeaf(slot, reader.bytes(HASH), reader.bytes(HASH), hasher)
    else if (((children >> slot) & 1) === 1) {
      const hash = reader.bytes(HASH)
      page.setChild(slot, reader.height())
      page.setSlotHash(slot, hash)
    }
  }
  reader.end()
  hashPages(hasher, [{ page, dirtySlots: ALL_SLOTS }])
  return page
}
