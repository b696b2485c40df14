import { test } from 'tap'
import { address, DAY_MS } from '../cast.ts'
import { type Args, INVOICE_ID, NUMBER, openInvoiceDesk, openQuotaDesk, SELLER, shunheInvoice } from './desk.ts'

const TOTALS = shunheInvoice().totals as Args
const [LINE] = shunheInvoice().lines as readonly [Args]
const [VAT] = shunheInvoice().vatBreakdown as readonly [Args]

function withTotals(more: Args): Args {
  return shunheInvoice({ totals: { ...TOTALS, ...more } })
}

function trader(side: 'seller' | 'buyer', more: Args): Args {
  return shunheInvoice({ [side]: { ...(shunheInvoice()[side] as Args), ...more } })
}

test('the Shunhe invoice is issued, and both parties find it', (t) => {
  const desk = openInvoiceDesk()
  t.match(desk.events(), [
    {
      module: 'invoices',
      type: 'issued',
      attributes: [{ key: 'buyerId' }, { key: 'currency' }, { key: 'grossTotal', value: '100000000' }],
    },
  ])
  t.match(desk.query('invoice', { invoiceId: INVOICE_ID }), { invoiceId: INVOICE_ID, invoice: shunheInvoice(), redLetters: [] })
  t.match(desk.status(INVOICE_ID), {
    ...{ legal: 'VALID', response: 'ISSUED', tax: 'OPEN', finance: 'FREE', payment: 'UNPAID' },
    ...{ grossTotal: '100000000', payable: '100000000', red: '0', settled: '0', pledges: [] },
  })
  for (const number of [NUMBER, '2644-2000-0000-0000-0017']) {
    t.equal(desk.query('invoiceByNumber', { sellerId: 'nanhai', number }).invoiceId, INVOICE_ID, number)
  }
  t.match(desk.query('invoicesOfSeller', { partyId: 'nanhai' }), { items: [{ invoiceId: INVOICE_ID }] })
  t.match(desk.query('invoicesOfBuyer', { partyId: 'shunhe' }), { items: [{ invoiceId: INVOICE_ID }] })
  t.same(desk.query('invoicesOfBuyer', { partyId: 'nanhai' }), { items: [] })
  t.match(desk.query('quota', { sellerId: 'nanhai', currency: 'CNY', period: '2026-03' }), { used: '100000000', remaining: '400000000' })
  t.equal(desk.queryCode('invoice', { invoiceId: 'CN:X:380:1' }), 'invoices/not-found')
  t.equal(desk.queryCode('invoiceByNumber', { sellerId: 'nobody', number: '1' }), 'invoices/not-found')
  t.equal(desk.queryCode('quota', { sellerId: 'nanhai', currency: 'CNY', period: '2026-04' }), 'invoices/no-quota')
  t.end()
})

test('a number is unique for ever, however it is spelt and whatever else is different', (t) => {
  const desk = openInvoiceDesk()
  const others: readonly Args[] = [
    shunheInvoice(),
    shunheInvoice({ number: '2644-2000-0000-0000-0017' }),
    shunheInvoice({ number: '２６４４ ２０００ ００００ ００００ ００１７' }),
    shunheInvoice({ typeCode: '384' }),
    trader('buyer', { partyId: 'sanshui', name: 'Sanshui Fastener', vatId: 'CN91440607MADEM3003C' }),
    withTotals({ payable: '90000000', prepaid: '10000000' }),
  ]
  for (const other of others) t.equal(desk.send(SELLER, 'issue', other), 'invoices/duplicate-number')
  desk.harness.advance(9 * 366 * DAY_MS)
  t.equal(desk.send(SELLER, 'issue', shunheInvoice()), 'invoices/duplicate-number', 'years later too')
  const { message, path } = desk.refusal(SELLER, 'issue', shunheInvoice({ number: '2644-2000-0000-0000-0017' }))
  t.match(message, INVOICE_ID, 'the refusal names the first')
  t.equal(path, 'number')
  const ofOther = { partyId: 'sanshui', name: 'Sanshui Fastener', country: 'CN' }
  t.equal(
    desk.send([address('tax')], 'grantQuota', { sellerId: 'sanshui', currency: 'CNY', period: '2026-03', limit: '100000000' }),
    'success',
  )
  t.equal(desk.send([address('sanshui')], 'issue', shunheInvoice({ seller: ofOther })), 'success', 'another seller has numbers of its own')
  t.end()
})

