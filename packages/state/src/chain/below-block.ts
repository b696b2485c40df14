import { type Genesis, genesisEpoch, genesisRules, type RuleSet, rulesAt } from '@hanse/protocol'
import type { LedgerRules } from '../ledger.ts'
import type { BelowBlock, StateReader } from '../module.ts'
import { youngestEpoch } from '../runtime/membership.ts'
import { votedRules } from '../runtime/voted-rules.ts'

/** What a state says of the block of the height above it. */
export function belowBlock(genesis: Genesis, state: StateReader, height: number): BelowBlock {
  return { set: youngestEpoch(state, genesisEpoch(genesis)), rules: rulesAt(votedRules(state, genesisRules(genesis)), height) }
}

/** The first height above the head's whose version is none of these. */
export function unknownVersion(set: RuleSet, height: number, known: readonly number[]): LedgerRules['unknown'] {
  const heights = [height, ...set.scheduled.map((change) => change.height)]
  for (const at of heights) {
    const { version } = rulesAt(set, at)
    if (!known.includes(version)) return { version, height: at }
  }
  return undefined
}
