import { loadPartyMap, toInvoice, toInvoiceIssue } from '@hanse/documents'
import { checkArithmetic, invoiceCodec } from '@hanse/modules'
import type { Rejection } from '@hanse/primitives'
import fc from 'fast-check'
import { test } from 'tap'
import { edit, read, SHUNHE, shunheMap } from './sample.ts'
import { skipWithout, xmlFiles } from './vectors.ts'

function refusal(xml: string): Rejection {
  const result = toInvoiceIssue(read(xml), shunheMap())
  if (result.ok) throw new Error('it was taken')
  return result.error
}

test('the Shunhe invoice becomes the params of invoices.issue', (t) => {
  const result = toInvoiceIssue(read(SHUNHE), shunheMap())
  t.match(result, {
    ok: true,
    value: {
      ...{ number: '25442000000000000017', issueDate: '2025-12-15', typeCode: '380', currency: 'CNY', orderReference: 'SH-PO-2025-0931' },
      ...{ receivingAdviceReference: 'SH-GR-25-2210', despatchAdviceReference: 'NH-DA-25-1203' },
      seller: {
        partyId: 'nanhai',
        name: 'Nanhai Precision Mould Co., Ltd.',
        country: 'CN',
        legalId: '91440605MADEM20025',
        vatId: 'CN91440605MADEM20025',
      },
      buyer: { partyId: 'shunhe', vatId: 'CN91440606MADEM10019' },
      vatBreakdown: [{ category: 'S', taxableAmount: '88495575', taxAmount: '11504425', rate: '13' }],
      totals: { lineTotal: '88495575', netTotal: '88495575', vatTotal: '11504425', grossTotal: '100000000', payable: '100000000' },
    },
  })
  const parsed = invoiceCodec.parseJson(result.ok ? result.value : null)
  t.ok(parsed.ok && checkArithmetic(parsed.value) === undefined, 'as the chain takes them')
  t.equal(parsed.ok && parsed.value.lines.length, 3)
  t.end()
})

test('numbers take one form, texts one line', (t) => {
  const xml = edit(
    edit(SHUNHE, '>12</cbc:InvoicedQuantity', '>012.500</cbc:InvoicedQuantity'),
    'Injection mould, drum front',
    'Injection\n  mould,\tdrum',
  )
  const result = toInvoice(read(xml), shunheMap())
  t.match(result, { value: { lines: [{ quantity: '12.5', name: 'Injection mould, drum', unitPrice: '41250' }] } })
  t.end()
})

