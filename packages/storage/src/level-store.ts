import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store, StoredEntry, StoreRange, StoreView, StoreWrite } from '@hanse/ports'
import { assert, utf8ToBytes } from '@hanse/primitives'
import { ClassicLevel } from 'classic-level'
import { BatchMarkers, findGap } from './batch-markers.ts'
import { levelErrorCode } from './directory-lock.ts'
import { FailStop } from './fail-stop.ts'
import {
  checksumFailure,
  closedFailure,
  formatFailure,
  isNotFound,
  lockedFailure,
  otherFormat,
  storeDamaged,
  toStoreFailure,
} from './failure.ts'
import { nodeFiles } from './files.ts'
import { checkLevelFiles } from './level-files.ts'
import { StoreEnd } from './store-end.ts'
import { assertKey, assertRange, batchBytes, STORE_WAITING_BYTES_MAX } from './store-limits.ts'
import { sealValue, unsealValue } from './store-record.ts'

/** Block cache unless configured. */
export const STORE_CACHE_BYTES_DEFAULT = 32 * 1024 * 1024
/** What LevelDB holds in memory before it writes a table; twice that while it does. With 4 MB it writes nearly twice as much a transaction. */
export const STORE_WRITE_BUFFER_BYTES_MAX = 16 * 1024 * 1024
const TABLE_BYTES_MAX = 8 * 1024 * 1024
/** What one turn of LevelDB's thread reads of a range: by default 16 KiB, which makes a turn of every hundred records. */
const READ_AHEAD_BYTES = 256 * 1024

/** The first byte of a key in LevelDB: what is the store's own, and what is the caller's. */
const META_BYTE = 0
const DATA_BYTE = 1
/** What this release writes and reads. */
export const STORE_FORMAT = 1
const FORMAT_MARK = /^hanse store (\d{1,6})$/
const FORMAT_KEY = metaKey('format')
const MARKER_PREFIX = metaKey('batch/')
const MARKER_END = metaKey('batch0')
const MARKER_NUMBER_BYTES = 8

export interface LevelStoreOptions {
  /** Created when missing. Holds nothing else. */
  readonly directory: string
  /** Memory for blocks read from tables. Default STORE_CACHE_BYTES_DEFAULT. */
  readonly cacheBytes?: number
  /** Default STORE_WRITE_BUFFER_BYTES_MAX, and no more than that. */
  readonly writeBufferBytes?: number
  /** True for one who saves what there is: a store that has lost its last batches is opened, too. Default: it is refused. */
  readonly acceptLostEnd?: boolean
}

type Level = ClassicLevel<Uint8Array, Uint8Array>
/** Of a read that goes to a view. */
type ReadOptions = Partial<{ readonly snapshot: ReturnType<Level['snapshot']> }>
/** As LevelDB gets it; without a value it deletes. */
interface LevelOperation {
  readonly key: Uint8Array
  readonly value?: Uint8Array
}

function metaKey(name: string): Uint8Array {
  return Buffer.concat([Buffer.of(META_BYTE), utf8ToBytes(name)])
}

function dataKey(key: Uint8Array): Uint8Array {
  const stored = new Uint8Array(key.length + 1)
  stored[0] = DATA_BYTE
  stored.set(key, 1)
  return stored
}

/**
 * Opens or creates a store in LevelDB. For one holder at a time.
 * @throws StoreFailure `storage/locked`, `storage/format`, `storage/damaged`, `storage/checksum`, `storage/io`
 */
export async function openLevelStore(options: LevelStoreOptions): Promise<Store> {
  try {
    await nodeFiles.makeDirectory(options.directory)
    await checkLevelFiles(options.directory)
    const level: Level = new ClassicLevel(options.directory, {
      keyEncoding: 'view',
      valueEncoding: 'view',
      cacheSize: options.cacheBytes ?? STORE_CACHE_BYTES_DEFAULT,
      writeBufferSize: options.writeBufferBytes ?? STORE_WRITE_BUFFER_BYTES_MAX,
      maxFileSize: TABLE_BYTES_MAX,
    })
    await openLevel(level, options.directory)
    try {
      await checkFormat(level, options.directory)
      const markers = new BatchMarkers(await readMarkers(level, options.directory), 2 * STORE_WRITE_BUFFER_BYTES_MAX)
      const end = await StoreEnd.open(options.directory, nodeFiles, markers.last, options.acceptLostEnd === true)
      return new LevelStore(level, options.directory, markers, end)
    } catch (error) {
      await level.close()
      throw error
    }
  } catch (error) {
    throw toStoreFailure(`open store ${options.directory}`, error)
  }
}

