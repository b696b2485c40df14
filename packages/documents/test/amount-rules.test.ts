import { test } from 'tap'
import { fragment, judge, within } from './fragment.ts'
import { read } from './sample.ts'

const amount = (name: string, text: string, currency = 'EUR'): string => `<cbc:${name} currencyID="${currency}">${text}</cbc:${name}>`
const totals = (...amounts: readonly string[]): string => within('LegalMonetaryTotal', amounts.join(''))
const category = (id: string, more = ''): string => `<cbc:ID>${id}</cbc:ID>${more}<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>`
const percent = (rate: string): string => `<cbc:Percent>${rate}</cbc:Percent>`
const breakdown = (id: string, base: string, tax: string, more = ''): string =>
  within('TaxTotal/TaxSubtotal', base + tax + within('TaxCategory', category(id, more)))
const line = (id: string, net: string, more = ''): string =>
  within('InvoiceLine', amount('LineExtensionAmount', net) + within('Item/ClassifiedTaxCategory', category(id, more)))
const verdict = (rule: string, inner: string): string => judge(rule, fragment(inner)).verdict

test('a total that is left out is not what its rule computes', (t) => {
  t.equal(verdict('BR-CO-10', totals()), 'error')
  t.equal(verdict('BR-CO-10', ''), 'success', 'without any totals other rules say so')
  t.equal(verdict('BR-CO-13', totals(amount('LineExtensionAmount', '1'))), 'error')
  t.equal(verdict('BR-CO-16', totals(amount('TaxInclusiveAmount', '1'))), 'error')
  t.equal(verdict('BR-CO-11', totals()), 'success', 'no allowances, no total of them')
  t.equal(verdict('BR-CO-16', totals(amount('TaxInclusiveAmount', '1'), amount('PayableAmount', 'one'))), 'success', 'UBL-01 tells of it')
  t.end()
})

test('BR-CO-15: VAT is stated once in the invoice’s currency', (t) => {
  const currencies = '<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cbc:TaxCurrencyCode>SEK</cbc:TaxCurrencyCode>'
  const sum = totals(amount('TaxExclusiveAmount', '100'), amount('TaxInclusiveAmount', '125'))
  const vat = (tax: string, currency: string): string => within('TaxTotal', amount('TaxAmount', tax, currency))
  t.equal(verdict('BR-CO-15', currencies + sum + vat('25', 'EUR') + vat('280', 'SEK')), 'success')
  t.equal(verdict('BR-CO-15', currencies + sum + vat('25', 'EUR') + vat('0', 'EUR')), 'error', 'twice')
  t.equal(verdict('BR-CO-15', currencies + sum + vat('280', 'SEK')), 'error', 'in the other currency only')
  t.equal(verdict('BR-CO-15', currencies + sum + vat('24', 'EUR')), 'error')
  t.equal(verdict('BR-CO-15', sum + vat('24', 'EUR')), 'success', 'without a currency nothing can be said')
  t.end()
})

test('BR-CO-17: less than a unit off, and without a rate less than half', (t) => {
  const taxed = (base: string, tax: string, rate?: string): string =>
    breakdown('S', amount('TaxableAmount', base), amount('TaxAmount', tax), rate === undefined ? '' : percent(rate))
  t.equal(verdict('BR-CO-17', taxed('100', '25.99', '25')), 'success')
  t.equal(verdict('BR-CO-17', taxed('100', '26.00', '25')), 'error')
  t.equal(verdict('BR-CO-17', taxed('-100', '-25', '25')), 'success')
  t.equal(verdict('BR-CO-17', taxed('100', '0.49', '0')), 'success')
  t.equal(verdict('BR-CO-17', taxed('100', '0.50')), 'error')
  t.equal(verdict('BR-CO-17', breakdown('S', amount('TaxableAmount', '100'), '', percent('25'))), 'error', 'no tax amount')
  t.end()
})

