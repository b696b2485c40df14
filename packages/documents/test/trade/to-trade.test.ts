import { test } from 'tap'
import { edit, SHUNHE } from '../sample.ts'
import { DESPATCH, match, matched, ORDER, paper, RECEIPT } from './sample.ts'

test('an invoice, its order and its goods receipt become the params of an issue', (t) => {
  const trade = matched([ORDER, RECEIPT, DESPATCH])
  t.same(trade, {
    payee: 'nanhai',
    invoices: [{ invoiceId: 'CN:91440605MADEM20025:380:25442000000000000017', amount: '100000000' }],
    documents: [
      {
        type: 'order',
        reference: 'SH-PO-2025-0931',
        hash: `0x${'0a'.repeat(32)}`,
        date: '2025-09-30',
        goods: {
          lines: [
            { lineId: '10', quantity: '12', unitCode: 'SET', unitPrice: '46612.5' },
            { lineId: '20', quantity: '5', unitCode: 'SET', unitPrice: '72659' },
            { lineId: '30', quantity: '6', unitCode: 'C62', unitPrice: '15470.9995' },
          ],
        },
      },
      {
        type: 'receipt-advice',
        reference: 'SH-GR-25-2210',
        hash: `0x${'0b'.repeat(32)}`,
        date: '2025-12-03',
        goods: {
          lines: [
            { lineId: '1', quantity: '12', unitCode: 'SET' },
            { lineId: '2', quantity: '5', unitCode: 'SET' },
            { lineId: '3', quantity: '5', unitCode: 'C62' },
          ],
        },
      },
      { type: 'despatch-advice', reference: 'NH-DA-25-1203', hash: `0x${'0c'.repeat(32)}`, date: '2025-12-11' },
    ],
    goods: {
      lines: [
        ['12', 'SET', '46612.5', '10', '1'] as const,
        ['5', 'SET', '72659', '20', '2'] as const,
        ['5', 'C62', '15470.9995', '30', '3'] as const,
      ].map(([quantity, unitCode, unitPrice, orderLine, receiptLine]) => ({
        invoiceId: 'CN:91440605MADEM20025:380:25442000000000000017',
        unitCode,
        unitPrice,
        quantity,
        receipt: { reference: 'SH-GR-25-2210', lineId: receiptLine },
        order: { reference: 'SH-PO-2025-0931', lineId: orderLine },
      })),
    },
  })
  t.end()
})

test('what is not given does not bind', (t) => {
  t.same(Object.keys(matched([])), ['payee', 'invoices', 'documents'])
  t.match(matched([DESPATCH]), { documents: [{ type: 'despatch-advice' }], goods: undefined })
  t.match(matched([ORDER]).goods?.lines[0], { order: { lineId: '10' }, receipt: undefined })
  t.match(matched([RECEIPT]).goods?.lines[0], { order: undefined, receipt: { lineId: '1' } })
  t.end()
})

test('what came in with several receipts is taken from one after the other; too much is left for the chain to refuse', (t) => {
  const line = '<cbc:ReceivedQuantity unitCode="SET">12<'
  const first = edit(RECEIPT, line, '<cbc:ReceivedQuantity unitCode="SET">8<')
  const second = edit(edit(RECEIPT, line, '<cbc:ReceivedQuantity unitCode="SET">3<'), 'SH-GR-25-2210', 'SH-GR-25-2211')
  t.match(matched([ORDER, first, second]).goods?.lines, [
    { quantity: '8', receipt: { reference: 'SH-GR-25-2210', lineId: '1' } },
    { quantity: '4', receipt: { reference: 'SH-GR-25-2211', lineId: '1' } },
    { quantity: '5' },
    { quantity: '5' },
  ])
  t.end()
})

test('two invoices share what came in', (t) => {
  const half = edit(SHUNHE, '<cbc:ID>25442000000000000017', '<cbc:ID>25442000000000000018')
  const { invoices, goods } = matched([ORDER, RECEIPT], [SHUNHE, half])
  t.equal(invoices.length, 2)
  t.equal(goods?.lines.length, 6, 'the second has nothing left of the receipt, and the chain says so')
  t.end()
})

