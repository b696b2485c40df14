import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { StoreView } from '@hanse/ports'
import { bytesToHash, type Hash } from '@hanse/primitives'
import type { Chain } from '@hanse/protocol'
import { ChainReader, readGuard } from '@hanse/replica'
import { inspectGuard } from '@hanse/storage'
import type { NodeConfig } from '../config.ts'
import { CONFIG_FILE } from '../config-file.ts'
import { guardPath } from '../node-files.ts'
import type { MakingOptions } from '../snapshot/create-snapshot.ts'
import { checkSpace, MANIFEST_FILE, makeWhole, writeWhole } from '../snapshot/folder-files.ts'
import { refuse } from '../snapshot/refused.ts'
import { pagesOf } from '../store-range.ts'
import { BACKUP_FILE_BYTES, BACKUP_FORMAT, type BackupManifest, encodeBackupManifest } from './backup-manifest.ts'

/** Entries read from the store at once: about a millisecond of work, after which the node's own has its turn. */
const PAGE_ENTRIES = 256
/** keyBytes (2) ‖ valueBytes (4) */
const LENGTHS_BYTES = 6
const STORE_FILE_DIGITS = 6
/** Everything that a store has. */
const ALL = { from: new Uint8Array(0), to: new Uint8Array(64).fill(0xff) }

export interface BackupParts {
  /** The node's folder. */
  readonly home: string
  readonly config: NodeConfig
  readonly chain: Chain
  readonly view: StoreView
  /** Of the store, about. */
  readonly sizeBytes: number
  /** Where the folder is made. */
  readonly parent: string
  /** The key files go along, encrypted as they are. */
  readonly keys: boolean
}

export interface BackupMade {
  readonly folder: string
  readonly height: number
  readonly hash: Hash
  readonly files: number
  readonly sizeBytes: number
  readonly keys: boolean
  readonly elapsedMs: number
}

interface BackupFile {
  readonly name: string
  readonly sizeBytes: number
  readonly sha256: Hash
}

/**
 * Writes configuration, genesis and all that `view` holds to `parent`/HEIGHT: whole, or not at all. The vote guard is never in it: a copy
 * of it would be true only until the next vote. `backup/exists`, `backup/no-blocks`, `snapshot/no-space`. @throws Refused
 */
export async function createBackup(parts: BackupParts, options: MakingOptions = {}): Promise<BackupMade> {
  const startedMs = performance.now()
  const { config, chain, view, parent, keys } = parts
  // Before the view's records are read: what it says is at the most what the key has promised by the end.
  const promised = await promisedBy(config)
  const head = new ChainReader(view).head()
  if (head === undefined) return refuse('backup/no-blocks', 'there is no chain in the store yet')
  const folder = join(parent, String(head.height))
  if (existsSync(folder)) refuse('backup/exists', `${folder} exists`, 'It is of this very height. Take it, or remove it.')
  const files: BackupFile[] = []
  await makeWhole(folder, async (into) => {
    await checkSpace(into, parts.sizeBytes)
    const put = async (name: string, bytes: Uint8Array): Promise<void> => {
      await writeWhole(join(into, name), bytes)
      files.push({ name, sizeBytes: bytes.length, sha256: bytesToHash(createHash('sha256').update(bytes).digest()) })
    }
    for (const [name, path] of ownFiles(parts)) await put(name, await readFile(path))
    await writeStore(view, put, options)
    const manifest: BackupManifest = {
      ...{ format: BACKUP_FORMAT, chainId: chain.genesis.chainId, genesisHash: chain.genesisHash },
      ...{ organization: config.organization, height: head.height, headHash: head.hash, createdAtMs: Date.now() },
      ...(promised === undefined ? {} : { promised }),
      files,
    }
    await writeWhole(join(into, MANIFEST_FILE), encodeBackupManifest(manifest))
  })
  const sizeBytes = files.reduce((total, file) => total + file.sizeBytes, 0)
  return { folder, height: head.height, hash: head.hash, files: files.length, sizeBytes, keys, elapsedMs: performance.now() - startedMs }
}

function ownFiles({ home, config, keys }: BackupParts): readonly (readonly [name: string, path: string])[] {
  const { admin, genesis } = config
  const { consensus, identity } = config.keys
  return [
    [CONFIG_FILE, join(home, CONFIG_FILE)],
    ['genesis.json', genesis],
    ...(existsSync(admin.keysFile) ? [['api-keys.json', admin.keysFile] as const] : []),
    ...(keys ? [['identity.json', identity] as const] : []),
    ...(keys && consensus !== undefined ? [['consensus.json', consensus] as const] : []),
  ]
}

async function promisedBy(config: NodeConfig): Promise<BackupManifest['promised']> {
  if (config.keys.consensus === undefined) return undefined
  const guard = readGuard(await inspectGuard(guardPath(config)))
  return typeof guard === 'string' ? undefined : { epoch: guard.epoch, view: guard.view, height: guard.height }
}

async function writeStore(view: StoreView, put: (name: string, bytes: Uint8Array) => Promise<void>, options: MakingOptions): Promise<void> {
  let waiting: Uint8Array[] = []
  let waitingBytes = 0
  let written = 0
  let records = 0
  const flush = async (): Promise<void> => {
    await put(`store-${String(written).padStart(STORE_FILE_DIGITS, '0')}`, Buffer.concat(waiting))
    written += 1
    waiting = []
    waitingBytes = 0
  }
  for await (const page of pagesOf(view, ALL.from, ALL.to, PAGE_ENTRIES)) {
    if (options.signal?.aborted === true) refuse('snapshot/aborted', 'the node stops')
    for (const { key, value } of page) {
      const lengths = Buffer.allocUnsafe(LENGTHS_BYTES)
      lengths.writeUInt16BE(key.length)
      lengths.writeUInt32BE(value.length, 2)
      waiting.push(lengths, key, value)
      waitingBytes += LENGTHS_BYTES + key.length + value.length
      if (waitingBytes >= BACKUP_FILE_BYTES) await flush()
    }
    records += page.length
    options.onProgress?.({ what: 'copying records', done: records })
    await nextTurn()
  }
  await flush()
}

/** The records of a file of `writeStore`. `backup/bad-file`. @throws Refused */
export function* recordsOf(name: string, bytes: Uint8Array): Generator<{ readonly key: Uint8Array; readonly value: Uint8Array }> {
  const lengths = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let offset = 0; offset < bytes.length; ) {
    if (offset + LENGTHS_BYTES > bytes.length) return refuse('backup/bad-file', `${name} ends inside a record`)
    const keyAt = offset + LENGTHS_BYTES
    const valueAt = keyAt + lengths.readUInt16BE(offset)
    const end = valueAt + lengths.readUInt32BE(offset + 2)
    if (end > bytes.length) return refuse('backup/bad-file', `${name} ends inside a record`)
    yield { key: bytes.subarray(keyAt, valueAt), value: bytes.subarray(valueAt, end) }
    offset = end
  }
}
