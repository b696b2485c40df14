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
    meaning: 'as many modules are scheduled as can be',
    hint: 'Vote again when one of them has come into force.',
  },
  'governance/not-scheduled': {
    meaning: 'this proposal has no module scheduled',
    hint: 'See the query `schedule`: what is in force is not taken back, but replaced by a higher version.',
  },
} as const satisfies RejectionTable

export const refuse = refuserOf(GOVERNANCE_REJECTIONS)
