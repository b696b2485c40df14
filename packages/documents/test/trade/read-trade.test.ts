import { readTrade } from '@hanse/documents'
import fc from 'fast-check'
import { test } from 'tap'
import { DEPTH_MAX, ELEMENTS_MAX, TEXT_LENGTH_MAX } from '../../src/xml/limits.ts'
import { edit, SHUNHE } from '../sample.ts'
import { DESPATCH, ORDER, paper, RECEIPT } from './sample.ts'

const ITEM = '/Order/cac:OrderLine[1]/cac:LineItem'
const LINE = '/ReceiptAdvice/cac:ReceiptLine[2]'

test('an order, a receipt and a despatch are read', (t) => {
  t.match(paper(ORDER), {
    type: 'order',
    reference: 'SH-PO-2025-0931',
    date: '2025-09-30',
    currency: 'CNY',
    lines: [{ lineId: '10', quantity: { unscaled: 12n, scale: 0 }, unitCode: 'SET', item: {} }, {}, {}],
  })
  t.match(paper(RECEIPT), {
    type: 'receipt-advice',
    date: '2025-12-03',
    lines: [{}, { lineId: '2', quantity: { unscaled: 5n }, orderLine: '20', orderReference: 'SH-PO-2025-0931' }, {}],
  })
  t.equal(paper(RECEIPT.replaceAll(/<cbc:ReceivedDate>.*<\/cbc:ReceivedDate>/g, '')).date, '2025-12-11', 'else its day of issue')
  t.match(paper(DESPATCH), { type: 'despatch-advice', reference: 'NH-DA-25-1203', lines: [] })
  t.end()
})

test('a price is for one unit, with VAT', (t) => {
  const price = (xml: string): unknown => paper(xml).lines[0]?.unitPrice
  const per = (quantity: string): string =>
    edit(ORDER, '<cbc:BaseQuantity unitCode="SET">1<', `<cbc:BaseQuantity unitCode="SET">${quantity}<`)
  t.same(price(ORDER), { unscaled: 46_612_500_000_000_000n, scale: 12 })
  t.same(price(per('100')), { unscaled: 466_125_000_000_000n, scale: 12 })
  t.same(price(per('7')), { unscaled: 6_658_928_571_428_571n, scale: 12 }, 'rounded half up to 12 decimals')
  const exempt = edit(edit(ORDER, '<cbc:ID>S<', '<cbc:ID>E<'), '<cbc:Percent>13</cbc:Percent>', '')
  t.same(price(exempt), { unscaled: 41_250_000_000_000_000n, scale: 12 }, 'a category without a rate')
  t.end()
})

/** What is wrong, the code and the element. */
const ROWS: readonly (readonly [xml: string, from: string | RegExp, to: string, code: string, path: string])[] = [
  [ORDER, '<cbc:ID>SH-PO-2025-0931</cbc:ID>', '', 'missing-element', '/Order/cbc:ID'],
  [ORDER, '<cbc:IssueDate>2025-09-30</cbc:IssueDate>', '', 'missing-element', '/Order/cbc:IssueDate'],
  [ORDER, '2025-09-30', '2025-09-31', 'bad-value', '/Order/cbc:IssueDate'],
  [ORDER, '<cbc:DocumentCurrencyCode>CNY</cbc:DocumentCurrencyCode>', '', 'missing-element', '/Order/cbc:DocumentCurrencyCode'],
  [ORDER, /<cac:OrderLine>[\s\S]*<\/cac:OrderLine>/, '', 'missing-element', '/Order/cac:OrderLine/cac:LineItem'],
  [ORDER, '<cbc:ID>10</cbc:ID>', '', 'missing-element', `${ITEM}/cbc:ID`],
  [ORDER, '<cbc:ID>20</cbc:ID>', '<cbc:ID>10</cbc:ID>', 'bad-value', '/Order/cac:OrderLine[2]/cac:LineItem'],
  [ORDER, '<cbc:Quantity unitCode="SET">12</cbc:Quantity>', '', 'missing-element', `${ITEM}/cbc:Quantity/@unitCode`],
  [ORDER, '<cbc:Quantity unitCode="SET">12<', '<cbc:Quantity>12<', 'missing-element', `${ITEM}/cbc:Quantity/@unitCode`],
  [ORDER, 'unitCode="SET">12<', 'unitCode="SET">-12<', 'bad-value', `${ITEM}/cbc:Quantity`],
  [ORDER, 'unitCode="SET">12<', 'unitCode="SET">1e1<', 'bad-value', `${ITEM}/cbc:Quantity`],
  [ORDER, 'unitCode="SET">12<', 'unitCode="SET">12.0000001<', 'bad-value', `${ITEM}/cbc:Quantity`],
  [ORDER, /<cac:Price>[\s\S]*?<\/cac:Price>/, '', 'missing-element', `${ITEM}/cac:Price/cbc:PriceAmount`],
  [ORDER, '>41250.00<', '>-1<', 'bad-value', `${ITEM}/cac:Price/cbc:PriceAmount`],
  [
    ORDER,
    '<cbc:PriceAmount currencyID="CNY">',
    '<cbc:PriceAmount currencyID="EUR">',
    'bad-value',
    `${ITEM}/cac:Price/cbc:PriceAmount/@currencyID`,
  ],
  [
    ORDER,
    '<cbc:BaseQuantity unitCode="SET">',
    '<cbc:BaseQuantity unitCode="KGM">',
    'bad-value',
    `${ITEM}/cac:Price/cbc:BaseQuantity/@unitCode`,
  ],
  [ORDER, '<cbc:BaseQuantity unitCode="SET">1<', '<cbc:BaseQuantity unitCode="SET">0<', 'bad-value', `${ITEM}/cac:Price/cbc:BaseQuantity`],
  [ORDER, '<cbc:Percent>13</cbc:Percent>', '', 'missing-element', `${ITEM}/cac:Item/cac:ClassifiedTaxCategory/cbc:Percent`],
  [RECEIPT, '<cbc:LineID>20</cbc:LineID>', '', 'missing-element', `${LINE}/cac:OrderLineReference/cbc:LineID`],
  [
    RECEIPT,
    '<cbc:RejectedQuantity unitCode="SET">1<',
    '<cbc:RejectedQuantity unitCode="SET">7<',
    'bad-value',
    `${LINE}/cbc:RejectedQuantity`,
  ],
  [
    RECEIPT,
    '<cbc:RejectedQuantity unitCode="SET">',
    '<cbc:RejectedQuantity unitCode="C62">',
    'bad-value',
    `${LINE}/cbc:RejectedQuantity/@unitCode`,
  ],
  [RECEIPT, '2025-12-10', 'yesterday', 'bad-value', '/ReceiptAdvice/cac:ReceiptLine[3]/cbc:ReceivedDate'],
  [DESPATCH, /<cbc:IssueDate>.*<\/cbc:IssueDate>/, '', 'missing-element', '/DespatchAdvice/cbc:IssueDate'],
]

