import { type BlockContext, nextValidators, type StateReader, type StateWriter } from '@hanse/state'
import type { Proposal } from './codecs.ts'
import { ACCUSATION_VOTING_MS } from './limits.ts'
import { openProposal } from './open-proposal.ts'
import { accusations, emit, proposals } from './store.ts'

function isOpen(state: StateReader, organization: string): boolean {
  const proposalId = accusations.get(state, organization)
  return proposalId !== undefined && proposals.require(state, proposalId).status === 'open'
}

/**
 * Evidence against a validator opens a vote on its removal, unless one is open. Nobody has said yes with that: the reporter's node proposes,
 * and people decide. Undefined for whoever validates no more.
 */
export function openRemoval(
  context: BlockContext,
  state: StateWriter,
  organization: string,
  proposer: string,
  evidenceId: string,
): string | undefined {
  if (isOpen(state, organization) || !nextValidators(context, state).some((record) => record.organization === organization))
    return undefined
  const deadlineMs = context.timeMs + ACCUSATION_VOTING_MS
  const action = { type: 'removeValidator', organization } as const
  const draft: Omit<Proposal, 'proposalId'> = { proposer, action, deadlineMs, yes: [], no: [], status: 'open', evidenceId }
  const proposal = openProposal(state, draft)
  proposals.put(state, proposal.proposalId, proposal)
  accusations.put(state, organization, proposal.proposalId)
  emit(state, 'removalProposed', { deadlineMs, evidenceId, organization, proposalId: proposal.proposalId })
  return proposal.proposalId
}
