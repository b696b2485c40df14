import { test } from 'tap'
import { address, both, DAY_MS, START_MS } from '../cast.ts'
import { AuctionDesk } from './auction-desk.ts'
import { type Args, type Desk, HASH, OTHER_HASH, openDesk } from './desk.ts'

const SHUNHE = both('shunhe')
const NANHAI = [address('nanhai')]
const BANK_A = [address('bank-a')]
const COURT = [address('court')]
const EXPIRES = START_MS + 20 * DAY_MS
const FULL = '100000000'
const REQUEST = { certNo: 'SH-1', annualRatePpm: 38_500, recourse: true, expiresAtMs: EXPIRES }
const BID = { certNo: 'SH-1', annualRatePpm: 38_500, bank: 'bank-a', seller: 'nanhai', recourse: true, outstanding: FULL }

function freeze(desk: Desk, certNo: string, days = 300): string {
  return desk.send(COURT, 'freeze', { certNo, orderHash: HASH, expiresAtMs: START_MS + days * DAY_MS })
}

const unfreeze = (desk: Desk, certNo: string): string => desk.send(COURT, 'unfreeze', { certNo, orderHash: HASH })

/** Sold to bank-a with recourse, and unpaid beyond the days of grace. */
function overdue(): Desk {
  const desk = openDesk()
  desk.active('SH-1')
  const codes = [
    desk.send(NANHAI, 'requestFinance', REQUEST),
    desk.send(BANK_A, 'finance', BID),
    ...[124].map((days) => {
      desk.later(days)
      return desk.send(NANHAI, 'declareOverdue', { certNo: 'SH-1' })
    }),
  ]
  if (codes.some((code) => code !== 'success')) throw new Error(codes.join())
  return desk
}

test('nothing is done to a frozen claim: not split, passed on, offered, bought or bid for', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  t.equal(freeze(desk, 'SH-1'), 'success')
  const commitment = { certNo: 'SH-1', bank: 'bank-a', auctionNo: 1, commitment: HASH }
  const salt = `0x${'00'.repeat(32)}`
  const rows: readonly (readonly [readonly ReturnType<typeof address>[], string, Args])[] = [
    [NANHAI, 'split', { certNo: 'SH-1', shares: ['1', '99999999'] }],
    [NANHAI, 'transfer', { certNo: 'SH-1', to: 'sanshui', tradeDocumentHash: HASH, expiresAtMs: EXPIRES }],
    [NANHAI, 'cancelTransfer', { certNo: 'SH-1' }],
    [NANHAI, 'requestFinance', REQUEST],
    [NANHAI, 'cancelFinanceRequest', { certNo: 'SH-1' }],
    [BANK_A, 'finance', BID],
    [BANK_A, 'bid', commitment],
    [BANK_A, 'reveal', { certNo: 'SH-1', bank: 'bank-a', annualRatePpm: 1, salt }],
    [NANHAI, 'acceptBid', { certNo: 'SH-1', bank: 'bank-a', annualRatePpm: 1 }],
    [NANHAI, 'accept', { certNo: 'SH-1' }],
    [NANHAI, 'reject', { certNo: 'SH-1' }],
    [SHUNHE, 'cancel', { certNo: 'SH-1' }],
    [NANHAI, 'claimRecourse', { certNo: 'SH-1' }],
    [NANHAI, 'payRecourse', { certNo: 'SH-1' }],
    [both('nanhai'), 'writeOff', { certNo: 'SH-1' }],
  ]
  for (const [signers, command, json] of rows) t.equal(desk.send(signers, command, json), 'receivables/frozen', command)
  t.end()
})

test('an overdue claim is frozen, too: no recourse and no write-off until the order ends, and then where it was', (t) => {
  const desk = overdue()
  t.equal(freeze(desk, 'SH-1'), 'success')
  t.equal(desk.send(BANK_A, 'claimRecourse', { certNo: 'SH-1' }), 'receivables/frozen')
  t.equal(desk.send(both('bank-a'), 'writeOff', { certNo: 'SH-1' }), 'receivables/frozen')
  t.equal(unfreeze(desk, 'SH-1'), 'success')
  t.match(desk.certificate('SH-1'), { status: 'OVERDUE', holder: 'bank-a' })
  t.equal(desk.send(BANK_A, 'claimRecourse', { certNo: 'SH-1' }), 'success')
  t.equal(freeze(desk, 'SH-1'), 'success')
  t.equal(desk.send(NANHAI, 'payRecourse', { certNo: 'SH-1' }), 'receivables/frozen')
  desk.later(200)
  t.match(desk.certificate('SH-1'), { status: 'RECOURSE', holder: 'bank-a' }, 'the order expired')
  t.equal(desk.send(NANHAI, 'payRecourse', { certNo: 'SH-1' }), 'settlement/insufficient-funds', 'nanhai has less than it sold for')
  const money = { currency: 'CNY', to: 'nanhai', amount: FULL, reference: 'other business' }
  t.equal(desk.send(both('settlement-bank'), 'mint', money, 'settlement'), 'success')
  t.equal(desk.send(NANHAI, 'payRecourse', { certNo: 'SH-1' }), 'success')
  t.end()
})

