import { toTradeDocument } from '@hanse/documents'
import { MODULES } from '@hanse/modules'
import type { Hash } from '@hanse/primitives'
import { test } from 'tap'
import { edit } from './sample.ts'

const HASH = `0x${'ab'.repeat(32)}` as Hash
const UBL = 'urn:oasis:names:specification:ubl:schema:xsd'
const NAMES = `xmlns:cac="${UBL}:CommonAggregateComponents-2" xmlns:cbc="${UBL}:CommonBasicComponents-2"`

const ORDER = `<Order xmlns="${UBL}:Order-2" ${NAMES}>
  <cbc:ID>PO-2026-17</cbc:ID><cbc:IssueDate>2026-02-01</cbc:IssueDate>
  <cac:OrderLine><cac:LineItem>
    <cbc:ID>1</cbc:ID><cbc:Quantity unitCode="H87">100.00</cbc:Quantity>
    <cac:Price><cbc:PriceAmount currencyID="CNY">88495.5750</cbc:PriceAmount><cbc:BaseQuantity unitCode="H87">10</cbc:BaseQuantity></cac:Price>
    <cac:Item><cbc:Name>Mould</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>13</cbc:Percent></cac:ClassifiedTaxCategory></cac:Item>
  </cac:LineItem></cac:OrderLine>
</Order>`

const RECEIPT = `<ReceiptAdvice xmlns="${UBL}:ReceiptAdvice-2" ${NAMES}>
  <cbc:ID>GR-9</cbc:ID><cbc:IssueDate>2026-03-01</cbc:IssueDate>
  <cac:ReceiptLine><cbc:ID>7</cbc:ID><cbc:ReceivedQuantity unitCode="H87">101.5</cbc:ReceivedQuantity>
    <cbc:RejectedQuantity unitCode="H87">1.50</cbc:RejectedQuantity></cac:ReceiptLine>
</ReceiptAdvice>`

function codeOf(xml: string): string {
  const document = toTradeDocument(xml, HASH)
  return document.ok ? 'ok' : `${document.error.code} ${document.error.path ?? ''}`
}

test('an order: its lines, prices of one unit with VAT', (t) => {
  t.same(toTradeDocument(ORDER, HASH), {
    ok: true,
    value: {
      type: 'order',
      reference: 'PO-2026-17',
      hash: HASH,
      // 8,849.5575 and 13 %.
      goods: { lines: [{ lineId: '1', quantity: '100', unitCode: 'H87', unitPrice: '9999.999975' }] },
      date: '2026-02-01',
    },
  })
  const untaxed = toTradeDocument(edit(ORDER, '<cbc:Percent>13</cbc:Percent>', ''), HASH)
  t.notMatch(untaxed, { value: { goods: { lines: [{ unitPrice: /./ }] } } }, 'no rate, no price')
  t.end()
})

test('a goods receipt: what was received and not rejected; a despatch advice binds nothing', (t) => {
  const goods = { lines: [{ lineId: '7', quantity: '100', unitCode: 'H87' }] }
  t.same(toTradeDocument(RECEIPT, HASH), {
    ok: true,
    value: { type: 'receipt-advice', reference: 'GR-9', hash: HASH, goods, date: '2026-03-01' },
  })
  const despatch = RECEIPT.replaceAll('ReceiptAdvice', 'DespatchAdvice')
  t.same(toTradeDocument(despatch, HASH), {
    ok: true,
    value: { type: 'despatch-advice', reference: 'GR-9', hash: HASH, date: '2026-03-01' },
  })
  t.end()
})

test('receivables.issue takes what was read', (t) => {
  const documents = [ORDER, RECEIPT].map((xml) => {
    const document = toTradeDocument(xml, HASH)
    if (!document.ok) throw new Error(document.error.message)
    return document.value
  })
  const issue = MODULES.find(({ name }) => name === 'receivables')?.commands['issue']
  const json = {
    ...{ certNo: 'SH-1', lineId: 'A-1', payee: 'nanhai', clearingBank: 'bank-a', dueDate: '2026-06-30', acceptUntilMs: 1 },
    ...{ invoices: [{ invoiceId: 'CN:1:380:1', amount: '100000000' }], documents },
  }
  t.match(issue?.params.parseJson(json), { ok: true, value: { documents: [{ type: 'order' }, { type: 'receipt-advice' }] } })
  t.end()
})

test('what is missing, cannot be or is not exact is refused by its path', (t) => {
  const rows: readonly (readonly [string, string])[] = [
    ['documents/malformed-xml ', ORDER.slice(0, 200)],
    ['documents/unsupported-document /{urn:a}Order', '<Order xmlns="urn:a"/>'],
    ['documents/missing-element /Order/cbc:ID', edit(ORDER, '<cbc:ID>PO-2026-17</cbc:ID>', '')],
    ['documents/missing-element /ReceiptAdvice/cac:ReceiptLine', edit(RECEIPT, /<cac:ReceiptLine>[\s\S]*<\/cac:ReceiptLine>/, '')],
    ['documents/missing-element /Order/cac:OrderLine/cac:LineItem', edit(ORDER, /<cac:LineItem>[\s\S]*<\/cac:LineItem>/, '')],
    ['documents/missing-element /ReceiptAdvice/cac:ReceiptLine/cbc:ID', edit(RECEIPT, '<cbc:ID>7</cbc:ID>', '')],
    [
      'documents/missing-element /ReceiptAdvice/cac:ReceiptLine/cbc:ReceivedQuantity',
      edit(RECEIPT, /<cbc:ReceivedQuantity.*<\/cbc:ReceivedQuantity>/, ''),
    ],
    ['documents/bad-value /ReceiptAdvice/cac:ReceiptLine/cbc:ReceivedQuantity', edit(RECEIPT, '>101.5<', '>-101.5<')],
    ['documents/bad-value /ReceiptAdvice/cac:ReceiptLine/cbc:ReceivedQuantity', edit(RECEIPT, '>101.5<', '>101.1234567<')],
    ['documents/bad-value /ReceiptAdvice/cac:ReceiptLine/cbc:ReceivedQuantity', edit(RECEIPT, ' unitCode="H87"', '')],
    ['documents/bad-value /ReceiptAdvice/cac:ReceiptLine/cbc:RejectedQuantity', edit(RECEIPT, '>1.50<', '>101.6<')],
    [
      'documents/bad-value /ReceiptAdvice/cac:ReceiptLine/cbc:RejectedQuantity',
      edit(RECEIPT, 'RejectedQuantity unitCode="H87"', 'RejectedQuantity unitCode="KGM"'),
    ],
    ['documents/bad-value /Order/cac:OrderLine/cac:LineItem/cac:Price/cbc:PriceAmount', edit(ORDER, '>10<', '>11<')],
    ['documents/bad-value /Order/cac:OrderLine/cac:LineItem/cac:Price/cbc:BaseQuantity', edit(ORDER, '>10<', '>0<')],
  ]
  for (const [code, xml] of rows) t.match(codeOf(xml), code === 'documents/malformed-xml ' ? /^documents\/malformed-xml/ : code, code)
  t.end()
})
