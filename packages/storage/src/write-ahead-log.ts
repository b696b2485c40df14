import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Log, LogEntry } from '@hanse/ports'
import { assert, HASH_SIZE_BYTES } from '@hanse/primitives'
import { type CheckedSlots, openCheckedSlots } from './checked-slots.ts'
import { lockDirectory } from './directory-lock.ts'
import { FailStop } from './fail-stop.ts'
import { logDamaged, toStoreFailure } from './failure.ts'
import { type Files, nodeFiles, type OpenFile, writeFully } from './files.ts'
import { encodeRecord, nextChain, recordsBytes } from './log-record.ts'
import {
  encodeBounds,
  type LogRepair,
  type LogTail,
  listSegments,
  readBounds,
  readSegments,
  recoverLog,
  type Segment,
} from './log-recovery.ts'
import { encodeSegmentHeader, SEGMENT_HEADER_BYTES, SEGMENT_SALT_BYTES, segmentName } from './log-segment.ts'

/** Bytes of a segment after which the next write begins a new one. */
export const LOG_SEGMENT_BYTES_MAX = 16 * 1024 * 1024
/** Bytes that one write takes from waiting append calls; a single larger call goes alone. */
export const LOG_WRITE_BYTES_MAX = 8 * 1024 * 1024
/** Bytes of all append calls that wait for the disk. The host waits for its appends, so more is a defect of the host. */
export const LOG_WAITING_BYTES_MAX = 256 * 1024 * 1024

export interface WriteAheadLogOptions {
  /** Created when missing. Holds nothing else. */
  readonly directory: string
  /** 32 bytes: the chain of records begins with it, so a log of another chain is refused. */
  readonly genesisHash: Uint8Array
  /** Default LOG_SEGMENT_BYTES_MAX. */
  readonly segmentBytesMax?: number
}

export interface WriteAheadLog extends Log {
  /** What opening cut off, if anything: for the operator's log. */
  readonly repair: LogRepair | undefined
}

/**
 * Opens or creates the log, verifies every record, cuts a torn tail off. For one holder at a time.
 * @throws StoreFailure `storage/log-damaged` when anything but the tail is bad, `storage/locked`, `storage/format`, `storage/io`
 */
export async function openWriteAheadLog(options: WriteAheadLogOptions): Promise<WriteAheadLog> {
  try {
    await nodeFiles.makeDirectory(options.directory)
    const lock = await lockDirectory(join(options.directory, 'lock'))
    return await openLogOn(options, nodeFiles, lock.release).catch(async (error: unknown) => {
      await lock.release()
      throw error
    })
  } catch (error) {
    throw toStoreFailure(`open log ${options.directory}`, error)
  }
}

/** Without a lock of its own; `onClose` comes last. */
export async function openLogOn(options: WriteAheadLogOptions, files: Files, onClose: () => Promise<void>): Promise<WriteAheadLog> {
  assert(options.genesisHash.length === HASH_SIZE_BYTES, `a genesis hash has ${HASH_SIZE_BYTES} bytes, not ${options.genesisHash.length}`)
  const slots = await openCheckedSlots(join(options.directory, 'bounds'), 'log-bounds', files)
  try {
    const bounds = await readBounds(slots)
    const tail =
      bounds === undefined
        ? await createLog(options, files, slots)
        : await recoverLog(files, options.directory, options.genesisHash, bounds)
    return new SegmentedLog(options, files, slots, tail, onClose)
  } catch (error) {
    await slots.close()
    throw error
  }
}

/** The bounds come last: without them the log was never handed out, and whatever a crash left of it is made again. */
async function createLog(options: WriteAheadLogOptions, files: Files, slots: CheckedSlots): Promise<LogTail> {
  const found = await listSegments(files, options.directory)
  if (found.length > 1 || (found[0] ?? 0) !== 0) throw logDamaged('segments are there, bounds is missing')
  if (found.length === 1) {
    const file = await files.open(join(options.directory, segmentName(0)))
    const content = await file?.readAll()
    await file?.close()
    if (content !== undefined && content.length > SEGMENT_HEADER_BYTES) throw logDamaged('records are there, bounds is missing')
  }
  const chain = Uint8Array.from(options.genesisHash)
  const { file, salt } = await createSegment(options, files, 0, chain)
  await slots.write(encodeBounds({ oldest: 0, newest: 0 }))
  const segments = [{ firstPosition: 0, sizeBytes: SEGMENT_HEADER_BYTES }]
  return { segments, file, salt, chain, nextPosition: 0, repair: undefined }
}

/** Durable with its name when the promise resolves. */
async function createSegment(
  options: WriteAheadLogOptions,
  files: Files,
  firstPosition: number,
  previousChain: Uint8Array,
): Promise<{ readonly file: OpenFile; readonly salt: Uint8Array }> {
  const salt = randomBytes(SEGMENT_SALT_BYTES)
  const file = await files.create(join(options.directory, segmentName(firstPosition)))
  await writeFully(file, encodeSegmentHeader({ genesisHash: options.genesisHash, firstPosition, previousChain, salt }), 0)
  await file.sync()
  await files.syncDirectory(options.directory)
  return { file, salt }
}

/** Append calls that share one write and one sync. */
interface WriteGroup {
  readonly firstPosition: number
  readonly records: Uint8Array[]
  sizeBytes: number
  readonly written: Promise<void>
}

