import { err, ok, type Rejection, type Result } from '@hanse/primitives'
import { type RuleChange, SCHEDULED_RULES_MAX } from '@hanse/protocol'
import { type BlockContext, rulesWith, type StateReader, type StateWriter, scheduledRules, scheduleRules } from '@hanse/state'
import type { Action } from '../codecs.ts'
import { NOTICE_HEIGHTS_MIN } from '../limits.ts'
import { heightFault } from '../notice.ts'
import { refuse } from '../rejections.ts'

/** What changes the chain's parameters or the version of its protocol. */
export type RulesAction = Extract<Action, { type: 'changeParams' | 'scheduleUpgrade' }>

function heightOf({ height }: BlockContext, { atHeight = 0 }: RulesAction): number {
  return Math.max(atHeight, height + NOTICE_HEIGHTS_MIN)
}

function changeOf(action: RulesAction): Pick<RuleChange, 'version' | 'params'> {
  return action.type === 'changeParams' ? { params: action.params } : { version: action.version }
}

/** The change, as it would hold at its height: asked when it is proposed, when it is decided, and at the height itself. */
export function rulesFault(context: BlockContext, state: StateReader, action: RulesAction): Rejection | undefined {
  const tooFar = heightFault(context, action.atHeight)
  if (tooFar !== undefined) return tooFar
  if (action.type === 'changeParams' && Object.keys(action.params).length === 0) {
    return refuse('governance/bad-params', 'no parameter is named', 'action.params')
  }
  const changed = rulesWith(context, state, { height: heightOf(context, action), ...changeOf(action) })
  if (changed.ok) return undefined
  const { message, path } = changed.error
  return action.type === 'changeParams'
    ? refuse('governance/bad-params', message, path === undefined ? 'action.params' : `action.${path}`)
    : refuse('governance/bad-version', message, 'action.version')
}

/** The height from which on it holds. */
export function scheduleRulesAction(
  context: BlockContext,
  state: StateWriter,
  proposal: string,
  action: RulesAction,
): Result<number | undefined> {
  const fault = rulesFault(context, state, action)
  if (fault !== undefined) return err(fault)
  if (scheduledRules(state).length >= SCHEDULED_RULES_MAX) {
    return err(refuse('governance/schedule-full', `${SCHEDULED_RULES_MAX} changes of the rules are scheduled`))
  }
  const height = heightOf(context, action)
  scheduleRules(context, state, { proposal, height, ...changeOf(action) })
  return ok(height)
}
