import { defineCommand } from '@hanse/state'
import { actionFault } from '../actions.ts'
import { proposeCodec } from '../codecs.ts'
import { decide } from '../decide.ts'
import { OPEN_PROPOSALS_PER_MEMBER_MAX, VOTING_MS_MAX } from '../limits.ts'
import { requireMember } from '../members.ts'
import { openProposal } from '../open-proposal.ts'
import { refuse } from '../rejections.ts'
import { emit, openCounts } from '../store.ts'

/** A member proposes, which is its yes. */
export const propose = defineCommand({
  summary:
    'Member, four-eyes: proposes a validator, an observer, a module, parameters or a version, or to take back what is scheduled; it is its yes',
  params: proposeCodec,
  execute(context, state, { member, action, deadlineMs, note }) {
    const fault = requireMember(context, state, member) ?? actionFault(context, state, action)
    if (fault !== undefined) return fault
    if (deadlineMs <= context.timeMs || deadlineMs > context.timeMs + VOTING_MS_MAX) {
      return refuse('governance/bad-deadline', `${deadlineMs} is not within 90 days after ${context.timeMs}`, 'deadlineMs')
    }
    const open = openCounts.get(state, member) ?? 0
    if (open >= OPEN_PROPOSALS_PER_MEMBER_MAX) return refuse('governance/too-many-proposals', `${member} has ${open} open proposals`)
    const noted = note === undefined ? {} : { note }
    const proposal = openProposal(state, { proposer: member, action, deadlineMs, yes: [member], no: [], status: 'open', ...noted })
    emit(state, 'proposed', { action: action.type, deadlineMs, member, proposalId: proposal.proposalId })
    return decide(context, state, proposal)
  },
})
