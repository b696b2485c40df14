import type { Address } from '@hanse/primitives'
import { type Test, test } from 'tap'
import { address, both, DAY_MS, START_MS } from '../cast.ts'
import { type Args, type Desk, HASH, ISSUE, OTHER_HASH, openDesk } from './desk.ts'

type Row = readonly [code: string, signers: readonly Address[], command: string, json: Args]

const SHUNHE = both('shunhe')
const NANHAI = [address('nanhai')]
const EXPIRES = START_MS + 20 * DAY_MS

/** Each row is refused with its code and changes nothing. */
function check(t: Test, desk: Desk, rows: readonly Row[]): void {
  for (const [code, signers, command, json] of rows) t.equal(desk.send(signers, command, json), code, `${command}: ${code}`)
}

function suspend(desk: Desk, partyId: string): string {
  return desk.send(both('regulator'), 'setKyc', { partyId, status: 'SUSPENDED', reason: 'inquiry' }, 'organizations')
}

test('lines: who grants them, and what they hold', (t) => {
  const desk = openDesk()
  const line = { lineId: 'A-2', core: 'shunhe', currency: 'CNY', limit: '1' }
  check(t, desk, [
    ['organizations/missing-role', SHUNHE, 'grantLine', line],
    ['organizations/four-eyes-required', [address('bank-a')], 'grantLine', line],
    ['organizations/unknown-party', both('bank-a'), 'grantLine', { ...line, core: 'nobody' }],
    ['organizations/missing-role', both('bank-a'), 'grantLine', { ...line, core: 'nanhai' }],
    ['receivables/unknown-currency', both('bank-a'), 'grantLine', { ...line, currency: 'USD' }],
    ['receivables/line-taken', both('bank-b'), 'grantLine', { ...line, lineId: 'A-1' }],
    ['receivables/line-taken', both('bank-a'), 'grantLine', { ...line, lineId: 'A-1', currency: 'VND' }],
  ])
  desk.active('SH-1')
  t.equal(desk.send(both('bank-a'), 'grantLine', { ...line, lineId: 'A-1', limit: '99999999' }), 'receivables/limit-below-used')
  t.equal(desk.send(both('bank-a'), 'grantLine', { ...line, lineId: 'A-1', limit: '100000000' }), 'success')
  t.match(desk.query('lines', { partyId: 'shunhe' }), { items: [{ lineId: 'A-1', available: '0' }, { lineId: 'B-1' }] })
  t.end()
})

