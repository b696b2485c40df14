import type { HarnessTransaction } from '@hanse/state'
import { test } from 'tap'
import { address, both, DAY_MS, START_MS } from '../cast.ts'
import { type Args, type Desk, HASH, OTHER_HASH, openDesk } from './desk.ts'

const SHUNHE = both('shunhe')
const NANHAI = [address('nanhai')]
const EXPIRES = START_MS + 20 * DAY_MS

function transaction(partyId: string, command: string, json: Args): HarnessTransaction {
  return { signers: [address(partyId)], calls: [{ module: 'receivables', command, json }] }
}

function financed(desk: Desk, certNo: string, { bank = 'bank-a', recourse = false } = {}): void {
  const codes = [
    desk.send(NANHAI, 'requestFinance', { certNo, annualRatePpm: 36_000, recourse, expiresAtMs: EXPIRES }),
    desk.send([address(bank)], 'finance', {
      certNo,
      annualRatePpm: 36_000,
      bank,
      seller: 'nanhai',
      recourse,
      outstanding: desk.certificate(certNo)['outstanding'] as string,
    }),
  ]
  if (codes.some((code) => code !== 'success')) throw new Error(codes.join(', '))
}

test('two transfers of one certificate in one block: exactly one wins', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  const offer = { certNo: 'SH-1', tradeDocumentHash: HASH, expiresAtMs: EXPIRES }
  const { receipts } = desk.harness.block([
    transaction('nanhai', 'transfer', { ...offer, to: 'gaoming' }),
    transaction('nanhai', 'transfer', { ...offer, to: 'sanshui' }),
  ])
  t.match(receipts, [{ outcome: 'success' }, { outcome: 'rejected', code: 'receivables/transfer-pending' }])
  t.match(desk.certificate('SH-1'), { transfer: { to: 'gaoming' } })
  t.end()
})

test('two banks in one block: exactly one finances, one pays', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  t.equal(desk.send(NANHAI, 'requestFinance', { certNo: 'SH-1', annualRatePpm: 36_000, recourse: false, expiresAtMs: EXPIRES }), 'success')
  const bid = { certNo: 'SH-1', annualRatePpm: 36_000, seller: 'nanhai', recourse: false, outstanding: '100000000' }
  const { receipts } = desk.harness.block([
    transaction('bank-b', 'finance', { ...bid, bank: 'bank-b' }),
    transaction('bank-a', 'finance', { ...bid, bank: 'bank-a' }),
  ])
  t.match(receipts, [{ outcome: 'success' }, { outcome: 'rejected', code: 'receivables/already-financed' }])
  t.same([desk.balance('bank-a'), desk.balance('bank-b'), desk.balance('nanhai')], ['1000000000', '901200000', '98800000'])
  t.end()
})

test('early and partial redemption: pro rata, open offers void, the line and the invoice follow', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  t.equal(desk.send(NANHAI, 'split', { certNo: 'SH-1', shares: ['50000000', '30000000', '20000000'] }), 'success')
  t.equal(desk.send(NANHAI, 'transfer', { certNo: 'SH-1.1', to: 'sanshui', tradeDocumentHash: HASH, expiresAtMs: EXPIRES }), 'success')
  financed(desk, 'SH-1.2')
  t.equal(desk.send(NANHAI, 'requestFinance', { certNo: 'SH-1.3', annualRatePpm: 1, recourse: false, expiresAtMs: EXPIRES }), 'success')
  t.equal(desk.send(SHUNHE, 'redeem', { certNo: 'SH-1', amount: '33333333' }), 'success')
  t.match(
    desk.certificate('SH-1.1'),
    { status: 'ACTIVE', outstanding: '33333334' },
    '166,666.665 rounds down: its remainder is the smallest',
  )
  t.match(desk.certificate('SH-1.2'), { status: 'FINANCED', outstanding: '20000000', holder: 'bank-a' })
  t.match(desk.certificate('SH-1.3'), { status: 'ACTIVE', outstanding: '13333333' })
  t.equal(
    desk.send([address('sanshui')], 'acceptTransfer', { certNo: 'SH-1.1', tradeDocumentHash: HASH, outstanding: '100000000' }),
    'receivables/nothing-pending',
  )
  t.match(desk.query('line', { lineId: 'A-1' }), { line: { used: '66666667' } })
  const [issue] = desk.query('issuesOfInvoice', { invoiceId: invoiceOf(desk, 'SH-1') })['items'] as readonly Args[]
  t.match(issue, { certNo: 'SH-1', outstanding: '66666667', root: { redeemed: '33333333' } })
  t.match(desk.query('invoice', { invoiceId: invoiceOf(desk, 'SH-1') }, 'invoices'), { status: { payment: 'PART', settled: '33333333' } })
  t.equal(desk.send(NANHAI, 'split', { certNo: 'SH-1.1', shares: ['33333333', '1'] }), 'success', 'what is left can be split')
  t.equal(desk.send(SHUNHE, 'redeem', { certNo: 'SH-1' }), 'success')
  t.match(desk.query('invoice', { invoiceId: invoiceOf(desk, 'SH-1') }, 'invoices'), { status: { payment: 'PAID', finance: 'RELEASED' } })
  t.equal(desk.send(SHUNHE, 'redeem', { certNo: 'SH-1' }), 'receivables/ended')
  t.equal(desk.send([address('court')], 'freeze', { certNo: 'SH-1.2', orderHash: HASH, expiresAtMs: EXPIRES }), 'receivables/ended')
  t.end()
})

