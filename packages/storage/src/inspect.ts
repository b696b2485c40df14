import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LogEntry, StoreFailure } from '@hanse/ports'
import { openCheckedSlots, type SlotsContent } from './checked-slots.ts'
import { logDamaged, toStoreFailure } from './failure.ts'
import { type Files, nodeFiles } from './files.ts'
import { type LogBounds, listSegments, readBounds } from './log-recovery.ts'
import { decodeSegmentHeader, readSegment, SEGMENT_HEADER_BYTES, segmentName } from './log-segment.ts'

/** What a segment of the log holds, as far as it can be read. */
export interface SegmentInspection {
  readonly name: string
  readonly sizeBytes: number
  /** Up to here everything is good; less than the size is a torn tail, or damage. */
  readonly goodBytes: number
  readonly firstPosition: number
  readonly records: number
  /** Undefined where the header is damaged. */
  readonly genesisHash?: Uint8Array
}

export interface LogInspection {
  readonly bounds?: LogBounds
  readonly segments: readonly SegmentInspection[]
  readonly entries: readonly LogEntry[]
  /** What an opening would be refused for. */
  readonly problems: readonly StoreFailure[]
}

/** Opens for reading alone: what is looked at must not change, and may belong to somebody who cannot write. */
const readOnlyFiles: Pick<Files, 'list' | 'open'> = {
  list: nodeFiles.list,
  open: async (path) => {
    const bytes = await readFile(path).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
      throw error
    })
    const refuse = (): never => {
      throw new Error('opened for reading')
    }
    if (bytes === undefined) return undefined
    return { readAll: async () => new Uint8Array(bytes), write: refuse, truncate: refuse, sync: refuse, close: async () => undefined }
  },
}

const readers: Files = { ...nodeFiles, ...readOnlyFiles }

/** Reads a write-ahead log and changes nothing: no lock, no cut, no repair. Of a log that is being written it may see half a record. */
export async function inspectLog(directory: string): Promise<LogInspection> {
  const problems: StoreFailure[] = []
  const note = (error: unknown): undefined => {
    problems.push(toStoreFailure(`read ${directory}`, error))
    return undefined
  }
  const bounds = await openCheckedSlots(join(directory, 'bounds'), 'log-bounds', readers).then(readBounds).catch(note)
  const positions = await listSegments(readers, directory).catch(note)
  const segments: SegmentInspection[] = []
  const entries: LogEntry[] = []
  for (const firstPosition of positions ?? []) {
    if (bounds !== undefined && firstPosition < bounds.oldest) continue
    const name = segmentName(firstPosition)
    try {
      const { segment, records } = await inspectSegment(
        join(directory, name),
        name,
        firstPosition,
        bounds !== undefined && firstPosition <= bounds.newest,
      )
      segments.push(segment)
      entries.push(...records)
    } catch (error) {
      note(error)
    }
  }
  if (bounds !== undefined) for (const missing of missingOf(bounds, positions ?? [])) note(logDamaged(`${segmentName(missing)} is missing`))
  return { ...(bounds === undefined ? {} : { bounds }), segments, entries, problems }
}

function missingOf({ oldest, newest }: LogBounds, positions: readonly number[]): readonly number[] {
  return [...new Set([oldest, newest])].filter((position) => !positions.includes(position))
}

async function inspectSegment(
  path: string,
  name: string,
  firstPosition: number,
  isNamed: boolean,
): Promise<{ readonly segment: SegmentInspection; readonly records: readonly LogEntry[] }> {
  const bytes = await readFile(path)
  const header = decodeSegmentHeader(bytes)
  const base = { name, sizeBytes: bytes.length, firstPosition }
  // A crash while it was made leaves a piece of a header in a segment that the bounds do not name yet; the log opens without it.
  if (header === undefined && (isNamed || bytes.length > SEGMENT_HEADER_BYTES)) throw logDamaged(`${name}: its header is damaged`)
  if (header === undefined) return { segment: { ...base, goodBytes: 0, records: 0 }, records: [] }
  const content = readSegment(bytes, { name, genesisHash: header.genesisHash, firstPosition })
  const records = (content?.records ?? []).map(({ position, bytes: record }) => ({ position, bytes: record }))
  return { segment: { ...base, goodBytes: content?.goodBytes ?? 0, records: records.length, genesisHash: header.genesisHash }, records }
}

/** What a vote guard says, without its lock. @throws StoreFailure `storage/format`, `storage/io` */
export async function inspectGuard(path: string): Promise<SlotsContent> {
  try {
    return await (await openCheckedSlots(path, 'guard', readers)).read()
  } catch (error) {
    throw toStoreFailure(`read ${path}`, error)
  }
}

/** True where a store was made, also where it has lost its first file; opening one that is not there would make it. */
export async function isStoreThere(directory: string): Promise<boolean> {
  // What is no folder holds no store.
  const names = await nodeFiles.list(directory).catch((): readonly string[] => [])
  return names.some((name) => /^(CURRENT|MANIFEST-\d+|\d+\.(ldb|sst|log))$/.test(name))
}
