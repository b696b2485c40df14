import { assert } from '@hanse/primitives'
import { applyRuleChange, type ChainRules, type RuleSet } from '@hanse/protocol'
import { type BlockStep, runInBlock } from './block-step.ts'
import { ModuleState } from './module-state.ts'
import type { Registry, Writable } from './registry.ts'
import { putVotedRules, RULES_SPACE } from './voted-rules.ts'

const RULES_WRITABLE: Writable = new Map([[RULES_SPACE, new Set<string>()]])

function withChange(before: RuleSet, { version, params }: ChainRules): RuleSet {
  const longestTimeToLiveMs = Math.max(before.longestTimeToLiveMs, params.timeToLiveMsMax)
  return { version, params, scheduled: before.scheduled.slice(1), longestTimeToLiveMs }
}

/**
 * Takes into the state what the height brings, as `rulesAt` has said before: a change that does not go with those that came first is left
 * out, and the module that governs is told so.
 */
export function activateRules(start: BlockStep, registry: Registry, before: RuleSet): void {
  const { block, writes } = start
  const due = before.scheduled.filter(({ height }) => height <= block.height)
  if (due.length === 0) return
  const { governor } = registry
  assert(governor !== undefined, 'rules are scheduled, and none governs')
  let set = before
  for (const change of due) {
    const changed = applyRuleChange(set, change)
    set = withChange(set, changed.ok ? changed.value : set)
    putVotedRules(new ModuleState(RULES_SPACE, RULES_WRITABLE, writes, []), set)
    const outcome = { proposal: change.proposal, ...(changed.ok ? {} : { failure: 'rules' as const }) }
    runInBlock(start, registry, governor, 'onActivation', (state) => governor.onActivation?.(block, state, outcome))
  }
}
