import { hash, message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/organizations.js'
import { signerFor } from '../api.ts'
import { closeProposal } from '../open-proposals.ts'
import { refuse } from '../rejections.ts'
import { emit, proposals } from '../store.ts'

/** Any operator of the party may take a proposal back: stopping needs one pair of eyes. */
export const withdraw = defineCommand({
  summary: 'Any operator: withdraws an open proposal of the sender’s party',
  params: message(hanse.organizations.v1.Withdraw, { callDigest: hash() }),
  execute(context, state, { callDigest }) {
    const signer = signerFor(context, state)
    if (!signer.ok) return signer.error
    const { partyId } = signer.value
    if (!proposals.has(state, [partyId, callDigest])) {
      return refuse('organizations/no-proposal', `${partyId} has no open proposal of ${callDigest}`, 'callDigest')
    }
    closeProposal(state, partyId, callDigest)
    emit(state, 'proposalWithdrawn', { callDigest, partyId })
    return undefined
  },
})
