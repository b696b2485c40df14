import { join } from 'node:path'
import { StoreFailure } from '@hanse/ports'
import type { Result } from '@hanse/primitives'
import type { Chain } from '@hanse/protocol'
import { ChainReader } from '@hanse/replica'
import { isStoreThere, openLevelStore } from '@hanse/storage'
import { type NodeConfig, readNodeConfig } from '../config.ts'
import { CONFIG_FILE } from '../config-file.ts'
import { readGenesis } from '../home.ts'
import { dataPaths, snapshotsPath } from '../node-files.ts'
import { refuseOthers, withStoppedStore } from '../stopped-store.ts'
import { createSnapshot, type MakingOptions, type SnapshotMade } from './create-snapshot.ts'
import { checkManifest, type ReadingOptions, type VerifiedSnapshot, verifySnapshot } from './read-snapshot.ts'
import { orRefuse, Refused, refusalOf, refuse } from './refused.ts'
import { fillFromSnapshot, replaceStore } from './restore-snapshot.ts'
import { folderSource, listSnapshots, type SnapshotListed } from './snapshot-source.ts'

/** A node's folder, as far as a work on its chain needs it. @throws Refused */
export async function openHome(home: string): Promise<{ readonly config: NodeConfig; readonly chain: Chain }> {
  const config = orRefuse(await readNodeConfig(join(home, CONFIG_FILE)))
  return { config, chain: orRefuse(await readGenesis(config.genesis)) }
}

/** Of a stopped node: `storage/locked` says that one runs. */
export async function snapshotHome(home: string, options: MakingOptions = {}): Promise<Result<SnapshotMade>> {
  return await refusalOf(async () => {
    const { config, chain } = await openHome(home)
    const parent = snapshotsPath(config)
    return await withStoppedStore(config, async (store) => await createSnapshot({ chain, view: store.view(), parent }, options))
  })
}

/** Those of a node, the newest first. */
export async function snapshotsOfHome(home: string): Promise<Result<readonly SnapshotListed[]>> {
  return await refusalOf(async () => await listSnapshots(snapshotsPath(orRefuse(await readNodeConfig(join(home, CONFIG_FILE))))))
}

/** Every part of it, with nothing but the genesis file to trust. */
export async function verifySnapshotFolder(
  folder: string,
  genesisFile: string,
  options: ReadingOptions = {},
): Promise<Result<VerifiedSnapshot>> {
  return await refusalOf(async () => await verifySnapshot(orRefuse(await readGenesis(genesisFile)), folderSource(folder), options))
}

export interface RestoreOptions extends ReadingOptions {
  /** A store that is there is kept beside the new one, instead of refusing. */
  readonly force?: boolean
}

export interface SnapshotRestored extends VerifiedSnapshot {
  /** Where the store of before lies now. */
  readonly before?: string
}

/**
 * Makes the store of a stopped node from a snapshot: the node goes on from its height. Keys, guard and log stay as they are.
 * `snapshot/store-exists` without `force`.
 */
export async function restoreSnapshot(home: string, folder: string, options: RestoreOptions = {}): Promise<Result<SnapshotRestored>> {
  return await refusalOf(async () => {
    const { config, chain } = await openHome(home)
    const source = folderSource(folder)
    const { manifest } = orRefuse(checkManifest(chain, await source.manifest()))
    const sizeBytes = manifest.chunks.reduce((total, chunk) => total + chunk.sizeBytes, 0)
    const { store } = dataPaths(config.dataDir)
    await checkPlace(store, options.force === true)
    const { filled, before } = await replaceStore(store, sizeBytes, (into) => fillFromSnapshot(into, chain, source, options))
    return { ...filled, ...(before === undefined ? {} : { before }) }
  })
}

/** That nobody has the store open, and that it holds no chain that would be lost. @throws Refused, `storage/locked` */
export async function checkPlace(directory: string, force: boolean): Promise<void> {
  if (!(await isStoreThere(directory))) return
  const other = await refuseOthers(directory)
  if (other !== undefined) throw new Refused(other)
  const found = await blocksIn(directory)
  if (force || found === undefined) return
  refuse(
    'snapshot/store-exists',
    `${directory} has ${found}`,
    'Add --force: what is there is kept beside it. A node that is behind needs no snapshot, it catches up by itself.',
  )
}

/** What a store has, in words; undefined for one without a chain. */
async function blocksIn(directory: string): Promise<string | undefined> {
  try {
    const store = await openLevelStore({ directory })
    try {
      const head = new ChainReader(store).head()
      return head === undefined ? undefined : `blocks up to height ${head.height}`
    } finally {
      await store.close()
    }
  } catch (error) {
    if (!(error instanceof StoreFailure) || error.code === 'storage/locked') throw error
    return `a store that cannot be read (${error.code})`
  }
}
