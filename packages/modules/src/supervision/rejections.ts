import { type RejectionTable, refuserOf } from '../rejection-table.ts'

/** Every code this module refuses with. */
export const SUPERVISION_REJECTIONS = {
  'supervision/not-authorised': {
    meaning: 'the sender is neither regulator nor of the office that the command asks for',
    hint: 'A list is kept by a sanctions desk or the regulator.',
  },
  'supervision/unknown-list': { meaning: 'no list has this name', hint: 'See the query `lists`.' },
  'supervision/unknown-version': { meaning: 'the list has no such version', hint: 'See `latest` in the query `list`.' },
  'supervision/not-list-owner': {
    meaning: 'another sanctions desk keeps the list',
    hint: 'Its own desk or the regulator updates it; choose another listId.',
  },
  'supervision/wrong-version': { meaning: 'versions increase by one, and this is not the next', hint: 'Take `latest` plus one, or 1.' },
  'supervision/bad-height': {
    meaning: 'a version would take effect at a height that is not ahead, or out of sight',
    hint: 'Choose a height above the block that it will be in; nothing takes effect backwards.',
  },
  'supervision/bad-list': {
    meaning: 'root and count contradict each other',
    hint: 'A list without entries has the root SHA-256 of nothing, every other list another.',
  },
  'supervision/too-many-lists': { meaning: 'the chain has as many lists as it can', hint: 'Update one that is there.' },
  'supervision/too-many-pending': {
    meaning: 'as many versions wait for their height as may',
    hint: 'Wait until the next one is in force.',
  },
} as const satisfies RejectionTable

export const refuse = refuserOf(SUPERVISION_REJECTIONS)
