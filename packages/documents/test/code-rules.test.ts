import { RULES } from '@hanse/documents'
import { test } from 'tap'
import { codes } from '../src/codes/codes.ts'
import { CURRENCY_CODES } from '../src/codes/currency-codes.ts'
import { IDENTIFIER_SCHEMES } from '../src/codes/party-schemes.ts'
import { UNITS } from '../src/codes/units.ts'
import { fragment, judge, within } from './fragment.ts'

const typed = (type: string, scheme: string): string =>
  `<cbc:ID schemeID="${scheme}">1</cbc:ID><cbc:DocumentTypeCode>${type}</cbc:DocumentTypeCode>`
const reason = (indicator: string, code: string): string =>
  `<cbc:ChargeIndicator>${indicator}</cbc:ChargeIndicator><cbc:AllowanceChargeReasonCode>${code}</cbc:AllowanceChargeReasonCode>`
const SELLER = 'AccountingSupplierParty/Party'
const attached = (type: string): string =>
  within(
    'AdditionalDocumentReference/Attachment',
    `<cbc:EmbeddedDocumentBinaryObject mimeCode="${type}">eA==</cbc:EmbeddedDocumentBinaryObject>`,
  )

/** A rule, what surrounds the code, and the code: one of the list, and one that is not. */
const ROWS: readonly (readonly [string, (code: string) => string, readonly string[], readonly string[]])[] = [
  ['BR-CL-01', (code) => `<cbc:InvoiceTypeCode>${code}</cbc:InvoiceTypeCode>`, ['380', '326', '875'], ['381', '38', '', '380 381']],
  ['BR-CL-03', (code) => within('LegalMonetaryTotal', `<cbc:PayableAmount currencyID="${code}"/>`), ['EUR', 'VND'], ['EURO', 'eur', '']],
  ['BR-CL-04', (code) => `<cbc:DocumentCurrencyCode>${code}</cbc:DocumentCurrencyCode>`, ['CNY', 'XAU', 'STN'], ['RMB', '']],
  ['BR-CL-05', (code) => `<cbc:TaxCurrencyCode>${code}</cbc:TaxCurrencyCode>`, ['SEK'], ['SKR']],
  ['BR-CL-06', (code) => within('InvoicePeriod', `<cbc:DescriptionCode>${code}</cbc:DescriptionCode>`), ['3', '35', '432'], ['29']],
  ['BR-CL-07', (code) => within('AdditionalDocumentReference', typed('130', code)), ['ABT', 'AAA', 'ZZZ'], ['XYZ']],
  ['BR-CL-07', (code) => within('InvoiceLine/DocumentReference', typed('130', code)), ['AAB'], ['AAAA']],
  ['BR-CL-08', (code) => `<cbc:Note>${code}</cbc:Note>`, ['#AAI#late', 'plain', '#1 of #2', 'a ## b'], ['#XXX#late']],
  [
    'BR-CL-10',
    (code) => within(`${SELLER}/PartyIdentification`, `<cbc:ID schemeID="${code}">1</cbc:ID>`),
    ['0088', 'SEPA'],
    ['0092', '88'],
  ],
  ['BR-CL-11', (code) => within(`${SELLER}/PartyLegalEntity`, `<cbc:CompanyID schemeID="${code}">1</cbc:CompanyID>`), ['0199'], ['9999']],
  [
    'BR-CL-13',
    (code) =>
      within('InvoiceLine/Item/CommodityClassification', `<cbc:ItemClassificationCode listID="${code}">1</cbc:ItemClassificationCode>`),
    ['HS', 'STI'],
    ['ABC'],
  ],
  [
    'BR-CL-14',
    (code) => within('Country', `<cbc:IdentificationCode>${code}</cbc:IdentificationCode>`),
    ['CN', 'XI', '1A'],
    ['EL', 'UK', 'cn'],
  ],
  ['BR-CL-15', (code) => within('Item/OriginCountry', `<cbc:IdentificationCode>${code}</cbc:IdentificationCode>`), ['VN'], ['VNM']],
  [
    'BR-CL-16',
    (code) => within('PaymentMeans', `<cbc:PaymentMeansCode>${code}</cbc:PaymentMeansCode>`),
    ['30', '58', 'ZZZ'],
    ['71', '030'],
  ],
  ['BR-CL-17', (code) => within('TaxTotal/TaxSubtotal/TaxCategory', `<cbc:ID>${code}</cbc:ID>`), ['S', 'AE', 'B'], ['H', 's', '']],
  ['BR-CL-18', (code) => within('InvoiceLine/Item/ClassifiedTaxCategory', `<cbc:ID>${code}</cbc:ID>`), ['Z', 'M'], ['IC']],
  ['BR-CL-19', (code) => within('AllowanceCharge', reason('false', code)), ['95', '41'], ['FC', '99']],
  ['BR-CL-20', (code) => within('AllowanceCharge', reason('true', code)), ['FC', 'ZZZ'], ['95', 'FFF']],
  ['BR-CL-21', (code) => within('Item/StandardItemIdentification', `<cbc:ID schemeID="${code}">1</cbc:ID>`), ['0160'], ['GTIN']],
  [
    'BR-CL-22',
    (code) => within('TaxCategory', `<cbc:TaxExemptionReasonCode>${code}</cbc:TaxExemptionReasonCode>`),
    ['VATEX-EU-132-1F', 'vatex-eu-ae'],
    ['VATEX-EU-S'],
  ],
  [
    'BR-CL-23',
    (code) => within('InvoiceLine', `<cbc:InvoicedQuantity unitCode="${code}">1</cbc:InvoicedQuantity>`),
    ['C62', 'SET', 'XPK'],
    ['PCS'],
  ],
  ['BR-CL-23', (code) => within('Price', `<cbc:BaseQuantity unitCode="${code}">1</cbc:BaseQuantity>`), ['KGM'], ['kgm']],
  ['BR-CL-24', attached, ['application/pdf', 'text/csv'], ['text/html', '']],
  [
    'BR-CL-25',
    (code) => within(SELLER, `<cbc:EndpointID schemeID="${code}">1</cbc:EndpointID>`),
    ['0088', '9930', 'EM'],
    ['0002x', '9999'],
  ],
  ['BR-CL-26', (code) => within('Delivery/DeliveryLocation', `<cbc:ID schemeID="${code}">1</cbc:ID>`), ['0088'], ['GLN']],
]

