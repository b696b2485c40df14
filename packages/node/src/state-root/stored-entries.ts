import { stateKeyOfStored } from '@hanse/replica'
import { type StateRecord, stateEntries } from '@hanse/state'

/** As it lies in the store, in the table of the state. */
export interface StoredRecord {
  readonly key: Uint8Array
  readonly value: Uint8Array
}

/** Keys and values of the state that these records have. */
export function storedEntries(records: Iterable<StoredRecord>): Iterable<StateRecord> {
  return stateEntries(asStateRecords(records))
}

function* asStateRecords(records: Iterable<StoredRecord>): Generator<StateRecord> {
  for (const { key, value } of records) yield { key: stateKeyOfStored(key), value }
}
