import { ALL_SLOTS, hashPages } from '../tree/hash-pages.ts'
import type { StateHasher } from '../tree/hasher.ts'
import { type ChildPage, Page, SLOTS } from '../tree/page.ts'
import { ByteReader, ByteWriter, HEIGHT_SIZE_BYTES } from './byte-io.ts'

const HASH = 32

/** A bitmap of the slots that are pages, then hash ‖ version of each of them; then the page's own leaves, keyHash ‖ valueHash each. */
export function encodePage(page: Page): Uint8Array {
  const children: number[] = []
  for (let slot = 0; slot < SLOTS; slot++) if (page.childVersionOf(slot) !== undefined) children.push(slot)
  const writer = new ByteWriter(2 + (HASH + HEIGHT_SIZE_BYTES) * children.length + page.leafBytes.length)
  writer.uint16(children.reduce((bits, slot) => bits | (1 << slot), 0))
  for (const slot of children) writer.bytes(page.hashOf(SLOTS + slot)).height(page.childVersionOf(slot) as number)
  return writer.bytes(page.leafBytes).finish()
}

/** `depth` is the length of the page's path. */
export function decodePage(bytes: Uint8Array, version: number, depth: number, hasher: StateHasher): Page {
  const reader = new ByteReader(bytes)
  const children = reader.uint16()
  const slots: (ChildPage | undefined)[] = []
  for (let slot = 0; slot < SLOTS; slot++) {
    slots.push(((children >> slot) & 1) === 0 ? undefined : { hash: reader.bytes(HASH), version: reader.height() })
  }
  const page = Page.of(version, depth, reader.rest(), slots, hasher)
  hashPages(hasher, [{ page, dirtySlots: ALL_SLOTS }])
  return page
}
