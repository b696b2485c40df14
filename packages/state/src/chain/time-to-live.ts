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
  const read = (_text: string, key: Uint8Array): Uint8Array | undefined => {
    const record = source.get(key)
    return record === undefined ? undefined : decodeStoredValue(record).value
  }
  return votedRules(new WriteSet({ read }), genesisRules(genesis)).longestTimeToLiveMs
}
