import { type Genesis, genesisRules } from '@hanse/protocol'
import { votedRules } from '../runtime/voted-rules.ts'
import type { StateSource } from './final-state.ts'
import { storedValues } from './stored-values.ts'

/**
 * How long after its block a transaction could live at most, under any parameters that the chain has had, in ms: ids that are final are
 * remembered that far back. For whoever has a store and no ledger yet.
 */
export function longestTimeToLiveMs(source: StateSource, genesis: Genesis): number {
  return longestTimeToLiveIn(storedValues(source).get, genesis)
}

/** The same of a state whose values come from elsewhere. The keys that it asks for begin with an underscore. */
export function longestTimeToLiveIn(read: (key: Uint8Array) => Uint8Array | undefined, genesis: Genesis): number {
  return votedRules({ get: read }, genesisRules(genesis)).longestTimeToLiveMs
}
