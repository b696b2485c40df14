import { RULES } from '@hanse/documents'
import { test } from 'tap'
import { fragment, judge, within } from './fragment.ts'

const SELLER = 'AccountingSupplierParty/Party'
const BUYER = 'AccountingCustomerParty/Party'
const VAT = '<cbc:CompanyID>1</cbc:CompanyID><cac:TaxScheme><cbc:ID>vat</cbc:ID></cac:TaxScheme>'
const OTHER_TAX = '<cbc:CompanyID>1</cbc:CompanyID><cac:TaxScheme><cbc:ID>TAX</cbc:ID></cac:TaxScheme>'
const NAME = within('PartyName', '<cbc:Name>n</cbc:Name>')
const COMPANY = within('PartyLegalEntity', '<cbc:CompanyID>1</cbc:CompanyID>')
const REGISTRATION = within('PartyLegalEntity', '<cbc:RegistrationName>n</cbc:RegistrationName>')
const IDENTIFIER = within('PartyIdentification', '<cbc:ID>1</cbc:ID>')
const ID = '<cbc:ID>1</cbc:ID>'
const REASON = '<cbc:AllowanceChargeReason>r</cbc:AllowanceChargeReason>'
const SEPA = within('PartyIdentification', '<cbc:ID schemeID="SEPA">1</cbc:ID>')
const TYPED = `${ID}<cbc:DocumentTypeCode>130</cbc:DocumentTypeCode>`

/** A rule, what is around, and what may stand there once. */
const ONCE: readonly (readonly [string, string, string])[] = [
  ['UBL-SR-01', '', within('ContractDocumentReference', ID)],
  ['UBL-SR-02', '', within('ReceiptDocumentReference', ID)],
  ['UBL-SR-03', '', within('DespatchDocumentReference', ID)],
  ['UBL-SR-04', '', within('AdditionalDocumentReference', TYPED)],
  ['UBL-SR-05', '', within('PaymentTerms', '<cbc:Note>n</cbc:Note>')],
  ['UBL-SR-06', 'BillingReference', within('InvoiceDocumentReference', ID)],
  ['UBL-SR-08', '', within('InvoicePeriod', '<cbc:StartDate>2026-01-01</cbc:StartDate>')],
  ['UBL-SR-09', SELLER, REGISTRATION],
  ['UBL-SR-10', SELLER, NAME],
  ['UBL-SR-11', SELLER, COMPANY],
  ['UBL-SR-12', SELLER, within('PartyTaxScheme', VAT)],
  ['UBL-SR-13', SELLER, within('PartyTaxScheme', OTHER_TAX)],
  ['UBL-SR-14', SELLER, within('PartyLegalEntity', '<cbc:CompanyLegalForm>f</cbc:CompanyLegalForm>')],
  ['UBL-SR-15', BUYER, REGISTRATION],
  ['UBL-SR-16', BUYER, IDENTIFIER],
  ['UBL-SR-17', BUYER, COMPANY],
  ['UBL-SR-18', BUYER, within('PartyTaxScheme', VAT)],
  ['UBL-SR-19', 'PayeeParty', NAME],
  ['UBL-SR-20', 'PayeeParty', IDENTIFIER],
  ['UBL-SR-21', 'PayeeParty', COMPANY],
  ['UBL-SR-22', 'TaxRepresentativeParty', NAME],
  ['UBL-SR-23', 'TaxRepresentativeParty', within('PartyTaxScheme', VAT)],
  ['UBL-SR-24', '', within('Delivery', '<cbc:ActualDeliveryDate>2026-01-01</cbc:ActualDeliveryDate>')],
  ['UBL-SR-25', 'Delivery/DeliveryParty', NAME],
  ['UBL-SR-26', 'PaymentMeans', '<cbc:PaymentID>1</cbc:PaymentID>'],
  ['UBL-SR-27', 'PaymentMeans', '<cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>'],
  ['UBL-SR-28', 'PaymentMeans', within('PaymentMandate', ID)],
  ['UBL-SR-29', SELLER, SEPA],
  ['UBL-SR-32', 'TaxTotal/TaxSubtotal/TaxCategory', '<cbc:TaxExemptionReason>r</cbc:TaxExemptionReason>'],
  ['UBL-SR-33', 'AdditionalDocumentReference', '<cbc:DocumentDescription>d</cbc:DocumentDescription>'],
  ['UBL-SR-34', 'InvoiceLine', '<cbc:Note>n</cbc:Note>'],
  ['UBL-SR-35', 'InvoiceLine', within('OrderLineReference', '<cbc:LineID>1</cbc:LineID>')],
  ['UBL-SR-36', 'InvoiceLine', within('InvoicePeriod', '<cbc:StartDate>2026-01-01</cbc:StartDate>')],
  ['UBL-SR-37', 'InvoiceLine/Price', within('AllowanceCharge', '<cbc:Amount>1</cbc:Amount>')],
  ['UBL-SR-39', '', within('ProjectReference', ID)],
  ['UBL-SR-40', BUYER, NAME],
  ['UBL-SR-45', '', within('PaymentMeans', '<cbc:PaymentDueDate>2026-01-01</cbc:PaymentDueDate>')],
  ['UBL-SR-46', '', within('PaymentMeans', '<cbc:PaymentMeansCode name="n">30</cbc:PaymentMeansCode>')],
  ['UBL-SR-48', 'InvoiceLine/Item', within('ClassifiedTaxCategory', '<cbc:ID>S</cbc:ID>')],
  ['UBL-SR-49', 'InvoicePeriod', '<cbc:DescriptionCode>3</cbc:DescriptionCode>'],
  ['UBL-SR-50', 'InvoiceLine/Item', '<cbc:Description>d</cbc:Description>'],
  ['UBL-SR-51', `${BUYER}/PostalAddress`, within('AddressLine', '<cbc:Line>3</cbc:Line>')],
  ['UBL-SR-52', 'InvoiceLine', within('DocumentReference', TYPED)],
  ['UBL-SR-54', 'PaymentMeans', within('CardAccount', '<cbc:PrimaryAccountNumberID>1</cbc:PrimaryAccountNumberID>')],
  ['UBL-SR-55', 'PaymentMeans', within('PaymentMandate', ID)],
  ['UBL-SR-56', '', within('OriginatorDocumentReference', ID)],
]