async function openLevel(level: Level, directory: string): Promise<void> {
  try {
    await level.open()
  } catch (error) {
    const code = levelErrorCode(error)
    if (code === 'LEVEL_LOCKED') throw lockedFailure(directory, error)
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    if (code === 'LEVEL_CORRUPTION') throw storeDamaged(`${directory}: ${reason}`, error)
    throw toStoreFailure(`open store ${directory}`, error instanceof Error && error.cause !== undefined ? error.cause : error)
  }
}

async function checkFormat(level: Level, directory: string): Promise<void> {
  const sealed = level.getSync(FORMAT_KEY)
  if (sealed === undefined) {
    const [anything] = await level.keys({ limit: 1 }).all()
    if (anything !== undefined) {
      throw formatFailure(`${directory} is a database without our format mark`, 'point the node at its own directory, or at an empty one')
    }
    await level.batch([{ type: 'put', key: FORMAT_KEY, value: sealValue(FORMAT_KEY, utf8ToBytes(`hanse store ${STORE_FORMAT}`)) }], {
      sync: true,
    })
    return
  }
  const format = unsealValue(FORMAT_KEY, sealed)
  if (format === undefined) throw checksumFailure(`${directory}: the format mark fails its checksum`)
  const found = FORMAT_MARK.exec(Buffer.from(format).toString('utf8'))?.[1]
  if (found === undefined)
    throw formatFailure(`${directory} has no format mark of ours`, 'point the node at its own directory, or at an empty one')
  if (Number(found) !== STORE_FORMAT) throw otherFormat(directory, Number(found), STORE_FORMAT)
}

async function readMarkers(level: Level, directory: string): Promise<readonly number[]> {
  const keys = await level.keys({ gte: MARKER_PREFIX, lt: MARKER_END }).all()
  const numbers = keys.map((key) => Number(Buffer.from(key).readBigUInt64BE(key.length - MARKER_NUMBER_BYTES)))
  const gap = findGap(numbers)
  if (gap !== undefined) throw storeDamaged(`${directory}: batch ${gap} is lost, batch ${numbers.at(-1)} is there`)
  return numbers
}

class LevelStore implements Store {
  readonly #level: Level
  readonly #directory: string
  readonly #markers: BatchMarkers
  readonly #end: StoreEnd
  /** The last batch that LevelDB has synced; what was there at opening it has. */
  #durable: number
  readonly #gate = new FailStop()
  #waitingBytes = 0

  constructor(level: Level, directory: string, markers: BatchMarkers, end: StoreEnd) {
    this.#level = level
    this.#directory = directory
    this.#markers = markers
    this.#end = end
    this.#durable = markers.last
  }

  get(key: Uint8Array): Uint8Array | undefined {
    return this.#get(key, {})
  }

  range(range: StoreRange): ReturnType<Store['range']> {
    return this.#range(range, {})
  }

  view(): StoreView {
    this.#gate.check()
    const snapshot = this.#level.snapshot()
    let isOpen = true
    const opened = (): { readonly snapshot: typeof snapshot } => {
      if (!isOpen) throw closedFailure()
      return { snapshot }
    }
    return {
      get: (key) => this.#get(key, opened()),
      range: async (range) => await this.#range(range, opened()),
      close: async () => {
        isOpen = false
        await snapshot.close()
      },
    }
  }

  async compact({ from, to }: Pick<StoreRange, 'from' | 'to'>): Promise<void> {
    await this.#gate.run('compact store', () => this.#level.compactRange(dataKey(from), dataKey(to)))
  }

