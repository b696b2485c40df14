import { test } from 'tap'
import { address, both, DAY_MS } from '../cast.ts'
import { ISSUE, openDesk as openReceivables } from '../receivables/desk.ts'
import { type Args, type Desk, digestOf, HASH, openDesk } from './desk.ts'

const REGULATOR = both('regulator')
const LARGE: Args = {
  ruleId: 'large-transfers',
  version: 1,
  legalBasisHash: HASH,
  covers: 'transfer',
  predicate: { type: 'amountAbove', currency: 'CNY', amount: '1000' },
  action: 'BLOCK',
  emergency: false,
  effectiveFrom: 20,
}
const PAY: Args = { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '1001', reference: 'x' }

/** A desk where bank-a has money. */
function open(): Desk {
  const desk = openDesk()
  desk.send(both('settlement-bank'), 'mint', { currency: 'CNY', to: 'bank-a', amount: '1000000', reference: 'x' }, 'settlement')
  return desk
}

function pay(desk: Desk, given: Args = {}): string {
  return desk.send([address('bank-a')], 'transfer', { ...PAY, ...given }, 'settlement')
}

function publish(desk: Desk, given: Args = {}): string {
  return desk.send(REGULATOR, 'publishRule', { ...LARGE, ...given })
}

/** The evaluation of the call that was sent last. */
function evaluationOf(desk: Desk, txId: string, covers = 'transfer'): Args {
  return desk.query('evaluation', { txId, callIndex: 0, covers })
}

function sent(desk: Desk, given: Args = {}): { readonly txId: string; readonly height: number; readonly outcome: string } {
  const call = { module: 'settlement', command: 'transfer', json: { ...PAY, ...given } }
  const { txId, outcome } = desk.harness.send({ signers: [address('bank-a')], calls: [call] })
  return { txId, outcome, height: desk.harness.height }
}

test('a rule blocks from its height on, to the block, and never what came before', (t) => {
  const desk = open()
  t.equal(publish(desk), 'success')
  t.match(desk.events(), [{ type: 'rulePublished' }])
  desk.reach(18)
  const before = sent(desk)
  t.same([before.outcome, before.height], ['success', 19], 'the last block before it')
  t.equal(evaluationOf(desk, before.txId)['code'], 'supervision/no-evaluation', 'no rule was in force')
  t.equal(pay(desk), 'supervision/blocked', 'the first block with it')
  t.equal(pay(desk, { amount: '1000' }), 'success', 'the threshold itself is not above it')
  t.match(desk.query('rules', { covers: 'transfer' }), { inForce: [{ ruleId: 'large-transfers', version: 1 }], waiting: [] })
  t.match(desk.query('rule', { ruleId: 'large-transfers' }), { covers: 'transfer', inForce: { version: 1, publisher: 'regulator' } })
  const refused = desk.harness.simulate({
    signers: [address('bank-a')],
    calls: [{ module: 'settlement', command: 'transfer', json: PAY }],
  })
  t.equal(refused.rejection?.message, 'by large-transfers version 1 (ISO 20022 RR04)')
  t.end()
})

test('each covered transaction carries the version that judged it, also when versions change', (t) => {
  const desk = open()
  t.equal(publish(desk, { action: 'REPORT' }), 'success')
  t.equal(publish(desk, { version: 2, action: 'REPORT', effectiveFrom: 25 }), 'success')
  desk.reach(19)
  const rows = Array.from({ length: 8 }, () => sent(desk))
  for (const { txId, height } of rows) {
    t.match(evaluationOf(desk, txId), {
      height,
      covers: 'transfer',
      outcome: 'REPORT',
      verdicts: [{ ruleId: 'large-transfers', version: height < 25 ? 1 : 2, result: 'REPORT' }],
    })
  }
  const small = sent(desk, { amount: '5' })
  t.match(evaluationOf(desk, small.txId), { outcome: 'PASS', verdicts: [{ version: 2, result: 'PASS' }] }, 'judged, with nothing to say')
  t.match(desk.query('ruleVersion', { ruleId: 'large-transfers', version: 1 }), { effectiveFrom: 20, legalBasisHash: HASH })
  t.end()
})