function invoiceOf(desk: Desk, certNo: string): string {
  const { invoices } = desk.query('issue', { certNo })['root'] as { readonly invoices: readonly [{ readonly invoiceId: string }] }
  return invoices[0].invoiceId
}

test('a frozen certificate stands still; what is paid on it waits for its holder', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  t.equal(desk.send(NANHAI, 'split', { certNo: 'SH-1', shares: ['60000000', '40000000'] }), 'success')
  const order = { certNo: 'SH-1.1', orderHash: HASH, expiresAtMs: START_MS + 200 * DAY_MS }
  const offer = { certNo: 'SH-1.1', to: 'sanshui', tradeDocumentHash: HASH, expiresAtMs: EXPIRES }
  t.equal(desk.send(NANHAI, 'transfer', offer), 'success')
  t.equal(desk.send([address('bank-a')], 'freeze', order), 'organizations/missing-role')
  t.equal(desk.send([address('court')], 'freeze', { ...order, expiresAtMs: START_MS }), 'receivables/bad-expiry')
  t.equal(desk.send([address('court')], 'freeze', { ...order, expiresAtMs: START_MS + 400 * DAY_MS }), 'receivables/bad-expiry')
  t.equal(desk.send([address('court')], 'freeze', order), 'success')
  t.match(desk.certificate('SH-1.1'), { status: 'FROZEN', freeze: { orders: [{ authority: 'court' }], previous: 'ACTIVE' } })
  t.equal(
    desk.send([address('sanshui')], 'acceptTransfer', { certNo: 'SH-1.1', tradeDocumentHash: HASH, outstanding: '100000000' }),
    'receivables/frozen',
  )
  t.equal(desk.send(NANHAI, 'split', { certNo: 'SH-1.1', shares: ['1', '59999999'] }), 'receivables/frozen')
  t.equal(desk.send([address('regulator')], 'unfreeze', { certNo: 'SH-1.1', orderHash: HASH }), 'receivables/not-freezer')
  t.equal(desk.send([address('court')], 'unfreeze', { certNo: 'SH-1.1', orderHash: OTHER_HASH }), 'receivables/not-freezer')
  t.equal(desk.send([address('court')], 'unfreeze', { certNo: 'SH-1.2', orderHash: HASH }), 'receivables/not-freezer')

  t.equal(desk.send(SHUNHE, 'redeem', { certNo: 'SH-1', amount: '50000000' }), 'success')
  t.equal(desk.balance('nanhai'), '20000000', 'only the other share was paid out')
  t.match(desk.certificate('SH-1.1'), { outstanding: '30000000', freeze: { escrow: '30000000' } })
  t.equal(desk.send([address('court')], 'unfreeze', { certNo: 'SH-1.1', orderHash: HASH }), 'success')
  t.equal(desk.balance('nanhai'), '50000000')
  t.match(desk.certificate('SH-1.1'), { status: 'ACTIVE', outstanding: '30000000' })
  t.end()
})

test('orders stand side by side and are renewed; nothing is let go before the last has ended', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  const [court, regulator] = [[address('court')], [address('regulator')]]
  const order = { certNo: 'SH-1', orderHash: HASH, expiresAtMs: START_MS + 2 * DAY_MS }
  t.equal(desk.send(regulator, 'freeze', order), 'success')
  t.equal(desk.send(SHUNHE, 'redeem', { certNo: 'SH-1', amount: '50000000' }), 'success')
  t.equal(desk.send(court, 'freeze', { ...order, orderHash: OTHER_HASH, expiresAtMs: START_MS + 30 * DAY_MS }), 'success', 'a longer one')
  desk.later(3)
  t.match(desk.certificate('SH-1'), { status: 'FROZEN', freeze: { orders: [{ authority: 'court' }], escrow: '50000000' } })
  t.equal(desk.send(court, 'freeze', { ...order, orderHash: OTHER_HASH, expiresAtMs: START_MS + 60 * DAY_MS }), 'success', 'renewed')
  desk.later(30)
  t.match(desk.certificate('SH-1'), { status: 'FROZEN', freeze: { orders: [{ authority: 'court' }] } })
  t.equal(desk.balance('nanhai'), '0', 'what waited still waits')
  for (let number = 0; number < 15; number++) {
    const orderHash = `0x${`${number}`.padStart(64, '0')}`
    t.equal(desk.send(court, 'freeze', { certNo: 'SH-1', orderHash, expiresAtMs: START_MS + 40 * DAY_MS }), 'success')
  }
  const oneMore = { ...order, expiresAtMs: START_MS + 40 * DAY_MS }
  t.equal(desk.send(court, 'freeze', oneMore), 'receivables/too-many-orders')
  desk.later(28)
  t.equal(desk.balance('nanhai'), '50000000', 'when the last has ended')
  t.match(desk.certificate('SH-1'), { status: 'ACTIVE', outstanding: '50000000' })
  t.end()
})

