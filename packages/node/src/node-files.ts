import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import type { GuardFile, Store } from '@hanse/ports'
import { err, type Hash, hexToBytes, ok, type Result } from '@hanse/primitives'
import type { Chain } from '@hanse/protocol'
import { ChainReader, wrongChain } from '@hanse/replica'
import { openGuardFile, openLevelStore, openWriteAheadLog, STORE_WRITE_BUFFER_BYTES_MAX, type WriteAheadLog } from '@hanse/storage'
import type { NodeConfig } from './config.ts'
import { GUARD_FILE, guardPathOf } from './vote-guard.ts'

/**
 * How much less than the most a store holds in memory before it writes a table, by chance. All validators write the same: with the same buffer all
 * of them would merge their tables in the same moment, and no quorum be left that is not busy with it.
 */
const WRITE_BUFFER_LESS_BYTES_MAX = 6 * 1024 * 1024

/** What a node has on disk, open. */
export interface NodeFiles {
  readonly store: Store
  readonly log: WriteAheadLog
  readonly guardFile: GuardFile
}

/** Where the index lies: what is deleted to have it made anew. */
export function indexDirectoryOf({ dataDir }: Pick<NodeConfig, 'dataDir'>): string {
  return join(dataDir, 'index')
}

/** Where a node keeps the snapshots that it made. */
export function snapshotsPath({ dataDir }: Pick<NodeConfig, 'dataDir'>): string {
  return join(dataDir, 'snapshots')
}

/** Where a node keeps the backups that it made, until they are carried away. */
export function backupsPath({ dataDir }: Pick<NodeConfig, 'dataDir'>): string {
  return join(dataDir, 'backups')
}

/** An observer promises nothing; its guard file stays as it was made. */
export function guardPath({ keys, dataDir }: NodeConfig): string {
  return keys.consensus === undefined ? join(dataDir, GUARD_FILE) : guardPathOf(keys.consensus)
}

/** The folders of a data folder. */
export function dataPaths(dataDir: string): { readonly store: string; readonly log: string } {
  return { store: join(dataDir, 'store'), log: join(dataDir, 'log') }
}

/**
 * All or none: what was opened before a failure is closed again, so that another start finds it free. `node/wrong-chain`: compared before
 * anything else, because a changed genesis file makes everything else look wrong. @throws StoreFailure
 */
export async function openNodeFiles(chain: Chain, config: NodeConfig): Promise<Result<NodeFiles>> {
  const opened: { close(): Promise<void> }[] = []
  const keep = <T extends { close(): Promise<void> }>(file: T): T => {
    opened.push(file)
    return file
  }
  try {
    const paths = dataPaths(config.dataDir)
    const writeBufferBytes = STORE_WRITE_BUFFER_BYTES_MAX - randomInt(WRITE_BUFFER_LESS_BYTES_MAX)
    const store = keep(await openLevelStore({ directory: paths.store, cacheBytes: config.store.cacheBytes, writeBufferBytes }))
    const made = genesisHashOf(store)
    if (made !== undefined && made !== chain.genesisHash) {
      await closeAll(opened)
      return err(wrongChain(made, chain))
    }
    const log = keep(await openWriteAheadLog({ directory: paths.log, genesisHash: hexToBytes(chain.genesisHash) }))
    return ok({ store, log, guardFile: keep(await openGuardFile({ path: guardPath(config) })) })
  } catch (error) {
    await closeAll(opened)
    throw error
  }
}

/** The chain whose head a store has; undefined for a new one, and where the head cannot be read. */
function genesisHashOf(store: Store): Hash | undefined {
  const reader = new ChainReader(store)
  const head = reader.head()
  return head === undefined ? undefined : reader.record(head.height)?.header.genesisHash
}

export async function closeNodeFiles({ store, log, guardFile }: NodeFiles): Promise<void> {
  await closeAll([store, log, guardFile])
}

/** One that does not close must not keep the lock of another. */
async function closeAll(files: readonly { close(): Promise<void> }[]): Promise<void> {
  await Promise.allSettled(files.map((file) => file.close()))
}
