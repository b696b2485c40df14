import type { StateWriter } from '@hanse/state'
import type { Proposal } from './codecs.ts'
import { ALL, deadlines, openCounts, proposalCount } from './store.ts'

/** Numbers and counts a proposal, and sets its deadline. Whoever calls stores it. */
export function openProposal(state: StateWriter, draft: Omit<Proposal, 'proposalId'>): Proposal {
  const { proposer, deadlineMs } = draft
  const number = (proposalCount.get(state, ALL) ?? 0) + 1
  const proposalId = `${number}`
  proposalCount.put(state, ALL, number)
  openCounts.put(state, proposer, (openCounts.get(state, proposer) ?? 0) + 1)
  deadlines.schedule(state, deadlineMs, proposalId)
  return { proposalId, ...draft }
}