test('issue: line, tenor, invoices, three-way match', (t) => {
  const desk = openDesk()
  const invoiceId = desk.invoice({ number: '26442000000000000017' })
  const ofSanshui = desk.invoice({ number: '26442000000000000018', seller: 'sanshui' })
  const ofGaoming = desk.invoice({ number: '26442000000000000019', buyer: 'gaoming' })
  const issue = { ...ISSUE, certNo: 'SH-1', invoices: [{ invoiceId, amount: '100000000' }] }
  const receipt = { type: 'receipt-advice', reference: 'RA-1', hash: HASH }
  const order = { ...receipt, type: 'order', reference: 'PO-1' }
  const ordered = { ...order, amount: '100000000' }
  const on = (id: string): Args => ({ ...issue, invoices: [{ invoiceId: id, amount: '100000000' }] })
  check(t, desk, [
    ['receivables/unknown-line', SHUNHE, 'issue', { ...issue, lineId: 'A-9' }],
    ['organizations/wrong-party', NANHAI, 'issue', issue],
    ['organizations/four-eyes-required', [address('shunhe')], 'issue', issue],
    ['organizations/unknown-party', SHUNHE, 'issue', { ...issue, payee: 'nobody' }],
    ['organizations/missing-role', SHUNHE, 'issue', { ...issue, clearingBank: 'bank-a' }],
    ['receivables/same-party', SHUNHE, 'issue', { ...issue, payee: 'shunhe' }],
    ['receivables/bad-due-date', SHUNHE, 'issue', { ...issue, dueDate: '2026-06-31' }],
    ['receivables/due-date-passed', SHUNHE, 'issue', { ...issue, dueDate: '2026-03-02' }],
    ['receivables/tenor-too-long', SHUNHE, 'issue', { ...issue, dueDate: '2027-04-06', tenorReason: '400 days' }],
    ['receivables/tenor-too-long', SHUNHE, 'issue', { ...issue, dueDate: '2027-03-03', tenorReason: 'a year and a day' }],
    ['receivables/tenor-reason-required', SHUNHE, 'issue', { ...issue, dueDate: '2026-09-03' }],
    ['receivables/bad-expiry', SHUNHE, 'issue', { ...issue, acceptUntilMs: START_MS }],
    ['receivables/bad-expiry', SHUNHE, 'issue', { ...issue, acceptUntilMs: START_MS + 31 * DAY_MS }],
    ['receivables/amount-not-positive', SHUNHE, 'issue', { ...issue, invoices: [{ invoiceId, amount: '0' }] }],
    ['receivables/amount-not-positive', SHUNHE, 'issue', { ...issue, invoices: [{ invoiceId, amount: '-1' }] }],
    ['receivables/unknown-invoice', SHUNHE, 'issue', on('CN:1:380:1')],
    ['receivables/invoice-seller', SHUNHE, 'issue', on(ofSanshui)],
    ['receivables/invoice-buyer', SHUNHE, 'issue', on(ofGaoming)],
    ['invoices/over-pledged', SHUNHE, 'issue', { ...issue, invoices: [{ invoiceId, amount: '100000001' }] }],
    ['receivables/exceeds-goods-receipt', SHUNHE, 'issue', { ...issue, documents: [ordered, { ...receipt, amount: '99999999' }] }],
    [
      'receivables/exceeds-order',
      SHUNHE,
      'issue',
      {
        ...issue,
        documents: [
          { ...order, amount: '99999999' },
          { ...receipt, amount: '100000000' },
        ],
      },
    ],
  ])
  const words = desk.wordsOf(SHUNHE, 'issue', { ...issue, documents: [ordered, { ...receipt, amount: '99999999' }] })
  t.equal(words, '1000000.00 CNY invoiced, 999999.99 CNY received (ISO 20022 AM09)')
  const matched = [ordered, { ...receipt, amount: '60000000' }, { ...receipt, reference: 'RA-2', hash: OTHER_HASH, amount: '40000000' }]
  for (const again of [receipt, { ...receipt, reference: 'RA-2' }, { ...receipt, hash: OTHER_HASH }]) {
    const twice = {
      ...issue,
      documents: [
        { ...receipt, amount: '60000000' },
        { ...again, amount: '40000000' },
      ],
    }
    t.equal(desk.send(SHUNHE, 'issue', twice), 'receivables/duplicate-document', 'received once')
  }
  const longest = { ...issue, dueDate: '2027-03-02', tenorReason: 'seasonal stock', documents: matched }
  t.equal(desk.send(SHUNHE, 'issue', longest), 'success', 'a year to the day, with a reason, fully received')
  check(t, desk, [
    ['receivables/certificate-exists', SHUNHE, 'issue', on(ofSanshui)],
    ['receivables/invoice-not-free', SHUNHE, 'issue', { ...issue, certNo: 'SH-2', lineId: 'B-1' }],
  ])
  t.equal(desk.send(NANHAI, 'accept', { certNo: 'SH-1' }), 'success')
  t.equal(
    desk.send(SHUNHE, 'issue', { ...issue, certNo: 'SH-2', lineId: 'B-1' }),
    'receivables/invoice-not-free',
    'the same invoice at bank B',
  )
  t.end()
})

