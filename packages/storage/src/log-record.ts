import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { LogEntry } from '@hanse/ports'
import { assert } from '@hanse/primitives'

/** Bytes of one record, without its header. */
export const LOG_RECORD_BYTES_MAX = 8 * 1024 * 1024

/**
 * A record on disk, integers big-endian:
 *
 * | offset | bytes | field |
 * | ---: | ---: | --- |
 * | 0 | 4 | length of the content |
 * | 4 | 4 | CRC-32 of the segment's salt, every other field and the content |
 * | 8 | 8 | position |
 * | 16 | 4 | index of the record in the write that brought it |
 * | 20 | 32 | chain: SHA-256(chain of the record before ‖ content) |
 * | 52 | | content |
 *
 * The salt keeps content that looks like a record, which a stranger may have sent, from being taken for one.
 */
export const RECORD_HEADER_BYTES = 52
const CHECKSUM_OFFSET = 4
const POSITION_OFFSET = 8
const WRITE_INDEX_OFFSET = 16
const CHAIN_OFFSET = 20
const UINT32_RANGE = 0x100000000

export interface LogRecord extends LogEntry {
  readonly writeIndex: number
  readonly chain: Uint8Array
}

/** Where in a segment a record ends, and what it holds. */
export interface DecodedRecord {
  readonly record: LogRecord
  readonly endOffset: number
}

/** What an append takes on disk. A record beyond the limit is a broken invariant. */
export function recordsBytes(records: readonly Uint8Array[]): number {
  let sizeBytes = 0
  for (const { length } of records) {
    assert(length <= LOG_RECORD_BYTES_MAX, `a log record has at most ${LOG_RECORD_BYTES_MAX} bytes, not ${length}`)
    sizeBytes += RECORD_HEADER_BYTES + length
  }
  return sizeBytes
}

export function nextChain(previous: Uint8Array, content: Uint8Array): Uint8Array {
  return createHash('sha256').update(previous).update(content).digest()
}

function recordChecksum(header: Uint8Array, content: Uint8Array, salt: Uint8Array): number {
  const fields = crc32(header.subarray(POSITION_OFFSET, RECORD_HEADER_BYTES), crc32(header.subarray(0, CHECKSUM_OFFSET), crc32(salt)))
  return crc32(content, fields)
}

/** Writes at `offset` of `target` and returns where the record ends. */
export function encodeRecord(target: Buffer, offset: number, record: LogRecord, salt: Uint8Array): number {
  target.writeUInt32BE(record.bytes.length, offset)
  target.writeBigUInt64BE(BigInt(record.position), offset + POSITION_OFFSET)
  target.writeUInt32BE(record.writeIndex, offset + WRITE_INDEX_OFFSET)
  target.set(record.chain, offset + CHAIN_OFFSET)
  const end = offset + RECORD_HEADER_BYTES + record.bytes.length
  target.set(record.bytes, offset + RECORD_HEADER_BYTES)
  const header = target.subarray(offset, offset + RECORD_HEADER_BYTES)
  target.writeUInt32BE(recordChecksum(header, record.bytes, salt), offset + CHECKSUM_OFFSET)
  return end
}

/** Undefined when no record with a good checksum begins there. The chain is the caller's to check. */
export function decodeRecord(segment: Buffer, offset: number, salt: Uint8Array): DecodedRecord | undefined {
  if (offset + RECORD_HEADER_BYTES > segment.length) return undefined
  const length = segment.readUInt32BE(offset)
  const endOffset = offset + RECORD_HEADER_BYTES + length
  if (length > LOG_RECORD_BYTES_MAX || endOffset > segment.length) return undefined
  const header = segment.subarray(offset, offset + RECORD_HEADER_BYTES)
  const content = segment.subarray(offset + RECORD_HEADER_BYTES, endOffset)
  if (recordChecksum(header, content, salt) !== segment.readUInt32BE(offset + CHECKSUM_OFFSET)) return undefined
  const record = {
    position: header.readUInt32BE(POSITION_OFFSET) * UINT32_RANGE + header.readUInt32BE(POSITION_OFFSET + 4),
    writeIndex: header.readUInt32BE(WRITE_INDEX_OFFSET),
    chain: header.subarray(CHAIN_OFFSET),
    bytes: new Uint8Array(content.buffer, content.byteOffset, content.length),
  }
  return { record, endOffset }
}

/**
 * A good record of a later write than the one that should have brought `position`, behind the bad record at `offset`.
 * The bad one's length cannot be trusted, so every offset is tried.
 */
export function findLaterWrite(segment: Buffer, offset: number, position: number, salt: Uint8Array): LogRecord | undefined {
  const positionMax = position + Math.ceil((segment.length - offset) / RECORD_HEADER_BYTES)
  for (let start = offset + 1; start + RECORD_HEADER_BYTES <= segment.length; start++) {
    const candidate = segment.readUInt32BE(start + POSITION_OFFSET) * UINT32_RANGE + segment.readUInt32BE(start + POSITION_OFFSET + 4)
    if (candidate <= position || candidate > positionMax) continue
    const found = decodeRecord(segment, start, salt)
    if (found !== undefined && found.record.position - found.record.writeIndex > position) return found.record
  }
  return undefined
}
