import type { Store } from '@hanse/ports'
import type { Result } from '@hanse/primitives'
import { BLOCKS_RANGE, ChainReader, pruneWrites } from '@hanse/replica'
import { longestTimeToLiveMs } from '@hanse/state'
import { type Pruning, prunableUpTo } from './pruning.ts'
import { openHome } from './snapshot/home-snapshot.ts'
import { refusalOf, refuse } from './snapshot/refused.ts'
import { withStoppedStore } from './stopped-store.ts'

/** Heights whose blocks go in one batch. */
const HEIGHTS_PER_BATCH = 256

export interface PruneOptions {
  /** Default: `history.keepBlocks` of the configuration, where its mode is `pruned`. */
  readonly keepBlocks?: number
  readonly onProgress?: (progress: { readonly what: string; readonly done: number; readonly total?: number }) => void
}

export interface PruneReport {
  readonly height: number
  /** The lowest height whose block is held, before and now. */
  readonly earliestBefore: number
  readonly earliest: number
  readonly sizeBytesBefore: number
  readonly sizeBytes: number
  readonly elapsedMs: number
}

/**
 * Deletes the old blocks of a stopped node's store, and gives the disk back what they took. One that was interrupted goes on where it was.
 * `storage/locked` says that the node runs; one whose history is `pruned` does this by itself.
 */
export async function pruneHome(home: string, options: PruneOptions = {}): Promise<Result<PruneReport>> {
  return await refusalOf(async () => {
    const startedMs = performance.now()
    const { config, chain } = await openHome(home)
    const keepBlocks = options.keepBlocks ?? (config.history.mode === 'pruned' ? config.history.keepBlocks : undefined)
    if (keepBlocks === undefined) {
      return refuse(
        'prune/archive',
        'this node keeps every block: history.mode is archive',
        'Say how many to keep: hanse prune --keep BLOCKS',
      )
    }
    return await withStoppedStore(config, async (store) => {
      const pruning = { keepBlocks, timeToLiveMsMax: longestTimeToLiveMs(new ChainReader(store).state, chain.genesis) }
      const report = await pruneStore(store, pruning, options)
      return { ...report, elapsedMs: performance.now() - startedMs }
    })
  })
}

async function pruneStore(store: Store, pruning: Pruning, { onProgress }: PruneOptions): Promise<Omit<PruneReport, 'elapsedMs'>> {
  const reader = new ChainReader(store)
  const head = reader.head()
  const header = head === undefined ? undefined : reader.record(head.height)?.header
  if (header === undefined) return refuse('node/no-blocks', 'there are no blocks in the store')
  const sizeBytesBefore = await store.sizeBytes()
  const earliestBefore = reader.earliest()
  const earliest = prunableUpTo(reader, header, pruning, { from: earliestBefore, to: header.height })
  for (let height = earliestBefore; height < earliest; height += HEIGHTS_PER_BATCH) {
    const to = Math.min(height + HEIGHTS_PER_BATCH, earliest)
    await store.write([...pruneWrites(reader, height, to)], { sync: to === earliest })
    onProgress?.({ what: 'deleting blocks', done: to - earliestBefore, total: earliest - earliestBefore })
  }
  onProgress?.({ what: 'giving the disk its space back', done: 0 })
  await store.compact(BLOCKS_RANGE)
  return { height: header.height, earliestBefore, earliest, sizeBytesBefore, sizeBytes: await store.sizeBytes() }
}
