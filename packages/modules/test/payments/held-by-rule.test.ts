import type { Address } from '@hanse/primitives'
import { test } from 'tap'
import { address, both, DAY_MS } from '../cast.ts'
import { type Args, type Desk, HASH, INSTRUCTION, openDesk, uetrOf, withDetails } from './desk.ts'

/** Domain §2 and §9: what a rule of supervision holds is PDNG, with a reason and a deadline, covered, and refunded when nobody clears it. */

const NOTICE = { noticeHeights: 10, emergencyNoticeHeights: 2, utcOffsetMinutes: 480 }
const RULE = {
  ruleId: 'vietnam',
  version: 1,
  legalBasisHash: HASH,
  covers: 'payment',
  predicate: { type: 'countryListed', countries: ['VN'] },
  action: 'HOLD',
  emergency: true,
}
const PAYER = [address('bank-a')]
const PAYEE = [address('viet-bank')]

function openWith(...rules: readonly object[]): Desk {
  const desk = openDesk({ supervision: NOTICE })
  const { height } = desk.harness
  for (const rule of rules) desk.send(both('regulator'), 'publishRule', { ...RULE, ...rule, effectiveFrom: height + 10 }, 'supervision')
  while (desk.harness.height < height + 9) desk.harness.advance(1_000)
  return desk
}

interface Held {
  readonly reason: string
  readonly note: string
  readonly deadlineMs: number
  readonly callDigest: string
}

function holdOf(desk: Desk, uetr: string): Held {
  return desk.payment(uetr)['hold'] as unknown as Held
}

function statuses(desk: Desk, uetr: string): readonly string[] {
  return (desk.payment(uetr)['history'] as readonly { readonly status: string }[]).map(({ status }) => status)
}

function clear(desk: Desk, callDigest: string, by: readonly Address[] = both('regulator')): string {
  return desk.send(by, 'clearHeld', { callDigest, expiresAtMs: desk.harness.timeMs + DAY_MS }, 'supervision')
}

test('a rule that holds brings a payment to PDNG, with reason and deadline, and its money waits', (t) => {
  const desk = openWith({}, { ruleId: 'large', predicate: { type: 'amountAbove', currency: 'CNY', amount: '1' } })
  const uetr = uetrOf(1)
  const { txId, outcome } = desk.harness.send({
    signers: both('bank-a'),
    calls: [{ module: 'payments', command: 'initiate', json: { ...INSTRUCTION, uetr } }],
  })
  t.equal(outcome, 'success')
  t.same(statuses(desk, uetr), ['RCVD', 'ACTC', 'PDNG'])
  const { reason, note, deadlineMs } = holdOf(desk, uetr)
  t.same([reason, note], ['RR04', 'held by vietnam version 1 and 1 more'])
  t.equal(deadlineMs, desk.harness.timeMs + 5 * DAY_MS)
  t.equal(desk.balance('bank-a', 'CNY'), '65000000', 'the payer’s leg waits')
  t.match(desk.payment(uetr), { judged: { txId, callIndex: 0 } })
  t.match(desk.query('evaluation', { txId, callIndex: 0, covers: 'payment' }, 'supervision'), {
    outcome: 'HOLD',
    verdicts: [
      { ruleId: 'vietnam', version: 1, result: 'HOLD' },
      { ruleId: 'large', version: 1, result: 'HOLD' },
    ],
  })
  t.end()
})

test('what a rule holds is rejected at its deadline by itself, with the refund, and the quota is free again', (t) => {
  const desk = openWith({})
  const uetr = desk.at('ACTC', 1)
  desk.later(5 * DAY_MS - 2_000)
  t.equal(desk.payment(uetr)['status'], 'PDNG')
  t.equal(desk.balance('bank-a', 'CNY'), '65000000')
  desk.later(4_000)
  t.match((desk.payment(uetr)['history'] as readonly object[]).at(-1), { status: 'RJCT', reason: 'AB05' })
  t.equal(desk.balance('bank-a', 'CNY'), '100000000')
  t.match(desk.query('quota', { bank: 'bank-a', currency: 'CNY', date: '2026-03-02' }), { used: '0' })
  t.end()
})

test('only after the regulator has cleared the call does an agent release what a rule holds; then it goes its way', (t) => {
  const desk = openWith({})
  const uetr = desk.at('ACTC', 1, { settlementCurrency: 'CNY' })
  const release = { uetr, agent: 'bank-a' }
  t.equal(desk.send(PAYER, 'release', release), 'payments/not-cleared')
  t.match(desk.wordsOf(PAYER, 'release', release), /held by vietnam version 1, call 0x.*ISO 20022 RR04/)
  t.equal(clear(desk, HASH), 'success')
  t.equal(desk.send(PAYER, 'release', release), 'payments/not-cleared', 'another call was cleared')
  const { callDigest } = holdOf(desk, uetr)
  t.equal(clear(desk, callDigest, [address('regulator')]), 'organizations/four-eyes-required')
  t.equal(clear(desk, callDigest), 'success')
  t.equal(desk.payment(uetr)['status'], 'PDNG', 'the regulator itself moves nothing')
  t.equal(desk.balance('bank-a', 'CNY'), '65000000')
  t.equal(desk.send(PAYER, 'release', release), 'success')
  t.equal(desk.balance('bank-a', 'CNY'), '100000000')
  for (const agent of ['bank-a', 'viet-bank']) t.equal(desk.send([address(agent)], 'screen', desk.clear(uetr, agent)), 'success')
  for (const command of ['lock', 'settlePvP']) t.equal(desk.send(PAYER, command, { uetr }), 'success')
  t.same(statuses(desk, uetr), ['RCVD', 'ACTC', 'PDNG', 'ACTC', 'ACCP', 'ACSP', 'ACSC'])
  t.equal(clear(desk, callDigest), 'success')
  t.end()
})

