import { type Header, SNAPSHOT_HEADERS_MIN } from '@hanse/protocol'
import type { ChainReader } from '@hanse/replica'

/** What a node that does not keep every block keeps. */
export interface Pruning {
  /** The newest, so many, and never fewer than a snapshot has headers of. */
  readonly keepBlocks: number
  /** How long a transaction can live after its block: ids that could come again are read from there. */
  readonly timeToLiveMsMax: number
}

/** The lowest height that must be kept under `head`, looked for from `from`, the lowest that is held, and not beyond `to`. */
export function prunableUpTo(
  reader: Pick<ChainReader, 'summary'>,
  head: Header,
  { keepBlocks, timeToLiveMsMax }: Pruning,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const end = Math.min(to, head.height - Math.max(keepBlocks, SNAPSHOT_HEADERS_MIN) + 1)
  for (let height = from; height < end; height++) {
    const summary = reader.summary(height)
    if (summary !== undefined && summary.header.timeMs + timeToLiveMsMax > head.timeMs) return height
  }
  return Math.max(from, end)
}
