import {
  amount,
  bool,
  choice,
  type Field,
  type FieldValue,
  hash,
  list,
  mapped,
  message,
  optional,
  text,
  uint,
  union,
} from '@hanse/protocol'
import { hanse } from '../../generated/supervision.js'
import { CURRENCIES } from '../currencies.ts'
import { currency, partyId } from '../fields.ts'
import { FLOWS } from './flows.ts'
import {
  BOOK_VERSIONS_MAX,
  FREEZE_ORDERS_MAX,
  LIST_ENTRIES_MAX,
  LIST_ID_LENGTH_MAX,
  LISTS_MAX,
  PENDING_VERSIONS_MAX,
  REFUSAL_CODES_MAX,
  REFUSED_ROWS_MAX,
  RULE_COUNTRIES_MAX,
  RULE_ID_LENGTH_MAX,
  RULES_MAX,
  TENOR_DAYS_MAX,
} from './limits.ts'

const wire = hanse.supervision.v1
const UTC_OFFSET_MINUTES_MAX = 14 * 60
const NOTICE_HEIGHTS_MAX = 1_000_000
/** 2^128 a payment, of more payments than there will ever be. */
const TOTAL_DIGITS_MAX = 54

export const listId = () =>
  text({ max: LIST_ID_LENGTH_MAX, pattern: /^[a-z0-9][a-z0-9-]*$/, description: 'name of a list, such as un-consolidated' })
export const ruleId = () =>
  text({ max: RULE_ID_LENGTH_MAX, pattern: /^[a-z0-9][a-z0-9-]*$/, description: 'name of a rule, such as large-transfers' })
const version = () => uint({ min: 1 })
export const period = () => text({ max: 7, pattern: /^[0-9]{4}-(0[1-9]|1[0-2])$/, description: 'a month, YYYY-MM' })

/** Minor units in sum: what many amounts come to passes 2^128. */
function total(): Field<bigint> {
  const decimal = text({ max: TOTAL_DIGITS_MAX, pattern: /^(0|[1-9][0-9]*)$/, description: 'integer minor units, decimal' })
  return mapped(decimal, { to: BigInt, from: String })
}

const params = {
  noticeHeights: uint({ min: 1, max: NOTICE_HEIGHTS_MAX }),
  emergencyNoticeHeights: uint({ min: 1, max: NOTICE_HEIGHTS_MAX }),
  utcOffsetMinutes: uint({ max: UTC_OFFSET_MINUTES_MAX }),
}
export const paramsCodec = message(wire.Params, params)
/** Heights between a rule's publication and its force, at least; and how far ahead of UTC the months of reports are. */
export type SupervisionParams = FieldValue<typeof paramsCodec>
export const genesisCodec = message(wire.Genesis, params)
export type SupervisionGenesis = FieldValue<typeof genesisCodec>

const listHead = { version: version(), root: hash(), count: uint({ max: LIST_ENTRIES_MAX }) }

export const listVersionCodec = message(wire.ListVersion, {
  ...listHead,
  documentHash: hash(),
  effectiveFrom: uint(),
  publishedAt: uint(),
  publisher: partyId(),
})
/** One version of a list, kept for ever: `root` of its sorted tree, how many entries, the hash of the document that holds them. */
export type ListVersion = FieldValue<typeof listVersionCodec>

export const listCodec = message(wire.List, {
  owner: partyId(),
  latest: version(),
  pending: list(version(), { max: PENDING_VERSIONS_MAX }),
  current: optional(message(wire.ListHead, listHead)),
})
/** A list: who keeps it, its youngest version, those that wait for their height, and the one in force. */
export type List = FieldValue<typeof listCodec>

/** What rules can cover: each kind is judged in one command of one module. */
export const COVERS = ['transfer', 'payment', 'claim'] as const
export const covers = () => choice(...COVERS)
const ACTIONS = ['BLOCK', 'HOLD', 'REPORT', 'REPEALED'] as const
export const action = () => choice(...ACTIONS)

