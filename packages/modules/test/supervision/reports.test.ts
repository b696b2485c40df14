import type { Json } from '@hanse/protocol'
import { test } from 'tap'
import { address, both, DAY_MS, SETTLEMENT_GENESIS } from '../cast.ts'
import { openDesk as openReceivables } from '../receivables/desk.ts'
import { type Args, type Desk, HASH, openDesk } from './desk.ts'

const ISSUER = both('settlement-bank')
const MARCH = '2026-03'
const CNY = { currency: 'CNY', reference: 'x' }

/** A desk with a month of business: two issues, a redemption, a transfer. */
function afterMarch(): Desk {
  const desk = openDesk({
    settlement: { ...(SETTLEMENT_GENESIS as Args), balances: [{ partyId: 'bank-b', currency: 'CNY', amount: '7' }] },
  })
  for (const [to, amount] of [
    ['bank-a', '1000'],
    ['settlement-bank', '50'],
  ])
    desk.send(ISSUER, 'mint', { ...CNY, to, amount } as Args, 'settlement')
  desk.send(ISSUER, 'redeem', { ...CNY, amount: '20' }, 'settlement')
  desk.send([address('bank-a')], 'transfer', { ...CNY, from: 'bank-a', to: 'nanhai', amount: '300' }, 'settlement')
  desk.send([address('bank-a')], 'transfer', { ...CNY, from: 'bank-a', to: 'nanhai', amount: '9999' }, 'settlement')
  desk.send(ISSUER, 'mint', { ...CNY, currency: 'VND', to: 'bank-a', amount: '5' }, 'settlement')
  return desk
}

const TOTALS: readonly Json[] = [
  { currency: 'CNY', flow: 'settlement.issued', count: 3, amount: '1057' },
  { currency: 'CNY', flow: 'settlement.redeemed', count: 1, amount: '20' },
  { currency: 'CNY', flow: 'settlement.transferred', count: 1, amount: '300' },
  { currency: 'VND', flow: 'settlement.issued', count: 1, amount: '5' },
]
/** A transfer of more than there is, and the report that came too early. */
const REFUSED: readonly Json[] = [
  { module: 'settlement', count: 1 },
  { module: 'supervision', count: 1 },
]
const REPORT: Args = { period: MARCH, totals: TOTALS, refused: REFUSED, documentHash: HASH }

test('a month that is over is attested with the totals that the chain counted, and no others', (t) => {
  const desk = afterMarch()
  t.same(desk.query('totals', { period: MARCH }), { period: MARCH, open: true, totals: TOTALS }, 'what was refused is not there')
  t.equal(desk.send(both('regulator'), 'attestReport', REPORT), 'supervision/period-open')
  desk.harness.advance(30 * DAY_MS)
  t.match(desk.query('totals', { period: MARCH }), { open: false })
  const changed: readonly (readonly Json[])[] = [
    TOTALS.slice(1),
    [...TOTALS, { currency: 'VND', flow: 'settlement.redeemed', count: 1, amount: '1' }],
    [...TOTALS].reverse(),
    TOTALS.map((row, index) => (index === 0 ? { ...(row as Args), amount: '1056' } : row)),
    TOTALS.map((row, index) => (index === 0 ? { ...(row as Args), count: 2 } : row)),
    [],
  ]
  for (const totals of changed) t.equal(desk.send(both('regulator'), 'attestReport', { ...REPORT, totals }), 'supervision/totals-differ')
  t.equal(desk.send([address('regulator')], 'attestReport', REPORT), 'organizations/four-eyes-required')
  t.equal(desk.send(both('bank-a'), 'attestReport', REPORT), 'supervision/not-authorised')
  const otherwise: readonly (readonly Json[])[] = [
    [],
    REFUSED.slice(1),
    [...REFUSED, { module: 'tx', count: 1 }],
    [...REFUSED].reverse(),
    [{ module: 'settlement', count: 2 }, ...REFUSED.slice(1)],
    [...REFUSED, ...REFUSED],
  ]
  for (const refused of otherwise)
    t.equal(desk.send(both('regulator'), 'attestReport', { ...REPORT, refused }), 'supervision/totals-differ')
  t.match(desk.query('report', { period: MARCH }), { code: 'supervision/no-report' })
  t.equal(desk.send(both('regulator'), 'attestReport', REPORT), 'success')
  t.match(desk.query('report', { period: MARCH }), { totals: TOTALS, refused: REFUSED, attester: 'regulator', documentHash: HASH })
  t.equal(desk.send(both('regulator'), 'attestReport', REPORT), 'supervision/report-exists')
  t.end()
})

test('a month without business has an empty report; business of the next month is the next month’s', (t) => {
  const desk = afterMarch()
  desk.harness.advance(30 * DAY_MS)
  desk.send(ISSUER, 'mint', { ...CNY, to: 'bank-a', amount: '1' }, 'settlement')
  t.same(desk.query('totals', { period: MARCH })['totals'], TOTALS)
  t.match(desk.query('totals', { period: '2026-04' }), { totals: [{ flow: 'settlement.issued', count: 1, amount: '1' }] })
  const february = { ...REPORT, period: '2026-02', totals: [], refused: [] }
  t.equal(desk.send(both('regulator'), 'attestReport', february), 'success')
  t.end()
})

test('receivables count what was issued, financed and redeemed', (t) => {
  const desk = openReceivables()
  desk.active('SH-1')
  const request = { certNo: 'SH-1', annualRatePpm: 38_500, recourse: false, expiresAtMs: desk.harness.timeMs + DAY_MS }
  t.equal(desk.send([address('nanhai')], 'requestFinance', request), 'success')
  const finance = { certNo: 'SH-1', annualRatePpm: 38_500, bank: 'bank-a', seller: 'nanhai', recourse: false, outstanding: '100000000' }
  t.equal(desk.send([address('bank-a')], 'finance', finance), 'success')
  t.equal(desk.send([address('shunhe')], 'redeem', { certNo: 'SH-1', amount: '40000000' }), 'success')
  t.match(desk.query('totals', { period: MARCH }, 'supervision'), {
    totals: [
      { flow: 'settlement.issued', count: 3, amount: '3000000000' },
      { flow: 'receivables.issued', count: 1, amount: '100000000' },
      { flow: 'receivables.financed', count: 1, amount: '98716667' },
      { flow: 'receivables.redeemed', count: 1, amount: '40000000' },
    ],
  })
  t.end()
})