test('each rule refuses with its code and the path of the field', (t) => {
  const desk = openQuotaDesk()
  const cases: readonly (readonly [string, string, Args])[] = [
    ['invoices/BR-CO-10', 'totals.lineTotal', withTotals({ lineTotal: '88495576' })],
    ['invoices/BR-CO-11', 'totals.allowanceTotal', withTotals({ allowanceTotal: '1' })],
    ['invoices/BR-CO-12', 'totals.chargeTotal', withTotals({ chargeTotal: '1' })],
    ['invoices/BR-CO-13', 'totals.netTotal', withTotals({ netTotal: '88495574' })],
    ['invoices/BR-CO-14', 'totals.vatTotal', withTotals({ vatTotal: '11504424' })],
    ['invoices/BR-CO-15', 'totals.grossTotal', withTotals({ grossTotal: '100000001' })],
    ['invoices/BR-CO-16', 'totals.payable', withTotals({ payable: '99999999' })],
    ['invoices/exact-vat', 'vatBreakdown.0.taxAmount', shunheInvoice({ vatBreakdown: [{ ...VAT, taxAmount: '11504424' }] })],
    [
      'invoices/BR-S-01',
      'lines.0',
      shunheInvoice({ vatBreakdown: [{ ...VAT, category: 'Z', rate: '0', taxableAmount: '0', taxAmount: '0' }] }),
    ],
    ['invoices/BR-S-05', 'lines.0.vatRate', shunheInvoice({ lines: [{ ...LINE, vatRate: '0' }] })],
    ['invoices/BR-S-08', 'vatBreakdown.0.taxableAmount', shunheInvoice({ vatBreakdown: [{ ...VAT, taxableAmount: '88495574' }] })],
    ['invoices/BR-O-05', 'lines.0.vatRate', shunheInvoice({ lines: [{ ...LINE, vatCategory: 'O' }] })],
    ['invoices/BR-Z-05', 'lines.0.vatRate', shunheInvoice({ lines: [{ ...LINE, vatCategory: 'Z' }] })],
    ['invoices/same-party', 'buyer.partyId', trader('buyer', { partyId: 'nanhai' })],
    ['organizations/unknown-party', 'buyer.partyId', trader('buyer', { partyId: 'nobody' })],
    ['invoices/party-mismatch', 'seller.country', trader('seller', { country: 'VN' })],
    ['invoices/party-mismatch', 'seller.vatId', trader('seller', { vatId: 'CN91440606MADEM10019' })],
    ['invoices/party-mismatch', 'buyer.legalId', trader('buyer', { legalId: '91440605MADEM20025' })],
    ['invoices/bad-date', 'issueDate', shunheInvoice({ issueDate: '2026-02-29' })],
    ['invoices/bad-date', 'issueDate', shunheInvoice({ issueDate: '2026-03-04' })],
    ['invoices/bad-date', 'dueDate', shunheInvoice({ dueDate: '2026-06-31' })],
    ['invoices/bad-number', 'number', shunheInvoice({ number: '2644200000000000001' })],
    ['invoices/bad-number', 'number', shunheInvoice({ number: '26992000000000000017' })],
    ['invoices/bad-number', 'number', shunheInvoice({ number: '25442000000000000017' })],
    ['invoices/bad-number', 'number', shunheInvoice({ number: '---' })],
    ['invoices/bad-number', 'number', shunheInvoice({ number: '٢٦٤٤٢٠٠٠٠٠٠٠٠٠٠٠٠٠١٧' })],
    ['invoices/bad-number', 'number', shunheInvoice({ number: '½'.repeat(40) })],
    ['invoices/bad-number', 'number', shunheInvoice({ number: '𝟤𝟨442000000000000017' })],
    ['invoices/no-quota', 'issueDate', shunheInvoice({ issueDate: '2026-02-28' })],
    ['invoices/no-quota', 'issueDate', shunheInvoice({ currency: 'USD' })],
  ]
  for (const [code, path, json] of cases) {
    t.equal(desk.refusal(SELLER, 'issue', json).path, path, `${code} at ${path}`)
    t.equal(desk.send(SELLER, 'issue', json), code, `${code} at ${path}`)
  }
  t.equal(desk.send([address('shunhe')], 'issue', shunheInvoice()), 'organizations/wrong-party', 'the buyer cannot issue it')
  t.equal(desk.send(SELLER, 'issue', shunheInvoice()), 'success', 'nothing of the refused was kept')
  t.end()
})