test('what the match cannot take is refused at its element', (t) => {
  for (const [xml, from, to, code, path] of ROWS) {
    t.match(readTrade(edit(xml, from, to)), { ok: false, error: { code: `documents/${code}`, path, hint: /./ } }, `${from} → ${to}`)
  }
  t.end()
})

test('another document is refused, and so is too much of one', (t) => {
  const line = /<cac:ReceiptLine>[\s\S]*?<\/cac:ReceiptLine>/
  const [one = ''] = line.exec(RECEIPT) ?? []
  const many = Array.from({ length: 101 }, (_, index) => one.replace('<cbc:ID>1<', `<cbc:ID>${index}<`)).join('')
  const long = edit(RECEIPT, /<cac:ReceiptLine>[\s\S]*<\/cac:ReceiptLine>/, many)
  t.match(readTrade(long), { ok: false, error: { code: 'documents/limit-exceeded', message: /101 lines; the match takes 100/ } })
  t.match(readTrade(SHUNHE), { ok: false, error: { code: 'documents/unsupported-document', path: '/Invoice' } })
  t.match(readTrade('<Order/>'), { ok: false, error: { code: 'documents/unsupported-document', path: '/{}Order' } })
  const impostor = ORDER.replace('xsd:CommonBasicComponents-2', 'xsd:Other')
  t.match(readTrade(impostor), { ok: false, error: { code: 'documents/missing-element' } })
  t.end()
})

test('truncated, huge, deep and hostile files are refused by the limits of XML', (t) => {
  const bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
  const rows: readonly (readonly [text: string | Uint8Array, code: string])[] = [
    [edit(ORDER, '<Order', `${bomb}<Order`), 'documents/forbidden-xml'],
    [edit(ORDER, '>SH-PO-2025-0931<', '>&b;<'), 'documents/malformed-xml'],
    [edit(ORDER, '<cac:OrderLine>', `${'<x>'.repeat(DEPTH_MAX)}${'</x>'.repeat(DEPTH_MAX)}<cac:OrderLine>`), 'documents/limit-exceeded'],
    [edit(ORDER, '>SH-PO-2025-0931<', `>${'G'.repeat(TEXT_LENGTH_MAX + 1)}<`), 'documents/limit-exceeded'],
    [edit(ORDER, '<cac:OrderLine>', `${'<x/>'.repeat(ELEMENTS_MAX)}<cac:OrderLine>`), 'documents/limit-exceeded'],
    [new Uint8Array([0xff, 0xfe, 0x3c]), 'documents/unsupported-encoding'],
  ]
  for (const [text, code] of rows) t.match(readTrade(text), { ok: false, error: { code } }, code)
  for (let length = 0; length < ORDER.length - 10; length += 97) {
    t.match(readTrade(ORDER.slice(0, length)), { ok: false, error: { code: 'documents/malformed-xml' } }, `the first ${length} characters`)
  }
  t.end()
})

test('any change of a character is read, or refused with a code', (t) => {
  fc.assert(
    fc.property(fc.constantFrom(ORDER, RECEIPT, DESPATCH), fc.nat(), fc.string({ maxLength: 4 }), (xml, at, text) => {
      const place = at % xml.length
      const read = readTrade(xml.slice(0, place) + text + xml.slice(place + 1))
      t.ok(read.ok || /^documents\//.test(read.error.code))
    }),
    { numRuns: 300 },
  )
  t.end()
})
