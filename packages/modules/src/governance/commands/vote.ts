import { defineCommand } from '@hanse/state'
import { voteCodec } from '../codecs.ts'
import { decide } from '../decide.ts'
import { requireMember } from '../members.ts'
import { refuse } from '../rejections.ts'
import { emit, proposals } from '../store.ts'

/** One vote a member, for good. The vote that makes a quorum decides. */
export const vote = defineCommand({
  summary: 'Member, four-eyes: votes yes or no on an open proposal, once',
  params: voteCodec,
  execute(context, state, { member, proposalId, choice }) {
    const fault = requireMember(context, state, member)
    if (fault !== undefined) return fault
    const proposal = proposals.get(state, proposalId)
    if (proposal === undefined) return refuse('governance/unknown-proposal', `there is no proposal ${proposalId}`, 'proposalId')
    // The sweep may be late: a vote after the deadline does not count, whatever the record says.
    const status = proposal.status === 'open' && proposal.deadlineMs <= context.timeMs ? 'expired' : proposal.status
    if (status !== 'open') return refuse('governance/not-open', `proposal ${proposalId} is ${status}`, 'proposalId')
    if (proposal.yes.includes(member) || proposal.no.includes(member)) {
      return refuse('governance/already-voted', `${member} has voted on ${proposalId}`, 'member')
    }
    emit(state, 'voted', { choice, member, proposalId })
    const voted = choice === 'yes' ? { yes: [...proposal.yes, member] } : { no: [...proposal.no, member] }
    return decide(context, state, { ...proposal, ...voted })
  },
})
