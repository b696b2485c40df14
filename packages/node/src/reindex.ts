import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { verifySignatureNative } from '@hanse/crypto-native'
import { APPEND_BYTES_MAX, discardIndex } from '@hanse/indexer'
import { LocalIndex } from '@hanse/indexer/local'
import { IndexFailure, StoreFailure } from '@hanse/ports'
import { err, ok, type Result, reject } from '@hanse/primitives'
import { type Chain, headerHash } from '@hanse/protocol'
import { ChainReader, verifyTip } from '@hanse/replica'
import { openLevelStore } from '@hanse/storage'
import { type NodeConfig, readNodeConfig } from './config.ts'
import { CONFIG_FILE } from './config-file.ts'
import { readGenesis } from './home.ts'
import { indexDirectoryOf } from './node-files.ts'

/** Nothing else needs the memory meanwhile. */
const CACHE_BYTES = 128 * 1024 * 1024
/** Bytes of records that become one commit, give or take a block: a page of a list that two commits change is written twice. */
const COMMIT_BYTES = 16 * 1024 * 1024

export interface ReindexReport {
  /** The height up to which the new index goes: the head of the store. */
  readonly height: number
  /** The first height that was read: above 0 where an earlier run was interrupted, or where the store has no older blocks. */
  readonly resumedAt: number
  readonly transactions: number
  readonly events: number
  readonly elapsedMs: number
}

/** Told of the heights that are in the new index. */
type OnIndexed = (height: number, head: number) => void

/**
 * Makes the index of a stopped node's folder anew from its blocks. The old one stays until the new one is whole; a run that was interrupted
 * goes on where it was. Refused are a folder whose node runs (`storage/locked`), one without blocks, and what no node would start on.
 */
export async function reindex(home: string, onIndexed: OnIndexed): Promise<Result<ReindexReport>> {
  const config = await readNodeConfig(join(home, CONFIG_FILE))
  if (!config.ok) return config
  const chain = await readGenesis(config.value.genesis)
  return chain.ok ? await reindexChain(chain.value, config.value, onIndexed) : chain
}

async function reindexChain(
  chain: Chain,
  config: Pick<NodeConfig, 'dataDir' | 'store'>,
  onIndexed: OnIndexed,
): Promise<Result<ReindexReport>> {
  const directory = join(config.dataDir, 'store')
  if (!existsSync(directory)) {
    return err(
      reject('node/no-blocks', `there are no blocks in ${directory}`, { hint: 'A node that has run has some. Is this its folder?' }),
    )
  }
  try {
    const store = await openLevelStore({ directory, cacheBytes: config.store.cacheBytes })
    try {
      const reader = new ChainReader(store)
      const tip = verifyTip(chain, reader, verifySignatureNative)
      if (!tip.ok) return tip
      return ok(await rebuild(reader, chain, indexDirectoryOf(config), tip.value.header.height, onIndexed))
    } finally {
      await store.close()
    }
  } catch (error) {
    return refused(error)
  }
}

async function rebuild(reader: ChainReader, chain: Chain, directory: string, head: number, onIndexed: OnIndexed): Promise<ReindexReport> {
  const startedMs = performance.now()
  const unfinished = `${directory}.new`
  const index = await openUnfinished(reader, chain, unfinished)
  const resumedAt = nextOf(index, reader)
  try {
    for (let next = resumedAt; next <= head; next = nextOf(index, reader)) {
      index.append(recordsFrom(reader, next, head))
      onIndexed(nextOf(index, reader) - 1, head)
      // Ctrl-C is heard between two commits.
      await nextTurn()
    }
  } finally {
    index.close()
  }
  await discardIndex(directory)
  await rename(unfinished, directory)
  const { transactions, events } = index.rows
  return { height: head, resumedAt, transactions, events, elapsedMs: performance.now() - startedMs }
}

/** What an interrupted run has left, where it is of this chain; else a new one. */
async function openUnfinished(reader: ChainReader, { genesisHash }: Chain, directory: string): Promise<LocalIndex> {
  const options = { directory, genesisHash, cacheBytes: CACHE_BYTES }
  try {
    const index = new LocalIndex(options)
    const summary = index.head === undefined ? undefined : reader.summary(index.head.height)
    if (index.head === undefined || (summary !== undefined && headerHash(summary.header) === index.head.hash)) return index
    index.close()
  } catch (error) {
    if (!(error instanceof IndexFailure) || error.code === 'index/io') throw error
  }
  await discardIndex(directory)
  return new LocalIndex(options)
}

/** An empty index begins where the blocks do. */
function nextOf({ head }: LocalIndex, reader: ChainReader): number {
  return head === undefined ? reader.earliest() : head.height + 1
}

function recordsFrom(reader: ChainReader, from: number, head: number): readonly Uint8Array[] {
  const records: Uint8Array[] = []
  let sizeBytes = 0
  for (let height = from; height <= head && sizeBytes < COMMIT_BYTES; height++) {
    const record = reader.recordBytes(height)
    if (record === undefined) throw new IndexFailure('index/no-block', `the store has no block ${height}`)
    if (records.length > 0 && sizeBytes + record.length > APPEND_BYTES_MAX) break
    records.push(record)
    sizeBytes += record.length
  }
  return records
}

const RUNNING_HINT = 'Stop the node of this folder, then run it again. A node that runs mends its index by itself.'

function refused(error: unknown): Result<never> {
  if (error instanceof StoreFailure) {
    const hint = error.code === 'storage/locked' ? RUNNING_HINT : error.hint
    return err(reject(error.code, error.message, { hint }))
  }
  if (error instanceof IndexFailure) {
    return err(reject(error.code, error.message, { hint: 'Look at the disk: space, permissions. The blocks are not concerned.' }))
  }
  throw error
}