test('issue: an invoice in another currency, one that was red-lettered, a line that is full', (t) => {
  const desk = openDesk()
  t.equal(desk.send(both('bank-a'), 'grantLine', { lineId: 'A-V', core: 'shunhe', currency: 'VND', limit: '900000000' }), 'success')
  const invoiceId = desk.invoice({ number: '26442000000000000017', gross: 300_000_000n })
  const issue = { ...ISSUE, certNo: 'SH-1', invoices: [{ invoiceId, amount: '300000000' }] }
  check(t, desk, [
    ['receivables/invoice-currency', SHUNHE, 'issue', { ...issue, lineId: 'A-V' }],
    ['receivables/line-exceeded', SHUNHE, 'issue', { ...issue, lineId: 'B-1' }],
  ])
  t.equal(
    desk.wordsOf(SHUNHE, 'issue', { ...issue, lineId: 'B-1' }),
    '3000000.00 CNY on line B-1 of 2000000.00 CNY, of which 0.00 CNY are used (ISO 20022 AM14)',
  )
  const red = { invoiceId, number: '26442000000000000018', issueDate: '2026-03-02', amount: '300000000', reason: 'returned' }
  t.equal(desk.send(both('nanhai'), 'redLetter', red, 'invoices'), 'success')
  t.equal(desk.send(SHUNHE, 'issue', issue), 'receivables/invoice-not-valid')
  t.end()
})

test('an offer is accepted by its payee, in time, or ends and frees invoice and line', (t) => {
  const desk = openDesk()
  const invoiceId = desk.invoice({ number: '26442000000000000017' })
  const issue = { ...ISSUE, invoices: [{ invoiceId, amount: '100000000' }] }
  const free = (): void => {
    t.match(desk.query('invoice', { invoiceId }, 'invoices'), { status: { finance: 'FREE' } })
    t.match(desk.query('line', { lineId: 'A-1' }), { line: { used: '0' } })
  }
  t.equal(desk.send(SHUNHE, 'issue', { ...issue, certNo: 'SH-1' }), 'success')
  check(t, desk, [
    ['receivables/unknown-certificate', NANHAI, 'accept', { certNo: 'SH-9' }],
    ['organizations/wrong-party', [address('sanshui')], 'accept', { certNo: 'SH-1' }],
    ['organizations/wrong-party', [address('sanshui')], 'reject', { certNo: 'SH-1' }],
    ['organizations/wrong-party', NANHAI, 'cancel', { certNo: 'SH-1' }],
    ['receivables/not-accepted', NANHAI, 'split', { certNo: 'SH-1', shares: ['1', '99999999'] }],
    ['receivables/not-accepted', SHUNHE, 'redeem', { certNo: 'SH-1' }],
    ['receivables/not-accepted', [address('court')], 'freeze', { certNo: 'SH-1', orderHash: HASH, expiresAtMs: EXPIRES }],
  ])
  t.equal(desk.send(NANHAI, 'reject', { certNo: 'SH-1', reason: 'money, please' }), 'success')
  free()
  t.equal(desk.send(NANHAI, 'accept', { certNo: 'SH-1' }), 'receivables/ended')
  t.equal(desk.send(SHUNHE, 'issue', { ...issue, certNo: 'SH-2' }), 'success')
  t.equal(desk.send(SHUNHE, 'cancel', { certNo: 'SH-2' }), 'success')
  free()
  t.equal(desk.send(SHUNHE, 'issue', { ...issue, certNo: 'SH-3' }), 'success')
  desk.later(8)
  t.match(desk.certificate('SH-3'), { status: 'CANCELLED' }, 'not accepted in time')
  free()
  const again = { ...issue, certNo: 'SH-4', acceptUntilMs: desk.harness.timeMs + 5_500 }
  t.equal(desk.send(SHUNHE, 'issue', again), 'success')
  const late = desk.harness.block([{ signers: NANHAI, calls: [{ module: 'receivables', command: 'accept', json: { certNo: 'SH-4' } }] }], {
    timeMs: desk.harness.timeMs + 4_700,
  })
  t.match(late.receipts, [{ outcome: 'rejected', code: 'receivables/expired' }], 'late by less than the sweep’s grain is late')
  desk.later(1)
  t.match(desk.certificate('SH-4'), { status: 'CANCELLED' })
  t.end()
})

