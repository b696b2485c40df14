import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { verifySignatureNative } from '@hanse/crypto-native'
import type { Store } from '@hanse/ports'
import { bytesToHash, equalBytes, type Result } from '@hanse/primitives'
import type { Chain } from '@hanse/protocol'
import { ChainReader, readGuard, verifyTip, wrongChain } from '@hanse/replica'
import { inspectGuard } from '@hanse/storage'
import { type NodeConfig, readNodeConfig } from '../config.ts'
import { CONFIG_FILE } from '../config-file.ts'
import { readGenesis } from '../home.ts'
import { dataPaths, guardPath } from '../node-files.ts'
import { MANIFEST_FILE, readWhole, syncFolder, writeWhole } from '../snapshot/folder-files.ts'
import { checkPlace } from '../snapshot/home-snapshot.ts'
import { orRefuse, Refused, refusalOf, refuse } from '../snapshot/refused.ts'
import { BatchWriter, freeName, replaceStore } from '../snapshot/restore-snapshot.ts'
import { BACKUP_MANIFEST_BYTES_MAX, type BackupManifest, parseBackupManifest } from './backup-manifest.ts'
import { recordsOf } from './create-backup.ts'

export interface BackupRestoreOptions {
  /** A store that is there is kept beside the new one, instead of refusing. */
  readonly force?: boolean
  readonly onProgress?: (progress: { readonly what: string; readonly done: number; readonly total?: number }) => void
}

export interface BackupRestored {
  readonly height: number
  readonly organization: string
  /** The home was made by this: there was none. */
  readonly isNewHome: boolean
  /** What the guard beside the voting key says; absent for an observer. */
  readonly guard?: 'missing' | 'damaged' | { readonly height: number }
  /** Where the store of before lies now. */
  readonly before?: string
}

/**
 * Makes a node's folder of a backup, or the chain of one that is there. A guard is neither in a backup nor made here: a key votes again
 * only under the guard of its last vote. `snapshot/store-exists`, `backup/…`.
 */
export async function restoreBackup(home: string, folder: string, options: BackupRestoreOptions = {}): Promise<Result<BackupRestored>> {
  return await refusalOf(async () => {
    const backup = await Backup.open(folder)
    const isNewHome = !existsSync(join(home, CONFIG_FILE))
    const unfinished = join(home, `${CONFIG_FILE}.restoring`)
    if (isNewHome) await backup.write(CONFIG_FILE, unfinished, { replace: true })
    const config = orRefuse(await readNodeConfig(isNewHome ? unfinished : join(home, CONFIG_FILE)))
    if (isNewHome) await writeOwnFiles(backup, config)
    const chain = orRefuse(await readGenesis(config.genesis))
    const { manifest } = backup
    if (manifest.genesisHash !== chain.genesisHash) throw new Refused(wrongChain(manifest.genesisHash, chain))
    const guard = await checkGuard(config, manifest)
    const paths = dataPaths(config.dataDir)
    await checkPlace(paths.store, options.force === true)
    const sizeBytes = manifest.files.reduce((total, file) => total + file.sizeBytes, 0)
    const { before } = await replaceStore(paths.store, sizeBytes, (store) => fillFromBackup(store, chain, backup, options))
    // Votes after the backup would be in it, votes before it would not: without it the guard alone rules.
    if (existsSync(paths.log)) await rename(paths.log, await freeName(`${paths.log}.before`))
    await syncFolder(config.dataDir)
    if (isNewHome) {
      await rename(unfinished, join(home, CONFIG_FILE))
      await syncFolder(home)
    }
    const { height, organization } = manifest
    return { height, organization, isNewHome, ...(guard === undefined ? {} : { guard }), ...(before === undefined ? {} : { before }) }
  })
}

/** A folder that `backup create` made. Every file is compared with the manifest. @throws Refused */
class Backup {
  readonly manifest: BackupManifest
  readonly #folder: string

  private constructor(folder: string, manifest: BackupManifest) {
    this.#folder = folder
    this.manifest = manifest
  }

