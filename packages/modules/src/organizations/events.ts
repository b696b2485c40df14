import { address, bool, choice, described, hash, optional, text, uint } from '@hanse/protocol'
import { defineEvent } from '@hanse/state'
import { blockTimeMs, partyId, reference } from '../fields.ts'
import { KYC_STATES } from './codecs.ts'

const kycStatus = () => choice(...KYC_STATES)
const key = () => described('address of an operator’s key', address())
const callDigest = () => described('of the exact call', hash())

export const events = {
  partyRegistered: defineEvent({
    summary: 'The registrar registered a party',
    attributes: {
      partyId: partyId(),
      name: text({ max: 140, description: 'of the organization' }),
      lei: optional(text({ max: 20, description: 'ISO 17442' })),
      uscc: optional(text({ max: 18, description: 'GB 32100' })),
    },
  }),
  kycChanged: defineEvent({
    summary: 'A party’s KYC moved, by a decision or because its validity ended',
    attributes: { from: kycStatus(), partyId: partyId(), reason: optional(reference()), to: kycStatus() },
  }),
  partyClassified: defineEvent({
    summary: 'The registrar said whose a party is and whether it is a small enterprise',
    attributes: {
      evidenceHash: described('of the papers that say so', hash()),
      owners: described('how many owners and groups', uint()),
      partyId: partyId(),
      small: described('a small or medium-sized enterprise', bool()),
    },
  }),
  operatorAdded: defineEvent({ summary: 'A party has a new key', attributes: { address: key(), partyId: partyId() } }),
  operatorRotated: defineEvent({
    summary: 'A party’s key took the place of another, which ended',
    attributes: { address: key(), partyId: partyId(), replaced: key() },
  }),
  operatorRevoked: defineEvent({
    summary: 'A party’s key ended',
    attributes: { address: key(), partyId: partyId(), reason: optional(reference()) },
  }),
  operatorsRecovered: defineEvent({
    summary: 'The registrar gave a party new keys and ended all others',
    attributes: {
      partyId: partyId(),
      added: described('how many keys are new', uint()),
      revoked: described('how many keys ended', uint()),
      evidenceHash: described('of the evidence outside the chain', hash()),
    },
  }),
  callProposed: defineEvent({
    summary: 'A maker proposed a call that a checker has still to send',
    attributes: {
      callDigest: callDigest(),
      expiresAtMs: blockTimeMs(),
      note: optional(reference()),
      partyId: partyId(),
      proposer: key(),
    },
  }),
  proposalConfirmed: defineEvent({
    summary: 'A checker sent the call that a maker had proposed',
    attributes: { callDigest: callDigest(), confirmedBy: key(), partyId: partyId(), proposer: key() },
  }),
  proposalWithdrawn: defineEvent({
    summary: 'A proposed call was withdrawn',
    attributes: { callDigest: callDigest(), partyId: partyId() },
  }),
}
