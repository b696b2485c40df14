import { judgeInvoice, type PlainInvoice, parsePlainInvoice, plainOf, unreadElements, writeUbl } from '@hanse/documents'
import fc from 'fast-check'
import { test } from 'tap'
import { plainInvoice } from './plain-invoice.ts'
import { read, SHUNHE } from './sample.ts'
import { skipWithout, xmlFiles } from './vectors.ts'

const EXAMPLES = 'en16931/examples'

function written(plain: PlainInvoice): string {
  const xml = writeUbl(plain)
  if (!xml.ok) throw new Error(`${xml.error.code}: ${xml.error.message}`)
  return xml.value
}

function verdicts(xml: string): readonly string[] {
  return judgeInvoice(read(xml)).findings.map(({ rule, severity }) => `${rule} ${severity}`)
}

test('every published example is written, read again as the same, and judged the same by every rule', {
  skip: skipWithout(EXAMPLES),
}, (t) => {
  for (const { name, text } of xmlFiles(EXAMPLES)) {
    const plain = plainOf(read(text))
    const xml = written(plain)
    t.same(plainOf(read(xml)), plain, name)
    t.same(verdicts(xml), verdicts(text), `${name}: verdicts`)
    t.same(unreadElements(read(xml)), [], `${name}: nothing but terms`)
  }
  t.end()
})

test('the invoice of the devnet is written as it stands', (t) => {
  const lines = (xml: string): readonly string[] => xml.split('\n').filter((line) => !/<!--|xmlns/.test(line))
  t.same(lines(written(plainOf(read(SHUNHE)))), lines(SHUNHE), 'the order of the schema, and nothing added')
  t.end()
})

test('what is written is read again: generated invoices and credit notes', (t) => {
  fc.assert(
    fc.property(plainInvoice, (plain) => {
      const xml = written(plain)
      t.same(plainOf(read(xml)), plain)
      t.equal(written(JSON.parse(JSON.stringify(plain)) as PlainInvoice), xml, 'JSON is another form of it')
    }),
    { numRuns: 100 },
  )
  t.end()
})

/** An invoice of these terms, and what cannot be written of it. */
const ROWS: readonly (readonly [terms: unknown, path: string, message: RegExp])[] = [
  [5, 'invoice', /expected an object, got 5/],
  [{ 'BT-999': 'x' }, 'invoice.BT-999', /no such term/],
  [{ 'BT-31': 'x' }, 'invoice.BT-31', /BG-0 has no such term/],
  [{ 'BT-1': 5 }, 'invoice.BT-1', /expected a text/],
  [{ 'BT-1': '' }, 'invoice.BT-1', /empty/],
  [{ 'BT-1': ' x' }, 'invoice.BT-1', /space around it/],
  [{ 'BT-1': 'a\u0000' }, 'invoice.BT-1', /XML cannot hold/],
  [{ 'BT-1': '\ud800' }, 'invoice.BT-1', /XML cannot hold/],
  [{ 'BT-1': ['a', 'b'] }, 'invoice.BT-1.1', /UBL has this once/],
  [{ 'BG-16': { 'BG-17': [{ 'BT-84': 'a' }, { 'BT-84': 'b' }] } }, 'invoice.BG-16.BG-17.1', /UBL has this once/],
  [{ 'BT-18': { schemeID: 'x' } }, 'invoice.BT-18.value', /got nothing/],
  [{ 'BT-18': { value: 'x', 'a b': 'x' } }, 'invoice.BT-18.a b', /no attribute/],
  [{ 'BT-18': { value: 'x', xmlns: 'x' } }, 'invoice.BT-18.xmlns', /no attribute/],
  [{ 'BT-18': { value: 'x', schemeID: 5 } }, 'invoice.BT-18.schemeID', /expected a text/],
  [{ 'BT-18': { value: 'x', schemeID: ' x' } }, 'invoice.BT-18.schemeID', /not be read again/],
  [{ 'BG-25': [{}, { 'BT-129': { value: '1', unitCode: 'C62' } }] }, 'invoice.BG-25.1.BT-129.unitCode', /a term of its own/],
  [{ 'BG-25': [{ 'BG-30': {} }] }, 'invoice.BG-25.0.BG-31', /not be read again/],
  [{ 'BT-5': 'CNY', 'BT-6': 'EUR', 'BT-110': { value: '1', currencyID: 'EUR' } }, 'invoice.BT-110', /not be read again/],
]