for (const [rule, around, inner] of ONCE) {
  test(`${rule}: once, not twice`, (t) => {
    const put = (text: string): string => fragment(around === '' ? text : within(around, text))
    t.same(judge(rule, put(inner)), { verdict: 'success', paths: [] })
    t.match(judge(rule, put(inner + inner)), { verdict: 'error', paths: { length: 1 } })
    t.end()
  })
}

test('reasons of allowances and of charges are counted apart', (t) => {
  const put = (indicator: string, reasons: string): string =>
    fragment(within('AllowanceCharge', `<cbc:ChargeIndicator>${indicator}</cbc:ChargeIndicator>${reasons}`))
  for (const [rule, own, other] of [
    ['UBL-SR-30', 'false', 'true'],
    ['UBL-SR-31', 'true', 'false'],
  ] as const) {
    t.equal(judge(rule, put(own, REASON)).verdict, 'success')
    t.equal(judge(rule, put(own, REASON + REASON)).verdict, 'error')
    t.equal(judge(rule, put(other, REASON + REASON)).verdict, 'success')
  }
  t.end()
})

test('what must be there', (t) => {
  t.same(judge('UBL-SR-07', fragment(within('BillingReference/InvoiceDocumentReference', '<cbc:IssueDate>2026-01-01</cbc:IssueDate>'))), {
    verdict: 'error',
    paths: ['/Invoice/cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID'],
  })
  t.equal(judge('UBL-SR-07', fragment(within('BillingReference/InvoiceDocumentReference', ID))).verdict, 'success')
  t.equal(judge('UBL-SR-48', fragment(within('CreditNoteLine/Item', '<cbc:Name>n</cbc:Name>'), 'CreditNote')).verdict, 'error')
  for (const [scheme, verdict] of [
    [VAT, 'success'],
    ['<cbc:CompanyID>1</cbc:CompanyID>', 'error'],
    ['<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>', 'error'],
  ] as const) {
    t.equal(judge('UBL-SR-53', fragment(within(`${SELLER}/PartyTaxScheme`, scheme))).verdict, verdict, scheme)
  }
  t.end()
})

test('the seller has a VAT and a tax registration, no third', (t) => {
  const schemes = (...texts: readonly string[]): string =>
    fragment(within(SELLER, texts.map((text) => within('PartyTaxScheme', text)).join('')))
  t.equal(judge('UBL-SR-42', schemes(VAT, OTHER_TAX)).verdict, 'success')
  t.equal(judge('UBL-SR-42', schemes(VAT, OTHER_TAX, OTHER_TAX)).verdict, 'error')
  t.end()
})

