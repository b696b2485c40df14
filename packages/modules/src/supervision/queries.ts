import { err, ok, type Result } from '@hanse/primitives'
import { defineQuery, type StateReader } from '@hanse/state'
import { requireParty } from '../organizations/api.ts'
import { listVersionOf } from './api.ts'
import {
  clearanceArgsCodec,
  clearanceCodec,
  coversArgsCodec,
  evaluationArgsCodec,
  evaluationCodec,
  freezeViewCodec,
  listArgsCodec,
  listsViewCodec,
  listVersionArgsCodec,
  listVersionCodec,
  listViewCodec,
  noArgsCodec,
  partyArgsCodec,
  periodArgsCodec,
  type RuleVersion,
  refusalsViewCodec,
  reportCodec,
  ruleArgsCodec,
  ruleCountArgsCodec,
  ruleCountViewCodec,
  rulesViewCodec,
  ruleVersionArgsCodec,
  ruleVersionCodec,
  ruleViewCodec,
  totalsViewCodec,
} from './codecs.ts'
import { periodOf, totalsOf } from './counts.ts'
import { ordersOn } from './freezing.ts'
import { LISTS_MAX } from './limits.ts'
import { refusalsOf, refusedByModule } from './refusals.ts'
import { refuse } from './rejections.ts'
import { bookOf, inForceAt } from './rule-book.ts'
import { ALL, clearances, evaluations, listIds, lists, NO_VERDICTS, reports, ruleCounts, rules, ruleVersions } from './store.ts'

export const list = defineQuery({
  summary: 'A list: who keeps it, the version in force, those that wait',
  args: listArgsCodec,
  result: listViewCodec,
  read: (_block, state, { listId }) => {
    const known = lists.get(state, listId)
    return known === undefined
      ? err(refuse('supervision/unknown-list', `there is no list ${listId}`, 'listId'))
      : ok({ listId, list: known })
  },
})

export const listAll = defineQuery({
  summary: 'All lists of the chain with their versions in force',
  args: noArgsCodec,
  result: listsViewCodec,
  read: (_block, state) => {
    const ids = listIds.page(state, ALL, 0, LISTS_MAX)
    return ok({ items: ids.map((listId) => ({ listId, list: lists.require(state, listId) })) })
  },
})

export const listVersion = defineQuery({
  summary: 'A version of a list: root, count, document and the height from which it is in force',
  args: listVersionArgsCodec,
  result: listVersionCodec,
  read: (_block, state, { listId, version }) => {
    if (!lists.has(state, listId)) return err(refuse('supervision/unknown-list', `there is no list ${listId}`, 'listId'))
    const found = listVersionOf(state, listId, version)
    if (found !== undefined) return ok(found)
    return err(refuse('supervision/unknown-version', `${listId} has no version ${version}`, 'version'))
  },
})

function ruleVersionOf(state: StateReader, ruleId: string, version?: number): Result<RuleVersion> {
  const known = rules.get(state, ruleId)
  if (known === undefined) return err(refuse('supervision/unknown-rule', `there is no rule ${ruleId}`, 'ruleId'))
  const found = ruleVersions.get(state, [ruleId, `${version ?? known.latest}`])
  if (found !== undefined) return ok(found)
  return err(refuse('supervision/unknown-version', `${ruleId} has no version ${version}`, 'version'))
}

export const rule = defineQuery({
  summary: 'A rule: its youngest version, and the one that the next block judges by',
  args: ruleArgsCodec,
  result: ruleViewCodec,
  read: ({ height }, state, { ruleId }) => {
    const latest = ruleVersionOf(state, ruleId)
    if (!latest.ok) return latest
    const { covers } = latest.value
    const inForce = inForceAt(bookOf(state, covers), height + 1).find((one) => one.ruleId === ruleId)
    return ok({ covers, latest: latest.value, ...(inForce === undefined ? {} : { inForce }) })
  },
})

export const ruleVersion = defineQuery({
  summary: 'A version of a rule: what it judges, on which legal basis, from which height',
  args: ruleVersionArgsCodec,
  result: ruleVersionCodec,
  read: (_block, state, { ruleId, version }) => ruleVersionOf(state, ruleId, version),
})

export const listRules = defineQuery({
  summary: 'The rules that the next block judges a kind of transaction by, and the versions that wait',
  args: coversArgsCodec,
  result: rulesViewCodec,
  read: ({ height }, state, { covers }) => {
    const book = bookOf(state, covers)
    return ok({ inForce: inForceAt(book, height + 1), waiting: book.filter((one) => one.effectiveFrom > height + 1) })
  },
})

export const evaluation = defineQuery({
  summary: 'How a call was judged: by which rules, in which versions',
  args: evaluationArgsCodec,
  result: evaluationCodec,
  read: (_block, state, { txId, callIndex, covers }) => {
    const found = evaluations.get(state, [txId, `${callIndex}`, covers])
    if (found !== undefined) return ok(found)
    return err(refuse('supervision/no-evaluation', `call ${callIndex} of ${txId} was not judged as a ${covers}`, 'txId'))
  },
})

export const clearance = defineQuery({
  summary: 'Whether a held call is cleared, by its digest',
  args: clearanceArgsCodec,
  result: clearanceCodec,
  read: ({ timeMs }, state, { callDigest }) => {
    const found = clearances.get(state, callDigest)
    if (found !== undefined && found.expiresAtMs > timeMs) return ok(found)
    return err(refuse('supervision/no-clearance', `${callDigest} is not cleared`, 'callDigest'))
  },
})

export const freezes = defineQuery({
  summary: 'The orders that stand on a party’s accounts',
  args: partyArgsCodec,
  result: freezeViewCodec,
  read: ({ timeMs }, state, { partyId }) => {
    const party = requireParty(state, partyId, 'partyId')
    if (!party.ok) return party
    const orders = ordersOn(state, partyId).filter(({ expiresAtMs }) => expiresAtMs > timeMs)
    return ok({ partyId, frozen: orders.length > 0, orders })
  },
})

export const totals = defineQuery({
  summary: 'What the chain counted in a month: how often and how much, by currency and flow',
  args: periodArgsCodec,
  result: totalsViewCodec,
  read: ({ timeMs }, state, { period }) => ok({ period, open: period >= periodOf(state, timeMs), totals: totalsOf(state, period) }),
})

export const refusals = defineQuery({
  summary: 'How many attempts were refused in a month, by code, and by module as a report has them',
  args: periodArgsCodec,
  result: refusalsViewCodec,
  read: ({ timeMs }, state, { period }) => {
    const open = period >= periodOf(state, timeMs)
    return ok({ period, open, codes: refusalsOf(state, period), modules: refusedByModule(state, period) })
  },
})

export const ruleCount = defineQuery({
  summary: 'What a rule said in a month: how often it judged, reported and was cleared, and how often it blocked or held',
  args: ruleCountArgsCodec,
  result: ruleCountViewCodec,
  read: (_block, state, { period, ruleId }) => {
    if (!rules.has(state, ruleId)) return err(refuse('supervision/unknown-rule', `there is no rule ${ruleId}`, 'ruleId'))
    return ok({ period, ruleId, counts: ruleCounts.get(state, [period, ruleId]) ?? NO_VERDICTS })
  },
})

export const report = defineQuery({
  summary: 'The report that the regulator attested of a month',
  args: periodArgsCodec,
  result: reportCodec,
  read: (_block, state, { period }) => {
    const found = reports.get(state, period)
    return found === undefined ? err(refuse('supervision/no-report', `${period} was not attested`, 'period')) : ok(found)
  },
})