test('what was screened while a rule held it is ACCP with its release, by either agent', (t) => {
  const desk = openWith({})
  const uetr = desk.at('ACTC', 1)
  for (const agent of ['bank-a', 'viet-bank']) t.equal(desk.send([address(agent)], 'screen', desk.clear(uetr, agent)), 'success')
  t.equal(desk.payment(uetr)['status'], 'PDNG', 'screenings do not end a hold')
  t.equal(clear(desk, holdOf(desk, uetr).callDigest), 'success')
  t.equal(desk.send(PAYEE, 'release', { uetr, agent: 'viet-bank' }), 'success')
  t.same(statuses(desk, uetr), ['RCVD', 'ACTC', 'PDNG', 'ACTC', 'ACCP'])
  t.end()
})

test('a clearance that ended, or a hold that ended, releases nothing', (t) => {
  const desk = openWith({})
  const uetr = desk.at('ACTC', 1)
  const { callDigest, deadlineMs } = holdOf(desk, uetr)
  const soon = { callDigest, expiresAtMs: desk.harness.timeMs + 5_000 }
  t.equal(desk.send(both('regulator'), 'clearHeld', soon, 'supervision'), 'success')
  desk.later(6_000)
  t.equal(desk.send(PAYER, 'release', { uetr, agent: 'bank-a' }), 'payments/not-cleared')
  t.equal(desk.send(both('regulator'), 'clearHeld', { callDigest, expiresAtMs: deadlineMs + DAY_MS }, 'supervision'), 'success')
  const calls = [{ module: 'payments', command: 'release', json: { uetr, agent: 'bank-a' } }]
  desk.harness.block([], { timeMs: deadlineMs - 1 })
  const { receipts } = desk.harness.block([{ signers: PAYER, calls }], { timeMs: deadlineMs })
  t.match([receipts[0]?.code, desk.balance('bank-a', 'CNY')], ['payments/hold-expired', '65000000'])
  desk.later(1_000)
  t.same([desk.payment(uetr)['status'], desk.balance('bank-a', 'CNY')], ['RJCT', '100000000'])
  t.end()
})

test('what a rule holds is stopped as freely as any payment, and locked or held by nobody', (t) => {
  const desk = openWith({})
  const [first, second, third] = [desk.at('ACTC', 1), desk.at('ACTC', 2), desk.at('ACTC', 3, { instructedAmount: '300000.00' })]
  t.equal(desk.balance('bank-a', 'CNY'), '0')
  const hold = { uetr: first, agent: 'bank-a', reason: 'NARR', note: 'x', deadlineMs: desk.harness.timeMs + 60_000 }
  t.equal(desk.send(PAYER, 'hold', hold), 'payments/wrong-status')
  t.equal(desk.send(PAYER, 'lock', { uetr: first }), 'payments/wrong-status')
  t.equal(desk.send(PAYER, 'cancel', { uetr: first, reason: 'CUST' }), 'success')
  t.equal(desk.send(PAYEE, 'reject', { uetr: second, agent: 'viet-bank', reason: 'AC04' }), 'success')
  t.equal(desk.send(PAYEE, 'screen', { uetr: third, agent: 'viet-bank', result: 'HIT', lists: [] }), 'success')
  t.same(
    [first, second, third].map((uetr) => desk.payment(uetr)['status']),
    ['RJCT', 'RJCT', 'RJCT'],
  )
  t.equal(desk.balance('bank-a', 'CNY'), '100000000')
  t.end()
})

test('what cannot be covered, or comes from frozen accounts, is refused rather than held', (t) => {
  const desk = openWith({})
  const json: Args = { ...INSTRUCTION, uetr: uetrOf(1) }
  t.equal(desk.send(both('bank-a'), 'initiate', { ...json, instructedAmount: '1000000.01' }), 'settlement/insufficient-funds')
  const order = { partyId: 'bank-a', orderHash: HASH, expiresAtMs: desk.harness.timeMs + 60_000 }
  t.equal(desk.send([address('court')], 'freeze', order, 'supervision'), 'success')
  t.equal(desk.send(both('bank-a'), 'initiate', json), 'supervision/account-frozen')
  t.equal(desk.send([address('court')], 'unfreeze', { partyId: 'bank-a', orderHash: HASH }, 'supervision'), 'success')
  t.equal(desk.send(both('bank-a'), 'initiate', json), 'success', 'the UETR was not used up')
  t.end()
})

test('a rule holds what it covers alone, from its height on', (t) => {
  const desk = openDesk({ supervision: NOTICE })
  const effectiveFrom = desk.harness.height + 10
  t.equal(desk.send(both('regulator'), 'publishRule', { ...RULE, effectiveFrom }, 'supervision'), 'success')
  const before = desk.at('ACTC', 1)
  t.equal(desk.payment(before)['status'], 'ACTC', 'the notice runs')
  t.notOk('judged' in desk.payment(before))
  while (desk.harness.height < effectiveFrom) desk.later(1_000)
  t.equal(desk.payment(before)['status'], 'ACTC', 'no rule is retroactive')
  const home = withDetails({ partyId: null, name: 'Somebody', lei: null, country: 'CN' }, 'creditor')
  const domestic = { ...home, uetr: uetrOf(2), creditorAgent: 'bank-b', settlementCurrency: 'CNY' }
  t.equal(desk.send(both('bank-a'), 'initiate', domestic), 'success')
  t.match(desk.payment(uetrOf(2)), { status: 'ACTC', judged: { callIndex: 0 } }, 'judged, and let through')
  t.equal(desk.payment(desk.at('ACTC', 3))['status'], 'PDNG')
  t.end()
})