const predicateCodec = union(wire.Predicate, {
  amountAbove: message(wire.AmountAbove, { currency: currency(), amount: amount() }),
  tenorAbove: message(wire.TenorAbove, { days: uint({ max: TENOR_DAYS_MAX }) }),
  countryListed: message(wire.CountryListed, {
    countries: list(text({ max: 2, pattern: /^[A-Z]{2}$/, description: 'ISO 3166-1 alpha-2' }), { min: 1, max: RULE_COUNTRIES_MAX }),
  }),
})
/** When a rule has something to say, by name from a closed set. */
export type Predicate = FieldValue<typeof predicateCodec>

const ruleTerms = {
  ruleId: ruleId(),
  version: version(),
  legalBasisHash: hash(),
  covers: covers(),
  predicate: predicateCodec,
  action: action(),
  emergency: bool(),
  effectiveFrom: uint(),
}
export const publishRuleCodec = message(wire.PublishRule, ruleTerms)
export const ruleVersionCodec = message(wire.RuleVersion, { ...ruleTerms, publishedAt: uint(), publisher: partyId() })
/** One version of a rule, kept for ever. One whose action is REPEALED ends the rule. */
export type RuleVersion = FieldValue<typeof ruleVersionCodec>

export const ruleCodec = message(wire.Rule, { covers: covers(), latest: version() })
export const bookCodec = message(wire.Book, { versions: list(ruleVersionCodec, { max: BOOK_VERSIONS_MAX }) })

export const RESULTS = ['PASS', 'REPORT', 'CLEARED', 'HOLD', 'BLOCK'] as const
const verdictCodec = message(wire.Verdict, { ruleId: ruleId(), version: version(), result: choice(...RESULTS) })
/** What one rule, in the version in force, said. */
export type Verdict = FieldValue<typeof verdictCodec>

export const evaluationCodec = message(wire.Evaluation, {
  height: uint(),
  covers: covers(),
  outcome: choice('PASS', 'REPORT', 'HOLD', 'BLOCK'),
  verdicts: list(verdictCodec, { min: 1, max: RULES_MAX }),
})
/** That a covered transaction was judged: by each rule of its kind in force at the height, with its version. */
export type Evaluation = FieldValue<typeof evaluationCodec>

export const clearanceCodec = message(wire.Clearance, { authority: partyId(), expiresAtMs: uint() })
export const clearHeldCodec = message(wire.ClearHeld, { callDigest: hash(), expiresAtMs: uint() })

const freezeOrderCodec = message(wire.FreezeOrder, { authority: partyId(), orderHash: hash(), expiresAtMs: uint(), placedAtMs: uint() })
/** An order of an authority on a party's accounts. */
export type FreezeOrder = FieldValue<typeof freezeOrderCodec>
export const freezeRecordCodec = message(wire.Freeze, { orders: list(freezeOrderCodec, { min: 1, max: FREEZE_ORDERS_MAX }) })
export const freezeCodec = message(wire.FreezeParams, { partyId: partyId(), orderHash: hash(), expiresAtMs: uint() })
export const unfreezeCodec = message(wire.Unfreeze, { partyId: partyId(), orderHash: hash() })

const counted = { count: uint(), amount: total() }
export const totalsCodec = message(wire.Totals, counted)
const flowTotalCodec = message(wire.FlowTotal, { currency: currency(), flow: choice(...FLOWS), ...counted })
/** How often something happened in a month, and over how much. */
export type FlowTotal = FieldValue<typeof flowTotalCodec>
const flowTotals = () => list(flowTotalCodec, { max: FLOWS.length * CURRENCIES.length })

export const ruleCountCodec = message(wire.RuleCount, { judged: uint(), reported: uint(), cleared: uint(), blocked: uint(), held: uint() })
/** Of one rule in one month: transactions that went through, of these those that it reported or that were cleared; refusals, and what it held: refused, or kept waiting. */
export type RuleCount = FieldValue<typeof ruleCountCodec>