class SegmentedLog implements WriteAheadLog {
  readonly repair: LogRepair | undefined
  readonly #options: WriteAheadLogOptions
  readonly #segmentBytesMax: number
  readonly #files: Files
  readonly #slots: CheckedSlots
  readonly #segments: Segment[]
  readonly #onClose: () => Promise<void>
  readonly #gate = new FailStop()
  #file: OpenFile
  #salt: Uint8Array
  /** Chain value of the last record on disk. */
  #chain: Uint8Array
  #nextPosition: number
  #waitingBytes = 0
  /** The group that still takes calls: its turn to be written has not come. */
  #openGroup: WriteGroup | undefined

  constructor(options: WriteAheadLogOptions, files: Files, slots: CheckedSlots, tail: LogTail, onClose: () => Promise<void>) {
    this.#options = options
    this.#segmentBytesMax = options.segmentBytesMax ?? LOG_SEGMENT_BYTES_MAX
    this.#files = files
    this.#slots = slots
    this.#segments = tail.segments
    this.#file = tail.file
    this.#salt = tail.salt
    this.#chain = tail.chain
    this.#nextPosition = tail.nextPosition
    this.repair = tail.repair
    this.#onClose = onClose
  }

  get nextPosition(): number {
    return this.#nextPosition
  }

  async append(records: readonly Uint8Array[]): Promise<void> {
    this.#gate.check()
    const sizeBytes = recordsBytes(records)
    assert(this.#waitingBytes + sizeBytes <= LOG_WAITING_BYTES_MAX, `more than ${LOG_WAITING_BYTES_MAX} bytes wait for the log`)
    if (records.length === 0) {
      // A barrier: like any append it resolves after those before it.
      await this.#gate.run('append to log', () => undefined)
      return
    }
    const group = this.#groupFor(sizeBytes)
    for (const record of records) group.records.push(record.slice())
    group.sizeBytes += sizeBytes
    this.#waitingBytes += sizeBytes
    this.#nextPosition += records.length
    await group.written
  }

  async readAll(): Promise<readonly LogEntry[]> {
    return await this.#gate.run('read log', async () => {
      const positions = this.#segments.map((segment) => segment.firstPosition)
      const { entries, segments } = await readSegments(this.#files, this.#options.directory, this.#options.genesisHash, positions)
      const last = segments.at(-1)
      if (last === undefined || last.goodBytes !== this.#currentSegment().sizeBytes) throw logDamaged('the log changed since it was opened')
      return entries
    })
  }

  async prune(position: number): Promise<void> {
    await this.#gate.run('prune log', async () => {
      const keepFrom = this.#segments.findLastIndex((segment) => segment.firstPosition <= position)
      if (keepFrom <= 0) return
      const removed = this.#segments.slice(0, keepFrom)
      const oldest = (this.#segments[keepFrom] as Segment).firstPosition
      // The bounds first: after a crash in between, opening removes what lies below them.
      await this.#slots.write(encodeBounds({ oldest, newest: this.#currentSegment().firstPosition }))
      this.#segments.splice(0, keepFrom)
      for (const segment of removed) await this.#files.remove(join(this.#options.directory, segmentName(segment.firstPosition)))
    })
  }

  async sizeBytes(): Promise<number> {
    return await this.#gate.run('measure log', () => this.#segments.reduce((total, segment) => total + segment.sizeBytes, 0))
  }

  async close(): Promise<void> {
    await this.#gate.close(async () => {
      await this.#file.close()
      await this.#slots.close()
      await this.#onClose()
    })
  }

  #currentSegment(): Segment {
    const current = this.#segments.at(-1)
    assert(current !== undefined, 'a log has a segment')
    return current
  }

  #groupFor(sizeBytes: number): WriteGroup {
    const open = this.#openGroup
    if (open !== undefined && open.sizeBytes + sizeBytes <= LOG_WRITE_BYTES_MAX) return open
    const group: WriteGroup = {
      firstPosition: this.#nextPosition,
      records: [],
      sizeBytes: 0,
      written: this.#gate.run('append to log', async () => {
        if (this.#openGroup === group) this.#openGroup = undefined
        await this.#write(group)
        this.#waitingBytes -= group.sizeBytes
      }),
    }
    this.#openGroup = group
    return group
  }

  async #write(group: WriteGroup): Promise<void> {
    if (this.#currentSegment().sizeBytes + group.sizeBytes > this.#segmentBytesMax) await this.#beginSegment(group.firstPosition)
    const segment = this.#currentSegment()
    const image = Buffer.allocUnsafe(group.sizeBytes)
    let offset = 0
    let chain = this.#chain
    for (const [writeIndex, bytes] of group.records.entries()) {
      chain = nextChain(chain, bytes)
      offset = encodeRecord(image, offset, { position: group.firstPosition + writeIndex, writeIndex, chain, bytes }, this.#salt)
    }
    assert(offset === image.length, 'every byte of a write is set')
    await writeFully(this.#file, image, segment.sizeBytes)
    await this.#file.sync()
    segment.sizeBytes += image.length
    this.#chain = chain
  }

  async #beginSegment(firstPosition: number): Promise<void> {
    if (this.#currentSegment().sizeBytes === SEGMENT_HEADER_BYTES) return
    const oldest = (this.#segments[0] as Segment).firstPosition
    const { file, salt } = await createSegment(this.#options, this.#files, firstPosition, this.#chain)
    await this.#slots.write(encodeBounds({ oldest, newest: firstPosition }))
    await this.#file.close()
    this.#file = file
    this.#salt = salt
    this.#segments.push({ firstPosition, sizeBytes: SEGMENT_HEADER_BYTES })
  }
}
