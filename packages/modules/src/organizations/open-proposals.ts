import { assert, type Hash, type Rejection } from '@hanse/primitives'
import type { StateReader, StateWriter } from '@hanse/state'
import type { Proposal } from './codecs.ts'
import { OPEN_PROPOSALS_PER_PARTY_MAX } from './limits.ts'
import { refuse } from './rejections.ts'
import { openProposalCounts, operators, proposals } from './store.ts'

/** One that nobody can confirm any more is not in the way of another. */
function standsOpen(state: StateReader, { proposer, expiresAtMs }: Proposal, timeMs: number): boolean {
  return expiresAtMs > timeMs && operators.require(state, proposer).status === 'active'
}

/** They are counted by party: any of its makers can propose, whatever its KYC. */
export function openProposal(state: StateWriter, proposal: Proposal, timeMs: number): Rejection | undefined {
  const { partyId, callDigest } = proposal
  const earlier = proposals.get(state, [partyId, callDigest])
  if (earlier !== undefined && standsOpen(state, earlier, timeMs)) {
    return refuse('organizations/proposal-exists', `${earlier.proposer} proposed ${callDigest}, until ${earlier.expiresAtMs}`, 'callDigest')
  }
  const count = openProposalCounts.get(state, partyId) ?? 0
  if (earlier === undefined && count >= OPEN_PROPOSALS_PER_PARTY_MAX) {
    return refuse('organizations/too-many-proposals', `${partyId} has ${count} open proposals`)
  }
  proposals.put(state, [partyId, callDigest], proposal)
  if (earlier === undefined) openProposalCounts.put(state, partyId, count + 1)
  return undefined
}

export function closeProposal(state: StateWriter, partyId: string, callDigest: Hash): void {
  const count = openProposalCounts.require(state, partyId)
  assert(count > 0, `${partyId} has no open proposal`)
  proposals.delete(state, [partyId, callDigest])
  if (count > 1) openProposalCounts.put(state, partyId, count - 1)
  else openProposalCounts.delete(state, partyId)
}
