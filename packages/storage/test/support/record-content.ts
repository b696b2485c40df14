import { createPrng } from '@hanse/primitives'

/** What the tests write at a position: its length and bytes follow from the position. */
export function recordContent(position: number): Uint8Array {
  return createPrng(position).bytes((position * 131) % 700)
}