test('a report says so in an event, and the transaction goes through', (t) => {
  const desk = open()
  publish(desk, { action: 'REPORT' })
  desk.reach(20)
  t.equal(pay(desk), 'success')
  const told = desk.events().find(({ type }) => type === 'ruleMatched')
  t.same(Object.fromEntries((told?.attributes ?? []).map(({ key, value }) => [key, value])), {
    covers: 'transfer',
    result: 'REPORT',
    ruleId: 'large-transfers',
    version: '1',
  })
  t.end()
})

test('what is held goes through once when the regulator has cleared this very call', (t) => {
  const desk = open()
  publish(desk, { action: 'HOLD' })
  desk.reach(20)
  t.equal(pay(desk), 'supervision/held')
  const callDigest = digestOf('settlement', 'transfer', PAY)
  const clear = { callDigest, expiresAtMs: desk.harness.timeMs + DAY_MS }
  t.equal(desk.send(both('court'), 'clearHeld', clear), 'supervision/not-authorised')
  t.equal(desk.send([address('regulator')], 'clearHeld', clear), 'organizations/four-eyes-required')
  t.equal(desk.send(REGULATOR, 'clearHeld', { ...clear, expiresAtMs: desk.harness.timeMs }), 'supervision/bad-expiry')
  t.equal(desk.send(REGULATOR, 'clearHeld', { ...clear, expiresAtMs: desk.harness.timeMs + 31 * DAY_MS }), 'supervision/bad-expiry')
  t.match(desk.query('clearance', { callDigest }), { code: 'supervision/no-clearance' })
  t.equal(desk.send(REGULATOR, 'clearHeld', clear), 'success')
  t.match(desk.query('clearance', { callDigest }), { authority: 'regulator' })
  t.equal(pay(desk, { amount: '1002' }), 'supervision/held', 'another call is not cleared')
  const { txId } = sent(desk)
  t.match(evaluationOf(desk, txId), { outcome: 'REPORT', verdicts: [{ result: 'CLEARED' }] })
  t.equal(pay(desk), 'supervision/held', 'the clearance is used up')
  t.equal(desk.send(REGULATOR, 'clearHeld', { ...clear, expiresAtMs: desk.harness.timeMs + 3_000 }), 'success')
  desk.harness.advance(3_000)
  t.equal(pay(desk), 'supervision/held', 'nor does one last')
  t.match(desk.query('clearance', { callDigest }), { code: 'supervision/no-clearance' })
  t.end()
})

test('the strictest of several rules counts, and all are named', (t) => {
  const desk = open()
  publish(desk, { action: 'REPORT' })
  publish(desk, { ruleId: 'china', predicate: { type: 'countryListed', countries: ['CN'] }, action: 'REPORT' })
  publish(desk, { ruleId: 'vietnam', predicate: { type: 'countryListed', countries: ['VN'] } })
  publish(desk, { ruleId: 'dong', predicate: { type: 'amountAbove', currency: 'VND', amount: '0' } })
  desk.reach(20)
  const { txId } = sent(desk)
  t.match(evaluationOf(desk, txId), {
    outcome: 'REPORT',
    verdicts: [
      { ruleId: 'large-transfers', result: 'REPORT' },
      { ruleId: 'china', result: 'REPORT' },
      { ruleId: 'vietnam', result: 'PASS' },
      { ruleId: 'dong', result: 'PASS' },
    ],
  })
  publish(desk, { ruleId: 'china', version: 2, predicate: { type: 'countryListed', countries: ['CN'] }, effectiveFrom: 40 })
  desk.reach(40)
  t.equal(pay(desk), 'supervision/blocked')
  t.end()
})

