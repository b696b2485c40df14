import { test } from 'tap'
import { address, both, DAY_MS, START_MS } from '../cast.ts'
import { AuctionDesk } from './auction-desk.ts'
import { type Args, documentsOf, HASH, ISSUE, OTHER_HASH, openDesk } from './desk.ts'

const NUMBER = '26442000000000000017'
const EXPIRES = START_MS + 20 * DAY_MS

test('Shunhe: an invoice is issued, turned into a receivable, split, passed on, financed and paid', (t) => {
  const desk = openDesk()
  const invoiceId = desk.invoice({ number: NUMBER })
  const issue = { ...ISSUE, certNo: 'SH-1', invoices: [{ invoiceId, amount: '100000000' }] }
  t.equal(desk.send(both('shunhe'), 'issue', issue), 'success', 'the core firm promises to pay')
  t.equal(desk.send([address('nanhai')], 'accept', { certNo: 'SH-1' }), 'success', 'the supplier accepts')
  t.equal(desk.send([address('nanhai')], 'split', { certNo: 'SH-1', shares: ['60000000', '40000000'] }), 'success')
  const offer = { certNo: 'SH-1.2', to: 'sanshui', tradeDocumentHash: HASH, expiresAtMs: EXPIRES }
  t.equal(desk.send([address('nanhai')], 'transfer', offer), 'success', 'the second tier is offered a share')
  t.equal(
    desk.send([address('sanshui')], 'acceptTransfer', { certNo: 'SH-1.2', tradeDocumentHash: HASH, outstanding: '40000000' }),
    'success',
  )
  t.match(desk.certificate('SH-1.2'), { holder: 'sanshui', status: 'ACTIVE', holders: ['nanhai', 'sanshui'], outstanding: '40000000' })

  const request = { certNo: 'SH-1.2', annualRatePpm: 38_500, recourse: false, expiresAtMs: EXPIRES }
  t.match(desk.query('quote', { certNo: 'SH-1.2', annualRatePpm: 38_500 }), { days: 120, discount: '513333', paid: '39486667' })
  t.equal(desk.send([address('sanshui')], 'requestFinance', request), 'success')
  t.equal(
    desk.send([address('bank-b')], 'finance', {
      certNo: 'SH-1.2',
      annualRatePpm: 38_500,
      bank: 'bank-b',
      seller: 'sanshui',
      recourse: false,
      outstanding: '40000000',
    }),
    'success',
  )
  t.equal(desk.balance('sanshui'), '39486667', '394,866.67 for 400,000.00 at 3.85 % for 120 days')
  t.match(desk.certificate('SH-1.2'), { holder: 'bank-b', status: 'FINANCED', financing: { discount: '513333', days: 120 } })
  t.match(desk.query('invoice', { invoiceId }, 'invoices'), { status: { finance: 'FINANCED', payment: 'UNPAID' } })

  desk.later(120)
  t.match(desk.certificate('SH-1.1'), { status: 'MATURED' }, 'the due date has come')
  t.equal(desk.send([address('shunhe')], 'redeem', { certNo: 'SH-1' }), 'success')
  t.same([desk.balance('nanhai'), desk.balance('bank-b'), desk.balance('settlement-bank')], ['60000000', '1000513333', '0'])
  t.equal(desk.balance('shunhe'), '900000000')
  t.match(desk.certificate('SH-1.2'), { status: 'SETTLED', outstanding: '0' })
  t.match(desk.query('invoice', { invoiceId }, 'invoices'), { status: { finance: 'RELEASED', payment: 'PAID' } })
  t.match(desk.query('line', { lineId: 'A-1' }), { line: { used: '0' }, available: '500000000' })
  t.match(desk.query('issue', { certNo: 'SH-1' }), { outstanding: '0', root: { redeemed: '100000000', live: [] } })
  t.end()
})

test('the same story in two transactions: several calls, several parties, one signature each', (t) => {
  const desk = openDesk()
  const invoiceId = desk.invoice({ number: NUMBER })
  const call = (command: string, json: object) => ({ module: 'receivables', command, json: json as never })
  const issued = desk.harness.send({
    signers: [...both('shunhe'), address('nanhai')],
    calls: [
      call('issue', { ...ISSUE, certNo: 'SH-1', invoices: [{ invoiceId, amount: '100000000' }] }),
      call('accept', { certNo: 'SH-1' }),
      call('split', { certNo: 'SH-1', shares: ['60000000', '40000000'] }),
    ],
  })
  t.equal(issued.outcome, 'success')
  const bought = desk.harness.send({
    signers: [address('nanhai'), address('bank-b')],
    calls: [
      call('requestFinance', { certNo: 'SH-1.2', annualRatePpm: 38_500, recourse: false, expiresAtMs: EXPIRES }),
      call('finance', {
        certNo: 'SH-1.2',
        annualRatePpm: 38_500,
        bank: 'bank-b',
        seller: 'nanhai',
        recourse: false,
        outstanding: '40000000',
      }),
    ],
  })
  t.equal(bought.outcome, 'success', 'offer and acceptance, claim and cash, in one transaction')
  t.equal(desk.balance('nanhai'), '39486667')
  t.end()
})

