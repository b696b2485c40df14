import { type RejectionTable, refuserOf } from '../rejection-table.ts'

/** Every code this module refuses with. Where payments have a reason code of ISO 20022 for it, the row and the message name it. */
export const SUPERVISION_REJECTIONS = {
  'supervision/not-authorised': {
    meaning: 'the sender’s party does not hold the office that the command asks for',
    hint: 'Lists are kept by a sanctions desk or the regulator, accounts frozen by a court or the regulator; all else is the regulator’s.',
  },
  'supervision/unknown-list': { meaning: 'no list has this name', hint: 'See the query `lists`.' },
  'supervision/unknown-rule': { meaning: 'no rule has this name', hint: 'See the query `rules`.' },
  'supervision/unknown-version': { meaning: 'the list or rule has no such version', hint: 'See `latest` in the query `list` or `rule`.' },
  'supervision/not-list-owner': {
    meaning: 'another sanctions desk keeps the list',
    hint: 'Its own desk or the regulator updates it; choose another listId.',
  },
  'supervision/wrong-version': { meaning: 'versions increase by one, and this is not the next', hint: 'Take `latest` plus one, or 1.' },
  'supervision/bad-height': {
    meaning: 'a version would take effect at a height that is not ahead, or out of sight',
    hint: 'Choose a height above the block that it will be in; nothing takes effect backwards.',
  },
  'supervision/notice-too-short': {
    meaning: 'the rule would be in force before its notice has passed',
    hint: 'Choose a later height; in an emergency set `emergency`, which has a notice of its own.',
  },
  'supervision/bad-list': {
    meaning: 'root and count contradict each other',
    hint: 'A list without entries has the root SHA-256 of nothing, every other list another.',
  },
  'supervision/bad-predicate': {
    meaning: 'the predicate has nothing to judge in what the rule covers',
    hint: 'See the table of predicates in the module’s README.',
  },
  'supervision/other-cover': {
    meaning: 'a version covers something else than the rule’s other versions',
    hint: 'Publish another rule, and repeal this one.',
  },
  'supervision/too-many-lists': { meaning: 'the chain has as many lists as it can', hint: 'Update one that is there.' },
  'supervision/too-many-rules': {
    meaning: 'as many rules cover this kind of transaction as can',
    hint: 'Repeal one first; its room is free when the repeal is in force.',
  },
  'supervision/too-many-pending': {
    meaning: 'as many versions wait for their height as may',
    hint: 'Wait until the next one is in force.',
  },
  'supervision/blocked': {
    meaning: 'a rule in force blocks the transaction',
    hint: 'See the query `rules`; the legal basis is in the rule.',
    iso20022: 'RR04',
  },
  'supervision/held': {
    meaning: 'a rule in force holds the transaction until the regulator clears it',
    hint: 'Give the regulator the call’s digest; when it is cleared, send the same call again.',
    iso20022: 'RR04',
  },
  'supervision/account-frozen': {
    meaning: 'a court or the regulator has frozen the payer’s accounts',
    hint: 'See the query `freezes`; the order has an expiry.',
    iso20022: 'AC06',
  },
  'supervision/bad-expiry': {
    meaning: 'an expiry is in the past or too far ahead',
    hint: 'A freeze lasts at most 366 days, a clearance 30.',
  },
  'supervision/too-many-orders': {
    meaning: 'the party is frozen by as many orders as it can be',
    hint: 'Lift an order that is no longer needed.',
  },
  'supervision/not-freezer': {
    meaning: 'another authority, or another order, froze the accounts',
    hint: 'The freezing authority lifts its own order.',
  },
  'supervision/period-open': { meaning: 'the month is not over', hint: 'Attest it in the next month.' },
  'supervision/report-exists': { meaning: 'the month was attested', hint: 'See the query `report`.' },
  'supervision/no-report': { meaning: 'the month was not attested', hint: 'See the query `totals` for what the chain counted.' },
  'supervision/totals-differ': {
    meaning: 'the report’s totals or refusals are not those that the chain counted',
    hint: 'Take them from the queries `totals` and `refusals`, in their order.',
  },
  'supervision/no-evaluation': {
    meaning: 'no evaluation of such a call is kept',
    hint: 'Only of calls that went through while a rule of the kind was in force; see the receipt of one that was refused.',
  },
  'supervision/no-clearance': { meaning: 'the call is not cleared', hint: 'It was never cleared, was sent since, or the time is over.' },
} as const satisfies RejectionTable

export const refuse = refuserOf(SUPERVISION_REJECTIONS)