test('a repeal ends a rule at its height; a quicker version overtakes an older one for good', (t) => {
  const desk = open()
  publish(desk)
  publish(desk, { version: 2, action: 'REPEALED', effectiveFrom: 30 })
  desk.reach(20)
  t.equal(pay(desk), 'supervision/blocked')
  desk.reach(30)
  t.equal(pay(desk), 'success')
  t.equal(publish(desk, { version: 3, effectiveFrom: 60 }), 'success')
  t.equal(publish(desk, { version: 4, action: 'REPEALED', emergency: true, effectiveFrom: 40 }), 'success')
  t.equal(publish(desk, { ruleId: 'another', effectiveFrom: 55 }), 'success', 'which tidies the book')
  desk.reach(40)
  t.equal(publish(desk, { ruleId: 'third', effectiveFrom: 55, action: 'REPORT' }), 'success')
  desk.reach(60)
  t.equal(pay(desk), 'supervision/blocked', 'by another')
  t.match(desk.query('rules', { covers: 'transfer' }), { inForce: [{ ruleId: 'another' }, { ruleId: 'third' }] })
  t.equal(desk.query('rule', { ruleId: 'large-transfers' })['inForce'], undefined, 'the overtaken version never comes')
  t.end()
})

test('refusals of publishRule', (t) => {
  const desk = open()
  const rows: readonly (readonly [string, readonly ReturnType<typeof address>[], Args])[] = [
    ['supervision/not-authorised', both('court'), {}],
    ['supervision/not-authorised', both('desk'), {}],
    ['organizations/four-eyes-required', [address('regulator')], {}],
    ['supervision/wrong-version', REGULATOR, { version: 2 }],
    ['supervision/bad-predicate', REGULATOR, { predicate: { type: 'tenorAbove', days: 5 } }],
    ['supervision/notice-too-short', REGULATOR, { effectiveFrom: 10 }],
    ['supervision/notice-too-short', REGULATOR, { effectiveFrom: 0 }],
    ['supervision/bad-height', REGULATOR, { effectiveFrom: 20_000_000 }],
  ]
  for (const [code, signers, given] of rows) {
    t.equal(desk.send(signers, 'publishRule', { ...LARGE, ...given }), code, `${code} ${JSON.stringify(given)}`)
  }
  const { height } = desk.harness
  t.equal(publish(desk, { emergency: true, effectiveFrom: height + 2 }), 'supervision/notice-too-short', 'one block too early')
  t.equal(publish(desk, { effectiveFrom: height + 11 }), 'supervision/notice-too-short')
  t.equal(publish(desk, { emergency: true, effectiveFrom: height + 5 }), 'success', 'the shortest in an emergency')
  t.equal(publish(desk, { ruleId: 'second', effectiveFrom: height + 14 }), 'success', 'the shortest without')
  t.equal(publish(desk, { version: 2, covers: 'payment' }), 'supervision/other-cover')
  t.equal(publish(desk, { effectiveFrom: 100 }), 'supervision/wrong-version', 'a version is published once')
  for (let version = 2; version <= 8; version += 1) t.equal(publish(desk, { version, effectiveFrom: 100 + version }), 'success')
  t.equal(publish(desk, { version: 9, effectiveFrom: 109 }), 'success')
  t.equal(publish(desk, { version: 10, effectiveFrom: 110 }), 'supervision/too-many-pending')
  for (let index = 3; index <= 16; index += 1) t.equal(publish(desk, { ruleId: `rule-${index}`, effectiveFrom: 100 }), 'success')
  t.equal(publish(desk, { ruleId: 'rule-17', effectiveFrom: 100 }), 'supervision/too-many-rules')
  t.match(desk.query('rule', { ruleId: 'rule-17' }), { code: 'supervision/unknown-rule' })
  t.match(desk.query('ruleVersion', { ruleId: 'second', version: 2 }), { code: 'supervision/unknown-version' })
  t.end()
})

