import { choice, described, hash, MODULE_ENTRY_FIELDS, optional, uint } from '@hanse/protocol'
import { defineEvent } from '@hanse/state'
import { blockTimeMs } from '../fields.ts'
import { type Action, member, proposalId } from './codecs.ts'

const ACTION_TYPES: readonly Action['type'][] = ['activateModule', 'cancelActivation']
const action = () => described('what the proposal does', choice(...ACTION_TYPES))

const module = {
  name: described('of the module', MODULE_ENTRY_FIELDS.name),
  version: described('of the module', MODULE_ENTRY_FIELDS.version),
  hash: optional(described('of its package; absent for a part of the software', hash())),
  proposalId: proposalId(),
}

export const events = {
  proposed: defineEvent({
    summary: 'A member proposed something, which is its yes',
    attributes: { action: action(), deadlineMs: blockTimeMs(), member: member(), proposalId: proposalId() },
  }),
  voted: defineEvent({
    summary: 'A member voted',
    attributes: { choice: choice('yes', 'no'), member: member(), proposalId: proposalId() },
  }),
  accepted: defineEvent({
    summary: 'A quorum said yes',
    attributes: {
      action: action(),
      height: optional(described('of the block in which it takes effect; absent where it did at once', uint())),
      proposalId: proposalId(),
    },
  }),
  rejected: defineEvent({ summary: 'No quorum of yes can come about any more', attributes: { proposalId: proposalId() } }),
  expired: defineEvent({ summary: 'The time to vote is over without a decision', attributes: { proposalId: proposalId() } }),
  moduleActivated: defineEvent({
    summary: 'A module came into force with this block',
    attributes: module,
  }),
  activationFailed: defineEvent({
    summary: 'A module that was voted for did not come into force, and will not by this proposal',
    attributes: {
      ...module,
      failure: described('rules: it does not go with the others; genesis: its first state could not be made', choice('rules', 'genesis')),
    },
  }),
  activationCancelled: defineEvent({
    summary: 'A later vote took a scheduled module back',
    attributes: { proposalId: described('of the module', proposalId()) },
  }),
}
