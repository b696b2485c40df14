import { join } from 'node:path'
import type { LogEntry } from '@hanse/ports'
import type { CheckedSlots } from './checked-slots.ts'
import { logDamaged } from './failure.ts'
import type { Files, OpenFile } from './files.ts'
import { readSegment, SEGMENT_HEADER_BYTES, type SegmentContent, segmentFirstPosition, segmentName } from './log-segment.ts'

/** Which segments must exist, by the positions of their first records. Kept in `bounds`, so that a deleted file is noticed at either end. */
export interface LogBounds {
  readonly oldest: number
  readonly newest: number
}

/** What a power cut left behind and opening cut off. None of it was acknowledged, unless the disk lied. */
export interface LogRepair {
  readonly segment: string
  readonly offset: number
  readonly droppedBytes: number
}

export interface Segment {
  readonly firstPosition: number
  sizeBytes: number
}

export interface LogTail {
  readonly segments: Segment[]
  readonly file: OpenFile
  readonly salt: Uint8Array
  readonly chain: Uint8Array
  readonly nextPosition: number
  readonly repair: LogRepair | undefined
}

const BOUND_BYTES = 8

export function encodeBounds(bounds: LogBounds): Uint8Array {
  const bytes = Buffer.alloc(2 * BOUND_BYTES)
  bytes.writeBigUInt64BE(BigInt(bounds.oldest))
  bytes.writeBigUInt64BE(BigInt(bounds.newest), BOUND_BYTES)
  return bytes
}

/** Undefined when the log was never created whole. @throws StoreFailure `storage/log-damaged` */
export async function readBounds(slots: CheckedSlots): Promise<LogBounds | undefined> {
  const content = await slots.read()
  if (content.type === 'absent') return undefined
  if (content.type === 'damaged') throw logDamaged('bounds: neither slot passes its checksum')
  const bytes = Buffer.from(content.bytes)
  return { oldest: Number(bytes.readBigUInt64BE()), newest: Number(bytes.readBigUInt64BE(BOUND_BYTES)) }
}

export async function listSegments(files: Files, directory: string): Promise<readonly number[]> {
  const positions: number[] = []
  for (const name of await files.list(directory)) {
    const position = segmentFirstPosition(name)
    if (position !== undefined) positions.push(position)
  }
  return positions
}

async function readFile(files: Files, path: string): Promise<Uint8Array> {
  const file = await files.open(path)
  if (file === undefined) throw logDamaged(`${path} is missing`)
  try {
    return await file.readAll()
  } finally {
    await file.close()
  }
}

/** Every record of the segments given, in order; each but the last must be whole and lead to the next. */
export async function readSegments(
  files: Files,
  directory: string,
  genesisHash: Uint8Array,
  firstPositions: readonly number[],
): Promise<{ readonly entries: readonly LogEntry[]; readonly segments: readonly SegmentContent[] }> {
  const entries: LogEntry[] = []
  const segments: SegmentContent[] = []
  for (const firstPosition of firstPositions) {
    const name = segmentName(firstPosition)
    const before = segments.at(-1)
    if (before !== undefined && before.goodBytes !== before.sizeBytes) {
      throw logDamaged(
        `${segmentName(before.header.firstPosition)}: record ${before.nextPosition} at byte ${before.goodBytes} is bad, and a later segment exists`,
      )
    }
    if (before !== undefined && before.nextPosition !== firstPosition) {
      throw logDamaged(`records ${before.nextPosition} to ${firstPosition - 1} are missing before ${name}`)
    }
    const expected = { name, genesisHash, firstPosition, ...(before === undefined ? {} : { previousChain: before.chain }) }
    const content = readSegment(await readFile(files, join(directory, name)), expected)
    if (content === undefined) throw logDamaged(`${name}: its header is damaged`)
    for (const { position, bytes } of content.records) entries.push({ position, bytes })
    segments.push(content)
  }
  return { entries, segments }
}

/** The segment whose creation a crash interrupted, if any: not in the bounds yet, and without room for a record. */
async function findUnfinished(files: Files, directory: string, newest: number, last: number | undefined): Promise<number | undefined> {
  if (last === undefined || last <= newest) return undefined
  const { length } = await readFile(files, join(directory, segmentName(last)))
  return length <= SEGMENT_HEADER_BYTES ? last : undefined
}

/**
 * Verifies all that is held, finishes what a crash interrupted, cuts a torn tail off. Changes nothing if it throws.
 * @throws StoreFailure `storage/log-damaged`, `storage/format`
 */
export async function recoverLog(files: Files, directory: string, genesisHash: Uint8Array, bounds: LogBounds): Promise<LogTail> {
  const found = await listSegments(files, directory)
  const unfinished = await findUnfinished(files, directory, bounds.newest, found.at(-1))
  const held = found.filter((position) => position >= bounds.oldest && position !== unfinished)
  for (const required of [bounds.oldest, bounds.newest]) {
    if (!held.includes(required)) throw logDamaged(`${segmentName(required)} is missing`)
  }
  const { segments } = await readSegments(files, directory, genesisHash, held)
  const last = segments.at(-1)
  if (last === undefined) throw logDamaged('no segment is left')
  const name = segmentName(last.header.firstPosition)
  const isTorn = last.goodBytes !== last.sizeBytes
  if (isTorn && unfinished !== undefined) {
    throw logDamaged(`${name}: record ${last.nextPosition} at byte ${last.goodBytes} is bad, and a later segment was begun`)
  }

  for (const position of found) if (!held.includes(position)) await files.remove(join(directory, segmentName(position)))
  const file = await files.open(join(directory, name))
  if (file === undefined) throw logDamaged(`${name} is missing`)
  if (isTorn) await file.truncate(last.goodBytes)
  // What a killed process wrote may be in memory only; whoever reads it will build on it.
  await file.sync()
  return {
    segments: segments.map(({ header, goodBytes }) => ({ firstPosition: header.firstPosition, sizeBytes: goodBytes })),
    file,
    salt: Uint8Array.from(last.header.salt),
    chain: Uint8Array.from(last.chain),
    nextPosition: last.nextPosition,
    repair: isTorn ? { segment: name, offset: last.goodBytes, droppedBytes: last.sizeBytes - last.goodBytes } : undefined,
  }
}