test('receivables are judged when they are issued: tenor, amount, country', (t) => {
  const desk = openReceivables()
  const rule = { ...LARGE, ruleId: 'tenor', covers: 'claim', predicate: { type: 'tenorAbove', days: 119 }, emergency: true }
  const large = { ...rule, ruleId: 'large', predicate: { type: 'amountAbove', currency: 'CNY', amount: '50000000' }, action: 'REPORT' }
  for (const one of [rule, large]) t.equal(desk.send(REGULATOR, 'publishRule', one, 'supervision'), 'success')
  while (desk.harness.height < 20) desk.harness.advance(1_000)
  t.throws(() => desk.active('SH-1'), /supervision\/blocked/, '120 days')
  const invoiceId = desk.invoice({ number: '26440000000000000099' })
  const json = { ...ISSUE, certNo: 'SH-2', dueDate: '2026-06-29', invoices: [{ invoiceId, amount: '100000000' }] }
  const { txId, outcome, events } = desk.harness.send({
    signers: both('shunhe'),
    calls: [{ module: 'receivables', command: 'issue', json }],
  })
  t.equal(outcome, 'success', '119 days')
  t.ok(events.some(({ type }) => type === 'ruleMatched'))
  t.match(desk.query('evaluation', { txId, callIndex: 0, covers: 'claim' }, 'supervision'), {
    outcome: 'REPORT',
    verdicts: [
      { ruleId: 'tenor', result: 'PASS' },
      { ruleId: 'large', result: 'REPORT' },
    ],
  })
  t.end()
})

test('a party that proposes a rule to itself alone does not publish it', (t) => {
  const desk = open()
  const callDigest = digestOf('supervision', 'publishRule', LARGE)
  const proposal = { callDigest, expiresAtMs: desk.harness.timeMs + DAY_MS }
  t.equal(desk.send([address('regulator')], 'propose', proposal, 'organizations'), 'success')
  t.equal(desk.send([address('regulator')], 'publishRule', LARGE), 'organizations/self-approval')
  t.equal(desk.send([address('regulator', 'checker')], 'publishRule', LARGE), 'success')
  t.end()
})

test('two calls of one transaction are judged and kept one by one, and a clearance is good for one of them', (t) => {
  const desk = open()
  publish(desk, { action: 'HOLD' })
  desk.reach(20)
  const call = (amount: string) => ({ module: 'settlement', command: 'transfer', json: { ...PAY, amount } })
  const signers = [address('bank-a')]
  const clear = { callDigest: digestOf('settlement', 'transfer', PAY), expiresAtMs: desk.harness.timeMs + DAY_MS }
  t.equal(desk.send(REGULATOR, 'clearHeld', clear), 'success')
  const twice = desk.harness.send({ signers, calls: [call('1001'), call('1001')] })
  t.match(twice, { outcome: 'rejected', code: 'supervision/held', callIndex: 1 })
  t.match(desk.query('clearance', { callDigest: clear.callDigest }), { authority: 'regulator' }, 'it is not used up')
  const { txId, outcome } = desk.harness.send({ signers, calls: [call('5'), call('1001')] })
  t.equal(outcome, 'success')
  const verdictOf = (callIndex: number) => desk.query('evaluation', { txId, callIndex, covers: 'transfer' })['verdicts']
  t.match(verdictOf(0), [{ ruleId: 'large-transfers', version: 1, result: 'PASS' }])
  t.match(verdictOf(1), [{ ruleId: 'large-transfers', version: 1, result: 'CLEARED' }])
  t.end()
})

test('a clearance lets through what is held, and nothing that another rule blocks', (t) => {
  const desk = open()
  publish(desk, { action: 'HOLD' })
  publish(desk, { ruleId: 'china', predicate: { type: 'countryListed', countries: ['CN'] } })
  desk.reach(20)
  const clear = { callDigest: digestOf('settlement', 'transfer', PAY), expiresAtMs: desk.harness.timeMs + DAY_MS }
  t.equal(desk.send(REGULATOR, 'clearHeld', clear), 'success')
  t.equal(pay(desk), 'supervision/blocked')
  t.match(desk.query('clearance', { callDigest: clear.callDigest }), { authority: 'regulator' }, 'which does not use it up')
  t.end()
})