test('a document type belongs to the invoiced object, in a credit note to the project too', (t) => {
  const put = (inner: string, root?: 'CreditNote'): string => fragment(within('AdditionalDocumentReference', inner), root)
  const type = (code: string): string => `<cbc:ID schemeID="ABT">1</cbc:ID><cbc:DocumentTypeCode>${code}</cbc:DocumentTypeCode>`
  t.equal(judge('UBL-SR-43', put(type('130'))).verdict, 'success')
  t.equal(judge('UBL-SR-43', put(type('50'))).verdict, 'error')
  t.equal(judge('UBL-SR-43', put(type('50'), 'CreditNote')).verdict, 'success')
  t.equal(judge('UBL-SR-43', put(type('916'))).verdict, 'error')
  t.equal(judge('UBL-SR-43', put('<cbc:ID schemeID="ABT">1</cbc:ID>')).verdict, 'error')
  t.equal(judge('UBL-SR-43', put(ID)).verdict, 'success')
  t.end()
})

test('several means of payment agree', (t) => {
  const means = (name: string, ...values: readonly string[]): string =>
    fragment(values.map((value) => within('PaymentMeans', `<cbc:${name}>${value}</cbc:${name}>`)).join(''))
  for (const [rule, name] of [
    ['UBL-SR-44', 'PaymentID'],
    ['UBL-SR-47', 'PaymentMeansCode'],
  ] as const) {
    t.equal(judge(rule, means(name)).verdict, 'success')
    t.equal(judge(rule, means(name, '30', '30')).verdict, 'success')
    t.equal(judge(rule, means(name, '30', '30', '58')).verdict, 'error')
  }
  t.end()
})

test('amounts have two decimals, prices and price discounts more', (t) => {
  const amount = (name: string, text: string): string => `<cbc:${name} currencyID="EUR">${text}</cbc:${name}>`
  t.equal(judge('UBL-DT-01', fragment(within('InvoiceLine', amount('LineExtensionAmount', '1.25')))).verdict, 'success')
  t.equal(judge('UBL-DT-01', fragment(within('InvoiceLine', amount('LineExtensionAmount', '1.250')))).verdict, 'error')
  t.equal(judge('UBL-DT-01', fragment(within('Price', amount('PriceAmount', '1.2345')))).verdict, 'success')
  t.equal(judge('UBL-DT-01', fragment(within('Price/AllowanceCharge', amount('BaseAmount', '1.2345')))).verdict, 'success')
  t.end()
})

test('an attached document has a type and a name', (t) => {
  const attached = (attributes: string): string =>
    fragment(within('Attachment', `<cbc:EmbeddedDocumentBinaryObject ${attributes}>eA==</cbc:EmbeddedDocumentBinaryObject>`))
  t.equal(judge('UBL-DT-06', attached('filename="a"')).verdict, 'error')
  t.equal(judge('UBL-DT-06', attached('mimeCode="text/csv"')).verdict, 'success')
  t.equal(judge('UBL-DT-07', attached('mimeCode="text/csv"')).verdict, 'error')
  t.equal(judge('UBL-DT-07', attached('filename="a"')).verdict, 'success')
  t.end()
})

test('attributes that EN 16931 does not have are warned of', (t) => {
  t.same(judge('UBL-DT-19', fragment('<cbc:Note languageID="en">n</cbc:Note>')), {
    verdict: 'warning',
    paths: ['/Invoice/cbc:Note/@languageID'],
  })
  t.equal(judge('UBL-DT-08', fragment(within('PartyIdentification', '<cbc:ID schemeName="GLN">1</cbc:ID>'))).verdict, 'warning')
  t.equal(
    judge('UBL-DT-18', fragment(within('PaymentMeans', '<cbc:PaymentMeansCode name="n">30</cbc:PaymentMeansCode>'))).verdict,
    'success',
  )
  t.equal(judge('UBL-DT-18', fragment('<cbc:DocumentCurrencyCode name="euro">EUR</cbc:DocumentCurrencyCode>')).verdict, 'warning')
  t.end()
})

test('every rule on occurrences and on types is there once', (t) => {
  const count = (prefix: string): number => RULES.filter(({ id }) => id.startsWith(prefix)).length
  t.same([count('UBL-SR-'), count('UBL-DT-')], [54, 24])
  t.end()
})
