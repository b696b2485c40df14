import { assert, concatBytes, uint64ToBytes } from '@hanse/primitives'
import { type LogRecord, logRecordCodec } from '@hanse/protocol'
import { numberIn, TABLE } from './chain-store.ts'

/** NewViews that are kept, the newest: more are made only while no block is. */
export const KEPT_NEW_VIEWS_MAX = 4_096
/** Prepared certificates that are kept of one height: of its newest views. */
export const KEPT_PREPARED_PER_HEIGHT_MAX = 256

const PREPARED = 1
const NEW_VIEW = 2
const LENGTH_SIZE_BYTES = 8

export type KeptPrepared = Extract<LogRecord, { readonly type: 'prepared' }>
export type KeptNewView = Extract<LogRecord, { readonly type: 'newView' }>

/** Where the store keeps the prepared certificates that Commits of this height rested on. */
export function keptPreparedKey(height: number): Uint8Array {
  return concatBytes(Uint8Array.of(TABLE.kept, PREPARED), uint64ToBytes(height))
}

/** Where it keeps the NewView that was entered as this one of all. */
export function keptNewViewKey(sequence: number): Uint8Array {
  return concatBytes(Uint8Array.of(TABLE.kept, NEW_VIEW), uint64ToBytes(sequence))
}

/** All that is kept of who signed what, for who copies a store. */
export const KEPT_RANGE = { from: Uint8Array.of(TABLE.kept), to: Uint8Array.of(TABLE.kept + 1) }

export function keptNewViewSequence(key: Uint8Array): number {
  return numberIn(key.subarray(2))
}

export function encodeKept(records: readonly LogRecord[]): Uint8Array {
  return concatBytes(
    ...records.flatMap((record) => {
      const bytes = logRecordCodec.encode(record)
      return [uint64ToBytes(bytes.length), bytes]
    }),
  )
}

/** Our own records, under the store's checksums: one that does not decode is a defect, not an input. */
export function decodeKept(bytes: Uint8Array): readonly LogRecord[] {
  const records: LogRecord[] = []
  for (let at = 0; at < bytes.length; ) {
    const start = at + LENGTH_SIZE_BYTES
    const end = start + numberIn(bytes.subarray(at, start))
    assert(end > start && end <= bytes.length, 'a kept record is cut')
    const decoded = logRecordCodec.decode(bytes.subarray(start, end))
    assert(decoded.ok, 'a kept record does not decode')
    records.push(decoded.value)
    at = end
  }
  return records
}
