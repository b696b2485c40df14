import { type RejectionTable, refuserOf } from '@hanse/modules'

/** Every code this module refuses with. Codes are final: receipts carry them for ever, and clients find the words here. */
export const REJECTIONS = {
  'loyalty/no-points': { meaning: 'a grant of zero points', hint: 'Give at least one.' },
  'loyalty/too-many': {
    meaning: 'the account would hold more points than it may',
    hint: 'Give fewer, or raise the limit in a new version.',
  },
} as const satisfies RejectionTable

export const refuse = refuserOf(REJECTIONS)
