import { assert, bytesToHex } from '@hanse/primitives'
import type { PageRef } from '../tree/page.ts'
import { ByteReader, ByteWriter, HEIGHT_SIZE_BYTES } from './byte-io.ts'

/**
 * The state's own table. Values stand under their whole state key, which starts with a letter or an underscore; the rest stands below.
 *
 * - `0x00 ‖ version ‖ depth ‖ path`: a page of the tree. Versions come first, so that pages are written in ascending order.
 * - `0x01 ‖ height`: what the block of this height replaced.
 * - `0x02`: where the head is.
 */
const PAGE_PREFIX = 0x00
const UNDO_PREFIX = 0x01
const HEAD_PREFIX = 0x02
const VALUES_FROM = 0x20

export const HEAD_KEY = Uint8Array.of(HEAD_PREFIX)

export interface StateRecord {
  readonly key: Uint8Array
  readonly value: Uint8Array
}

/** A key's value with the height of the block that wrote it; `value` undefined was deleted there. */
export interface StoredValue {
  readonly height: number
  readonly value: Uint8Array | undefined
}

export function pageKey({ version, path }: PageRef): Uint8Array {
  const writer = new ByteWriter(2 + HEIGHT_SIZE_BYTES + Math.ceil(path.length / 2)).uint8(PAGE_PREFIX).height(version)
  return writePath(writer, path).finish()
}

export function undoKey(height: number): Uint8Array {
  return new ByteWriter(1 + HEIGHT_SIZE_BYTES).uint8(UNDO_PREFIX).height(height).finish()
}

function digitAt(path: string, index: number): number {
  const code = path.charCodeAt(index)
  return code < 0x3a ? code - 0x30 : code - 0x57
}

/** Two hexadecimal digits a byte, a lone last one in the upper half. */
export function writePath(writer: ByteWriter, path: string): ByteWriter {
  writer.uint8(path.length)
  for (let index = 0; index < path.length; index += 2) {
    writer.uint8(16 * digitAt(path, index) + (index + 1 < path.length ? digitAt(path, index + 1) : 0))
  }
  return writer
}

export function readPath(reader: ByteReader): string {
  const length = reader.uint8()
  const digits = bytesToHex(reader.bytes(Math.ceil(length / 2)))
  return digits.slice(2, 2 + length)
}

/** The key of a page whose version and path come next. */
export function readPageKey(reader: ByteReader): Uint8Array {
  const version = reader.bytes(HEIGHT_SIZE_BYTES)
  const length = reader.uint8()
  const path = reader.bytes(Math.ceil(length / 2))
  return new ByteWriter(2 + version.length + path.length).uint8(PAGE_PREFIX).bytes(version).uint8(length).bytes(path).finish()
}

const DELETED = 0
const PRESENT = 1
const STORED_VALUE_HEAD_BYTES = 1 + HEIGHT_SIZE_BYTES

/** `present ‖ height ‖ value`. A deleted key keeps its record while older heights are served. */
export function encodeStoredValue({ height, value }: StoredValue): Uint8Array {
  const writer = new ByteWriter(STORED_VALUE_HEAD_BYTES + (value?.length ?? 0))
    .uint8(value === undefined ? DELETED : PRESENT)
    .height(height)
  return value === undefined ? writer.finish() : writer.bytes(value).finish()
}

export function decodeStoredValue(record: Uint8Array): StoredValue {
  assert(isStoredValue(record), 'a record of the state has another form')
  const reader = new ByteReader(record)
  const present = reader.uint8()
  return { height: reader.height(), value: present === PRESENT ? record.subarray(STORED_VALUE_HEAD_BYTES) : undefined }
}

function isStoredValue({ 0: present, length }: Uint8Array): boolean {
  return present === PRESENT ? length >= STORED_VALUE_HEAD_BYTES : present === DELETED && length === STORED_VALUE_HEAD_BYTES
}

/** The value of a key that is there, for whoever has not checked what is stored: a record of another form is given whole. */
export function uncheckedValue(record: Uint8Array): Uint8Array | undefined {
  if (!isStoredValue(record)) return record
  return record[0] === PRESENT ? record.subarray(STORED_VALUE_HEAD_BYTES) : undefined
}

/**
 * Keys and values of the state among the records of its table, in their order; the tree and the undo records are passed over.
 * For whoever checks what is stored: a record of another form is given whole, so that the root is no state's.
 */
export function* stateEntries(records: Iterable<StateRecord>): Generator<StateRecord> {
  for (const { key, value: record } of records) {
    if ((key[0] as number) < VALUES_FROM) continue
    const value = uncheckedValue(record)
    if (value !== undefined) yield { key, value }
  }
}

/** Where the state's values lie in its table: `from` inclusive, `to` exclusive. */
export const STATE_VALUES_RANGE: { readonly from: Uint8Array; readonly to: Uint8Array } = {
  from: Uint8Array.of(VALUES_FROM),
  to: Uint8Array.of(0x80),
}

/** Where all else lies there: pages of the tree, undo records, the head. */
export const STATE_TREE_RANGE: typeof STATE_VALUES_RANGE = { from: Uint8Array.of(0), to: Uint8Array.of(VALUES_FROM) }

/** What a record of the state's table is, for whoever counts: a page of the tree, an undo record, the head, or a value of a module. */
export function stateRecordKind(key: Uint8Array): 'page' | 'undo' | 'head' | { readonly module: string } {
  const [first] = key
  if (first === PAGE_PREFIX) return 'page'
  if (first === UNDO_PREFIX) return 'undo'
  if (first === HEAD_PREFIX) return 'head'
  const end = key.indexOf(0)
  return { module: String.fromCharCode(...key.subarray(0, end < 0 ? key.length : end)) }
}

interface HeadRecord {
  readonly height: number
  readonly rootVersion: number
  /** The lowest height whose undo record is kept, or the next height when none is. */
  readonly oldestUndo: number
}

export function encodeHead({ height, rootVersion, oldestUndo }: HeadRecord): Uint8Array {
  return new ByteWriter(3 * HEIGHT_SIZE_BYTES).height(height).height(rootVersion).height(oldestUndo).finish()
}

export function decodeHead(bytes: Uint8Array): HeadRecord {
  const reader = new ByteReader(bytes)
  const head = { height: reader.height(), rootVersion: reader.height(), oldestUndo: reader.height() }
  reader.end()
  return head
}
