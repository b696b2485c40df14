import type { StoredEntry } from '@hanse/ports'
import { stateKeyOfStored } from '@hanse/replica'
import { type StateRecord, stateEntries } from '@hanse/state'

/** Keys and values of the state that these records have. */
export function storedEntries(records: Iterable<StoredEntry>): Iterable<StateRecord> {
  return stateEntries(asStateRecords(records))
}

function* asStateRecords(records: Iterable<StoredEntry>): Generator<StateRecord> {
  for (const { key, value } of records) yield { key: stateKeyOfStored(key), value }
}
