import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { sha256Native } from '@hanse/crypto-native'
import type { StoreView } from '@hanse/ports'
import type { Hash } from '@hanse/primitives'
import {
  type BlockSummary,
  blockSummaryCodec,
  type Chain,
  type CommitCertificate,
  encodeSnapshotManifest,
  type Header,
  SNAPSHOT_BLOCK_BYTES_MAX,
  SNAPSHOT_BLOCKS_MAX,
  SNAPSHOT_CHUNK_BYTES_MAX,
  SNAPSHOT_FORMAT,
  SNAPSHOT_HEADERS_MIN,
  SNAPSHOT_HEADERS_PER_FILE_MAX,
  type SnapshotManifest,
  snapshotHeadersCodec,
} from '@hanse/protocol'
import { ChainReader, stateKeyOfStored, storedStateKey } from '@hanse/replica'
import {
  ChunkPlan,
  encodeChunks,
  longestTimeToLiveMs,
  rootOfChunks,
  STATE_VALUES_RANGE,
  type StateRecord,
  stateEntries,
} from '@hanse/state'
import { pagesOf } from '../store-range.ts'
import { epochEndsOf } from './epoch-ends.ts'
import { checkSpace, MANIFEST_FILE, makeWhole, writeWhole } from './folder-files.ts'
import { orRefuse, refuse } from './refused.ts'
import { partFile } from './snapshot-source.ts'
import { StateSpill } from './state-spill.ts'

/** Entries read from the store at once: about a millisecond of work, after which the node's own has its turn. */
const PAGE_ENTRIES = 256
/** Of a file of headers, beside the headers. */
const HEADERS_OVERHEAD_BYTES = 16

export interface MakingOptions {
  readonly onProgress?: (progress: { readonly what: string; readonly done: number; readonly total?: number }) => void
  readonly signal?: AbortSignal
}

export interface SnapshotMade {
  readonly folder: string
  readonly height: number
  readonly hash: Hash
  readonly records: number
  readonly chunks: number
  readonly sizeBytes: number
  readonly elapsedMs: number
}

/**
 * Writes what `view` holds as a snapshot, `parent`/HEIGHT: whole, or not at all. Works in slices, and turns with whatever else this
 * thread does. `snapshot/no-blocks`, `snapshot/exists`, `snapshot/no-space`, `snapshot/state-damaged`, `snapshot/aborted`. @throws Refused
 */
export async function createSnapshot(
  { chain, view, parent }: { readonly chain: Chain; readonly view: StoreView; readonly parent: string },
  options: MakingOptions = {},
): Promise<SnapshotMade> {
  const startedMs = performance.now()
  const maker = new SnapshotMaker(chain, view, options)
  const { header, hash } = maker
  const folder = join(parent, String(header.height))
  if (existsSync(folder)) refuse('snapshot/exists', `${folder} exists`, 'It is of this very height. Take it, or remove it.')
  let manifest: SnapshotManifest | undefined
  let manifestBytes = 0
  await makeWhole(folder, async (into) => {
    manifest = await maker.writeParts(into)
    const encoded = encodeSnapshotManifest(manifest)
    manifestBytes = encoded.length
    await writeWhole(join(into, MANIFEST_FILE), encoded)
  })
  const { chunks = [], headers = [], blocks = [] } = manifest ?? {}
  return {
    folder,
    height: header.height,
    hash,
    records: chunks.reduce((total, { records }) => total + records, 0),
    chunks: chunks.length,
    sizeBytes: manifestBytes + [...chunks, ...headers, ...blocks].reduce((total, { sizeBytes }) => total + sizeBytes, 0),
    elapsedMs: performance.now() - startedMs,
  }
}

interface CertifiedHead {
  readonly header: Header
  readonly hash: Hash
  readonly certificate: CommitCertificate
}

function certifiedHead(reader: ChainReader): CertifiedHead {
  const head = reader.head()
  const record = head === undefined ? undefined : reader.record(head.height)
  if (head === undefined || record?.certified === undefined) {
    return refuse(
      'snapshot/no-blocks',
      'there is no block above genesis yet',
      'Genesis needs no snapshot: every node makes it from the file.',
    )
  }
  return { header: record.header, hash: head.hash, certificate: record.certified.certificate }
}

class SnapshotMaker {
  readonly header: Header
  readonly hash: Hash
  readonly #certificate: CommitCertificate
  readonly #chain: Chain
  readonly #view: StoreView
  readonly #reader: ChainReader
  readonly #options: MakingOptions