  #get(key: Uint8Array, options: ReadOptions): Uint8Array | undefined {
    this.#gate.check()
    assertKey(key)
    const stored = dataKey(key)
    try {
      const sealed = this.#level.getSync(stored, options)
      return sealed === undefined ? undefined : this.#unseal(stored, sealed)
    } catch (error) {
      throw this.#gate.fail('read from store', error)
    }
  }

  examine(key: Uint8Array): Uint8Array | 'damaged' | undefined {
    this.#gate.check()
    assertKey(key)
    const stored = dataKey(key)
    try {
      const sealed = this.#level.getSync(stored)
      return sealed === undefined ? undefined : (unsealValue(stored, sealed) ?? 'damaged')
    } catch (error) {
      throw this.#gate.fail('read from store', error)
    }
  }

  async #range(range: StoreRange, options: ReadOptions): Promise<readonly StoredEntry[]> {
    this.#gate.check()
    assertRange(range)
    const { from, to, reverse = false, limit } = range
    const bounds = { ...options, gte: dataKey(from), lt: dataKey(to), reverse, limit, highWaterMarkBytes: READ_AHEAD_BYTES }
    try {
      const entries = await this.#level.iterator(bounds).all()
      this.#gate.check()
      return entries.map(([stored, sealed]) => ({ key: stored.subarray(1), value: this.#unseal(stored, sealed) }))
    } catch (error) {
      throw this.#gate.fail('read from store', error)
    }
  }

  async write(writes: readonly StoreWrite[], options: { readonly sync: boolean }): Promise<void> {
    this.#gate.check()
    const sizeBytes = batchBytes(writes)
    assert(this.#waitingBytes + sizeBytes <= STORE_WAITING_BYTES_MAX, `more than ${STORE_WAITING_BYTES_MAX} bytes wait for the store`)
    this.#waitingBytes += sizeBytes
    const operations: LevelOperation[] = writes.map(({ key, value }) => {
      const stored = dataKey(key)
      return value === undefined ? { key: stored } : { key: stored, value: sealValue(stored, value) }
    })
    // One at a time: LevelDB's threads would take concurrent batches in any order, and the markers count on theirs.
    await this.#gate.run('write to store', async () => {
      const marker = this.#markers.advance(sizeBytes)
      for (const number of marker.remove) operations.push({ key: markerKey(number) })
      operations.push({ key: markerKey(marker.put), value: new Uint8Array(0) })
      await this.#writeAll(operations, options.sync)
      this.#waitingBytes -= sizeBytes
      if (!options.sync) return
      this.#durable = this.#markers.last
      await this.#end.durable(this.#durable)
    })
  }

  /** Atomic like an array of operations, which crosses into native code property by property, at a third more. */
  async #writeAll(operations: readonly LevelOperation[], sync: boolean): Promise<void> {
    const batch = this.#level.batch()
    for (const { key, value } of operations) {
      if (value === undefined) batch.del(key)
      else batch.put(key, value)
    }
    await batch.write({ sync })
  }

  async sizeBytes(): Promise<number> {
    this.#gate.check()
    const names = await readdir(this.#directory)
    const sizes = await Promise.all(names.map((name) => this.#fileSizeBytes(name)))
    return sizes.reduce((total, size) => total + size, 0)
  }

  async close(): Promise<void> {
    await this.#gate.close(async () => {
      await this.#level.close()
      // After a failure nobody knows what is durable; before it the last note stands.
      await this.#end.close(this.#gate.hasFailed ? undefined : this.#durable)
    })
  }

  /** Zero for a file that a compaction has just removed. */
  async #fileSizeBytes(name: string): Promise<number> {
    try {
      return (await stat(join(this.#directory, name))).size
    } catch (error) {
      if (isNotFound(error)) return 0
      throw this.#gate.fail('measure store', error)
    }
  }

  #unseal(stored: Uint8Array, sealed: Uint8Array): Uint8Array {
    const value = unsealValue(stored, sealed)
    if (value === undefined)
      throw checksumFailure(`${this.#directory}: the record at key 0x${Buffer.from(stored.subarray(1)).toString('hex')} fails its checksum`)
    return value
  }
}

function markerKey(number: Uint8Array): Uint8Array {
  return Buffer.concat([MARKER_PREFIX, number])
}