test('what the chain would refuse is refused before, at its element', (t) => {
  const payable = '/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount'
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'invoices/BR-CO-16',
      payable,
      edit(SHUNHE, '<cbc:PayableAmount currencyID="CNY">1000000.00', '<cbc:PayableAmount currencyID="CNY">1000000.01'),
    ],
    [
      'documents/bad-value',
      payable,
      edit(SHUNHE, '<cbc:PayableAmount currencyID="CNY">1000000.00', '<cbc:PayableAmount currencyID="CNY">1000000.001'),
    ],
    [
      'documents/bad-value',
      payable,
      edit(SHUNHE, '<cbc:PayableAmount currencyID="CNY">1000000.00', '<cbc:PayableAmount currencyID="CNY">a million'),
    ],
    ['documents/bad-value', payable, edit(SHUNHE, '<cbc:PayableAmount currencyID="CNY">', '<cbc:PayableAmount currencyID="USD">')],
    ['documents/missing-element', payable, edit(SHUNHE, /<cbc:PayableAmount.*/, '')],
    [
      'documents/bad-value',
      '/Invoice/cbc:DocumentCurrencyCode',
      edit(SHUNHE, '>CNY</cbc:DocumentCurrencyCode', '>XTS</cbc:DocumentCurrencyCode'),
    ],
    [
      'documents/bad-value',
      '/Invoice/cac:InvoiceLine[2]/cac:Item/cac:ClassifiedTaxCategory/cbc:ID',
      edit(SHUNHE, /(control panel[\s\S]*?<cbc:ID>)S</, '$1X<'),
    ],
    [
      'invoices/BR-S-08',
      '/Invoice/cac:TaxTotal/cac:TaxSubtotal/cbc:TaxableAmount',
      edit(SHUNHE, /(control panel[\s\S]*?<cbc:Percent>)13</, '$16<'),
    ],
    ['invoices/BR-S-01', '/Invoice/cac:TaxTotal/cac:TaxSubtotal[2]', edit(SHUNHE, /(<cac:TaxSubtotal>[\s\S]*<\/cac:TaxSubtotal>)/, '$1$1')],
    [
      'documents/missing-element',
      '/Invoice/cac:InvoiceLine[3]/cac:Item/cbc:Name',
      edit(SHUNHE, '<cbc:Name>Trial runs with samples</cbc:Name>', ''),
    ],
    ['documents/bad-value', '/Invoice/cac:InvoiceLine', edit(SHUNHE, /<cac:InvoiceLine>[\s\S]*<\/cac:InvoiceLine>/, '')],
    ['documents/bad-value', '/Invoice/cbc:ID', edit(SHUNHE, '<cbc:ID>25442000000000000017', `<cbc:ID>${'1'.repeat(65)}`)],
    [
      'documents/unmapped-party',
      '/Invoice/cac:AccountingSupplierParty/cac:Party',
      SHUNHE.replaceAll('91440605MADEM20025', '91440605MADEM99999'),
    ],
    ['documents/unsupported-document', '/Invoice/cbc:InvoiceTypeCode', edit(SHUNHE, '>380<', '>381<')],
  ]
  for (const [code, path, xml] of cases) t.match(refusal(xml), { code, path }, `${code} at ${path}`)
  t.match(refusal(edit(SHUNHE, /<cbc:PayableAmount.*/, '')).message, /^line \d+: /)
  t.end()
})

test('VAT that is a hundredth off is refused here, as by the chain', (t) => {
  const off = SHUNHE.replaceAll('115044.25', '115044.26').replaceAll('1000000.00', '1000000.01')
  t.match(refusal(off), { code: 'invoices/exact-vat', path: '/Invoice/cac:TaxTotal/cac:TaxSubtotal/cbc:TaxAmount' })
  t.end()
})

test('any text in place of a value is refused or taken, never thrown at', (t) => {
  const anyText = fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replace(/[&<>]|\p{C}|[\ufffe\uffff]/gu, ''))
  const targets = [
    '495000.00',
    '25442000000000000017',
    'SET',
    '<cbc:Percent>13',
    'CN91440606MADEM10019',
    'Guangdong',
    '2025-12-15',
    '41250.00',
  ]
  const property = fc.property(anyText, fc.constantFrom(...targets), (text, target) => {
    const xml = SHUNHE.replace(target, () => (target.startsWith('<') ? `<cbc:Percent>${text}` : text))
    const result = toInvoiceIssue(read(xml), shunheMap())
    return result.ok || /^(documents|invoices)\//.test(result.error.code)
  })
  t.doesNotThrow(() => fc.assert(property, { numRuns: 300 }))
  t.end()
})

test('every published invoice comes through, or is refused for a reason of the chain’s own', {
  skip: skipWithout('en16931/examples'),
}, (t) => {
  for (const { name, text } of xmlFiles('en16931/examples')) {
    const { invoice, kind } = read(text)
    const parties = (['BT-27', 'BT-44'] as const).map((id, index) => ({
      match: { scheme: 'name', value: invoice.text(id) ?? '?' },
      partyId: `party-${index}`,
    }))
    const map = loadPartyMap({ parties })
    if (!map.ok) throw new Error(map.error.message)
    const result = toInvoiceIssue({ invoice, kind }, map.value)
    t.comment(`${name}: ${result.ok ? 'issuable' : `${result.error.code} ${result.error.path} ${result.error.message}`}`)
    t.ok(result.ok || ['documents/unsupported-document', 'documents/bad-value'].includes(result.error.code), name)
  }
  t.end()
})