/** A change of one of the three documents, the code, and the element. */
const ROWS: readonly (readonly [
  which: 'invoice' | 'order' | 'receipt',
  from: string | RegExp,
  to: string,
  code: string,
  path: string,
  message: RegExp,
])[] = [
  [
    'order',
    '<cbc:CompanyID>91440605MADEM20025<',
    '<cbc:CompanyID>91440608MADEM40045<',
    'no-match',
    '/Order/cac:SellerSupplierParty/cac:Party',
    /lead to nanhai and gaoming|lead to gaoming and nanhai/,
  ],
  ['order', /300300DEMFSSHAPP0163|91440606MADEM10019/g, 'X', 'no-match', '/Order/cac:BuyerCustomerParty/cac:Party', /the map knows none/],
  [
    'receipt',
    '91440605MADEM20025',
    '91440608MADEM40045',
    'no-match',
    '/ReceiptAdvice/cac:DespatchSupplierParty/cac:Party',
    /is gaoming, of the invoice nanhai/,
  ],
  ['order', /CNY/g, 'EUR', 'no-match', '/Order/cbc:DocumentCurrencyCode', /in EUR, the invoice in CNY/],
  [
    'invoice',
    '<cbc:LineID>20<',
    '<cbc:LineID>21<',
    'no-match',
    '/Invoice/cac:InvoiceLine[2]/cac:OrderLineReference/cbc:LineID',
    /no order has line 21/,
  ],
  [
    'invoice',
    /<cac:OrderLineReference>\s*<cbc:LineID>20<\/cbc:LineID>\s*<\/cac:OrderLineReference>/,
    '',
    'no-match',
    '/Invoice/cac:InvoiceLine[2]/cac:OrderLineReference/cbc:LineID',
    /names no line/,
  ],
  [
    'invoice',
    'SH-PO-2025-0931',
    'SH-PO-2025-0932',
    'no-match',
    '/Invoice/cac:InvoiceLine[1]/cac:OrderLineReference/cbc:LineID',
    /no order has line 10 of SH-PO-2025-0932/,
  ],
  [
    'receipt',
    '<cbc:LineID>30<',
    '<cbc:LineID>31<',
    'no-match',
    '/Invoice/cac:InvoiceLine[3]/cac:OrderLineReference/cbc:LineID',
    /no goods receipt has order line 30/,
  ],
  [
    'receipt',
    'SH-PO-2025-0931',
    'SH-PO-2025-0932',
    'no-match',
    '/Invoice/cac:InvoiceLine[1]/cac:OrderLineReference/cbc:LineID',
    /no goods receipt/,
  ],
  [
    'invoice',
    '<cbc:PayableAmount currencyID="CNY">1000000.00',
    '<cbc:PrepaidAmount currencyID="CNY">1.00</cbc:PrepaidAmount><cbc:PayableAmount currencyID="CNY">999999.00',
    'no-match',
    '/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount',
    /come to .*1,?000,?000.00.* payable is/,
  ],
  [
    'invoice',
    '<cbc:CompanyID>91440605MADEM20025</cbc:CompanyID>',
    '',
    'missing-element',
    '/Invoice/cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyID',
    /legal identifier/,
  ],
  ['order', '<cbc:ID>10</cbc:ID>', `<cbc:ID>${'1'.repeat(65)}</cbc:ID>`, 'bad-value', '/Order', /lineId/],
]

test('what is not one trade is refused, with the element to look at', (t) => {
  for (const [which, from, to, code, path, message] of ROWS) {
    const changed = (name: string, xml: string): string => (name === which ? xml.replace(from, to) : xml)
    const refused = match([changed('order', ORDER), changed('receipt', RECEIPT)], [changed('invoice', SHUNHE)])
    t.match(refused, { ok: false, error: { code: `documents/${code}`, path, message, hint: /./ } }, `${which}: ${to}`)
  }
  t.end()
})

