import { test } from 'tap'
import { address, both, DAY_MS, START_MS } from '../cast.ts'
import { AuctionDesk } from './auction-desk.ts'
import { type Desk, HASH, openDesk } from './desk.ts'

const EXPIRES = START_MS + 20 * DAY_MS
const FULL = '1000000000'

/** SH-1 of nanhai's goes to bank-a, with recourse or without. */
function financed(recourse: boolean): Desk {
  const desk = openDesk()
  desk.active('SH-1')
  if (offer(desk, 'nanhai', recourse) !== 'success' || buy(desk, 'bank-a', 'nanhai', recourse) !== 'success') throw new Error('no sale')
  return desk
}

function offer(desk: Desk, holder: string, recourse: boolean): string {
  return desk.send([address(holder)], 'requestFinance', { certNo: 'SH-1', annualRatePpm: 36_000, recourse, expiresAtMs: EXPIRES })
}

function buy(desk: Desk, bank: string, seller: string, recourse: boolean): string {
  const bid = { certNo: 'SH-1', annualRatePpm: 36_000, bank, seller, recourse, outstanding: '100000000' }
  return desk.send([address(bank)], 'finance', bid)
}

test('a bank that financed a claim sells it on; an offer that ends leaves it FINANCED', (t) => {
  const desk = financed(true)
  t.equal(offer(desk, 'nanhai', false), 'organizations/wrong-party')
  t.equal(offer(desk, 'bank-a', false), 'success')
  t.equal(desk.send([address('bank-a')], 'cancelFinanceRequest', { certNo: 'SH-1' }), 'success')
  t.match(desk.certificate('SH-1'), { status: 'FINANCED', holder: 'bank-a' })
  t.equal(offer(desk, 'bank-a', false), 'success')
  const freeze = { certNo: 'SH-1', orderHash: HASH, expiresAtMs: EXPIRES }
  t.equal(desk.send([address('court')], 'freeze', freeze), 'success')
  t.equal(desk.send([address('court')], 'unfreeze', { certNo: 'SH-1', orderHash: HASH }), 'success')
  t.match(desk.certificate('SH-1'), { status: 'FINANCED', holder: 'bank-a' }, 'a freeze ends the offer, not the sale before it')
  t.equal(offer(desk, 'bank-a', false), 'success')
  t.equal(buy(desk, 'bank-a', 'bank-a', false), 'receivables/circular-transfer')
  t.equal(buy(desk, 'bank-b', 'bank-a', false), 'success')
  t.match(desk.certificate('SH-1'), {
    ...{ status: 'FINANCED', holder: 'bank-b', holders: ['nanhai', 'bank-a', 'bank-b'] },
    ...{
      financing: { bank: 'bank-b', seller: 'bank-a', recourse: false },
      earlier: [{ bank: 'bank-a', seller: 'nanhai', recourse: true }],
    },
  })
  t.equal(desk.balance('bank-a'), FULL, 'bought and sold at one rate on one day')
  t.end()
})

test('recourse goes back sale by sale', (t) => {
  const desk = financed(true)
  t.equal(offer(desk, 'bank-a', true), 'success')
  t.equal(buy(desk, 'bank-b', 'bank-a', true), 'success')
  desk.later(124)
  t.equal(desk.send([address('tax')], 'declareOverdue', { certNo: 'SH-1' }), 'success')
  t.equal(desk.send([address('bank-a')], 'claimRecourse', { certNo: 'SH-1' }), 'organizations/wrong-party', 'it holds nothing')
  t.equal(desk.send([address('bank-b')], 'claimRecourse', { certNo: 'SH-1' }), 'success')
  t.equal(desk.send([address('nanhai')], 'payRecourse', { certNo: 'SH-1' }), 'organizations/wrong-party', 'it sold to another')
  t.equal(desk.send([address('bank-a')], 'payRecourse', { certNo: 'SH-1' }), 'success')
  t.match(desk.certificate('SH-1'), { holder: 'bank-a', status: 'OVERDUE', financing: { seller: 'nanhai' }, earlier: [] })
  t.equal(desk.send([address('bank-a')], 'claimRecourse', { certNo: 'SH-1' }), 'success')
  const money = { currency: 'CNY', to: 'nanhai', amount: '100000000', reference: 'other business' }
  t.equal(desk.send(both('settlement-bank'), 'mint', money, 'settlement'), 'success')
  t.equal(desk.send([address('nanhai')], 'payRecourse', { certNo: 'SH-1' }), 'success')
  const { financing, holders } = desk.certificate('SH-1')
  t.same([financing, holders], [undefined, ['nanhai']])
  t.equal(desk.send(both('shunhe'), 'redeem', { certNo: 'SH-1' }), 'success', 'late, to who has it in the end')
  t.end()
})

test('who bought without recourse has none, whatever the sale before it said', (t) => {
  const desk = financed(true)
  t.equal(offer(desk, 'bank-a', false), 'success')
  t.equal(buy(desk, 'bank-b', 'bank-a', false), 'success')
  desk.later(124)
  t.equal(desk.send([address('tax')], 'declareOverdue', { certNo: 'SH-1' }), 'success')
  t.equal(desk.send([address('bank-b')], 'claimRecourse', { certNo: 'SH-1' }), 'receivables/no-recourse')
  t.end()
})

test('a resale by auction', (t) => {
  const desk = financed(false)
  const auction = new AuctionDesk(desk, 'SH-1')
  t.equal(auction.open('bank-a'), 'success')
  t.equal(auction.bid('bank-a', 30_000), 'receivables/circular-transfer')
  t.equal(auction.bid('bank-b', 30_000), 'success')
  auction.toReveal()
  t.equal(auction.reveal('bank-b', 30_000), 'success')
  t.equal(auction.accept('bank-a', 'bank-b', 30_000), 'success')
  t.equal(desk.balance('bank-a'), '1000200000', '3.6 % kept on buying, 3.0 % given on selling: 0.6 % for 120 days')
  t.end()
})