test('Shunhe as the domain tells it: six months, an auction 120 days before the end, and every fraud refused', (t) => {
  const desk = openDesk()
  const [shunhe, nanhai] = [both('shunhe'), [address('nanhai')]]
  const refused = (code: string, signers: readonly ReturnType<typeof address>[], command: string, json: Args, module?: string): void =>
    void t.equal(desk.send(signers, command, json, module), code, `${command}: ${code}`)
  const invoiceId = desk.invoice({ number: NUMBER })
  const issue = { ...ISSUE, certNo: 'SH-1', dueDate: '2026-09-02', invoices: [{ invoiceId, amount: '100000000' }] }
  const [order, receipt] = documentsOf('nanhai') as [Args, Args]
  const small = { lineId: 'A-SMALL', core: 'shunhe', currency: 'CNY', limit: '99999999' }
  t.equal(desk.send(both('bank-a'), 'grantLine', small), 'success')
  refused('receivables/tenor-too-long', shunhe, 'issue', { ...issue, dueDate: '2027-04-06', tenorReason: '400 days' })
  refused('receivables/line-exceeded', shunhe, 'issue', { ...issue, lineId: 'A-SMALL' })
  refused('receivables/exceeds-goods-receipt', shunhe, 'issue', { ...issue, documents: [order, { ...receipt, amount: '90000000' }] })
  refused('organizations/four-eyes-required', [shunhe[0]], 'issue', issue)
  t.equal(desk.send(shunhe, 'issue', issue), 'success', 'six months need no reason')
  t.equal(desk.send(nanhai, 'accept', { certNo: 'SH-1' }), 'success')
  refused('receivables/invoice-not-free', shunhe, 'issue', { ...issue, certNo: 'SH-2', lineId: 'B-1' })
  const respelt = invoiceId.replace('2644200', '2644-2000')
  refused('receivables/unknown-invoice', shunhe, 'issue', { ...issue, certNo: 'SH-2', invoices: [{ invoiceId: respelt, amount: '1' }] })

  desk.later(64)
  refused('receivables/shares-sum', nanhai, 'split', { certNo: 'SH-1', shares: ['60000000', '40000001'] })
  refused('receivables/share-not-positive', nanhai, 'split', { certNo: 'SH-1', shares: ['-10000000', '110000000'] })
  t.equal(desk.send(nanhai, 'split', { certNo: 'SH-1', shares: ['60000000', '40000000'] }), 'success')
  const kyc = { partyId: 'gaoming', status: 'SUSPENDED', reason: 'inquiry' }
  t.equal(desk.send(both('regulator'), 'setKyc', kyc, 'organizations'), 'success')
  const offer = { certNo: 'SH-1.2', to: 'sanshui', tradeDocumentHash: HASH, expiresAtMs: desk.harness.timeMs + DAY_MS }
  refused('organizations/party-not-active', nanhai, 'transfer', { ...offer, to: 'gaoming' })
  t.equal(desk.send(nanhai, 'transfer', offer), 'success')
  refused('receivables/transfer-pending', nanhai, 'transfer', { ...offer, tradeDocumentHash: OTHER_HASH })
  const taken = { certNo: 'SH-1.2', tradeDocumentHash: HASH, outstanding: '40000000' }
  t.equal(desk.send([address('sanshui')], 'acceptTransfer', taken), 'success')

  const auction = new AuctionDesk(desk, 'SH-1.2')
  t.equal(auction.open('sanshui'), 'success')
  for (const [bank, rate] of [
    ['bank-a', 41_000],
    ['bank-b', 38_500],
  ] as const) {
    t.equal(auction.bid(bank, rate), 'success')
  }
  auction.toReveal()
  for (const [bank, rate] of [
    ['bank-a', 41_000],
    ['bank-b', 38_500],
  ] as const) {
    t.equal(auction.reveal(bank, rate), 'success')
  }
  t.equal(auction.accept('sanshui', 'bank-b', 38_500), 'success')
  t.match(desk.certificate('SH-1.2'), { holder: 'bank-b', financing: { days: 120, discount: '513333', paid: '39486667' } })
  t.equal(desk.balance('sanshui'), '39486667')
  const red = { invoiceId, number: '26442000000000000018', issueDate: '2026-05-05', amount: '100000000', reason: 'returned' }
  refused('invoices/red-while-financed', both('nanhai'), 'redLetter', red, 'invoices')
  t.equal(desk.send(shunhe, 'redeem', { certNo: 'SH-1' }), 'success')
  t.same([desk.balance('nanhai'), desk.balance('bank-b'), desk.balance('shunhe')], ['60000000', '1000513333', '900000000'])
  t.end()
})
