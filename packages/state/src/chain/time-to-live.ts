import { type Genesis, genesisRules } from '@hanse/protocol'
import { votedRules } from '../runtime/voted-rules.ts'
import { WriteSet } from '../runtime/write-set.ts'
import { decodeStoredValue } from '../store/layout.ts'
import type { StateSource } from './final-state.ts'

/**
 * How long after its block a transaction could live at most, under any parameters that the chain has had, in ms: ids that are final are
 * remembered that far back. For whoever has a store and no ledger yet.
 */
export function longestTimeToLiveMs(source: StateSource, genesis: Genesis): number {
  const read = (key: Uint8Array): Uint8Array | undefined => {
    const record = source.get(key)
    return record === undefined ? undefined : decodeStoredValue(record).value
  }
  return longestTimeToLiveIn(read, genesis)
}

/** The same of a state whose values come from elsewhere. The keys that it asks for begin with an underscore. */
export function longestTimeToLiveIn(read: (key: Uint8Array) => Uint8Array | undefined, genesis: Genesis): number {
  return votedRules(new WriteSet({ read: (_text, key) => read(key) }), genesisRules(genesis)).longestTimeToLiveMs
}
