import type { Hash } from '@hanse/primitives'
import { message, text } from '@hanse/protocol'
import { createModuleHarness, defineCommand, type Module, type StateWriter } from '@hanse/state'
import { test } from 'tap'
import { hanse } from '../../generated/supervision.js'
import { MODULES } from '../../src/index.ts'
import type { RuleVersion } from '../../src/supervision/codecs.ts'
import {
  books,
  evaluations,
  freezes,
  lists,
  listVersions,
  refusalCodes,
  refusals,
  reports,
  ruleCounts,
  rules,
  ruleVersions,
  totals,
} from '../../src/supervision/store.ts'
import { address, organizationsGenesis, SETTLEMENT_GENESIS, START_MS } from '../cast.ts'
import { HASH } from './desk.ts'

/** Invariants of domain §9 find what is broken: each row breaks one, past all commands. */

const hash = HASH as Hash
const RULE: RuleVersion = {
  ...{
    ruleId: 'large',
    version: 1,
    legalBasisHash: hash,
    covers: 'transfer',
    predicate: { type: 'amountAbove', currency: 'CNY', amount: 5n },
  },
  ...{ action: 'REPORT', emergency: false, effectiveFrom: 5, publishedAt: 1, publisher: 'regulator' },
}
const COUNT = { judged: 1, reported: 0, cleared: 0, blocked: 0, held: 0 }
const HEAD = { version: 1, root: hash, count: 1 }
const LIST_VERSION = { ...HEAD, documentHash: hash, effectiveFrom: 5, publishedAt: 1, publisher: 'desk' }
const LIST = { owner: 'desk', latest: 1, pending: [1] }
const ORDER = { authority: 'court', orderHash: hash, expiresAtMs: 10, placedAtMs: 5 }
const REPORT = { totals: [], refused: [], documentHash: hash, attester: 'regulator', attestedAt: 1 }
const MARCH = '2026-03'

function publish(state: StateWriter, more: Partial<RuleVersion> = {}, inBook = true): void {
  const rule = { ...RULE, ...more }
  rules.put(state, rule.ruleId, { covers: rule.covers, latest: rule.version })
  ruleVersions.put(state, [rule.ruleId, `${rule.version}`], rule)
  if (inBook) books.put(state, rule.covers, { versions: [rule] })
}

function evaluate(
  state: StateWriter,
  given: { readonly height: number; readonly version?: number; readonly outcome?: 'PASS' | 'BLOCK' },
): void {
  const { height, version = 1, outcome = 'PASS' } = given
  const verdicts = [{ ruleId: 'large', version, result: 'PASS' as const }]
  evaluations.put(state, [hash, '0', 'transfer'], { height, covers: 'transfer', outcome, verdicts })
}

function list(state: StateWriter, value: Parameters<typeof lists.put>[2], version: object = {}): void {
  lists.put(state, 'un', value)
  listVersions.put(state, ['un', '1'], { ...LIST_VERSION, ...version })
}

const LISTS = 'versions of lists follow each other, none retroactive \\(1\\)'
const RULES = 'versions of rules are ahead, and books complete \\(1\\)'
const EVALUATIONS = 'evaluations name the versions in force \\(1\\)'
const FREEZES = 'freezes end \\(4\\)'
const COUNTS = 'what rules said is counted, reports stand \\(6\\)'

const BROKEN: Readonly<Record<string, readonly [invariant: string, breaks: (state: StateWriter) => void]>> = {
  'a version of a list is retroactive': [LISTS, (state) => list(state, LIST, { effectiveFrom: 1 })],
  'a version of a list is missing': [LISTS, (state) => list(state, { ...LIST, latest: 2, pending: [1, 2] })],
  'a version of a list nobody keeps': [LISTS, (state) => listVersions.put(state, ['un', '1'], LIST_VERSION)],
  'in force is a version that waits': [LISTS, (state) => list(state, { ...LIST, current: HEAD })],
  'no version waits, and none is in force': [LISTS, (state) => list(state, { ...LIST, pending: [] })],
  'a rule is retroactive': [RULES, (state) => publish(state, { effectiveFrom: 1 })],
  'a rule has fewer versions than it says': [RULES, (state) => publish(state, { version: 2 })],
  'a book leaves a rule out': [
    RULES,
    (state) => {
      publish(state, {}, false)
      books.put(state, 'transfer', { versions: [] })
    },
  ],
  'a version judged before its height': [
    EVALUATIONS,
    (state) => {
      publish(state)
      evaluate(state, { height: 4 })
    },
  ],
  'another version judged than was in force': [
    EVALUATIONS,
    (state) => {
      publish(state)
      evaluate(state, { height: 6, version: 2 })
    },
  ],
  'what a rule blocks went through': [
    EVALUATIONS,
    (state) => {
      publish(state)
      evaluate(state, { height: 6, outcome: 'BLOCK' })
    },
  ],
  'an order without an end': [FREEZES, (state) => freezes.put(state, 'bank-a', { orders: [{ ...ORDER, expiresAtMs: 5 }] })],
  'an order of more than a year': [
    FREEZES,
    (state) => freezes.put(state, 'bank-a', { orders: [{ ...ORDER, expiresAtMs: 5 + 367 * 86_400_000 }] }),
  ],
  'an evaluation is not counted': [
    COUNTS,
    (state) => {
      publish(state)
      evaluate(state, { height: 6 })
    },
  ],
  'more is counted than was evaluated': [COUNTS, (state) => ruleCounts.put(state, [MARCH, 'large'], COUNT)],
  'a rule reported more than it judged': [COUNTS, (state) => ruleCounts.put(state, [MARCH, 'large'], { ...COUNT, reported: 2 })],
  'totals moved after the report': [
    COUNTS,
    (state) => {
      reports.put(state, MARCH, REPORT)
      totals.put(state, [MARCH, 'CNY', 'settlement.issued'], { count: 1, amount: 1n })
    },
  ],
  'refusals moved after the report': [
    COUNTS,
    (state) => {
      reports.put(state, MARCH, REPORT)
      refusalCodes.append(state, MARCH, 'tx/bad-sequence')
      refusals.put(state, [MARCH, 'tx/bad-sequence'], { count: 1 })
    },
  ],
}

const vandal: Module = {
  name: 'vandal',
  version: 1,
  summary: 'breaks the records of supervision',
  commands: {
    break: defineCommand({
      summary: 'break',
      params: message(hanse.supervision.v1.ListArgs, { listId: text({ max: 96 }) }),
      execute: (_context, state, { listId }) => {
        BROKEN[listId]?.[1](state)
        return undefined
      },
    }),
  },
  queries: {},
  invariants: {},
  uses: ['supervision'],
}

test('each invariant finds what breaks it', (t) => {
  for (const [name, [invariant]] of Object.entries(BROKEN)) {
    const harness = createModuleHarness({
      modules: [...MODULES, vandal],
      genesis: { organizations: organizationsGenesis(), settlement: SETTLEMENT_GENESIS },
      timeMs: START_MS,
    })
    const call = { module: 'vandal', command: 'break', json: { listId: name } }
    t.throws(
      () => harness.send({ signers: [address('bank-a')], calls: [call] }),
      new RegExp(`supervision: ${invariant} does not hold`),
      name,
    )
  }
  t.end()
})
