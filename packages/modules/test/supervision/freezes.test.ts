import { test } from 'tap'
import { address, both, DAY_MS } from '../cast.ts'
import { openDesk as openReceivables } from '../receivables/desk.ts'
import { type Args, type Desk, HASH, openDesk } from './desk.ts'

const OTHER_HASH = `0x${'cd'.repeat(32)}`
const COURT = [address('court')]
const REGULATOR = [address('regulator')]

function open(): Desk {
  const desk = openDesk()
  for (const to of ['bank-a', 'settlement-bank']) {
    desk.send(both('settlement-bank'), 'mint', { currency: 'CNY', to, amount: '1000', reference: 'x' }, 'settlement')
  }
  return desk
}

function pay(desk: Desk, from = 'bank-a', to = 'nanhai'): string {
  return desk.send([address(from)], 'transfer', { from, to, currency: 'CNY', amount: '1', reference: 'x' }, 'settlement')
}

function order(desk: Desk, given: Args = {}): Args {
  return { partyId: 'bank-a', orderHash: HASH, expiresAtMs: desk.harness.timeMs + DAY_MS, ...given }
}

test('nothing leaves frozen accounts until the order ends; what is paid still arrives', (t) => {
  const desk = open()
  t.equal(desk.send(COURT, 'freeze', order(desk)), 'success')
  t.match(desk.events(), [{ type: 'frozen' }])
  t.equal(pay(desk), 'supervision/account-frozen')
  t.equal(pay(desk, 'settlement-bank', 'bank-a'), 'success')
  t.match(desk.query('freezes', { partyId: 'bank-a' }), { frozen: true, orders: [{ authority: 'court', orderHash: HASH }] })
  t.equal(desk.send(COURT, 'unfreeze', { partyId: 'bank-a', orderHash: HASH }), 'success')
  t.equal(pay(desk), 'success')
  t.match(desk.query('freezes', { partyId: 'bank-a' }), { frozen: false, orders: [] })
  t.equal(desk.send(COURT, 'freeze', order(desk)), 'success')
  desk.harness.advance(DAY_MS)
  t.equal(pay(desk), 'success', 'it expired')
  t.end()
})

test('orders stand side by side, and the accounts are free when the last has ended', (t) => {
  const desk = open()
  t.equal(desk.send(COURT, 'freeze', order(desk)), 'success')
  t.equal(desk.send(REGULATOR, 'freeze', order(desk)), 'success', 'the same hash of another authority is another order')
  t.equal(desk.send(COURT, 'freeze', order(desk, { expiresAtMs: desk.harness.timeMs + 9 * DAY_MS })), 'success', 'renewed')
  t.match(desk.query('freezes', { partyId: 'bank-a' }), { orders: [{ authority: 'regulator' }, { authority: 'court' }] })
  desk.harness.advance(2 * DAY_MS)
  t.equal(pay(desk), 'supervision/account-frozen', 'the court’s still stands')
  t.match(desk.query('freezes', { partyId: 'bank-a' }), { orders: [{ authority: 'court' }] })
  t.equal(desk.send(REGULATOR, 'unfreeze', { partyId: 'bank-a', orderHash: HASH }), 'supervision/not-freezer')
  t.equal(desk.send(COURT, 'unfreeze', { partyId: 'bank-a', orderHash: OTHER_HASH }), 'supervision/not-freezer')
  t.equal(desk.send(COURT, 'unfreeze', { partyId: 'bank-a', orderHash: HASH }), 'success')
  t.equal(pay(desk), 'success')
  t.end()
})

test('an issuer whose accounts are frozen cannot redeem either', (t) => {
  const desk = open()
  t.equal(desk.send(COURT, 'freeze', order(desk, { partyId: 'settlement-bank' })), 'success')
  const redeem = { currency: 'CNY', amount: '1', reference: 'x' }
  t.equal(desk.send(both('settlement-bank'), 'redeem', redeem, 'settlement'), 'supervision/account-frozen')
  t.end()
})