test('a freeze ends by itself, and what was redeemed in full meanwhile is then settled', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  desk.active('SH-2')
  const order = { orderHash: HASH, expiresAtMs: START_MS + 130 * DAY_MS }
  for (const certNo of ['SH-1', 'SH-2']) t.equal(desk.send([address('regulator')], 'freeze', { ...order, certNo }), 'success')
  desk.later(125)
  t.match(desk.certificate('SH-1'), { status: 'FROZEN' }, 'the due date does not move a frozen certificate')
  t.equal(desk.send(NANHAI, 'declareOverdue', { certNo: 'SH-1' }), 'receivables/not-overdue', 'nor is it declared overdue')
  t.equal(desk.send(SHUNHE, 'redeem', { certNo: 'SH-1' }), 'success')
  t.match(desk.certificate('SH-1'), { status: 'FROZEN', outstanding: '0' })
  t.equal(desk.balance('nanhai'), '0')
  t.equal(desk.send(SHUNHE, 'redeem', { certNo: 'SH-1' }), 'receivables/ended', 'nothing is left to redeem')
  desk.later(6)
  t.match(desk.certificate('SH-1'), { status: 'SETTLED' })
  t.match(desk.certificate('SH-2'), { status: 'MATURED', outstanding: '100000000' })
  t.equal(desk.balance('nanhai'), '100000000')
  t.end()
})

test('unpaid: overdue after the days of grace, recourse to the seller, or written off', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  t.equal(desk.send(NANHAI, 'split', { certNo: 'SH-1', shares: ['50000000', '30000000', '20000000'] }), 'success')
  financed(desk, 'SH-1.1', { recourse: true })
  financed(desk, 'SH-1.2', { recourse: false })
  const before = desk.balance('bank-a')
  desk.later(123)
  t.equal(desk.send(NANHAI, 'declareOverdue', { certNo: 'SH-1' }), 'receivables/not-overdue', 'three days of grace')
  t.equal(desk.wordsOf(NANHAI, 'declareOverdue', { certNo: 'SH-1' }), 'SH-1, to be paid by 2026-06-30, is overdue from 2026-07-04')
  desk.later(1)
  t.equal(desk.send([address('tax')], 'declareOverdue', { certNo: 'SH-1' }), 'success', 'anyone may')
  t.match(desk.certificate('SH-1.1'), { status: 'OVERDUE' })
  t.equal(desk.send(NANHAI, 'declareOverdue', { certNo: 'SH-1' }), 'receivables/not-overdue', 'once')

  t.equal(desk.send([address('bank-a')], 'claimRecourse', { certNo: 'SH-1.2' }), 'receivables/no-recourse')
  t.equal(desk.send(NANHAI, 'claimRecourse', { certNo: 'SH-1.3' }), 'receivables/no-recourse')
  t.equal(desk.send(NANHAI, 'payRecourse', { certNo: 'SH-1.1' }), 'receivables/no-recourse', 'not claimed yet')
  t.equal(desk.send([address('bank-a')], 'claimRecourse', { certNo: 'SH-1.1' }), 'success')
  t.equal(desk.send([address('sanshui')], 'payRecourse', { certNo: 'SH-1.1' }), 'organizations/wrong-party')
  t.equal(desk.send(NANHAI, 'payRecourse', { certNo: 'SH-1.1' }), 'success')
  t.equal(BigInt(desk.balance('bank-a')) - BigInt(before), 50_000_000n)
  t.match(desk.certificate('SH-1.1'), { status: 'OVERDUE', holder: 'nanhai', holders: ['nanhai'] })

  t.equal(desk.send([address('bank-a')], 'writeOff', { certNo: 'SH-1.2' }), 'organizations/four-eyes-required')
  t.equal(desk.send(both('bank-a'), 'writeOff', { certNo: 'SH-1.2' }), 'success')
  t.match(desk.query('issue', { certNo: 'SH-1' }), { outstanding: '70000000', root: { writtenOff: '30000000' } })
  t.match(desk.query('line', { lineId: 'A-1' }), { line: { used: '70000000' } })
  t.equal(desk.send(SHUNHE, 'redeem', { certNo: 'SH-1' }), 'success', 'late is better than never')
  t.match(desk.query('invoice', { invoiceId: invoiceOf(desk, 'SH-1') }, 'invoices'), { status: { payment: 'PART', finance: 'RELEASED' } })
  t.end()
})