const moduleName = text({ max: 32, pattern: /^[a-z][a-z0-9-]*$/, description: 'name of a module' })
const refusedCodec = message(wire.Refused, { module: moduleName, count: uint() })
/** How many attempts were refused by codes of a module. */
export type Refused = FieldValue<typeof refusedCodec>
const refusedRows = () => list(refusedCodec, { max: REFUSED_ROWS_MAX })
const rejectionCode = () => text({ max: 81, description: 'code of a refusal, such as settlement/insufficient-funds' })
export const refusalCountCodec = message(wire.RefusalCount, { count: uint() })

const report = {
  totals: flowTotals(),
  refused: refusedRows(),
  documentHash: hash(),
}
export const attestReportCodec = message(wire.AttestReport, { period: period(), ...report })
export const reportCodec = message(wire.Report, { ...report, attester: partyId(), attestedAt: uint() })

export const updateListCodec = message(wire.UpdateList, {
  listId: listId(),
  version: version(),
  root: hash(),
  count: uint({ max: LIST_ENTRIES_MAX }),
  documentHash: hash(),
  effectiveFrom: uint(),
})

export const listArgsCodec = message(wire.ListArgs, { listId: listId() })
export const listVersionArgsCodec = message(wire.ListVersionArgs, { listId: listId(), version: version() })
export const ruleArgsCodec = message(wire.RuleArgs, { ruleId: ruleId() })
export const ruleVersionArgsCodec = message(wire.RuleVersionArgs, { ruleId: ruleId(), version: version() })
export const coversArgsCodec = message(wire.CoversArgs, { covers: covers() })
export const evaluationArgsCodec = message(wire.EvaluationArgs, { txId: hash(), callIndex: uint(), covers: covers() })
export const clearanceArgsCodec = message(wire.ClearanceArgs, { callDigest: hash() })
export const partyArgsCodec = message(wire.PartyArgs, { partyId: partyId() })
export const periodArgsCodec = message(wire.PeriodArgs, { period: period() })
export const totalsArgsCodec = message(wire.TotalsArgs, { period: period(), currency: currency(), flow: choice(...FLOWS) })
export const ruleCountArgsCodec = message(wire.RuleCountArgs, { period: period(), ruleId: ruleId() })
export const refusalCountArgsCodec = message(wire.RefusalCountArgs, { period: period(), code: rejectionCode() })
export const noArgsCodec = message(wire.NoArgs, {})

export const listViewCodec = message(wire.ListView, { listId: listId(), list: listCodec })
export const listsViewCodec = message(wire.ListsView, { items: list(listViewCodec, { max: LISTS_MAX }) })
const versionsOf = () => list(ruleVersionCodec, { max: BOOK_VERSIONS_MAX })
export const ruleViewCodec = message(wire.RuleView, {
  covers: covers(),
  latest: ruleVersionCodec,
  inForce: optional(ruleVersionCodec),
})
export const rulesViewCodec = message(wire.RulesView, { inForce: versionsOf(), waiting: versionsOf() })
export const freezeViewCodec = message(wire.FreezeView, {
  partyId: partyId(),
  frozen: bool(),
  orders: list(freezeOrderCodec, { max: FREEZE_ORDERS_MAX }),
})
export const totalsViewCodec = message(wire.TotalsView, { period: period(), open: bool(), totals: flowTotals() })
export const refusalsViewCodec = message(wire.RefusalsView, {
  period: period(),
  open: bool(),
  codes: list(message(wire.CodeCount, { code: rejectionCode(), count: uint() }), { max: REFUSAL_CODES_MAX + 1 }),
  modules: refusedRows(),
})
export const ruleCountViewCodec = message(wire.RuleCountView, { period: period(), ruleId: ruleId(), counts: ruleCountCodec })
