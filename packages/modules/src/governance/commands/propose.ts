import { defineCommand } from '@hanse/state'
import { actionFault } from '../actions.ts'
import { type Proposal, proposeCodec } from '../codecs.ts'
import { decide } from '../decide.ts'
import { OPEN_PROPOSALS_PER_MEMBER_MAX, VOTING_MS_MAX } from '../limits.ts'
import { requireMember } from '../members.ts'
import { refuse } from '../rejections.ts'
import { ALL, deadlines, emit, openCounts, proposalCount } from '../store.ts'

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
    const number = (proposalCount.get(state, ALL) ?? 0) + 1
    const proposalId = `${number}`
    proposalCount.put(state, ALL, number)
    openCounts.put(state, member, open + 1)
    deadlines.schedule(state, deadlineMs, proposalId)
    emit(state, 'proposed', { action: action.type, deadlineMs, member, proposalId })
    const proposal: Proposal = {
      proposalId,
      proposer: member,
      action,
      deadlineMs,
      yes: [member],
      no: [],
      status: 'open',
      ...(note === undefined ? {} : { note }),
    }
    return decide(context, state, proposal)
  },
})