test('split: sums to the minor unit, every share positive', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  const split = (...shares: string[]): Args => ({ certNo: 'SH-1', shares })
  check(t, desk, [
    ['receivables/shares-sum', NANHAI, 'split', split('60000000', '40000001')],
    ['receivables/share-not-positive', NANHAI, 'split', split('-10000000', '110000000')],
    ['receivables/share-not-positive', NANHAI, 'split', split('0', '100000000')],
    ['receivables/too-few-shares', NANHAI, 'split', split('100000000')],
    ['receivables/too-few-shares', NANHAI, 'split', split()],
    ['organizations/wrong-party', SHUNHE, 'split', split('50000000', '50000000')],
  ])
  t.equal(
    desk.wordsOf(NANHAI, 'split', split('60000000', '40000001')),
    'split shares sum to 1000000.01 CNY, certificate is 1000000.00 CNY (ISO 20022 AM10)',
  )
  t.equal(desk.wordsOf(NANHAI, 'split', split('-10000000', '110000000')), 'share 1 is -100000.00 CNY (ISO 20022 AM01)')
  t.equal(desk.send(NANHAI, 'split', split('50000000', '50000000')), 'success')
  t.equal(desk.send(NANHAI, 'split', split('50000000', '50000000')), 'receivables/ended', 'a split is final')
  let certNo = 'SH-1.1'
  for (let depth = 1; depth < 8; depth++) {
    t.equal(desk.send(NANHAI, 'split', { certNo, shares: ['1', `${50_000_000 - depth}`] }), 'success')
    certNo = `${certNo}.2`
  }
  t.equal(desk.send(NANHAI, 'split', { certNo, shares: ['1', '49999992'] }), 'receivables/too-deep')
  t.equal(desk.send(NANHAI, 'redeem', { certNo }), 'receivables/not-root')
  t.end()
})

test('split: an issue has as many live certificates as one redemption can pay', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  const shares = (count: number, each: bigint): string[] => Array.from({ length: count }, () => `${each}`)
  t.equal(desk.send(NANHAI, 'split', { certNo: 'SH-1', shares: shares(16, 6_250_000n) }), 'success')
  t.equal(desk.send(NANHAI, 'split', { certNo: 'SH-1.1', shares: shares(16, 390_625n) }), 'receivables/too-many-leaves')
  for (let place = 1; place <= 16; place++) {
    t.equal(desk.send(NANHAI, 'split', { certNo: `SH-1.${place}`, shares: shares(8, 781_250n) }), 'success')
  }
  t.equal(desk.send(NANHAI, 'split', { certNo: 'SH-1.1.1', shares: ['1', '781249'] }), 'receivables/too-many-leaves')
  desk.later(120)
  t.equal(desk.send(SHUNHE, 'redeem', { certNo: 'SH-1', amount: '1' }), 'success', 'one cent over 128 certificates')
  t.equal(desk.send(SHUNHE, 'redeem', { certNo: 'SH-1' }), 'success', 'and the rest in one transaction')
  t.equal(desk.balance('nanhai'), '100000000')
  t.end()
})

test('split: who holds a cent’s worth takes nobody’s right to split', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  t.equal(desk.send(NANHAI, 'split', { certNo: 'SH-1', shares: ['99999800', '200'] }), 'success')
  t.equal(desk.send(NANHAI, 'split', { certNo: 'SH-1.2', shares: ['100', '100'] }), 'receivables/too-many-leaves')
  t.match(desk.certificate('SH-1.1'), { leaves: 126 })
  t.equal(desk.send(NANHAI, 'split', { certNo: 'SH-1.1', shares: ['50000000', '49999800'] }), 'success')
  t.end()
})

