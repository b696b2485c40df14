import { MODULES } from '@hanse/modules'
import { reject } from '@hanse/primitives'
import { message, text } from '@hanse/protocol'
import { createModuleHarness, defineCommand, type Module } from '@hanse/state'
import { test } from 'tap'
import { hanse } from '../../generated/supervision.js'
import { address, both, organizationsGenesis, SETTLEMENT_GENESIS, START_MS } from '../cast.ts'
import { type Args, type Desk, HASH, openDesk } from './desk.ts'

/** Domain §9 (6): rejected attempts are counted. */

const MARCH = '2026-03'
const RULE: Args = { version: 1, legalBasisHash: HASH, covers: 'transfer', emergency: true, effectiveFrom: 10 }
const PAY: Args = { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '1001', reference: 'x' }

function open(): Desk {
  const desk = openDesk()
  desk.send(both('settlement-bank'), 'mint', { currency: 'CNY', to: 'bank-a', amount: '5000', reference: 'x' }, 'settlement')
  return desk
}

function pay(desk: Desk, amount = '1001'): string {
  return desk.send([address('bank-a')], 'transfer', { ...PAY, amount }, 'settlement')
}

test('every attempt that is refused counts, by its month and its code, and nothing else of it stays', (t) => {
  const desk = open()
  t.match(desk.query('refusals', { period: MARCH }), { open: true, codes: [], modules: [] })
  t.equal(pay(desk, '9999'), 'settlement/insufficient-funds')
  t.equal(pay(desk, '9999'), 'settlement/insufficient-funds')
  t.equal(desk.send([address('bank-b')], 'transfer', PAY, 'settlement'), 'organizations/wrong-party')
  t.equal(pay(desk), 'success')
  const order = { partyId: 'bank-a', orderHash: HASH, expiresAtMs: desk.harness.timeMs + 60_000 }
  t.equal(desk.send([address('court')], 'freeze', order), 'success')
  t.equal(pay(desk), 'supervision/account-frozen')
  t.same(desk.query('refusals', { period: MARCH }), {
    period: MARCH,
    open: true,
    codes: [
      { code: 'organizations/wrong-party', count: 1 },
      { code: 'settlement/insufficient-funds', count: 2 },
      { code: 'supervision/account-frozen', count: 1 },
    ],
    modules: [
      { module: 'organizations', count: 1 },
      { module: 'settlement', count: 2 },
      { module: 'supervision', count: 1 },
    ],
  })
  t.match(desk.query('totals', { period: MARCH }), {
    totals: [{ flow: 'settlement.issued' }, { flow: 'settlement.transferred', count: 1 }],
  })
  desk.harness.advance(31 * 86_400_000)
  t.equal(pay(desk, '9999'), 'settlement/insufficient-funds')
  t.match(desk.query('refusals', { period: '2026-04' }), { codes: [{ code: 'settlement/insufficient-funds', count: 1 }] })
  t.match(desk.query('refusals', { period: MARCH }), { open: false, modules: [{ count: 1 }, { count: 2 }, { count: 1 }] })
  t.end()
})

test('what rules blocked and held counts by rule, beside what they judged', (t) => {
  const desk = open()
  const block = { ...RULE, ruleId: 'large', predicate: { type: 'amountAbove', currency: 'CNY', amount: '1000' }, action: 'BLOCK' }
  const hold = { ...RULE, ruleId: 'china', predicate: { type: 'countryListed', countries: ['CN'] }, action: 'HOLD' }
  t.equal(desk.send(both('regulator'), 'publishRule', block), 'success')
  t.equal(desk.send(both('regulator'), 'publishRule', hold), 'success')
  desk.reach(10)
  t.equal(pay(desk), 'supervision/blocked')
  t.equal(pay(desk, '5'), 'supervision/held')
  t.equal(pay(desk, '6'), 'supervision/held')
  t.equal(desk.send(both('regulator'), 'publishRule', { ...hold, version: 2, action: 'REPEALED', effectiveFrom: 20 }), 'success')
  desk.reach(20)
  t.equal(pay(desk, '7'), 'success')
  const counts = (ruleId: string) => desk.query('ruleCount', { period: MARCH, ruleId })['counts']
  t.same(counts('large'), { judged: 1, reported: 0, cleared: 0, blocked: 1, held: 0 })
  t.same(counts('china'), { judged: 0, reported: 0, cleared: 0, blocked: 0, held: 3 }, 'it would have held what was blocked as well')
  t.match(desk.query('ruleCount', { period: '2026-04', ruleId: 'large' }), { counts: { judged: 0, blocked: 0 } })
  t.match(desk.query('ruleCount', { period: MARCH, ruleId: 'none' }), { code: 'supervision/unknown-rule' })
  t.match(desk.query('refusals', { period: MARCH }), {
    codes: [
      { code: 'supervision/blocked', count: 1 },
      { code: 'supervision/held', count: 2 },
    ],
  })
  t.end()
})

test('a block of many refusals writes each code once', (t) => {
  const desk = open()
  const tooMuch = { signers: [address('bank-a')], calls: [{ module: 'settlement', command: 'transfer', json: { ...PAY, amount: '9999' } }] }
  desk.harness.block(Array.from({ length: 40 }, () => tooMuch))
  t.match(desk.query('refusals', { period: MARCH }), { codes: [{ code: 'settlement/insufficient-funds', count: 40 }] })
  t.end()
})

/** Of a consortium's own: it refuses with whatever it is told, and claims that a rule did. */
const rude: Module = {
  name: 'rude',
  version: 1,
  summary: 'refuses',
  commands: {
    refuse: defineCommand({
      summary: 'refuse',
      params: message(hanse.supervision.v1.ListArgs, { listId: text({ max: 96 }) }),
      execute: (_context, _state, { listId }) => ({
        ...reject(listId, 'so'),
        verdicts: [{ ruleId: 'large', version: 1, result: 'BLOCK' }],
      }),
    }),
  },
  queries: {},
  invariants: {},
  uses: [],
}

test('codes of one’s own are counted together when they have no form, or when there are too many', (t) => {
  const harness = createModuleHarness({
    modules: [...MODULES, rude],
    genesis: { organizations: organizationsGenesis(), settlement: SETTLEMENT_GENESIS },
    timeMs: START_MS,
  })
  const refused = (codes: readonly string[]) => {
    const calls = codes.map((listId) => ({
      signers: [address('bank-a')],
      calls: [{ module: 'rude', command: 'refuse', json: { listId } }],
    }))
    t.ok(
      harness.block(calls).receipts.every(({ outcome, code }, index) => outcome === 'rejected' && code === codes[index]),
      'receipts have the codes as they are',
    )
    const answer = harness.query('supervision', 'refusals', { period: MARCH })
    return (answer.ok ? answer.value : {}) as { readonly codes: readonly Args[]; readonly modules: readonly Args[] }
  }
  t.match(refused(['NONE', 'no/such/code', '%', 'rude/no']), {
    codes: [
      { code: 'other/refused', count: 3 },
      { code: 'rude/no', count: 1 },
    ],
  })
  refused(Array.from({ length: 300 }, (_, index) => `rude/a${index}`))
  const { codes, modules } = refused(Array.from({ length: 300 }, (_, index) => `rude/b${index}`))
  t.equal(codes.length, 512)
  t.same(modules, [
    { module: 'other', count: 3 + 601 - 511 },
    { module: 'rude', count: 511 },
  ])
  t.end()
})
