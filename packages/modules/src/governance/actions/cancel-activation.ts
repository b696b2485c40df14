import { err, ok, type Rejection, type Result } from '@hanse/primitives'
import { WINDOW_MAX } from '@hanse/protocol'
import { type BlockContext, type StateReader, type StateWriter, unscheduleModule, unscheduleRules } from '@hanse/state'
import type { Action } from '../codecs.ts'
import { refuse } from '../rejections.ts'
import { emit, proposals } from '../store.ts'

type CancelActivation = Extract<Action, { type: 'cancelActivation' }>

function notScheduled(proposalId: string): Rejection {
  return refuse('governance/not-scheduled', `proposal ${proposalId} has nothing scheduled`, 'action.proposalId')
}

/** Parameters and version are known a window ahead: proposals of their height may be on their way. */
function rulesDueFault({ height }: BlockContext, state: StateReader, proposalId: string): Rejection | undefined {
  const { action, scheduledHeight = 0 } = proposals.require(state, proposalId)
  const isRules = action.type === 'changeParams' || action.type === 'scheduleUpgrade'
  if (!isRules || scheduledHeight > height + WINDOW_MAX) return undefined
  return refuse('governance/too-late', `height ${scheduledHeight} is less than ${WINDOW_MAX} blocks away`, 'action.proposalId')
}

export function cancellationFault(context: BlockContext, state: StateReader, { proposalId }: CancelActivation): Rejection | undefined {
  if (proposals.get(state, proposalId)?.status !== 'scheduled') return notScheduled(proposalId)
  return rulesDueFault(context, state, proposalId)
}

/** A vote for a hash or a version that nobody has would stop the chain at its height: until then it can be taken back. */
export function cancelActivation(context: BlockContext, state: StateWriter, action: CancelActivation): Result<undefined> {
  const { proposalId } = action
  const fault = cancellationFault(context, state, action)
  if (fault !== undefined) return err(fault)
  if (!unscheduleModule(state, proposalId) && !unscheduleRules(context, state, proposalId)) return err(notScheduled(proposalId))
  const { scheduledHeight: _, ...cancelled } = proposals.require(state, proposalId)
  proposals.put(state, proposalId, { ...cancelled, status: 'cancelled' })
  emit(state, 'activationCancelled', { proposalId })
  return ok(undefined)
}
