import { test } from 'tap'
import { address, both, DAY_MS, START_MS } from '../cast.ts'
import { HASH, ISSUE, openDesk } from './desk.ts'

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
