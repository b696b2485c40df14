import { type ChainParams, type Genesis, genesisRules, rulesAt } from '@hanse/protocol'
import { votedRules } from '../runtime/voted-rules.ts'
import type { StateSource } from './final-state.ts'
import { storedValues } from './stored-values.ts'

/** The parameters that are in force at a height, as far as the store's values tell: for whoever has a store and no ledger. */
export function storedParams(source: StateSource, genesis: Genesis, height: number): ChainParams {
  return rulesAt(votedRules(storedValues(source), genesisRules(genesis)), height).params
}