test('what is claimed by recourse can be written off, or paid by the core firm after all', (t) => {
  const written = overdue()
  t.equal(written.send(BANK_A, 'claimRecourse', { certNo: 'SH-1' }), 'success')
  t.equal(written.send(BANK_A, 'claimRecourse', { certNo: 'SH-1' }), 'receivables/not-overdue', 'once')
  t.equal(written.send(both('bank-a'), 'writeOff', { certNo: 'SH-1' }), 'success')
  t.match(written.query('issue', { certNo: 'SH-1' }), { outstanding: '0', root: { writtenOff: FULL, live: [] } })
  for (const [signers, command] of [
    [BANK_A, 'claimRecourse'],
    [both('bank-a'), 'writeOff'],
  ] as const) {
    t.equal(written.send(signers, command, { certNo: 'SH-1' }), 'receivables/not-overdue', `${command}: final`)
  }
  t.equal(written.send(SHUNHE, 'redeem', { certNo: 'SH-1' }), 'receivables/ended')
  t.equal(freeze(written, 'SH-1'), 'receivables/ended')

  const paid = overdue()
  t.equal(paid.send(BANK_A, 'claimRecourse', { certNo: 'SH-1' }), 'success')
  t.equal(paid.send(SHUNHE, 'redeem', { certNo: 'SH-1' }), 'success')
  t.match(paid.certificate('SH-1'), { status: 'SETTLED' })
  t.equal(paid.send(NANHAI, 'payRecourse', { certNo: 'SH-1' }), 'receivables/no-recourse', 'nothing is claimed any more')
  t.end()
})

test('an order ends an auction on the claim, and its expiry frees the claim', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  const auction = new AuctionDesk(desk, 'SH-1')
  t.equal(auction.open('nanhai'), 'success')
  t.equal(auction.bid('bank-a', 38_500), 'success')
  t.equal(freeze(desk, 'SH-1', 2), 'success')
  t.match(auction.view(), { auction: { outcome: 'VOID' } })
  desk.later(3)
  t.match(desk.certificate('SH-1'), { status: 'ACTIVE' })
  t.equal(auction.open('nanhai'), 'success')
  t.end()
})

test('only what is offered is cancelled, and only by who issued it', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  t.equal(desk.send(SHUNHE, 'cancel', { certNo: 'SH-1' }), 'receivables/nothing-pending', 'accepted: nobody takes it back')
  t.equal(desk.send(NANHAI, 'reject', { certNo: 'SH-1' }), 'receivables/nothing-pending')
  t.equal(desk.send(NANHAI, 'accept', { certNo: 'SH-1' }), 'receivables/nothing-pending')
  t.equal(desk.send(NANHAI, 'split', { certNo: 'SH-1', shares: ['60000000', '40000000'] }), 'success')
  t.equal(desk.send(NANHAI, 'accept', { certNo: 'SH-1.1' }), 'receivables/not-root')
  t.equal(desk.send(SHUNHE, 'cancel', { certNo: 'SH-1.1' }), 'receivables/not-root')
  t.end()
})

test('a court’s order stops a claim and moves no money: only the holder’s and the debtor’s own commands do', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  const before = ['nanhai', 'shunhe', 'court', 'regulator'].map((partyId) => desk.balance(partyId))
  t.equal(freeze(desk, 'SH-1'), 'success')
  t.equal(desk.send([address('regulator')], 'freeze', { certNo: 'SH-1', orderHash: OTHER_HASH, expiresAtMs: EXPIRES }), 'success')
  t.equal(unfreeze(desk, 'SH-1'), 'success')
  t.match(desk.certificate('SH-1'), { status: 'FROZEN', freeze: { orders: [{ authority: 'regulator' }] } })
  t.same(
    ['nanhai', 'shunhe', 'court', 'regulator'].map((partyId) => desk.balance(partyId)),
    before,
  )
  t.match(desk.certificate('SH-1'), { holder: 'nanhai', holders: ['nanhai'], outstanding: FULL })
  t.end()
})

test('an offer is over at its very moment, whether or not a block has swept it', (t) => {
  const rows: readonly (readonly [string, string, Args, string, Args])[] = [
    [
      'transfer',
      'sanshui',
      { certNo: 'SH-1', to: 'sanshui', tradeDocumentHash: HASH },
      'acceptTransfer',
      { certNo: 'SH-1', tradeDocumentHash: HASH, outstanding: FULL },
    ],
    ['requestFinance', 'bank-a', REQUEST, 'finance', BID],
  ]
  for (const [offer, taker, terms, take, json] of rows) {
    for (const lateMs of [0, 200]) {
      const desk = openDesk()
      desk.active('SH-1')
      const expiresAtMs = desk.harness.timeMs + 5_500
      t.equal(desk.send(NANHAI, offer, { ...terms, expiresAtMs }), 'success')
      const transaction = { signers: [address(taker)], calls: [{ module: 'receivables', command: take, json }] }
      const { receipts } = desk.harness.block([transaction], { timeMs: expiresAtMs + lateMs })
      t.match(receipts, [{ outcome: 'rejected', code: 'receivables/expired' }], `${take}, ${lateMs} ms late`)
    }
  }
  t.end()
})

test('an auction is over at its very moment, too', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  const auction = new AuctionDesk(desk, 'SH-1')
  const nowMs = desk.harness.timeMs
  const times = { auction: { commitUntilMs: nowMs + 3_000, revealUntilMs: nowMs + 6_000 }, expiresAtMs: nowMs + 9_500 }
  t.equal(auction.open('nanhai', times), 'success')
  t.equal(auction.bid('bank-a', 38_500), 'success')
  auction.until(nowMs + 3_000)
  t.equal(auction.reveal('bank-a', 38_500), 'success')
  const json = { certNo: 'SH-1', bank: 'bank-a', annualRatePpm: 38_500 }
  const accept = { signers: NANHAI, calls: [{ module: 'receivables', command: 'acceptBid', json }] }
  const { receipts } = desk.harness.block([accept], { timeMs: nowMs + 9_700 })
  t.match(receipts, [{ outcome: 'rejected', code: 'receivables/expired' }])
  t.end()
})
