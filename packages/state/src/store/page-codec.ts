import { ALL_SLOTS, hashPages } from '../tree/hash-pages.ts'
import type { StateHasher } from '../tree/hasher.ts'
import { type ChildPage, Page, SLOTS } from '../tree/page.ts'
import { ByteReader, ByteWriter, HEIGHT_SIZE_BYTES } from './byte-io.ts'

const HASH = 32

function encodedSize(page: Page): number {
  let children = 0
  for (let slot = 0; slot < SLOTS; slot++) if (page.childVersionOf(slot) !== undefined) children += 1
  return 2 + (HASH + HEIGHT_SIZE_BYTES) * children + page.leafBytes.length
}

/** A bitmap of the slots that are pages, then hash ‖ version of each of them; then the page's own leaves, keyHash ‖ valueHash each. */
export function encodePage(page: Page, place: number | Uint8Array = encodedSize(page)): Uint8Array {
  const writer = new ByteWriter(place)
  let children = 0
  for (let slot = 0; slot < SLOTS; slot++) if (page.childVersionOf(slot) !== undefined) children |= 1 << slot
  writer.uint16(children)
  for (let slot = 0; slot < SLOTS; slot++) {
    const version = page.childVersionOf(slot)
    if (version !== undefined) writer.bytes(page.hashOf(SLOTS + slot)).height(version)
  }
  return writer.bytes(page.leafBytes).finish()
}

/** Each of them, side by side: a page with memory of its own takes longer to get that than to be written. */
export function encodePages(pages: readonly Page[]): readonly Uint8Array[] {
  const sizes = pages.map(encodedSize)
  const all = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0))
  let end = 0
  return pages.map((page, index) => {
    const start = end
    end += sizes[index] as number
    return encodePage(page, all.subarray(start, end))
  })
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
