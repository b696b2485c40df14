import { discardIndex, openBlockIndex } from '@hanse/indexer'
import type { BlockStore } from './block-store.ts'
import { IndexFollower } from './index-follower.ts'
import { indexDirectoryOf } from './node-files.ts'
import type { NodeComponents, NodeOptions } from './node-options.ts'

/** The index of a running node, or none where the configuration says so. */
export function createNodeIndex(
  { chain, config }: Pick<NodeOptions, 'chain' | 'config'>,
  { clock, logger }: Pick<NodeComponents, 'clock' | 'logger'>,
  blocks: BlockStore,
): IndexFollower | undefined {
  const { enabled, cacheBytes } = config.index
  if (!enabled) return undefined
  const directory = indexDirectoryOf(config)
  return new IndexFollower({
    open: () => openBlockIndex({ directory, genesisHash: chain.genesisHash, cacheBytes }),
    discard: () => discardIndex(directory),
    blocks,
    clock,
    logger,
  })
}