  constructor(chain: Chain, view: StoreView, options: MakingOptions) {
    this.#chain = chain
    this.#view = view
    this.#reader = new ChainReader(view)
    this.#options = options
    const { header, hash, certificate } = certifiedHead(this.#reader)
    this.header = header
    this.hash = hash
    this.#certificate = certificate
  }

  async writeParts(into: string): Promise<SnapshotManifest> {
    const { header } = this
    const { genesis, genesisHash } = this.#chain
    const epochs = epochEndsOf(this.#reader, genesis, header)
    const chunks = await this.#writeState(into)
    const headers = await this.#writeHeaders(into)
    const blocks = await this.#writeBlocks(into)
    const certificate = this.#certificate
    return { format: SNAPSHOT_FORMAT, chainId: genesis.chainId, genesisHash, header, certificate, epochs, chunks, headers, blocks }
  }

  async #writeState(into: string): Promise<SnapshotManifest['chunks']> {
    const plan = new ChunkPlan()
    let read = 0
    for await (const records of this.#records()) {
      for (const record of records) plan.add(record, sha256Native(record.key))
      read += records.length
      this.#progress('reading the state, records', read)
    }
    const prefixes = plan.close()
    const total = plan.records
    // Once sorted and once encoded, though no record for long.
    await checkSpace(into, 2 * plan.sizeBytes)
    const spill = new StateSpill(into)
    read = 0
    for await (const records of this.#records()) {
      for (const record of records) await spill.add(plan.chunkOf(sha256Native(record.key)), record)
      read += records.length
      this.#progress('sorting the state', read, total)
    }
    await spill.flush()
    const chunks: SnapshotManifest['chunks'][number][] = []
    for (const [index, prefix] of prefixes.entries()) {
      for (const { entry, bytes } of encodeChunks(prefix, await spill.take(index), sha256Native)) {
        await writeWhole(join(into, partFile('state', chunks.length)), bytes)
        chunks.push(entry)
      }
      this.#progress('writing chunks', index + 1, prefixes.length)
      await this.#turn()
    }
    const root = orRefuse(rootOfChunks(chunks, sha256Native))
    if (root !== this.header.stateRoot) {
      refuse(
        'snapshot/state-damaged',
        `the state at height ${this.header.height} does not have the root that its header says`,
        'This node’s store is damaged: hanse doctor says what to do. Take the snapshot from another node.',
      )
    }
    return chunks
  }

  /** The values of the state, in order of key. */
  async *#records(): AsyncGenerator<readonly StateRecord[]> {
    const [from, to] = [storedStateKey(STATE_VALUES_RANGE.from), storedStateKey(STATE_VALUES_RANGE.to)]
    for await (const page of pagesOf(this.#view, from, to, PAGE_ENTRIES)) {
      yield [...stateEntries(page.map(({ key, value }) => ({ key: stateKeyOfStored(key), value })))]
      await this.#turn()
    }
  }

  /** From the head down: all in which an id may stand that could come again, and as many as a start follows. */
  async #writeHeaders(into: string): Promise<SnapshotManifest['headers']> {
    const files: { count: number; sizeBytes: number }[] = []
    let waiting: BlockSummary[] = []
    let waitingBytes = HEADERS_OVERHEAD_BYTES
    const flush = async (): Promise<void> => {
      const bytes = snapshotHeadersCodec.encode({ blocks: waiting })
      await writeWhole(join(into, partFile('headers', files.length)), bytes)
      files.push({ count: waiting.length, sizeBytes: bytes.length })
      waiting = []
      waitingBytes = HEADERS_OVERHEAD_BYTES
      this.#progress(
        'headers',
        files.reduce((total, { count }) => total + count, 0),
      )
      await this.#turn()
    }
    for (const summary of this.#summaries()) {
      const sizeBytes = blockSummaryCodec.encode(summary).length + HEADERS_OVERHEAD_BYTES
      if (waiting.length === SNAPSHOT_HEADERS_PER_FILE_MAX || waitingBytes + sizeBytes > SNAPSHOT_CHUNK_BYTES_MAX) await flush()
      waiting.push(summary)
      waitingBytes += sizeBytes
    }
    await flush()
    return files
  }

  *#summaries(): Generator<BlockSummary> {
    const timeToLiveMsMax = longestTimeToLiveMs(this.#reader.state, this.#chain.genesis)
    const { height: head, timeMs } = this.header
    for (let height: number = head; height >= 0; height--) {
      const summary = this.#reader.summary(height)
      if (summary === undefined) return refuse('snapshot/state-damaged', `header ${height} is missing in this node’s store`)
      yield summary
      if (head - height + 1 >= SNAPSHOT_HEADERS_MIN && summary.header.timeMs + timeToLiveMsMax <= timeMs) return
    }
  }

  /** From the head down, whole, so that the node that begins here has an answer to who asks for the newest. */
  async #writeBlocks(into: string): Promise<SnapshotManifest['blocks']> {
    const blocks: { sizeBytes: number }[] = []
    for (let height: number = this.header.height; height > 0 && blocks.length < SNAPSHOT_BLOCKS_MAX; height--) {
      const record = this.#reader.recordBytes(height)
      if (record === undefined || record.length > SNAPSHOT_BLOCK_BYTES_MAX) break
      await writeWhole(join(into, partFile('block', blocks.length)), record)
      blocks.push({ sizeBytes: record.length })
    }
    return blocks
  }

  #progress(what: string, done: number, total?: number): void {
    this.#options.onProgress?.({ what, done, ...(total === undefined ? {} : { total }) })
  }

  async #turn(): Promise<void> {
    if (this.#options.signal?.aborted === true) refuse('snapshot/aborted', 'the node stops')
    await nextTurn()
  }
}