test('transfer: to active traders who never held it, for one and the same document', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  const offer = { certNo: 'SH-1', to: 'sanshui', tradeDocumentHash: HASH, expiresAtMs: EXPIRES }
  check(t, desk, [
    ['receivables/transfer-to-core', NANHAI, 'transfer', { ...offer, to: 'shunhe' }],
    ['receivables/transferee-role', NANHAI, 'transfer', { ...offer, to: 'bank-a' }],
    ['receivables/circular-transfer', NANHAI, 'transfer', { ...offer, to: 'nanhai' }],
    ['organizations/unknown-party', NANHAI, 'transfer', { ...offer, to: 'nobody' }],
    ['organizations/wrong-party', [address('sanshui')], 'transfer', offer],
    ['receivables/bad-expiry', NANHAI, 'transfer', { ...offer, expiresAtMs: START_MS }],
    [
      'receivables/nothing-pending',
      [address('sanshui')],
      'acceptTransfer',
      { certNo: 'SH-1', tradeDocumentHash: HASH, outstanding: '100000000' },
    ],
    ['receivables/nothing-pending', NANHAI, 'cancelTransfer', { certNo: 'SH-1' }],
  ])
  t.equal(desk.send(NANHAI, 'transfer', offer), 'success')
  check(t, desk, [
    ['receivables/transfer-pending', NANHAI, 'transfer', { ...offer, to: 'gaoming' }],
    ['receivables/transfer-pending', NANHAI, 'split', { certNo: 'SH-1', shares: ['1', '99999999'] }],
    [
      'receivables/trade-document-mismatch',
      [address('sanshui')],
      'acceptTransfer',
      { certNo: 'SH-1', tradeDocumentHash: OTHER_HASH, outstanding: '100000000' },
    ],
    [
      'receivables/outstanding-mismatch',
      [address('sanshui')],
      'acceptTransfer',
      { certNo: 'SH-1', tradeDocumentHash: HASH, outstanding: '1' },
    ],
    [
      'organizations/wrong-party',
      [address('gaoming')],
      'acceptTransfer',
      { certNo: 'SH-1', tradeDocumentHash: HASH, outstanding: '100000000' },
    ],
    ['organizations/wrong-party', [address('gaoming')], 'cancelTransfer', { certNo: 'SH-1' }],
  ])
  t.equal(desk.send([address('sanshui')], 'cancelTransfer', { certNo: 'SH-1' }), 'success', 'the transferee declines')
  t.equal(desk.send(NANHAI, 'transfer', offer), 'success')
  t.equal(desk.send(NANHAI, 'cancelTransfer', { certNo: 'SH-1' }), 'success', 'the holder takes it back')
  t.equal(desk.send(NANHAI, 'transfer', { ...offer, expiresAtMs: desk.harness.timeMs + 60_000 }), 'success')
  desk.later(1)
  t.match(desk.certificate('SH-1'), { status: 'ACTIVE', holder: 'nanhai' }, 'an unanswered offer ends by itself')
  t.equal(desk.send(NANHAI, 'transfer', offer), 'success')
  t.equal(
    desk.send([address('sanshui')], 'acceptTransfer', { certNo: 'SH-1', tradeDocumentHash: HASH, outstanding: '100000000' }),
    'success',
  )
  t.equal(desk.send([address('sanshui')], 'transfer', { ...offer, to: 'nanhai' }), 'receivables/circular-transfer')
  t.match(desk.query('certificatesOfHolder', { partyId: 'nanhai' }), { items: [] })
  t.match(desk.query('certificatesOfHolder', { partyId: 'sanshui' }), { items: [{ certificate: { certNo: 'SH-1' } }] })
  t.end()
})