test('what the match does not take of an invoice is refused', (t) => {
  const backwards = edit(SHUNHE, '<cbc:InvoicedQuantity unitCode="SET">12<', '<cbc:InvoicedQuantity unitCode="SET">-12<')
  t.match(match([ORDER], [backwards]), {
    ok: false,
    error: { code: 'documents/bad-value', path: '/Invoice/cac:InvoiceLine[1]/cbc:InvoicedQuantity', message: /more than nothing/ },
  })
  const fine = edit(edit(SHUNHE, 'unitCode="SET">12<', 'unitCode="SET">0.0000012<'), '>41250.00<', '>412500000000<')
  t.match(match([ORDER], [fine]), { ok: false, error: { code: 'documents/bad-value', message: /quantity/ } })
  const [one = ''] = /<cac:InvoiceLine>[\s\S]*?<\/cac:InvoiceLine>/.exec(SHUNHE) ?? []
  const small = one.replace('"SET">12<', '"SET">1<').replace('495000.00', '10.00').replace('41250.00', '10.00')
  const many = Array.from({ length: 101 }, (_, index) => small.replace('<cbc:ID>1<', `<cbc:ID>${index}<`)).join('')
  const long = edit(SHUNHE, /<cac:InvoiceLine>[\s\S]*<\/cac:InvoiceLine>/, many)
    .replaceAll('884955.75', '1010.00')
    .replaceAll('115044.25', '131.30')
    .replaceAll('1000000.00', '1141.30')
  t.match(match([ORDER], [long]), { ok: false, error: { code: 'documents/limit-exceeded', message: /101 lines/ } })
  t.end()
})

test('items that both sides identify in one way are the same', (t) => {
  const named = (xml: string, name: string, id: string): string =>
    edit(
      xml,
      `${name}</cbc:Name>`,
      `${name}</cbc:Name><cac:SellersItemIdentification><cbc:ID>${id}</cbc:ID></cac:SellersItemIdentification>`,
    )
  const invoice = named(SHUNHE, 'drum front', 'A-1')
  t.match(match([named(ORDER, 'drum front', 'A-1')], [invoice]), { ok: true })
  t.match(match([named(ORDER, 'drum front', 'A-2')], [invoice]), {
    ok: false,
    error: {
      code: 'documents/no-match',
      path: '/Invoice/cac:InvoiceLine[1]/cac:Item/cac:SellersItemIdentification/cbc:ID',
      message: /item A-1, line 10 of SH-PO-2025-0931 is of A-2/,
    },
  })
  const onReceipt = edit(
    RECEIPT,
    '</cac:OrderLineReference>',
    '</cac:OrderLineReference><cac:Item><cac:SellersItemIdentification><cbc:ID>A-3</cbc:ID></cac:SellersItemIdentification></cac:Item>',
  )
  t.match(match([ORDER, onReceipt], [invoice]), { ok: false, error: { message: /line 1 of SH-GR-25-2210 is of A-3/ } })
  t.end()
})

test('several invoices are of one seller, one buyer and one currency; of several orders the invoice names one', (t) => {
  const other = edit(SHUNHE, '<cbc:ID>25442000000000000017', '<cbc:ID>25442000000000000018')
  const sold = other.replaceAll('91440605MADEM20025', '91440608MADEM40045').replaceAll('CN91440608MADEM40045', '91440608MADEM40045')
  t.match(match([], [SHUNHE, sold]), { ok: false, error: { code: 'documents/no-match', message: /gaoming sells, not nanhai/ } })
  const bought = other.replaceAll('91440606MADEM10019', '91440608MADEM40045').replace('300300DEMFSSHAPP0163', 'X')
  t.match(match([], [SHUNHE, bought.replace('CN91440608', '91440608')]), { ok: false, error: { message: /gaoming buys, not shunhe/ } })
  t.match(match([], [SHUNHE, other.replaceAll('"CNY"', '"EUR"').replace('>CNY<', '>EUR<')]), {
    ok: false,
    error: { message: /EUR, another invoice is in CNY/ },
  })
  const nameless = edit(SHUNHE, /<cac:OrderReference>[\s\S]*?<\/cac:OrderReference>/, '')
  t.match(match([ORDER], [nameless]), { ok: true }, 'the only order is meant')
  t.match(match([ORDER, edit(ORDER, 'SH-PO-2025-0931', 'SH-PO-2')], [nameless]), {
    ok: false,
    error: { code: 'documents/no-match', path: '/Invoice/cac:OrderReference/cbc:ID', message: /names no order/ },
  })
  t.match(
    match(
      [],
      [SHUNHE.replaceAll('Invoice-2', 'CreditNote-2').replaceAll('<Invoice', '<CreditNote').replaceAll('</Invoice', '</CreditNote')],
    ),
    {
      ok: false,
      error: { code: 'documents/unsupported-document' },
    },
  )
  t.equal(paper(ORDER).currency, 'CNY')
  t.end()
})