test('refusals of freeze and unfreeze', (t) => {
  const desk = open()
  const rows: readonly (readonly [string, string, Args])[] = [
    ['supervision/not-authorised', 'bank-b', {}],
    ['supervision/not-authorised', 'desk', {}],
    ['organizations/unknown-party', 'court', { partyId: 'nobody' }],
    ['supervision/bad-expiry', 'court', { expiresAtMs: 1 }],
    ['supervision/bad-expiry', 'court', { expiresAtMs: desk.harness.timeMs + 367 * DAY_MS }],
  ]
  for (const [code, who, given] of rows) t.equal(desk.send([address(who)], 'freeze', order(desk, given)), code, code)
  const lift = { partyId: 'bank-a', orderHash: HASH }
  t.equal(desk.send([address('bank-b')], 'unfreeze', lift), 'supervision/not-authorised')
  t.equal(desk.send(COURT, 'unfreeze', { ...lift, partyId: 'nobody' }), 'organizations/unknown-party')
  t.equal(desk.send(COURT, 'unfreeze', lift), 'supervision/not-freezer')
  t.match(desk.query('freezes', { partyId: 'nobody' }), { code: 'organizations/unknown-party' })
  for (let index = 0; index < 16; index += 1) {
    t.equal(desk.send(COURT, 'freeze', order(desk, { orderHash: `0x${`${10 + index}`.repeat(32)}` })), 'success')
  }
  t.equal(desk.send(COURT, 'freeze', order(desk)), 'supervision/too-many-orders')
  t.end()
})

test('a freeze stops the payments of other modules too', (t) => {
  const desk = openReceivables()
  desk.active('SH-1')
  const request = { certNo: 'SH-1', annualRatePpm: 38_500, recourse: false, expiresAtMs: desk.harness.timeMs + DAY_MS }
  t.equal(desk.send([address('nanhai')], 'requestFinance', request), 'success')
  const finance = { certNo: 'SH-1', annualRatePpm: 38_500, bank: 'bank-a', seller: 'nanhai', recourse: false, outstanding: '100000000' }
  const stop = { orderHash: HASH, expiresAtMs: desk.harness.timeMs + DAY_MS }
  t.equal(desk.send(COURT, 'freeze', { ...stop, partyId: 'bank-a' }, 'supervision'), 'success')
  t.equal(desk.send(COURT, 'freeze', { ...stop, partyId: 'shunhe' }, 'supervision'), 'success')
  t.equal(desk.send([address('bank-a')], 'finance', finance), 'supervision/account-frozen')
  t.equal(desk.send([address('shunhe')], 'redeem', { certNo: 'SH-1' }), 'supervision/account-frozen')
  desk.harness.advance(DAY_MS)
  t.equal(desk.send([address('shunhe')], 'redeem', { certNo: 'SH-1' }), 'success')
  t.end()
})

test('an order ends at its very moment, and not before', (t) => {
  const desk = open()
  const expiresAtMs = desk.harness.timeMs + 10_000
  t.equal(desk.send(COURT, 'freeze', order(desk, { expiresAtMs })), 'success')
  const payAt = (timeMs: number): string => {
    const json = { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '1', reference: 'x' }
    const call = { module: 'settlement', command: 'transfer', json }
    const { receipts } = desk.harness.block([{ signers: [address('bank-a')], calls: [call] }], { timeMs })
    return receipts[0]?.code ?? 'success'
  }
  t.equal(payAt(expiresAtMs - 1), 'supervision/account-frozen')
  t.equal(payAt(expiresAtMs), 'success')
  t.end()
})

test('an authority that lifts its order leaves the other’s of the same hash', (t) => {
  const desk = open()
  for (const authority of [COURT, REGULATOR]) t.equal(desk.send(authority, 'freeze', order(desk)), 'success')
  t.equal(desk.send(COURT, 'unfreeze', { partyId: 'bank-a', orderHash: HASH }), 'success')
  t.match(desk.query('freezes', { partyId: 'bank-a' }), { frozen: true, orders: [{ authority: 'regulator' }] })
  t.equal(pay(desk), 'supervision/account-frozen')
  t.end()
})
