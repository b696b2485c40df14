import type { StateReader } from '../module.ts'
import { uncheckedValue } from '../store/layout.ts'
import type { StateSource } from './final-state.ts'

/** The state as the store's values have it: for whoever has a store and no ledger. */
export function storedValues(source: StateSource): StateReader {
  return {
    get: (key) => {
      const record = source.get(key)
      return record === undefined ? undefined : uncheckedValue(record)
    },
  }
}
