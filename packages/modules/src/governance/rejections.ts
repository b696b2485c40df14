import { type RejectionTable, refuserOf } from '../rejection-table.ts'

/** Every code this module refuses with. */
export const GOVERNANCE_REJECTIONS = {
  'governance/not-a-member': {
    meaning: 'the organization is not in the validator set: it has no vote',
    hint: 'See the query `members`; name the organization of a validator.',
  },
  'governance/no-party': {
    meaning: 'the organization had no party when the chain began: it has no vote, through none that came later either',
    hint: 'Let those vote who have a party in genesis; see the query `members`.',
  },
  'governance/key-too-new': {
    meaning: 'a key that came after genesis has no vote for its first seven days',
    hint: 'Sign with older keys of the member’s party, or wait until the time that the message names.',
  },
  'governance/unknown-proposal': { meaning: 'no proposal has this number', hint: 'List them with the query `proposals`.' },
  'governance/not-open': { meaning: 'the proposal is decided, or its time is over', hint: 'Make a new proposal.' },
  'governance/already-voted': {
    meaning: 'the member has voted on this proposal',
    hint: 'A vote stands. To turn it round, make a new proposal.',
  },
  'governance/bad-deadline': {
    meaning: 'the end of the voting has passed, or lies more than 90 days ahead',
    hint: 'Choose deadlineMs within 90 days after the head’s time.',
  },
  'governance/bad-height': {
    meaning: 'the height lies too far ahead',
    hint: 'Choose a nearer height, or leave it out: the notice of 100 blocks is kept in any case.',
  },
  'governance/too-many-proposals': {
    meaning: 'the member has as many open proposals as it may have',
    hint: 'Wait until one is decided or its time is over.',
  },
  'governance/module-in-force': {
    meaning: 'a vote has brought this version of the module, or a later one, before',
    hint: 'Raise the module’s version.',
  },
  'governance/module-scheduled': {
    meaning: 'this version of the module is scheduled already, perhaps as another package',
    hint: 'Take the other back with cancelActivation, or raise the version: of two packages of one version only the first would come.',
  },
  'governance/schedule-full': {
    meaning: 'as many modules, or changes of the rules, are scheduled as can be',
    hint: 'Vote again when one of them has come into force.',
  },
  'governance/not-scheduled': {
    meaning: 'this proposal has nothing scheduled',
    hint: 'See the queries `schedule` and `rules`: what is in force is not taken back, but replaced.',
  },
  'governance/too-late': {
    meaning: 'parameters and version of a height that is so near cannot be taken back: blocks of it may be on their way',
    hint: 'Propose the next change, which puts it right.',
  },
  'governance/unknown-organization': {
    meaning: 'no validator, or no observer, has this name',
    hint: 'See the queries `members` and `observers`. Only an observer becomes a validator.',
  },
  'governance/taken': {
    meaning: 'another organization of the chain has this name, this consensus key or this peer id',
    hint: 'Make new keys for the node; `replaceKey` changes the record of a validator.',
  },
  'governance/unchanged': { meaning: 'the record is the one in force', hint: 'Name what shall change.' },
  'governance/bad-proof': {
    meaning: 'the consensus key has not signed this record, for this chain',
    hint: 'Let `hanse join request` make the file on the host that has the key, and change nothing in it.',
  },
  'governance/not-ready': {
    meaning:
      'the observer has not shown that it is at the head: its signature of a checkpoint is missing, wrong, or older than ten minutes',
    hint: 'Wait until its node is at the head, and propose it then: `hanse join status`.',
  },
  'governance/unknown-party': {
    meaning: 'the party that is to vote for the new validator is not registered, or votes for another one',
    hint: 'Register the party first, or admit the observer with the party that shall vote for it.',
  },
  'governance/too-few-validators': {
    meaning: 'a chain has four validators at least',
    hint: 'Add another one first.',
  },
  'governance/too-many': {
    meaning: 'as many validators or observers are there as can be',
    hint: 'Remove or drop another one first.',
  },
  'governance/second-change': {
    meaning: 'a block changes one validator at most, and this one has',
    hint: 'Send the vote again: the next block takes it.',
  },
  'governance/not-a-validator': {
    meaning: 'evidence is reported by a validator’s node, signed with its consensus key',
    hint: 'Leave it to the nodes: each reports what it has seen.',
  },
  'governance/no-contradiction': {
    meaning: 'the two messages are not two of one validator that cannot both be honest, or it has not signed both',
    hint: 'See `consensus_getEvidence` for what the node has seen.',
  },
  'governance/evidence-too-old': { meaning: 'what it is about lies too many blocks back', hint: 'Tell the members another way.' },
  'governance/evidence-known': { meaning: 'the chain has evidence of the same kind, key and epoch', hint: 'See the query `evidence`.' },
  'governance/evidence-later': {
    meaning: 'the block has recorded as much evidence as it may',
    hint: 'Send it again: the next block takes it.',
  },
  'governance/bad-params': {
    meaning: 'the parameters are outside their bounds, or do not go with each other at that height',
    hint: 'See the query `rules` for those in force and those that are scheduled.',
  },
  'governance/bad-version': {
    meaning: 'the protocol’s version only rises',
    hint: 'See the query `rules` for the version in force and those that are scheduled.',
  },
} as const satisfies RejectionTable

export const refuse = refuserOf(GOVERNANCE_REJECTIONS)