test('what UBL cannot hold, or what would be read as something else, is refused with its member', (t) => {
  for (const [terms, path, message] of ROWS) {
    const refused = writeUbl({ kind: 'invoice', invoice: terms } as PlainInvoice)
    t.match(refused, { ok: false, error: { code: 'documents/not-writable', path, message, hint: /./ } }, path)
  }
  const dueDate = writeUbl({ kind: 'credit-note', invoice: { 'BT-9': '2026-01-01' } })
  t.match(dueDate, { ok: false, error: { path: 'invoice.BG-16' } }, 'a credit note has its due date in the payment instructions')
  for (const [json, path] of [
    [null, ''],
    [{ kind: 'order', invoice: {} }, 'kind'],
    [{ kind: 'invoice', invoice: {}, more: 1 }, 'more'],
  ] as const) {
    t.match(parsePlainInvoice(json), { ok: false, error: { code: 'documents/not-writable', path } }, path)
  }
  const long = writeUbl({ kind: 'invoice', invoice: { 'BT-1': 'x'.repeat(200_000) } })
  t.match(long, { ok: false, error: { code: 'documents/limit-exceeded' } })
  t.end()
})

test('what need not be said is not: one value alone, the currency of the invoice, the scheme of a creditor', (t) => {
  const plain = {
    kind: 'invoice',
    invoice: {
      'BT-5': 'EUR',
      'BT-6': 'SEK',
      'BG-4': { 'BT-29': 'alone' },
      'BT-90': { value: 'DE98ZZZ', schemeID: 'SEPA' },
      'BT-110': [{ value: '1.00', currencyID: 'EUR' }],
      'BT-111': '11.00',
    },
  } as const
  const parsed = parsePlainInvoice(plain)
  t.match(parsed, { value: { invoice: { 'BG-4': { 'BT-29': ['alone'] }, 'BT-90': 'DE98ZZZ', 'BT-110': '1.00' } } })
  const xml = written(plain)
  t.match(xml, /<cbc:TaxAmount currencyID="EUR">1.00<[\s\S]*<cbc:TaxAmount currencyID="SEK">11.00</)
  t.match(xml, /<cbc:ID schemeID="SEPA">DE98ZZZ</)
  const both = { kind: 'invoice', invoice: { 'BT-5': 'EUR', 'BT-6': 'EUR', 'BT-110': '1.00', 'BT-111': '1.00' } } as const
  t.equal(written(both).match(/TaxTotal>/g)?.length, 2, 'one total in one currency')
  t.end()
})

test('attributes that UBL does not have are no part of a value', (t) => {
  const odd = SHUNHE.replace('<cbc:ID schemeID="0199">', '<cbc:ID schemeID="0199" value="x" a-b="y">')
  t.same(plainOf(read(odd)), plainOf(read(SHUNHE)))
  const lines = { kind: 'invoice', invoice: { 'BT-18': { value: 'x', schemeID: 'a\n\tb' } } } as const
  t.match(plainOf(read(written(lines))), { invoice: { 'BT-18': { schemeID: 'a\n\tb' } } })
  t.end()
})

test('a credit note has other places for what an invoice has', (t) => {
  const terms = {
    'BT-3': '381',
    'BT-9': '2026-01-01',
    'BT-11': 'P1',
    'BG-16': { 'BT-81': '30' },
    'BG-25': [{ 'BT-129': '1', 'BT-130': 'C62' }],
  }
  t.match(
    written({ kind: 'invoice', invoice: terms }),
    /DueDate>2026[\s\S]*InvoiceTypeCode>381[\s\S]*ProjectReference>[\s\S]*<cbc:InvoicedQuantity unitCode="C62">1</,
  )
  t.match(
    written({ kind: 'credit-note', invoice: terms }),
    /CreditNoteTypeCode>381[\s\S]*<cac:AdditionalDocumentReference>\s*<cbc:ID>P1<\/cbc:ID>\s*<cbc:DocumentTypeCode>50[\s\S]*<cbc:PaymentDueDate>2026[\s\S]*CreditNoteLine>[\s\S]*CreditedQuantity/,
  )
  const discount = { 'BG-25': [{ 'BG-29': { 'BT-147': '1', 'BT-148': '3' } }] }
  t.match(written({ kind: 'invoice', invoice: discount }), /<cbc:ChargeIndicator>false</, 'a discount of the price is an allowance')
  t.end()
})
