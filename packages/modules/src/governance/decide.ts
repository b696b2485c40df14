import { assert, type Rejection } from '@hanse/primitives'
import { quorumSize } from '@hanse/protocol'
import type { BlockContext, StateWriter } from '@hanse/state'
import { enact } from './actions.ts'
import type { Proposal, Status } from './codecs.ts'
import { emit, openCounts, proposals } from './store.ts'

/** Ends the voting. */
export function close(state: StateWriter, proposal: Proposal, status: Exclude<Status, 'open'>): void {
  const count = openCounts.require(state, proposal.proposer)
  assert(proposal.status === 'open' && count > 0, `proposal ${proposal.proposalId} is open`)
  if (count > 1) openCounts.put(state, proposal.proposer, count - 1)
  else openCounts.delete(state, proposal.proposer)
  proposals.put(state, proposal.proposalId, { ...proposal, status })
}

/**
 * Counts the votes of those who are members now: accepted with a quorum, as blocks are, rejected once no quorum can come about. Stores the
 * proposal. A rejection refuses the vote.
 */
export function decide(context: BlockContext, state: StateWriter, proposal: Proposal): Rejection | undefined {
  const { proposalId, action } = proposal
  const votes = (members: readonly string[]): number => members.filter((member) => context.validators.includes(member)).length
  const quorum = quorumSize(context.validators.length)
  if (votes(proposal.yes) >= quorum) {
    const enacted = enact(context, state, proposalId, action)
    if (!enacted.ok) return enacted.error
    const height = enacted.value
    close(state, height === undefined ? proposal : { ...proposal, scheduledHeight: height }, height === undefined ? 'done' : 'scheduled')
    emit(state, 'accepted', { action: action.type, height, proposalId })
  } else if (votes(proposal.no) > context.validators.length - quorum) {
    close(state, proposal, 'rejected')
    emit(state, 'rejected', { proposalId })
  } else proposals.put(state, proposalId, proposal)
  return undefined
}
