import { reject } from '@hanse/primitives'
import type { Module, StateReader } from '@hanse/state'
import { rowsOf, type TableRow } from '../table-rows.ts'
import type { Evaluation, Refused, RuleVersion } from './codecs.ts'
import { totalsOf } from './counts.ts'
import { FREEZE_LIFETIME_MS_MAX } from './limits.ts'
import { refusedByModule } from './refusals.ts'
import { inForceAt } from './rule-book.ts'
import { books, evaluations, freezes, lists, listVersions, MODULE_NAME, reports, ruleCounts, rules, ruleVersions } from './store.ts'

type Keys = () => Iterable<Uint8Array>
type Check = (state: StateReader, keys: Keys) => string | undefined

const module = MODULE_NAME

/** Versions of a list are 1, 2, 3 …, each for a height above that of its block; none waits that is in force or was overtaken. */
const listsFollow: Check = (state, keys) => {
  let counted = 0
  for (const { key, value } of rowsOf(state, keys, { module, name: 'list', table: lists })) {
    const [listId = ''] = key
    const { latest, pending, current } = value
    counted += latest
    for (let version = 1; version <= latest; version += 1) {
      const one = listVersions.get(state, [listId, `${version}`])
      if (one === undefined || one.version !== version) return `${listId} has no version ${version} of ${latest}`
      if (one.effectiveFrom <= one.publishedAt) return `version ${version} of ${listId} is retroactive`
    }
    if (current !== undefined && (current.version > latest || pending.includes(current.version))) {
      return `${listId} has version ${current.version} in force, which waits or does not exist`
    }
    if (current === undefined && pending.length !== latest) return `${listId} has no version in force, and not all wait`
  }
  const versions = [...rowsOf(state, keys, { module, name: 'list-version', table: listVersions })].length
  return versions === counted ? undefined : `${versions} versions of lists, their lists say ${counted}`
}

function allVersions(state: StateReader, keys: Keys): readonly RuleVersion[] {
  return [...rowsOf(state, keys, { module, name: 'rule-version', table: ruleVersions })].map(({ value }) => value)
}

/** (1) No version of a rule is retroactive, and a book leaves nothing out of what it is there for. */
const rulesAreAhead: Check = (state, keys) => {
  const versions = allVersions(state, keys)
  for (const { ruleId, version, effectiveFrom, publishedAt } of versions) {
    if (effectiveFrom <= publishedAt) return `version ${version} of ${ruleId} is retroactive`
  }
  for (const { key, value } of rowsOf(state, keys, { module, name: 'rule', table: rules })) {
    const count = versions.filter(({ ruleId }) => ruleId === key[0]).length
    if (count !== value.latest) return `${key[0]} has ${count} versions, it says ${value.latest}`
  }
  const published = Math.max(0, ...versions.map(({ publishedAt }) => publishedAt))
  const heights = [published, ...versions.map(({ effectiveFrom }) => effectiveFrom)].filter((height) => height >= published)
  for (const { key, value } of rowsOf(state, keys, { module, name: 'book', table: books })) {
    const ofKind = versions.filter(({ covers }) => covers === key[0])
    for (const height of heights) {
      const fault = difference(inForceAt(value.versions, height), inForceAt(ofKind, height))
      if (fault !== undefined) return `the book of ${key[0]} at ${height}: ${fault}`
    }
  }
  return undefined
}

type Named = Pick<RuleVersion, 'ruleId' | 'version'>

function difference(has: readonly Named[], needed: readonly Named[]): string | undefined {
  const names = (of: readonly Named[]): string =>
    of
      .map(({ ruleId, version }) => `${ruleId} ${version}`)
      .sort()
      .join(', ')
  return names(has) === names(needed) ? undefined : `${names(has)} instead of ${names(needed)}`
}

/** (1) Every evaluation names exactly the rules in force at its height, in the versions of that height. */
const evaluationsFit: Check = (state, keys) => {
  const versions = allVersions(state, keys)
  for (const { key, value } of evaluationRows(state, keys)) {
    const needed = inForceAt(
      versions.filter(({ covers }) => covers === value.covers),
      value.height,
    )
    const fault = difference(value.verdicts, needed)
    if (fault !== undefined || key[2] !== value.covers) return `${key.join(' ')} at ${value.height}: ${fault}`
    // Payments alone can wait: whatever else a rule holds is refused.
    if (value.outcome === 'BLOCK' || (value.outcome === 'HOLD' && value.covers !== 'payment'))
      return `${key.join(' ')} went through at ${value.outcome}`
  }
  return undefined
}

function evaluationRows(state: StateReader, keys: Keys): Generator<TableRow<Evaluation>> {
  return rowsOf(state, keys, { module, name: 'evaluation', table: evaluations })
}

/** (4) Every order on an account has an end within a year. */
const freezesEnd: Check = (state, keys) => {
  for (const { key, value } of rowsOf(state, keys, { module, name: 'freeze', table: freezes })) {
    for (const { placedAtMs, expiresAtMs } of value.orders) {
      if (expiresAtMs <= placedAtMs || expiresAtMs > placedAtMs + FREEZE_LIFETIME_MS_MAX) return `an order on ${key[0]} has no end`
    }
  }
  return undefined
}

/** (6) What rules said is counted; and a report is of totals, and of refusals, that have not moved since. */
const countsAgree: Check = (state, keys) => {
  const said = new Map<string, number>()
  for (const { value } of evaluationRows(state, keys)) {
    for (const { ruleId } of value.verdicts) said.set(ruleId, (said.get(ruleId) ?? 0) + 1)
  }
  for (const { key, value } of rowsOf(state, keys, { module, name: 'rule-count', table: ruleCounts })) {
    const [, ruleId = ''] = key
    if (value.reported + value.cleared > value.judged) return `${ruleId} said more than it judged in ${key[0]}`
    said.set(ruleId, (said.get(ruleId) ?? 0) - value.judged)
  }
  for (const [ruleId, left] of said) if (left !== 0) return `${ruleId} was evaluated ${left} times more than it was counted`
  for (const { key, value } of rowsOf(state, keys, { module, name: 'report', table: reports })) {
    const [period = ''] = key
    const now = totalsOf(state, period)
    const isSame = now.length === value.totals.length && now.every((one, index) => rowText(one) === rowText(value.totals[index]))
    if (!isSame) return `the totals of ${period} moved after its report`
    if (refusedText(refusedByModule(state, period)) !== refusedText(value.refused)) return `refusals of ${period} moved after its report`
  }
  return undefined
}

function rowText(row: ReturnType<typeof totalsOf>[number] | undefined): string {
  return row === undefined ? '' : `${row.currency} ${row.flow} ${row.count} ${row.amount}`
}

function refusedText(rows: readonly Refused[]): string {
  return rows.map(({ module, count }) => `${module} ${count}`).join(', ')
}

function held(check: Check): Module['invariants'][string] {
  return (state, keys) => {
    const fault = check(state, keys)
    return fault === undefined ? undefined : reject('supervision/invariant', fault)
  }
}

/** Numbers are those of domain §9. (2), that no command moves a value, is how the module is made: it uses none that holds any. */
export const invariants: Module['invariants'] = {
  'versions of lists follow each other, none retroactive (1)': held(listsFollow),
  'versions of rules are ahead, and books complete (1)': held(rulesAreAhead),
  'evaluations name the versions in force (1)': held(evaluationsFit),
  'freezes end (4)': held(freezesEnd),
  'what rules said is counted, reports stand (6)': held(countsAgree),
}