for (const [rule, put, listed, unlisted] of ROWS) {
  test(`${rule}: ${listed[0]}, not ${unlisted[0]}`, (t) => {
    for (const code of listed) t.equal(judge(rule, fragment(put(code))).verdict, 'success', code)
    for (const code of unlisted) t.equal(judge(rule, fragment(put(code))).verdict, 'error', `“${code}”`)
    t.end()
  })
}

test('every rule on codes has a row', (t) => {
  const ids = RULES.map(({ id }) => id).filter((id) => id.startsWith('BR-CL-'))
  t.same([...new Set(ROWS.map(([rule]) => rule))], ids)
  t.equal(ids.length, 23)
  t.end()
})

test('a credit note has types of its own', (t) => {
  const type = (code: string): string => fragment(`<cbc:CreditNoteTypeCode>${code}</cbc:CreditNoteTypeCode>`, 'CreditNote')
  t.equal(judge('BR-CL-01', type('381')).verdict, 'success')
  t.equal(judge('BR-CL-01', type('380')).verdict, 'error')
  t.end()
})

test('a scheme that is left out is no code; a currency that is left out is none of the list', (t) => {
  t.equal(judge('BR-CL-10', fragment(within('PartyIdentification', '<cbc:ID>1</cbc:ID>'))).verdict, 'success')
  t.same(judge('BR-CL-03', fragment(within('TaxTotal', '<cbc:TaxAmount>1</cbc:TaxAmount>'))), {
    verdict: 'error',
    paths: ['/Invoice/cac:TaxTotal/cbc:TaxAmount/@currencyID'],
  })
  t.end()
})

test('SEPA is a scheme of the creditor only', (t) => {
  const identified = (party: string): string => fragment(within(`${party}/PartyIdentification`, '<cbc:ID schemeID="SEPA">1</cbc:ID>'))
  t.equal(judge('BR-CL-10', identified('PayeeParty')).verdict, 'success')
  t.equal(judge('BR-CL-10', identified('AccountingCustomerParty/Party')).verdict, 'error')
  t.end()
})

test('lists are written short', (t) => {
  t.same(
    [...codes('A 08..11 B1..B3 X-1..X-2 ZZA..ZZC')],
    ['A', '08', '09', '10', '11', 'B1', 'B2', 'B3', 'X-1', 'X-2', 'ZZA', 'ZZB', 'ZZC'],
  )
  t.same([CURRENCY_CODES.size, IDENTIFIER_SCHEMES.size, UNITS.size], [179, 243, 2_162])
  t.end()
})
