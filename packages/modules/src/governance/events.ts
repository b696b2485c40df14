import type { Hex } from '@hanse/primitives'
import { choice, described, EVIDENCE_KINDS, fixedHex, hash, MODULE_ENTRY_FIELDS, optional, text, uint } from '@hanse/protocol'
import { defineEvent } from '@hanse/state'
import { blockTimeMs } from '../fields.ts'
import { type Action, member, proposalId } from './codecs.ts'

const ACTION_TYPES: readonly Action['type'][] = [
  'activateModule',
  'cancelActivation',
  'admitObserver',
  'dropObserver',
  'addValidator',
  'removeValidator',
  'replaceKey',
  'changeParams',
  'scheduleUpgrade',
]
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
    summary: 'A later vote took back what was scheduled: a module, parameters or a version',
    attributes: { proposalId: described('of what was scheduled', proposalId()) },
  }),
  withdrawn: defineEvent({
    summary: 'An open proposal is over, for its proposer is no validator any more',
    attributes: { member: described('that proposed it', member()), proposalId: proposalId() },
  }),
  rulesChanged: defineEvent({
    summary: 'Parameters or the protocol’s version changed with this block',
    attributes: { proposalId: proposalId(), version: described('of the protocol, in force now', uint()) },
  }),
  rulesFailed: defineEvent({
    summary: 'A change of the rules did not go with those that came before it, and will not come by this proposal',
    attributes: { proposalId: proposalId() },
  }),
  observerAdmitted: defineEvent({
    summary: 'An organization may follow the chain as an observer',
    attributes: { organization: member(), peerId: described('of its node', text({ max: 128 })) },
  }),
  observerDropped: defineEvent({ summary: 'An observer is one no more', attributes: { organization: member() } }),
  validatorAdded: defineEvent({
    summary: 'An observer is a validator from the next block on',
    attributes: { organization: member() },
  }),
  validatorRemoved: defineEvent({
    summary: 'A validator is an observer from the next block on',
    attributes: { organization: member() },
  }),
  keyReplaced: defineEvent({
    summary: 'A validator has another key, another peer id or other addresses from the next block on',
    attributes: { consensusKey: described('from then on', fixedHex<Hex>(32)), organization: member() },
  }),
  evidenceRecorded: defineEvent({
    summary: 'Two messages of a validator are on the chain that cannot both be honest',
    attributes: {
      evidenceId: proposalId(),
      height: described('that they are about', uint()),
      kind: choice(...EVIDENCE_KINDS),
      organization: described('that signed both', member()),
      proposalId: optional(described('the vote on its removal that this has opened', proposalId())),
      reporter: member(),
    },
  }),
  removalProposed: defineEvent({
    summary: 'Evidence has opened a vote on the removal of a validator; nobody has said yes with that',
    attributes: { deadlineMs: blockTimeMs(), evidenceId: proposalId(), organization: member(), proposalId: proposalId() },
  }),
}
