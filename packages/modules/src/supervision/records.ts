import { defineRecord } from '@hanse/state'
import {
  evaluationArgsCodec,
  evaluationCodec,
  freezeRecordCodec,
  listArgsCodec,
  listCodec,
  listVersionArgsCodec,
  listVersionCodec,
  partyArgsCodec,
  periodArgsCodec,
  refusalCountArgsCodec,
  refusalCountCodec,
  reportCodec,
  ruleCountArgsCodec,
  ruleCountCodec,
  ruleVersionArgsCodec,
  ruleVersionCodec,
  totalsArgsCodec,
  totalsCodec,
} from './codecs.ts'
import { evaluations, freezes, lists, listVersions, refusals, reports, ruleCounts, ruleVersions, totals } from './store.ts'

export const records = {
  list: defineRecord({
    summary: 'A list with the version in force',
    key: listArgsCodec,
    value: listCodec,
    keyOf: ({ listId }) => lists.keyOf(listId),
  }),
  listVersion: defineRecord({
    summary: 'A version of a list: root, count, document, height',
    key: listVersionArgsCodec,
    value: listVersionCodec,
    keyOf: ({ listId, version }) => listVersions.keyOf([listId, `${version}`]),
  }),
  ruleVersion: defineRecord({
    summary: 'A version of a rule: what it judges, its legal basis, its height',
    key: ruleVersionArgsCodec,
    value: ruleVersionCodec,
    keyOf: ({ ruleId, version }) => ruleVersions.keyOf([ruleId, `${version}`]),
  }),
  evaluation: defineRecord({
    summary: 'How a call was judged, by which versions of rules',
    key: evaluationArgsCodec,
    value: evaluationCodec,
    keyOf: ({ txId, callIndex, covers }) => evaluations.keyOf([txId, `${callIndex}`, covers]),
  }),
  freeze: defineRecord({
    summary: 'The orders on a party’s accounts; absent where there is none',
    key: partyArgsCodec,
    value: freezeRecordCodec,
    keyOf: ({ partyId }) => freezes.keyOf(partyId),
  }),
  totals: defineRecord({
    summary: 'What the chain counted of one flow and currency in a month',
    key: totalsArgsCodec,
    value: totalsCodec,
    keyOf: ({ period, currency, flow }) => totals.keyOf([period, currency, flow]),
  }),
  ruleCount: defineRecord({
    summary: 'How often a rule judged, reported, was cleared, blocked and held in a month',
    key: ruleCountArgsCodec,
    value: ruleCountCodec,
    keyOf: ({ period, ruleId }) => ruleCounts.keyOf([period, ruleId]),
  }),
  refusalCount: defineRecord({
    summary: 'How many attempts were refused with a code in a month; absent where none was',
    key: refusalCountArgsCodec,
    value: refusalCountCodec,
    keyOf: ({ period, code }) => refusals.keyOf([period, code]),
  }),
  report: defineRecord({
    summary: 'The report of a month, whose totals are the state’s',
    key: periodArgsCodec,
    value: reportCodec,
    keyOf: ({ period }) => reports.keyOf(period),
  }),
}