test('a category has its breakdown, and a breakdown by rate its category', (t) => {
  const of = (id: string): string => breakdown(id, amount('TaxableAmount', '100'), amount('TaxAmount', '0'))
  for (const [id, rule] of [
    ['S', 'BR-S-01'],
    ['L', 'BR-IG-01'],
    ['M', 'BR-IP-01'],
  ] as const) {
    t.equal(verdict(rule, line(id, '100') + of(id)), 'success')
    t.equal(verdict(rule, line(id, '100')), 'error')
    t.equal(verdict(rule, of(id)), 'error', 'nothing is of it')
    t.equal(verdict(rule, line(id, '100') + of(id) + of(id)), 'success', 'one a rate')
  }
  t.equal(verdict('BR-E-01', line('E', '100') + of('E') + of('E')), 'error', 'one only')
  t.equal(verdict('BR-E-01', of('E')), 'success')
  t.end()
})

test('taxable amounts are those at the rate, or of the category', (t) => {
  const base = (id: string, text: string, rate = ''): string => breakdown(id, text === '' ? '' : amount('TaxableAmount', text), '', rate)
  const lines = line('S', '100', percent('25')) + line('S', '10', percent('6.0'))
  t.equal(verdict('BR-S-08', lines + base('S', '100', percent('25.00')) + base('S', '10', percent('6'))), 'success')
  t.equal(verdict('BR-S-08', lines + base('S', '110', percent('25'))), 'error')
  t.equal(verdict('BR-S-08', lines + base('S', '', percent('25'))), 'error', 'left out')
  t.equal(verdict('BR-S-08', lines + base('S', '5')), 'success', 'without a rate BR-48 speaks')
  t.equal(verdict('BR-Z-08', line('Z', '100') + line('Z', '0.01') + base('Z', '100.01')), 'success')
  t.equal(verdict('BR-Z-08', line('Z', '100') + base('Z', '100.01')), 'error')
  t.equal(verdict('BR-S-09', breakdown('S', amount('TaxableAmount', '100'), amount('TaxAmount', '0'))), 'error', 'no rate')
  t.equal(verdict('BR-O-09', breakdown('O', amount('TaxableAmount', '100'), '')), 'error', 'no tax amount')
  t.end()
})

test('BR-B: split payment is Italian, and never beside the standard rate', (t) => {
  const country = (code: string): string =>
    within('AccountingCustomerParty/Party/PostalAddress/Country', `<cbc:IdentificationCode>${code}</cbc:IdentificationCode>`)
  t.equal(verdict('BR-B-01', country('IT') + line('B', '1')), 'success')
  t.equal(verdict('BR-B-01', country('FR') + line('B', '1')), 'error')
  t.equal(verdict('BR-B-01', country('FR') + line('S', '1')), 'success')
  t.equal(verdict('BR-B-02', line('B', '1') + line('Z', '1')), 'success')
  t.equal(verdict('BR-B-02', line('B', '1') + line('S', '1')), 'error')
  t.equal(verdict('BR-B-02', breakdown('B', '', '') + breakdown('S', '', '')), 'error')
  t.end()
})

test('terms that stand where one would not look', (t) => {
  const party = within('PartyIdentification', '<cbc:ID>7</cbc:ID>') + within('PartyIdentification', '<cbc:ID schemeID="SEPA">DE98</cbc:ID>')
  const { invoice } = read(fragment(`<cbc:Note>#AAI#late</cbc:Note>${within('AccountingSupplierParty/Party', party)}`))
  t.same(
    [invoice.text('BT-29'), invoice.terms('BT-29').length, invoice.text('BT-90'), invoice.text('BT-22')],
    ['7', 1, 'DE98', '#AAI#late'],
  )
  t.equal(verdict('BR-CO-26', within('AccountingSupplierParty/Party', party.replace('<cbc:ID>7</cbc:ID>', ''))), 'error')
  const project = within('AdditionalDocumentReference', '<cbc:ID>P-1</cbc:ID><cbc:DocumentTypeCode>50</cbc:DocumentTypeCode>')
  const note = read(fragment(project, 'CreditNote')).invoice
  t.same([note.text('BT-11'), note.has('BG-24')], ['P-1', false])
  const both = '<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cbc:TaxCurrencyCode>EUR</cbc:TaxCurrencyCode>'
  const same = read(fragment(both + within('TaxTotal', amount('TaxAmount', '25')))).invoice
  t.same([same.text('BT-110'), same.text('BT-111')], ['25', '25'], 'one currency for both')
  t.end()
})
