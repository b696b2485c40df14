import { assert, type Rejection } from '@hanse/primitives'
import { quorumSize } from '@hanse/protocol'
import type { BlockContext, StateWriter } from '@hanse/state'
import { enact } from './actions.ts'
import type { Proposal, Status } from './codecs.ts'
import { PROPOSALS_SCANNED_MAX } from './limits.ts'
import { ALL, emit, openCounts, proposalCount, proposals } from './store.ts'

/** Ends the voting. */
export function close(state: StateWriter, proposal: Proposal, status: Exclude<Status, 'open'>): void {
  const count = openCounts.require(state, proposal.proposer)
  assert(proposal.status === 'open' && count > 0, `proposal ${proposal.proposalId} is open`)
  if (count > 1) openCounts.put(state, proposal.proposer, count - 1)
  else openCounts.delete(state, proposal.proposer)
  proposals.put(state, proposal.proposalId, { ...proposal, status })
}

/** Whoever is no validator any more proposes nothing: what it had open is over. Its votes on others' proposals do not count any longer. */
function withdraw(state: StateWriter, member: string): void {
  let left = openCounts.get(state, member) ?? 0
  const youngest = proposalCount.get(state, ALL) ?? 0
  for (let number = youngest; left > 0 && number > Math.max(0, youngest - PROPOSALS_SCANNED_MAX); number--) {
    const proposal = proposals.require(state, `${number}`)
    if (proposal.status !== 'open' || proposal.proposer !== member) continue
    left -= 1
    close(state, proposal, 'cancelled')
    emit(state, 'withdrawn', { member, proposalId: proposal.proposalId })
  }
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
    if (action.type === 'removeValidator') withdraw(state, action.organization)
    emit(state, 'accepted', { action: action.type, height, proposalId })
  } else if (votes(proposal.no) > context.validators.length - quorum) {
    close(state, proposal, 'rejected')
    emit(state, 'rejected', { proposalId })
  } else proposals.put(state, proposalId, proposal)
  return undefined
}
