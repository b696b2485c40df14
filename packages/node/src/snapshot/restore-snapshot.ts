import { existsSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sha256Native } from '@hanse/crypto-native'
import type { Store, StoreWrite } from '@hanse/ports'
import type { Chain } from '@hanse/protocol'
import { restoredBlock, restoredHead, restoredSummaries, storedStateKey } from '@hanse/replica'
import { RestoredState } from '@hanse/state'
import { openLevelStore } from '@hanse/storage'
import { checkSpace, makeFolder, syncFolder } from './folder-files.ts'
import { describeSnapshot, type ReadingOptions, SnapshotReader, type VerifiedSnapshot } from './read-snapshot.ts'
import type { SnapshotSource } from './snapshot-source.ts'

/** Keys and values of one batch. */
const BATCH_BYTES = 4 * 1024 * 1024
/** A store takes more than what is in it: pages of the tree, and tables that are not merged yet. */
const STORE_FACTOR = 4

/** Writes that are gathered into batches. The last one is synced, and with it all before it. */
export class BatchWriter {
  readonly #store: Store
  #writes: StoreWrite[] = []
  #sizeBytes = 0

  constructor(store: Store) {
    this.#store = store
  }

  async add(write: StoreWrite): Promise<void> {
    this.#writes.push(write)
    this.#sizeBytes += write.key.length + (write.value?.length ?? 0)
    if (this.#sizeBytes >= BATCH_BYTES) await this.flush()
  }

  async flush(sync = false): Promise<void> {
    const writes = this.#writes
    this.#writes = []
    this.#sizeBytes = 0
    if (writes.length > 0) await this.#store.write(writes, { sync })
  }
}

/**
 * Fills a store that has nothing in it. Each part is checked before it is written, and the head comes last: a store whose filling was
 * interrupted holds no chain. @throws Refused, and what the store throws
 */
export async function fillFromSnapshot(
  store: Store,
  chain: Chain,
  source: SnapshotSource,
  options: ReadingOptions = {},
): Promise<VerifiedSnapshot> {
  const reader = await SnapshotReader.open(chain, source, options)
  const { manifest, headHash } = reader.checked
  const { header, blocks, epochs } = manifest
  const batch = new BatchWriter(store)
  const state = new RestoredState(header.height, sha256Native)
  for await (const records of reader.state()) {
    for (const record of records) {
      const { key, value } = state.add(record)
      await batch.add({ key: storedStateKey(key), value })
    }
  }
  for (const { key, value } of state.finish()) await batch.add({ key: storedStateKey(key), value })
  for await (const summaries of reader.summaries()) for (const write of restoredSummaries(summaries)) await batch.add(write)
  for await (const { height, record } of reader.blocks()) await batch.add(restoredBlock(height, record))
  await batch.flush(true)
  const earliest = header.height - blocks.length + 1
  await store.write([...restoredHead(header, headHash, earliest, epochs)], { sync: true })
  return describeSnapshot(reader.checked)
}

export interface Filled<T> {
  readonly filled: T
  /** Where what was there before lies now. */
  readonly before?: string
}

/**
 * Makes the store at `path` anew: it is filled under another name, and takes its place when it is whole. One that was interrupted is
 * begun again. What stood there before is kept beside it. @throws Refused, and what the disk throws
 */
export async function replaceStore<T>(path: string, sizeBytes: number, fill: (store: Store) => Promise<T>): Promise<Filled<T>> {
  const unfinished = `${path}.restoring`
  await makeFolder(dirname(path))
  await rm(unfinished, { recursive: true, force: true })
  await checkSpace(dirname(path), STORE_FACTOR * sizeBytes)
  const store = await openLevelStore({ directory: unfinished })
  let filled: T
  try {
    filled = await fill(store)
  } catch (error) {
    await store.close()
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
  await store.close()
  await syncFolder(unfinished)
  const before = existsSync(path) ? await freeName(`${path}.before`) : undefined
  if (before !== undefined) await rename(path, before)
  await rename(unfinished, path)
  await syncFolder(dirname(path))
  return before === undefined ? { filled } : { filled, before }
}

export async function freeName(path: string): Promise<string> {
  for (let number = 1; ; number++) {
    const name = `${path}-${number}`
    const taken = await stat(name).catch(() => undefined)
    if (taken === undefined) return name
  }
}
