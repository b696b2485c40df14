import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { LocalIndex } from '@hanse/indexer/local'
import type { Rejection } from '@hanse/primitives'
import type { Chain } from '@hanse/protocol'

/** Memory for one look. */
const CACHE_BYTES = 4 * 1024 * 1024
const HINT = 'hanse node reindex makes it anew from the blocks; so does a start, while the node runs.'

/** What the index of the lists holds. It follows the store, and nothing is lost with it. */
export interface IndexSummary {
  readonly directory: string
  /** False where none was made, or whoever asks is not the one who may open it. */
  readonly exists: boolean
  readonly height?: number
  readonly transactions?: number
  readonly events?: number
  readonly problems: readonly Rejection[]
}

/** Of a node that does not run: SQLite writes files of its own beside it. */
export async function summarizeIndex(directory: string, chain: Chain | undefined): Promise<IndexSummary> {
  const found = await stat(join(directory, 'index.db')).catch(() => undefined)
  const own = process.getuid?.()
  if (found === undefined || chain === undefined || (own !== undefined && own !== found.uid))
    return { directory, exists: false, problems: [] }
  try {
    const index = new LocalIndex({ directory, genesisHash: chain.genesisHash, cacheBytes: CACHE_BYTES })
    const height = index.head?.height
    const { transactions, events } = index.rows
    index.close()
    return { directory, exists: true, ...(height === undefined ? {} : { height }), transactions, events, problems: [] }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'index/damaged'
    const message = `${directory}: ${error instanceof Error ? error.message : String(error)}`
    return { directory, exists: true, problems: [{ code, message, hint: HINT }] }
  }
}
