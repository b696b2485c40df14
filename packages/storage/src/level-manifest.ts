import { ByteCursor, MalformedBytes } from './byte-cursor.ts'
import { maskedCrc32c } from './crc32c.ts'

/** LevelDB writes MANIFEST and log in blocks of this size; a record that does not fit goes on in the next. */
const LOG_BLOCK_BYTES = 32 * 1024
const HEADER_BYTES = 7
const PIECE = { full: 1, first: 2, middle: 3, last: 4 } as const

/** What LevelDB needs to be there. */
export interface LevelManifest {
  /** Size in bytes by file number. */
  readonly tables: ReadonlyMap<number, number>
  /** The oldest file of its log that it would read. */
  readonly logNumber: number
}

/** Records of a file of LevelDB in the form of its log. A torn end is left out. @throws MalformedBytes */
function* logRecords(file: Buffer): Generator<Buffer> {
  let pieces: Buffer[] = []
  for (let offset = 0; offset + HEADER_BYTES <= file.length; ) {
    const left = LOG_BLOCK_BYTES - (offset % LOG_BLOCK_BYTES)
    if (left < HEADER_BYTES) {
      offset += left
      continue
    }
    const length = file.readUInt16LE(offset + 4)
    const type = file[offset + 6] as number
    const start = offset + HEADER_BYTES
    if (start + length > file.length) return
    if (length > left - HEADER_BYTES || maskedCrc32c(file, offset + 6, start + length) !== file.readUInt32LE(offset)) {
      throw new MalformedBytes(`the record at byte ${offset} fails its checksum`)
    }
    const begins = type === PIECE.full || type === PIECE.first
    if (begins !== (pieces.length === 0)) throw new MalformedBytes(`the record at byte ${offset} does not follow the one before it`)
    pieces.push(file.subarray(start, start + length))
    if (type === PIECE.full || type === PIECE.last) {
      yield Buffer.concat(pieces)
      pieces = []
    }
    offset = start + length
  }
}

/** Tags of what an edit says; the format is LevelDB's `version_edit.cc`. */
const EDIT = {
  comparator: 1,
  logNumber: 2,
  nextFile: 3,
  lastSequence: 4,
  compactPointer: 5,
  deletedFile: 6,
  newFile: 7,
  previousLog: 9,
} as const

/** Reads a MANIFEST. @throws MalformedBytes */
export function readManifest(file: Buffer): LevelManifest {
  const tables = new Map<number, number>()
  let logNumber: number | undefined
  for (const record of logRecords(file)) {
    const cursor = new ByteCursor(record)
    while (!cursor.isAtEnd) {
      switch (cursor.varint()) {
        case EDIT.comparator:
          cursor.prefixed()
          break
        case EDIT.logNumber:
          logNumber = cursor.varint()
          break
        case EDIT.nextFile:
        case EDIT.lastSequence:
        case EDIT.previousLog:
          cursor.varint()
          break
        case EDIT.compactPointer:
          cursor.varint()
          cursor.prefixed()
          break
        case EDIT.deletedFile:
          cursor.varint()
          tables.delete(cursor.varint())
          break
        case EDIT.newFile: {
          cursor.varint()
          const number = cursor.varint()
          tables.set(number, cursor.varint())
          cursor.prefixed()
          cursor.prefixed()
          break
        }
        default:
          throw new MalformedBytes('an edit of an unknown kind')
      }
    }
  }
  if (logNumber === undefined) throw new MalformedBytes('it names no log')
  return { tables, logNumber }
}