test('a SUSPENDED party is no transferee and starts nothing, and is still paid', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  desk.active('SH-2', { seller: 'sanshui' })
  const offer = { certNo: 'SH-1', to: 'sanshui', tradeDocumentHash: HASH, expiresAtMs: EXPIRES }
  t.equal(desk.send(NANHAI, 'transfer', offer), 'success')
  t.equal(suspend(desk, 'sanshui'), 'success')
  check(t, desk, [
    [
      'organizations/party-not-active',
      [address('sanshui')],
      'acceptTransfer',
      { certNo: 'SH-1', tradeDocumentHash: HASH, outstanding: '100000000' },
    ],
    ['organizations/party-not-active', [address('sanshui')], 'split', { certNo: 'SH-2', shares: ['1', '99999999'] }],
  ])
  t.equal(desk.send(NANHAI, 'cancelTransfer', { certNo: 'SH-1' }), 'success')
  t.equal(desk.send(NANHAI, 'transfer', offer), 'organizations/party-not-active', 'suspended transferee')
  t.equal(desk.wordsOf(NANHAI, 'transfer', offer), 'KYC of sanshui is SUSPENDED (ISO 20022 RR04)')
  t.equal(desk.send(NANHAI, 'transfer', { ...offer, to: 'gaoming' }), 'success')
  t.equal(suspend(desk, 'nanhai'), 'success')
  t.equal(
    desk.send([address('gaoming')], 'acceptTransfer', { certNo: 'SH-1', tradeDocumentHash: HASH, outstanding: '100000000' }),
    'organizations/party-not-active',
    'KYC of both is judged when control moves',
  )
  desk.later(120)
  t.equal(suspend(desk, 'shunhe'), 'success')
  for (const certNo of ['SH-1', 'SH-2']) t.equal(desk.send(SHUNHE, 'redeem', { certNo }), 'success', 'and pays what it owes')
  t.same([desk.balance('nanhai'), desk.balance('sanshui')], ['100000000', '100000000'])
  t.end()
})

test('finance: the offer that was made, once, with both legs or neither', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  const request = { certNo: 'SH-1', annualRatePpm: 38_500, recourse: false, expiresAtMs: EXPIRES }
  const bid = { certNo: 'SH-1', annualRatePpm: 38_500, bank: 'bank-b', seller: 'nanhai', recourse: false, outstanding: '100000000' }
  check(t, desk, [
    ['receivables/nothing-pending', [address('bank-b')], 'finance', bid],
    ['organizations/missing-role', NANHAI, 'requestFinance', { ...request, bank: 'sanshui' }],
    ['receivables/bad-expiry', NANHAI, 'requestFinance', { ...request, expiresAtMs: START_MS + 40 * DAY_MS }],
    ['organizations/wrong-party', SHUNHE, 'requestFinance', request],
    ['receivables/nothing-pending', NANHAI, 'cancelFinanceRequest', { certNo: 'SH-1' }],
  ])
  t.equal(desk.send(NANHAI, 'requestFinance', { ...request, bank: 'bank-a' }), 'success')
  check(t, desk, [
    ['receivables/wrong-bank', [address('bank-b')], 'finance', bid],
    ['receivables/rate-mismatch', [address('bank-a')], 'finance', { ...bid, bank: 'bank-a', annualRatePpm: 38_499 }],
    ['receivables/seller-mismatch', [address('bank-a')], 'finance', { ...bid, bank: 'bank-a', seller: 'gaoming' }],
    ['receivables/recourse-mismatch', [address('bank-a')], 'finance', { ...bid, bank: 'bank-a', recourse: true }],
    ['receivables/outstanding-mismatch', [address('bank-a')], 'finance', { ...bid, bank: 'bank-a', outstanding: '100000001' }],
    ['organizations/wrong-party', [address('bank-b')], 'finance', { ...bid, bank: 'bank-a' }],
    ['organizations/missing-role', NANHAI, 'finance', { ...bid, bank: 'nanhai' }],
    ['receivables/finance-pending', NANHAI, 'requestFinance', request],
    ['receivables/finance-pending', NANHAI, 'transfer', { certNo: 'SH-1', to: 'sanshui', tradeDocumentHash: HASH, expiresAtMs: EXPIRES }],
  ])
  t.equal(desk.send(NANHAI, 'cancelFinanceRequest', { certNo: 'SH-1' }), 'success')
  t.equal(desk.send(NANHAI, 'requestFinance', { ...request, expiresAtMs: desk.harness.timeMs + 60_000 }), 'success')
  desk.later(1)
  t.match(desk.certificate('SH-1'), { status: 'ACTIVE' })
  t.equal(desk.send(NANHAI, 'requestFinance', request), 'success')
  const everything = { to: 'bank-a', from: 'bank-b', currency: 'CNY', amount: '999999999', reference: 'away' }
  t.equal(desk.send([address('bank-b')], 'transfer', everything, 'settlement'), 'success')
  t.equal(desk.send([address('bank-b')], 'finance', bid), 'settlement/insufficient-funds', 'no cash, no claim')
  t.match(desk.certificate('SH-1'), { status: 'QUOTED', holder: 'nanhai' })
  t.equal(desk.balance('nanhai'), '0')
  t.equal(desk.send([address('bank-a')], 'finance', { ...bid, bank: 'bank-a' }), 'success')
  check(t, desk, [
    ['receivables/already-financed', [address('bank-a')], 'finance', { ...bid, bank: 'bank-a' }],
    ['receivables/already-financed', [address('bank-a')], 'split', { certNo: 'SH-1', shares: ['1', '99999999'] }],
  ])
  t.end()
})

