import { assert, type Result } from '@hanse/primitives'
import {
  applyRuleChange,
  type ChainRules,
  type RuleChange,
  type RuleSet,
  ruleSetCodec,
  rulesAt,
  SCHEDULED_RULES_MAX,
  WINDOW_MAX,
} from '@hanse/protocol'
import { table } from '../data/table.ts'
import type { BlockContext, StateReader, StateWriter } from '../module.ts'

/** What votes made of the parameters and of the protocol's version stands under a name that no module can have. */
export const RULES_SPACE = '_rules'
const sets = table({ module: RULES_SPACE, name: 'set', value: ruleSetCodec })
const WHOLE: readonly string[] = []

/** `first`, that of genesis, until a vote schedules a change. */
export function votedRules(state: StateReader, first: RuleSet): RuleSet {
  return sets.get(state, WHOLE) ?? first
}

export function putVotedRules(state: StateWriter, set: RuleSet): void {
  sets.put(state, WHOLE, set)
}

function setOf({ rules }: BlockContext, state: StateReader): RuleSet {
  const { version, params } = rules
  return votedRules(state, { version, params, scheduled: [], longestTimeToLiveMs: params.timeToLiveMsMax })
}

/** Changes of parameters and version that wait for their height. */
export function scheduledRules(state: StateReader): readonly RuleChange[] {
  return sets.get(state, WHOLE)?.scheduled ?? []
}

/** What the rules would be after the change, with all that comes before it: the same question is asked again at its height. */
export function rulesWith(
  context: BlockContext,
  state: StateReader,
  change: Pick<RuleChange, 'height' | 'version' | 'params'>,
): Result<ChainRules> {
  return applyRuleChange(rulesAt(setOf(context, state), change.height), change)
}

/**
 * For the module that governs: changes parameters or the protocol's version at the start of the block of `change.height`. That lies more than
 * the largest window ahead: who judges a proposal of that height must know it. The caller has seen that there is room
 * (`SCHEDULED_RULES_MAX`).
 */
export function scheduleRules(context: BlockContext, state: StateWriter, change: RuleChange): void {
  const set = setOf(context, state)
  assert(set.scheduled.length < SCHEDULED_RULES_MAX, 'too many changes are scheduled')
  assert(change.height > context.height + WINDOW_MAX, `a change at height ${change.height} comes too soon`)
  const after = set.scheduled.findIndex(({ height }) => height > change.height)
  const at = after < 0 ? set.scheduled.length : after
  putVotedRules(state, { ...set, scheduled: set.scheduled.toSpliced(at, 0, change) })
}

/** Takes a change back. False when none is scheduled by this proposal, or its height is so near that proposals may rest on it. */
export function unscheduleRules(context: BlockContext, state: StateWriter, proposal: string): boolean {
  const set = setOf(context, state)
  const scheduled = set.scheduled.filter((change) => change.proposal !== proposal || change.height <= context.height + WINDOW_MAX)
  if (scheduled.length === set.scheduled.length) return false
  putVotedRules(state, { ...set, scheduled })
  return true
}
