import { asHeight, type CertifiedBlock, certifiedBlockCodec, type Height } from '@hanse/protocol'
import type { BlockStore } from './block-store.ts'

/** Bytes of blocks in one answer: the first block always fits the frame, further ones as long as this holds. */
const SYNC_ANSWER_BYTES = 2 * 1024 * 1024

/** Blocks from `from` upwards, as many as fit; empty when we have none. */
export function blocksFrom(blocks: BlockStore, from: Height, limit: number): readonly CertifiedBlock[] {
  const found: CertifiedBlock[] = []
  let bytes = 0
  for (let height = from; found.length < limit; height = asHeight(height + 1)) {
    const block = blocks.certified(height)
    if (block === undefined) break
    bytes += certifiedBlockCodec.encode(block).length
    if (found.length > 0 && bytes > SYNC_ANSWER_BYTES) break
    found.push(block)
  }
  return found
}
