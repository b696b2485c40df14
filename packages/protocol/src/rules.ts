import { err, ok, type Result, reject } from '@hanse/primitives'
import { hanse } from '../generated/wire.js'
import { SCHEDULED_RULES_MAX } from './limits.ts'
import { type ChainParams, checkChainParams } from './params.ts'
import type { FieldValue } from './schema/field.ts'
import { list, message, optional } from './schema/message.ts'
import { text, uint } from './schema/scalars.ts'

/**
 * Versions of the protocol that this software executes: `header.version` says which one a block is of. From 2 on `evidenceRoot` commits to
 * the evidence that the block records; in version 1 it is that of the empty tree.
 */
export const PROTOCOL_VERSIONS: readonly number[] = [1, 2]
/** Of a chain whose genesis names none. */
export const FIRST_PROTOCOL_VERSION = 1
/** What a new chain begins with. */
export const NEWEST_PROTOCOL_VERSION = 2
export const PROTOCOL_VERSION_MAX = 255

/** The members of the chain's parameters. */
export const CHAIN_PARAMS_FIELDS = {
  window: uint(),
  blockBytesMax: uint(),
  blockTransactionsMax: uint(),
  transactionBytesMax: uint(),
  timeToLiveMsMax: uint(),
  maxDriftMs: uint(),
  heartbeatMs: uint(),
} as const satisfies Record<keyof ChainParams, unknown>

export const chainParamsCodec = message(hanse.v1.ChainParams, CHAIN_PARAMS_FIELDS)

/** The members of a change, each optional: what is absent stays as it is. */
export const PARAMS_CHANGE_FIELDS = {
  window: optional(uint()),
  blockBytesMax: optional(uint()),
  blockTransactionsMax: optional(uint()),
  transactionBytesMax: optional(uint()),
  timeToLiveMsMax: optional(uint()),
  maxDriftMs: optional(uint()),
  heartbeatMs: optional(uint()),
} as const satisfies Record<keyof ChainParams, unknown>

export const paramsChangeCodec = message(hanse.v1.ParamsChange, PARAMS_CHANGE_FIELDS)
export type ParamsChange = FieldValue<typeof paramsChangeCodec>

export const ruleChangeCodec = message(hanse.v1.RuleChange, {
  /** Id of the proposal that was accepted. */
  proposal: text({ max: 32 }),
  /** In force from the start of this block on. */
  height: uint({ min: 1 }),
  version: optional(uint({ min: 1, max: PROTOCOL_VERSION_MAX })),
  params: optional(paramsChangeCodec),
})
export type RuleChange = FieldValue<typeof ruleChangeCodec>

export const ruleSetCodec = message(hanse.v1.RuleSet, {
  version: uint({ min: 1, max: PROTOCOL_VERSION_MAX }),
  params: chainParamsCodec,
  /** By height, those of one height in the order of their acceptance. */
  scheduled: list(ruleChangeCodec, { max: SCHEDULED_RULES_MAX }),
  /** The longest that was ever in force: how far back a node looks for ids that could come again. */
  longestTimeToLiveMs: uint(),
})
/** What is in force, and what votes will make of it. */
export type RuleSet = FieldValue<typeof ruleSetCodec>

/** How a block is made and executed. */
export interface ChainRules {
  /** Of the protocol: `header.version`. */
  readonly version: number
  readonly params: ChainParams
}

/** What a change makes of the rules. `rules/bad-version` where it does not raise the version, `genesis/bad-params` where the whole does not hold. */
export function applyRuleChange(rules: ChainRules, change: Pick<RuleChange, 'version' | 'params'>): Result<ChainRules> {
  const { version = rules.version } = change
  if (change.version !== undefined && version <= rules.version) {
    return err(
      reject('rules/bad-version', `version ${rules.version} is in force, and is followed by a higher one only`, { path: 'version' }),
    )
  }
  const params = { ...rules.params, ...change.params }
  const fault = checkChainParams(params)
  return fault === undefined ? ok({ version, params }) : err(fault)
}

/**
 * The rules of a block of this height, as far as a state knows them whose head lies below: what is scheduled comes in its order, and a change
 * that does not go with what came before is left out.
 */
export function rulesAt(set: RuleSet, height: number): ChainRules {
  let rules: ChainRules = set
  for (const change of set.scheduled) {
    if (change.height > height) break
    const changed = applyRuleChange(rules, change)
    if (changed.ok) rules = changed.value
  }
  return rules
}
