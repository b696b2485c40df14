import { assert, bytesToHash, type Hash, hexToBytes } from '@hanse/primitives'
import { type Header, headerCodec } from '@hanse/protocol'
import { keyText } from '../data/state-key.ts'
import type { PageRef } from '../tree/page.ts'
import { ByteReader, ByteWriter, HEIGHT_SIZE_BYTES } from './byte-io.ts'
import { readPageKey, readPath, type StoredValue, writePath } from './layout.ts'

/** What a key held below a block, and whether the block deleted it. */
export interface Replaced extends StoredValue {
  readonly key: Uint8Array
  readonly deleted: boolean
}

/** What the block of one height replaced: enough to read the state below it. */
export interface UndoRecord {
  readonly header: Header
  readonly hash: Hash
  readonly rootVersion: number
  /** Pages that only heights below need. */
  readonly stale: readonly PageRef[]
  /** By `keyText`. */
  readonly replaced: ReadonlyMap<string, Replaced>
}

const HAD_VALUE = 1
const WAS_DELETED = 2
const HASH = 32

/** What is written of a record beside its header. */
interface UndoContent extends Pick<UndoRecord, 'hash' | 'rootVersion' | 'stale'> {
  readonly replaced: readonly Replaced[]
}

function sizeOf({ stale, replaced }: UndoContent): number {
  let sizeBytes = 2 + HASH + HEIGHT_SIZE_BYTES + 4 + 4
  for (const { path } of stale) sizeBytes += HEIGHT_SIZE_BYTES + 1 + Math.ceil(path.length / 2)
  for (const { key, value } of replaced) {
    sizeBytes += 2 + key.length + 1 + HEIGHT_SIZE_BYTES + (value === undefined ? 0 : 4 + value.length)
  }
  return sizeBytes
}

/** `headerBytes` is what `headerCodec` writes of the header. */
export function encodeUndo(content: UndoContent, headerBytes: Uint8Array): Uint8Array {
  const { hash, rootVersion, stale, replaced } = content
  const writer = new ByteWriter(sizeOf(content) + headerBytes.length)
    .uint16(headerBytes.length)
    .bytes(headerBytes)
    .bytes(hexToBytes(hash))
    .height(rootVersion)
    .uint32(stale.length)
  for (const { version, path } of stale) writePath(writer.height(version), path)
  writer.uint32(replaced.length)
  for (const { key, height, value, deleted } of replaced) {
    writer.uint16(key.length).bytes(key)
    writer.uint8((value === undefined ? 0 : HAD_VALUE) + (deleted ? WAS_DELETED : 0)).height(height)
    if (value !== undefined) writer.uint32(value.length).bytes(value)
  }
  return writer.finish()
}

export function decodeUndo(bytes: Uint8Array): UndoRecord {
  const reader = new ByteReader(bytes)
  const header = headerCodec.decode(reader.bytes(reader.uint16()))
  assert(header.ok, 'an undo record has a header that does not decode')
  const hash = bytesToHash(reader.bytes(HASH))
  const rootVersion = reader.height()
  const stale = Array.from({ length: reader.uint32() }, (): PageRef => ({ version: reader.height(), path: readPath(reader) }))
  const replaced = new Map<string, Replaced>()
  for (const one of replacedIn(reader)) replaced.set(keyText(one.key), one)
  return { header: header.value, hash, rootVersion, stale, replaced }
}

/** The rest of a record: what the block replaced. */
function* replacedIn(reader: ByteReader): Generator<Replaced> {
  for (let count = reader.uint32(); count > 0; count--) {
    const key = reader.bytes(reader.uint16())
    const flags = reader.uint8()
    const height = reader.height()
    const value = (flags & HAD_VALUE) === 0 ? undefined : reader.bytes(reader.uint32())
    yield { key, height, value, deleted: (flags & WAS_DELETED) !== 0 }
  }
  reader.end()
}

/** What can go with an undo record. */
export interface Forgettable {
  /** As the store has them. */
  readonly pageKeys: readonly Uint8Array[]
  /** Keys that the block deleted. */
  readonly deleted: readonly Uint8Array[]
}

/** The little of a record that is read when nobody asks for heights below it any more: once a block. */
export function decodeForgettable(bytes: Uint8Array): Forgettable {
  const reader = new ByteReader(bytes)
  reader.bytes(reader.uint16())
  reader.bytes(HASH)
  reader.height()
  const pageKeys = Array.from({ length: reader.uint32() }, () => readPageKey(reader))
  const deleted: Uint8Array[] = []
  for (const one of replacedIn(reader)) if (one.deleted) deleted.push(one.key)
  return { pageKeys, deleted }
}
