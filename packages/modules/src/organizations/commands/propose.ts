import { hash, message, optional, uint } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/organizations.js'
import { reference } from '../../fields.ts'
import { signerFor } from '../api.ts'
import { PROPOSAL_LIFETIME_MS_MAX } from '../limits.ts'
import { openProposal } from '../open-proposals.ts'
import { refuse } from '../rejections.ts'
import { deadlines, emit } from '../store.ts'

/** The first pair of eyes: a maker names the digest of the exact call that a checker of the same party will send. It binds nobody else. */
export const propose = defineCommand({
  summary: 'Maker: proposes the digest of a call for a second operator of the party to send',
  params: message(hanse.organizations.v1.Propose, { callDigest: hash(), expiresAtMs: uint(), note: optional(reference()) }),
  execute(context, state, { callDigest, expiresAtMs, note }) {
    const signer = signerFor(context, state)
    if (!signer.ok) return signer.error
    const { partyId, operator } = signer.value
    if (!operator.roles.includes('maker')) return refuse('organizations/maker-checker', `${operator.address} is no maker`)
    if (expiresAtMs <= context.timeMs || expiresAtMs > context.timeMs + PROPOSAL_LIFETIME_MS_MAX) {
      return refuse('organizations/bad-expiry', `${expiresAtMs} is not within 30 days after ${context.timeMs}`, 'expiresAtMs')
    }
    const proposal = { partyId, callDigest, proposer: operator.address, expiresAtMs, ...(note === undefined ? {} : { note }) }
    const fault = openProposal(state, proposal, context.timeMs)
    if (fault !== undefined) return fault
    deadlines.schedule(state, expiresAtMs, `proposal ${partyId} ${callDigest}`)
    emit(state, 'callProposed', { callDigest, expiresAtMs, note, partyId, proposer: operator.address })
    return undefined
  },
})
