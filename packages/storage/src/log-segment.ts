import { crc32 } from 'node:zlib'
import { bytesToHex, equalBytes, HASH_SIZE_BYTES } from '@hanse/primitives'
import { formatFailure, logDamaged, otherFormat } from './failure.ts'
import { decodeRecord, findLaterWrite, type LogRecord, nextChain } from './log-record.ts'

/**
 * A segment begins with, integers big-endian: magic (8) ‖ version (4) ‖ genesis hash (32) ‖ position of its first record (8)
 * ‖ chain before it (32) ‖ salt (16) ‖ CRC-32 of all that (4). Records follow without gaps.
 */
export const SEGMENT_HEADER_BYTES = 104
export const SEGMENT_SALT_BYTES = 16
/** What this release writes and reads. */
export const LOG_FORMAT = 1
const MAGIC = Buffer.from('hanselog', 'latin1')
const VERSION_OFFSET = 8
const GENESIS_OFFSET = 12
const POSITION_OFFSET = 44
const CHAIN_OFFSET = 52
const SALT_OFFSET = 84
const CHECKSUM_OFFSET = 100

const NAME_DIGITS = 16
const NAME_PATTERN = /^(\d{16})\.segment$/

export interface SegmentHeader {
  readonly genesisHash: Uint8Array
  readonly firstPosition: number
  /** Chain value of the record before the first; the genesis hash for the first of all. */
  readonly previousChain: Uint8Array
  readonly salt: Uint8Array
}

export interface SegmentContent {
  readonly header: SegmentHeader
  readonly records: readonly LogRecord[]
  readonly nextPosition: number
  /** Chain value of the last record. */
  readonly chain: Uint8Array
  /** Up to here everything is good. */
  readonly goodBytes: number
  readonly sizeBytes: number
}

export function segmentName(firstPosition: number): string {
  return `${firstPosition.toString().padStart(NAME_DIGITS, '0')}.segment`
}

/** Undefined for a file that is not a segment. */
export function segmentFirstPosition(name: string): number | undefined {
  const digits = NAME_PATTERN.exec(name)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

export function encodeSegmentHeader(header: SegmentHeader): Uint8Array {
  const bytes = Buffer.alloc(SEGMENT_HEADER_BYTES)
  bytes.set(MAGIC)
  bytes.writeUInt32BE(LOG_FORMAT, VERSION_OFFSET)
  bytes.set(header.genesisHash, GENESIS_OFFSET)
  bytes.writeBigUInt64BE(BigInt(header.firstPosition), POSITION_OFFSET)
  bytes.set(header.previousChain, CHAIN_OFFSET)
  bytes.set(header.salt, SALT_OFFSET)
  bytes.writeUInt32BE(crc32(bytes.subarray(0, CHECKSUM_OFFSET)), CHECKSUM_OFFSET)
  return bytes
}

/** Undefined when it is incomplete or damaged. @throws StoreFailure `storage/format` */
export function decodeSegmentHeader(bytes: Buffer): SegmentHeader | undefined {
  if (bytes.length < SEGMENT_HEADER_BYTES || !equalBytes(bytes.subarray(0, VERSION_OFFSET), MAGIC)) return undefined
  if (crc32(bytes.subarray(0, CHECKSUM_OFFSET)) !== bytes.readUInt32BE(CHECKSUM_OFFSET)) return undefined
  const version = bytes.readUInt32BE(VERSION_OFFSET)
  if (version !== LOG_FORMAT) throw otherFormat('the write-ahead log', version, LOG_FORMAT)
  return {
    genesisHash: bytes.subarray(GENESIS_OFFSET, GENESIS_OFFSET + HASH_SIZE_BYTES),
    firstPosition: Number(bytes.readBigUInt64BE(POSITION_OFFSET)),
    previousChain: bytes.subarray(CHAIN_OFFSET, CHAIN_OFFSET + HASH_SIZE_BYTES),
    salt: bytes.subarray(SALT_OFFSET, SALT_OFFSET + SEGMENT_SALT_BYTES),
  }
}

/** What must be true of a segment because of what came before it. */
export interface SegmentExpectation {
  readonly name: string
  readonly genesisHash: Uint8Array
  readonly firstPosition: number
  /** Absent for the oldest segment held: those before it were pruned. */
  readonly previousChain?: Uint8Array
}

/**
 * Reads until the first bad record. It is a torn tail when nothing good follows but records of the same write, which then was
 * never acknowledged; anything else is damage. Undefined when not even the header is there.
 * @throws StoreFailure `storage/log-damaged`, `storage/format`
 */
export function readSegment(file: Uint8Array, expected: SegmentExpectation): SegmentContent | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length)
  const header = decodeSegmentHeader(bytes)
  if (header === undefined) return undefined
  checkHeader(header, expected)

  const records: LogRecord[] = []
  let chain = header.previousChain
  let position = header.firstPosition
  let offset = SEGMENT_HEADER_BYTES
  while (offset < bytes.length) {
    const decoded = decodeRecord(bytes, offset, header.salt)
    if (decoded === undefined) {
      const later = findLaterWrite(bytes, offset, position, header.salt)
      if (later !== undefined) {
        throw logDamaged(`${expected.name}: record ${position} at byte ${offset} is bad, record ${later.position} of a later write is good`)
      }
      break
    }
    const { record, endOffset } = decoded
    if (record.position !== position || !equalBytes(nextChain(chain, record.bytes), record.chain)) {
      throw logDamaged(`${expected.name}: the hash chain breaks at record ${position}, byte ${offset}`)
    }
    records.push(record)
    chain = record.chain
    position += 1
    offset = endOffset
  }
  return { header, records, nextPosition: position, chain, goodBytes: offset, sizeBytes: bytes.length }
}

function checkHeader(header: SegmentHeader, expected: SegmentExpectation): void {
  if (!equalBytes(header.genesisHash, expected.genesisHash)) {
    throw formatFailure(
      `${expected.name} belongs to the chain with genesis hash ${bytesToHex(header.genesisHash)}`,
      'give each chain a data directory of its own, or use the genesis file that this directory was made with',
    )
  }
  if (header.firstPosition !== expected.firstPosition) {
    throw logDamaged(`${expected.name}: begins with record ${header.firstPosition} instead of ${expected.firstPosition}`)
  }
  if (expected.previousChain !== undefined && !equalBytes(header.previousChain, expected.previousChain)) {
    throw logDamaged(`${expected.name}: does not continue the hash chain of the segment before it`)
  }
}
