import { err, ok, type Rejection, type Result } from '@hanse/primitives'
import { type StateReader, type StateWriter, unscheduleModule } from '@hanse/state'
import type { Action } from '../codecs.ts'
import { refuse } from '../rejections.ts'
import { emit, proposals } from '../store.ts'

type CancelActivation = Extract<Action, { type: 'cancelActivation' }>

function notScheduled(proposalId: string): Rejection {
  return refuse('governance/not-scheduled', `proposal ${proposalId} has no module scheduled`, 'action.proposalId')
}

export function cancellationFault(state: StateReader, { proposalId }: CancelActivation): Rejection | undefined {
  return proposals.get(state, proposalId)?.status === 'scheduled' ? undefined : notScheduled(proposalId)
}

/** A vote for a hash that nobody has would stop the chain at its height: until then it can be taken back. */
export function cancelActivation(state: StateWriter, { proposalId }: CancelActivation): Result<undefined> {
  if (!unscheduleModule(state, proposalId)) return err(notScheduled(proposalId))
  const { scheduledHeight: _, ...cancelled } = proposals.require(state, proposalId)
  proposals.put(state, proposalId, { ...cancelled, status: 'cancelled' })
  emit(state, 'activationCancelled', { proposalId })
  return ok(undefined)
}