test('a credit in disguise is refused', (t) => {
  const desk = openQuotaDesk()
  const of = (net: string, gross: string, payable: string, prepaid?: string): Args =>
    shunheInvoice({
      lines: [{ ...LINE, netAmount: net, vatCategory: 'E', vatRate: '0' }],
      vatBreakdown: [{ category: 'E', rate: '0', taxableAmount: net, taxAmount: '0' }],
      totals: { lineTotal: net, netTotal: net, grossTotal: gross, payable, ...(prepaid === undefined ? {} : { prepaid }) },
    })
  t.equal(desk.send(SELLER, 'issue', of('-500', '-500', '-500')), 'invoices/nothing-payable')
  t.equal(desk.send(SELLER, 'issue', of('0', '0', '0')), 'invoices/nothing-payable')
  t.equal(desk.send(SELLER, 'issue', of('500', '500', '-100', '600')), 'invoices/nothing-payable')
  t.equal(desk.send(SELLER, 'issue', of('500', '500', '0', '500')), 'success', 'what is wholly prepaid is an invoice')
  t.end()
})

test('neither rounding nor a negative prepayment makes a claim that the gross total, and so the quota, does not cover', (t) => {
  const desk = openQuotaDesk()
  const dueOn = (more: Args): Args =>
    shunheInvoice({
      lines: [{ ...LINE, netAmount: '500', vatCategory: 'E', vatRate: '0' }],
      vatBreakdown: [{ category: 'E', rate: '0', taxableAmount: '500', taxAmount: '0' }],
      totals: { lineTotal: '500', netTotal: '500', grossTotal: '500', ...more },
    })
  const huge = 10n ** 38n - 1n
  for (const more of [
    { rounding: '100', payable: '600' },
    { prepaid: '-99999500', payable: '100000000' },
    { rounding: `${huge - 500n}`, payable: `${huge}` },
  ]) {
    t.match(desk.refusal(SELLER, 'issue', dueOn(more)), { path: 'totals.payable' })
    t.equal(desk.send(SELLER, 'issue', dueOn(more)), 'invoices/payable-exceeds-gross', JSON.stringify(more))
  }
  t.throws(
    () => desk.send(SELLER, 'issue', dueOn({ rounding: `${huge + 1n}`, payable: `${huge + 501n}` })),
    /totals\.rounding expected integer minor units/,
    'no such amount',
  )
  t.equal(desk.send(SELLER, 'issue', dueOn({ rounding: '99', payable: '599' })), 'success', 'rounded to a whole unit')
  t.end()
})

test('KYC of both parties: neither a suspended nor an expired one has part in an invoice, nor gets a quota', (t) => {
  const registrar = [address('association'), address('association', 'checker')]
  const grant = { sellerId: 'nanhai', currency: 'CNY', period: '2026-03', limit: '500000000' }
  for (const [partyId, code] of [
    ['shunhe', 'organizations/party-not-active'],
    ['nanhai', 'organizations/party-not-active'],
  ] as const) {
    const desk = openQuotaDesk()
    t.equal(desk.send(registrar, 'setKyc', { partyId, status: 'SUSPENDED', reason: 'test' }, 'organizations'), 'success')
    t.equal(desk.send(SELLER, 'issue', shunheInvoice()), code, `${partyId} is suspended`)
    t.equal(desk.send([address('tax')], 'grantQuota', grant), partyId === 'nanhai' ? code : 'success', 'and the quota')
    const short = { partyId, status: 'ACTIVE', validUntilMs: desk.harness.timeMs + DAY_MS, vcHash: `0x${'ab'.repeat(32)}`, reason: 'test' }
    t.equal(desk.send(registrar, 'setKyc', short, 'organizations'), 'success')
    t.equal(desk.send(SELLER, 'issue', shunheInvoice()), 'success', 'active again')
    desk.harness.advance(DAY_MS)
    t.equal(desk.send(SELLER, 'issue', shunheInvoice({ number: '26442000000000000018' })), code, `the KYC of ${partyId} expired`)
  }
  t.end()
})

