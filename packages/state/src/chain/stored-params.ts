import { type ChainParams, type Genesis, genesisRules, rulesAt } from '@hanse/protocol'
import { votedRules } from '../runtime/voted-rules.ts'
import { WriteSet } from '../runtime/write-set.ts'
import { decodeStoredValue } from '../store/layout.ts'
import type { StateSource } from './final-state.ts'

/** The parameters that are in force at a height, as far as the store's values tell: for whoever has a store and no ledger. */
export function storedParams(source: StateSource, genesis: Genesis, height: number): ChainParams {
  const read = (_text: string, key: Uint8Array): Uint8Array | undefined => {
    const record = source.get(key)
    return record === undefined ? undefined : decodeStoredValue(record).value
  }
  return rulesAt(votedRules(new WriteSet({ read }), genesisRules(genesis)), height).params
}