test('finance: a rate that would leave nothing to pay', (t) => {
  const desk = openDesk()
  const invoiceId = desk.invoice({ number: '26442000000000000017' })
  const year = { certNo: 'SH-1', dueDate: '2027-03-02', tenorReason: 'a year of 365 days', invoices: [{ invoiceId, amount: '100000000' }] }
  t.equal(desk.send(SHUNHE, 'issue', { ...ISSUE, ...year }), 'success')
  t.equal(desk.send(NANHAI, 'accept', { certNo: 'SH-1' }), 'success')
  t.equal(
    desk.send(NANHAI, 'requestFinance', { certNo: 'SH-1', annualRatePpm: 1_000_000, recourse: false, expiresAtMs: EXPIRES }),
    'success',
  )
  const bid = { certNo: 'SH-1', annualRatePpm: 1_000_000, bank: 'bank-a', seller: 'nanhai', recourse: false, outstanding: '100000000' }
  t.equal(desk.send([address('bank-a')], 'finance', bid), 'receivables/discount-too-large')
  t.end()
})

test('redemption: what is owed, no more; after the due date nothing else', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  check(t, desk, [
    ['organizations/wrong-party', NANHAI, 'redeem', { certNo: 'SH-1' }],
    ['receivables/exceeds-outstanding', SHUNHE, 'redeem', { certNo: 'SH-1', amount: '100000001' }],
    ['receivables/amount-not-positive', SHUNHE, 'redeem', { certNo: 'SH-1', amount: '0' }],
    ['receivables/amount-not-positive', SHUNHE, 'redeem', { certNo: 'SH-1', amount: '-5' }],
    ['receivables/not-overdue', NANHAI, 'declareOverdue', { certNo: 'SH-1' }],
    ['receivables/not-overdue', NANHAI, 'claimRecourse', { certNo: 'SH-1' }],
    ['receivables/not-overdue', NANHAI, 'writeOff', { certNo: 'SH-1' }],
    ['receivables/no-recourse', NANHAI, 'payRecourse', { certNo: 'SH-1' }],
  ])
  desk.later(120)
  const request = { certNo: 'SH-1', annualRatePpm: 38_500, recourse: false, expiresAtMs: desk.harness.timeMs + 1 }
  check(t, desk, [
    ['receivables/matured', NANHAI, 'split', { certNo: 'SH-1', shares: ['1', '99999999'] }],
    ['receivables/matured', NANHAI, 'requestFinance', request],
  ])
  const away = { from: 'shunhe', to: 'bank-a', currency: 'CNY', amount: '950000000', reference: 'away' }
  t.equal(desk.send(SHUNHE, 'transfer', away, 'settlement'), 'success')
  t.equal(desk.send(SHUNHE, 'redeem', { certNo: 'SH-1' }), 'settlement/insufficient-funds')
  t.equal(desk.send(SHUNHE, 'redeem', { certNo: 'SH-1', amount: '50000000' }), 'success', 'half of it')
  t.match(desk.certificate('SH-1'), { status: 'MATURED', outstanding: '50000000' })
  t.end()
})