  static async open(folder: string): Promise<Backup> {
    const bytes = await readWhole(join(folder, MANIFEST_FILE), BACKUP_MANIFEST_BYTES_MAX, true)
    const manifest = orRefuse(parseBackupManifest(bytes))
    const names = new Set(manifest.files.map(({ name }) => name))
    if (names.size !== manifest.files.length || !names.has(CONFIG_FILE) || !names.has(GENESIS_NAME))
      return refuse('backup/malformed', 'the manifest names a file twice, or lacks one')
    return new Backup(folder, manifest)
  }

  has(name: string): boolean {
    return this.manifest.files.some((file) => file.name === name)
  }

  async read(name: string): Promise<Uint8Array> {
    const file = this.manifest.files.find((candidate) => candidate.name === name)
    if (file === undefined) return refuse('backup/malformed', `the backup has no ${name}`)
    const bytes = await readWhole(join(this.#folder, name), file.sizeBytes)
    if (bytesToHash(createHash('sha256').update(bytes).digest()) !== file.sha256)
      return refuse('backup/bad-file', `${name} is not as it was written`, 'Copy the backup again, or take another one.')
    return bytes
  }

  async write(name: string, path: string, { replace = false }: { readonly replace?: boolean } = {}): Promise<void> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    if (replace) await rm(path, { force: true })
    await writeWhole(path, await this.read(name))
  }
}

const GENESIS_NAME = 'genesis.json'

/** What is there already stays; it must be the same. */
async function writeOwnFiles(backup: Backup, { genesis, keys, admin }: NodeConfig): Promise<void> {
  const places = [
    [GENESIS_NAME, genesis],
    ['api-keys.json', admin.keysFile],
    ['identity.json', keys.identity],
    ...(keys.consensus === undefined ? [] : [['consensus.json', keys.consensus] as const]),
  ] as const
  for (const [name, path] of places) {
    if (!backup.has(name)) continue
    const there = await readFile(path).catch(() => undefined)
    if (there === undefined) await backup.write(name, path)
    else if (!equalBytes(there, await backup.read(name)))
      refuse(
        'backup/other-file',
        `${path} is there, and is not the one of the backup`,
        'Restore into a folder of its own, or move that file away.',
      )
  }
}

/** A guard that is older than the backup belongs to another key, or was restored itself: voting under it would be voting twice. */
async function checkGuard(config: NodeConfig, { promised }: BackupManifest): Promise<BackupRestored['guard']> {
  if (config.keys.consensus === undefined) return undefined
  const path = guardPath(config)
  const guard = readGuard(await inspectGuard(path))
  if (guard === 'absent') return 'missing'
  if (guard === 'damaged') return 'damaged'
  const isOlder =
    promised !== undefined &&
    (guard.epoch < promised.epoch || (guard.epoch === promised.epoch && (guard.height < promised.height || guard.view < promised.view)))
  if (isOlder) {
    return refuse(
      'backup/guard-older',
      `${path} knows of votes up to height ${guard.height}, the backup up to ${promised.height}: it is not the guard of this key’s last vote`,
      'Bring the guard from the host that voted last, or move this one away: without it the node does not vote.',
    )
  }
  return { height: guard.height }
}

async function fillFromBackup(store: Store, chain: Chain, backup: Backup, { onProgress }: BackupRestoreOptions): Promise<void> {
  const { manifest } = backup
  const names = manifest.files.map(({ name }) => name).filter((name) => name.startsWith('store-'))
  const batch = new BatchWriter(store)
  for (const [index, name] of names.entries()) {
    for (const record of recordsOf(name, await backup.read(name))) await batch.add(record)
    onProgress?.({ what: 'restoring records, files', done: index + 1, total: names.length })
  }
  await batch.flush(true)
  const reader = new ChainReader(store)
  const head = reader.head()
  if (head?.height !== manifest.height || head.hash !== manifest.headHash)
    return refuse('backup/bad-file', 'the records are not those of the manifest')
  orRefuse(verifyTip(chain, reader, verifySignatureNative))
}
