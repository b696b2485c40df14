import { test } from 'tap'
import { address, both, DAY_MS } from '../cast.ts'
import { HASH, INSTRUCTION, openDesk, uetrOf } from '../payments/desk.ts'
import { digestOf } from './desk.ts'

/** Payments across a border under the rules, freezes and counts of this module. */

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

function openWith(rules: readonly object[]) {
  const desk = openDesk({ supervision: NOTICE })
  const { height } = desk.harness
  for (const rule of rules) desk.send(both('regulator'), 'publishRule', { ...RULE, ...rule, effectiveFrom: height + 10 }, 'supervision')
  while (desk.harness.height < height + 9) desk.harness.advance(1_000)
  return desk
}

test('a payment that was cleared before is not held, and carries the version that judged it', (t) => {
  const desk = openWith([{}, { ruleId: 'large', predicate: { type: 'amountAbove', currency: 'CNY', amount: '1' }, action: 'REPORT' }])
  const json = { ...INSTRUCTION, uetr: uetrOf(1) }
  const agent = both('bank-a')
  const clear = { callDigest: digestOf('payments', 'initiate', json), expiresAtMs: desk.harness.timeMs + DAY_MS }
  t.equal(desk.send(both('regulator'), 'clearHeld', clear, 'supervision'), 'success')
  const { txId, outcome } = desk.harness.send({ signers: agent, calls: [{ module: 'payments', command: 'initiate', json }] })
  t.equal(outcome, 'success')
  t.match(desk.query('evaluation', { txId, callIndex: 0, covers: 'payment' }, 'supervision'), {
    verdicts: [
      { ruleId: 'vietnam', version: 1, result: 'CLEARED' },
      { ruleId: 'large', version: 1, result: 'REPORT' },
    ],
  })
  t.end()
})

test('a rule that blocks refuses a payment, and its UETR is not used up', (t) => {
  const desk = openWith([{ action: 'BLOCK' }, { ruleId: 'large', predicate: { type: 'amountAbove', currency: 'CNY', amount: '1' } }])
  const json = { ...INSTRUCTION, uetr: uetrOf(1) }
  t.equal(desk.send(both('bank-a'), 'initiate', json), 'supervision/blocked', 'the strictest of two')
  t.match(desk.wordsOf(both('bank-a'), 'initiate', json), /vietnam version 1.*ISO 20022 RR04/)
  t.match(desk.payment(uetrOf(1)), { code: 'payments/unknown-payment' })
  t.end()
})

test('a rule on transfers is none on payments', (t) => {
  const desk = openWith([{ covers: 'transfer', action: 'BLOCK' }])
  t.equal(desk.send(both('bank-a'), 'initiate', { ...INSTRUCTION, uetr: uetrOf(1) }), 'success')
  t.end()
})

test('neither leg is locked while its owner’s accounts are frozen', (t) => {
  const desk = openDesk()
  const uetr = desk.at('ACCP', 1, { settlementCurrency: 'CNY' })
  const order = { partyId: 'bank-a', orderHash: HASH, expiresAtMs: desk.harness.timeMs + 60_000 }
  t.equal(desk.send([address('court')], 'freeze', order, 'supervision'), 'success')
  t.equal(desk.send([address('bank-a')], 'lock', { uetr }), 'supervision/account-frozen')
  t.equal(desk.send([address('court')], 'unfreeze', { partyId: 'bank-a', orderHash: HASH }, 'supervision'), 'success')
  t.equal(desk.send([address('bank-a')], 'lock', { uetr }), 'success')
  t.end()
})

test('what was settled is counted in the currency of the settlement', (t) => {
  const desk = openDesk()
  const uetr = desk.at('ACSC', 1)
  const { settled } = desk.payment(uetr)
  const { totals } = desk.query('totals', { period: '2026-03' }, 'supervision')
  t.match(
    (totals as readonly object[]).filter((row) => (row as { flow: string }).flow.startsWith('payments')),
    [{ currency: 'VND', flow: 'payments.settled', count: 1, amount: settled }],
  )
  t.end()
})