test('a currency without decimals, and a country without a rule for numbers', (t) => {
  const desk = openQuotaDesk()
  const grant = { sellerId: 'goviet', currency: 'VND', period: '2026-03', limit: '5000000000' }
  t.equal(desk.send([address('tax')], 'grantQuota', grant), 'invoices/wrong-country')
  t.equal(desk.send([address('tax-vn')], 'grantQuota', grant), 'success')
  const net = '1120000000'
  const invoice = shunheInvoice({
    number: 'GV-2026-0417',
    currency: 'VND',
    seller: { partyId: 'goviet', name: 'Bình Dương Gỗ Việt', country: 'VN', vatId: 'VN0301234567' },
    lines: [{ ...LINE, netAmount: net, vatRate: '10' }],
    vatBreakdown: [{ category: 'S', rate: '10', taxableAmount: net, taxAmount: '112000000' }],
    totals: { lineTotal: net, netTotal: net, vatTotal: '112000000', grossTotal: '1232000000', payable: '1232000000' },
  })
  t.equal(desk.send([address('goviet')], 'issue', invoice), 'success')
  t.equal(desk.send([address('goviet')], 'issue', { ...invoice, number: 'gv 20260417' }), 'invoices/duplicate-number')
  t.equal(desk.query('invoiceByNumber', { sellerId: 'goviet', number: 'GV20260417' }).invoiceId, 'VN:300300DEMVNGOVT00743:380:GV20260417')
  t.end()
})

test('what is not of the form never reaches the module', (t) => {
  const desk = openQuotaDesk()
  const malformed: readonly (readonly [string, Args])[] = [
    ['totals.payable', withTotals({ payable: '1000.00' })],
    ['totals.payable', withTotals({ payable: '-0' })],
    ['lines', shunheInvoice({ lines: [] })],
    ['vatBreakdown', shunheInvoice({ vatBreakdown: [] })],
    ['lines.0.quantity', shunheInvoice({ lines: [{ ...LINE, quantity: '1e3' }] })],
    ['lines.0.unitPrice', shunheInvoice({ lines: [{ ...LINE, unitPrice: '-1' }] })],
    ['lines.0.vatCategory', shunheInvoice({ lines: [{ ...LINE, vatCategory: 'X' }] })],
    ['typeCode', shunheInvoice({ typeCode: '381' })],
    ['currency', shunheInvoice({ currency: 'cny' })],
    ['number', shunheInvoice({ number: ' 1' })],
    ['number', shunheInvoice({ number: '1'.repeat(65) })],
    ['status', shunheInvoice({ status: 'PAID' })],
  ]
  for (const [path, json] of malformed) t.throws(() => desk.send(SELLER, 'issue', json), { message: new RegExp(`: ${path} `) }, path)
  t.end()
})

test('identifiers of another registered party are nobody else’s, whatever a party is registered by', (t) => {
  const desk = openQuotaDesk()
  const quota = { currency: 'CNY', period: '2026-03', limit: '500000000' }
  t.equal(desk.send([address('tax')], 'grantQuota', { ...quota, sellerId: 'gaoming' }), 'success')
  const gaoming = { partyId: 'gaoming', name: 'Gaoming Steel', country: 'CN' }
  const asNanhai = shunheInvoice({ seller: { ...gaoming, legalId: '91440605MADEM20025', vatId: 'CN91440605MADEM20025' } })
  t.equal(desk.send([address('gaoming')], 'issue', asNanhai), 'invoices/party-mismatch', 'nanhai’s invoice, payable to gaoming')
  const buyer = { ...gaoming, vatId: 'CN91440607MADEM3003C' }
  t.equal(desk.send(SELLER, 'issue', shunheInvoice({ buyer })), 'invoices/party-mismatch', 'VAT of sanshui')
  const stranger = { partyId: 'stranger', name: 'Stranger', country: 'DE' }
  const taken = shunheInvoice({ buyer: { ...stranger, legalId: '91440607MADEM3003C' } })
  t.equal(desk.send(SELLER, 'issue', taken), 'invoices/party-mismatch')
  t.equal(desk.send(SELLER, 'issue', shunheInvoice({ buyer: { ...stranger, legalId: 'HRB 1234', vatId: 'DE123456789' } })), 'success')
  t.end()
})
