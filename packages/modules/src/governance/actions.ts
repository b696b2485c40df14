import { type Rejection, type Result, unreachable } from '@hanse/primitives'
import type { BlockContext, StateReader, StateWriter } from '@hanse/state'
import { activationFault, scheduleActivation } from './actions/activate-module.ts'
import { cancelActivation, cancellationFault } from './actions/cancel-activation.ts'
import { enactMembership, membershipActionFault } from './actions/change-membership.ts'
import { rulesFault, scheduleRulesAction } from './actions/change-rules.ts'
import type { Action } from './codecs.ts'

/** What is wrong with an action before anyone votes on it. */
export function actionFault(context: BlockContext, state: StateReader, action: Action): Rejection | undefined {
  switch (action.type) {
    case 'activateModule':
      return activationFault(context, state, action)
    case 'cancelActivation':
      return cancellationFault(context, state, action)
    case 'admitObserver':
    case 'dropObserver':
    case 'addValidator':
    case 'removeValidator':
    case 'replaceKey':
      return membershipActionFault(context, state, action)
    case 'changeParams':
    case 'scheduleUpgrade':
      return rulesFault(context, state, action)
    default:
      return unreachable(action)
  }
}

/** Does what was decided. The height from which on it holds, or undefined for what holds at once; a rejection refuses the deciding vote. */
export function enact(context: BlockContext, state: StateWriter, proposalId: string, action: Action): Result<number | undefined> {
  switch (action.type) {
    case 'activateModule':
      return scheduleActivation(context, state, proposalId, action)
    case 'cancelActivation':
      return cancelActivation(context, state, action)
    case 'admitObserver':
    case 'dropObserver':
    case 'addValidator':
    case 'removeValidator':
    case 'replaceKey':
      return enactMembership(context, state, action)
    case 'changeParams':
    case 'scheduleUpgrade':
      return scheduleRulesAction(context, state, proposalId, action)
    default:
      return unreachable(action)
  }
}
