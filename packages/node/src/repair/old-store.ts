import { type Store, StoreFailure } from '@hanse/ports'
import { type BlockSummary, blockSummaryCodec, type StoredBlockRecord, storedBlockCodec } from '@hanse/protocol'
import { ChainReader, storedBlockKeys } from '@hanse/replica'

/** Reads the blocks of a store that may be damaged anywhere: what is not whole is not there. */
export class OldStore {
  readonly store: Store
  readonly reader: ChainReader
  /** The height that its head record names, where that can be read. */
  readonly head: number | undefined

  constructor(store: Store) {
    this.store = store
    this.reader = new ChainReader(store)
    this.head = orUndefined(() => this.reader.head()?.height)
  }

  block(height: number): StoredBlockRecord | undefined {
    const bytes = orUndefined(() => this.store.examine(storedBlockKeys(height).block))
    if (bytes === undefined || bytes === 'damaged') return undefined
    const record = storedBlockCodec.decode(bytes)
    return record.ok && record.value.header.height === height ? record.value : undefined
  }

  /** Of a block that is not whole the summary may be. */
  summary(height: number): readonly BlockSummary[] {
    const bytes = orUndefined(() => this.store.examine(storedBlockKeys(height).summary))
    const summary = bytes === undefined || bytes === 'damaged' ? undefined : blockSummaryCodec.decode(bytes)
    return summary?.ok === true ? [summary.value] : []
  }
}

/** The first damage that LevelDB itself meets makes a store failed: from there on it has nothing. */
function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof StoreFailure) return undefined
    throw error
  }
}
