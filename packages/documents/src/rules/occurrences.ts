import { basicChild, basicElements, indexOf, placeOfElement } from '../ubl/elements.ts'
import { findAll, parsePath, type UblPath } from '../ubl/ubl-path.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import { type Rule, rule, type Violation } from './rule.ts'

const VAT = 'cac:TaxScheme/cbc:ID=VAT'
const NOT_VAT = 'cac:TaxScheme/cbc:ID!=VAT'
const SUPPLIER = 'cac:AccountingSupplierParty/cac:Party'
const CUSTOMER = 'cac:AccountingCustomerParty/cac:Party'

/** How often something stands in one element: `least`, and at most `most`. `within` is the document when it is empty. */
interface Occurrence {
  readonly number: string
  readonly within: readonly string[]
  readonly path: string
  readonly least?: number
  readonly most?: number
  /** Of allowances, or of charges, only. */
  readonly indicator?: 'true' | 'false'
  readonly text: string
}

const DOCUMENT: readonly string[] = []
const LINE = ['InvoiceLine', 'CreditNoteLine']

/** UBL lets most things stand often that EN 16931 knows once: the third part of what the syntax binding (CEN/TS 16931-3-2) restricts. */
const OCCURRENCES: readonly Occurrence[] = [
  once('01', DOCUMENT, 'cac:ContractDocumentReference/cbc:ID', 'one contract reference (BT-12)'),
  once('02', DOCUMENT, 'cac:ReceiptDocumentReference/cbc:ID', 'one receiving advice reference (BT-15)'),
  once('03', DOCUMENT, 'cac:DespatchDocumentReference/cbc:ID', 'one despatch advice reference (BT-16)'),
  once('04', DOCUMENT, 'cac:AdditionalDocumentReference[cbc:DocumentTypeCode=130]/cbc:ID', 'one invoiced object (BT-18)'),
  once('05', DOCUMENT, 'cac:PaymentTerms/cbc:Note', 'one text of payment terms (BT-20)'),
  once('06', ['BillingReference'], 'cac:InvoiceDocumentReference', 'one preceding invoice each (BG-3)'),
  {
    ...{ number: '07', within: ['BillingReference'], path: 'cac:InvoiceDocumentReference/cbc:ID', least: 1 },
    text: 'A reference to a preceding invoice has its number (BT-25).',
  },
  once('08', DOCUMENT, 'cac:InvoicePeriod', 'one invoicing period (BG-14)'),
  once('09', DOCUMENT, `${SUPPLIER}/cac:PartyLegalEntity/cbc:RegistrationName`, 'one seller name (BT-27)'),
  once('10', DOCUMENT, `${SUPPLIER}/cac:PartyName/cbc:Name`, 'one seller trading name (BT-28)'),
  once('11', DOCUMENT, `${SUPPLIER}/cac:PartyLegalEntity/cbc:CompanyID`, 'one legal registration identifier of the seller (BT-30)'),
  once('12', DOCUMENT, `${SUPPLIER}/cac:PartyTaxScheme[${VAT}]/cbc:CompanyID`, 'one VAT identifier of the seller (BT-31)'),
  once('13', DOCUMENT, `${SUPPLIER}/cac:PartyTaxScheme[${NOT_VAT}]/cbc:CompanyID`, 'one tax registration identifier of the seller (BT-32)'),
  once('14', DOCUMENT, `${SUPPLIER}/cac:PartyLegalEntity/cbc:CompanyLegalForm`, 'one text of legal information on the seller (BT-33)'),
  once('15', DOCUMENT, `${CUSTOMER}/cac:PartyLegalEntity/cbc:RegistrationName`, 'one buyer name (BT-44)'),
  once('16', DOCUMENT, `${CUSTOMER}/cac:PartyIdentification/cbc:ID`, 'one buyer identifier (BT-46)'),
  once('17', DOCUMENT, `${CUSTOMER}/cac:PartyLegalEntity/cbc:CompanyID`, 'one legal registration identifier of the buyer (BT-47)'),
  once('18', DOCUMENT, `${CUSTOMER}/cac:PartyTaxScheme[${VAT}]/cbc:CompanyID`, 'one VAT identifier of the buyer (BT-48)'),
  once('19', ['PayeeParty'], 'cac:PartyName/cbc:Name', 'one payee name (BT-59)'),
  once('20', ['PayeeParty'], 'cac:PartyIdentification/cbc:ID[@schemeID!=SEPA]', 'one payee identifier (BT-60)'),
  once('21', ['PayeeParty'], 'cac:PartyLegalEntity/cbc:CompanyID', 'one legal registration identifier of the payee (BT-61)'),
  once('22', ['TaxRepresentativeParty'], 'cac:PartyName/cbc:Name', 'one name of the tax representative (BT-62)'),
  once('23', ['TaxRepresentativeParty'], 'cac:PartyTaxScheme/cbc:CompanyID', 'one VAT identifier of the tax representative (BT-63)'),
  once('24', DOCUMENT, 'cac:Delivery', 'one delivery (BG-13)'),
  once('25', ['Delivery'], 'cac:DeliveryParty/cac:PartyName/cbc:Name', 'one deliver-to name (BT-70)'),
  once('26', ['PaymentMeans'], 'cbc:PaymentID', 'one remittance information each (BT-83)'),
  once('27', ['PaymentMeans'], 'cbc:PaymentMeansCode', 'one means of payment each (BT-81)'),
  once('28', ['PaymentMeans'], 'cac:PaymentMandate/cbc:ID', 'one mandate each (BT-89)'),
  { ...once('30', ['AllowanceCharge'], 'cbc:AllowanceChargeReason', 'one reason of each allowance (BT-97)'), indicator: 'false' },
  { ...once('31', ['AllowanceCharge'], 'cbc:AllowanceChargeReason', 'one reason of each charge (BT-104)'), indicator: 'true' },
  once('32', ['TaxSubtotal'], 'cac:TaxCategory/cbc:TaxExemptionReason', 'one exemption reason a breakdown (BT-120)'),
  once('33', ['AdditionalDocumentReference'], 'cbc:DocumentDescription', 'one description of each supporting document (BT-123)'),
  once('34', LINE, 'cbc:Note', 'one note a line (BT-127)'),
  once('35', LINE, 'cac:OrderLineReference/cbc:LineID', 'one purchase order line a line (BT-132)'),
  once('36', LINE, 'cac:InvoicePeriod', 'one period a line (BG-26)'),
  once('37', LINE, 'cac:Price/cac:AllowanceCharge/cbc:Amount', 'one price discount a line (BT-147)'),
  once('39', DOCUMENT, 'cac:ProjectReference/cbc:ID', 'one project reference (BT-11)'),
  once('40', DOCUMENT, `${CUSTOMER}/cac:PartyName/cbc:Name`, 'one buyer trading name (BT-45)'),
  once('45', DOCUMENT, 'cac:PaymentMeans/cbc:PaymentDueDate', 'one due date among the means of payment (BT-9)'),
  once('46', DOCUMENT, 'cac:PaymentMeans/cbc:PaymentMeansCode/@name', 'one text on the means of payment (BT-82)'),
  {
    ...{ number: '48', within: LINE, path: 'cac:Item/cac:ClassifiedTaxCategory', least: 1, most: 1 },
    text: 'Each line has one VAT category, and one only (BG-30).',
  },
  once('49', DOCUMENT, 'cac:InvoicePeriod/cbc:DescriptionCode', 'one code of the VAT point (BT-8)'),
  once('50', LINE, 'cac:Item/cbc:Description', 'one description of each item (BT-154)'),
  once('51', ['PostalAddress', 'Address'], 'cac:AddressLine', 'one third line an address (BT-162 to BT-165)'),
  once('52', LINE, 'cac:DocumentReference', 'one invoiced object a line (BT-128)'),
  once('54', DOCUMENT, 'cac:PaymentMeans/cac:CardAccount', 'one payment card (BG-18)'),
  once('55', DOCUMENT, 'cac:PaymentMeans/cac:PaymentMandate', 'one direct debit (BG-19)'),
  once('56', DOCUMENT, 'cac:OriginatorDocumentReference/cbc:ID', 'one tender or lot reference (BT-17)'),
]

const SUPPLIER_PARTY = parsePath(SUPPLIER)
const TAX_SCHEMES_MAX = 2
const NONE: readonly never[] = []

/** UBL-SR-01 to -56. */
export const OCCURRENCE_RULES: readonly Rule[] = [
  ...OCCURRENCES.map(occurrenceRule),
  rule('UBL-SR-29', 'There is at most one creditor identifier (BT-90).', ({ element: root }) => {
    const identifiers = basicElements(root, 'ID', ['PartyIdentification'])
    return identifiers
      .filter(({ attributes }) => attributes.get('schemeID')?.toUpperCase() === 'SEPA')
      .slice(1)
      .map(toPlace)
  }),
  rule('UBL-SR-42', 'The seller has two tax schemes at most (BT-31, BT-32).', ({ element: root }) =>
    findAll(SUPPLIER_PARTY, root, root).flatMap(({ element }) =>
      element.children
        .filter(({ name }) => name === 'PartyTaxScheme')
        .slice(TAX_SCHEMES_MAX)
        .map(toPlace),
    ),
  ),
  rule(
    'UBL-SR-43',
    'A document type and a scheme are given for the invoiced object (130, BT-18) or a credit note’s project (50) only.',
    (invoice) =>
      (indexOf(invoice.element).cac.get('AdditionalDocumentReference') ?? [])
        .filter((reference) => !isTyped(reference, invoice.isCreditNote ? ['130', '50'] : ['130']))
        .map(toPlace),
  ),
  rule('UBL-SR-44', 'All remittance informations (BT-83) are the same.', ({ element }) => unlikeTheFirst(element, 'PaymentID')),
  rule('UBL-SR-47', 'All means of payment (BT-81) are the same.', ({ element }) => unlikeTheFirst(element, 'PaymentMeansCode')),
  rule('UBL-SR-53', 'A party’s tax scheme has its name and the party’s identifier in it.', ({ element: root }) =>
    (indexOf(root).cac.get('PartyTaxScheme') ?? [])
      .filter((scheme) => basicChild(scheme, 'CompanyID') === undefined || basicChild(taxScheme(scheme), 'ID') === undefined)
      .map(toPlace),
  ),
].sort((left, right) => left.id.localeCompare(right.id))

function once(number: string, within: readonly string[], path: string, what: string): Occurrence {
  return { number, within, path, most: 1, text: `There is at most ${what}.` }
}

function occurrenceRule({
  number,
  within,
  path: text,
  least = 0,
  most = Number.POSITIVE_INFINITY,
  indicator,
  text: says,
}: Occurrence): Rule {
  const path = parsePath(text)
  return rule(`UBL-SR-${number}`, says, ({ element: root }) => {
    if (least === 0 && !isUsed(path, root)) return NONE
    const violations: Violation[] = []
    for (const holder of holders(root, within, indicator)) {
      for (const violation of miscounted(holder, root, path, least, most)) violations.push(violation)
    }
    return violations
  })
}

/** False where the document has no element of a name on the path, in no place at all. */
function isUsed({ steps }: UblPath, root: XmlElement): boolean {
  const { cac, cbc } = indexOf(root)
  return steps.every(({ names }) => names.some(({ name }) => cac.has(name) || cbc.has(name)))
}

function holders(root: XmlElement, within: readonly string[], indicator: string | undefined): readonly XmlElement[] {
  if (within.length === 0) return [root]
  const found = within.flatMap((name) => indexOf(root).cac.get(name) ?? [])
  return indicator === undefined ? found : found.filter((element) => basicChild(element, 'ChargeIndicator')?.text === indicator)
}

function miscounted(holder: XmlElement, root: XmlElement, path: UblPath, least: number, most: number): readonly Violation[] {
  const found = findAll(path, holder, root)
  if (found.length >= least && found.length <= most) return NONE
  if (found.length < least) {
    const { path: place, line } = placeOfElement(holder)
    return [{ path: `${place}/${path.shown}`, line }]
  }
  return found.slice(most).map(({ element }) => placeOfElement(element, path.attribute))
}

function toPlace(element: XmlElement): Violation {
  return placeOfElement(element)
}

function isTyped(reference: XmlElement, types: readonly string[]): boolean {
  const type = basicChild(reference, 'DocumentTypeCode')
  if (type !== undefined) return types.includes(type.text)
  return basicChild(reference, 'ID')?.attributes.has('schemeID') !== true
}

function taxScheme(partyTaxScheme: XmlElement): XmlElement | undefined {
  return partyTaxScheme.children.find(({ name }) => name === 'TaxScheme')
}

function unlikeTheFirst(root: XmlElement, name: string): readonly Violation[] {
  const [first, ...others] = basicElements(root, name)
  return others
    .filter(({ text }) => text !== first?.text)
    .map((element) => ({ ...placeOfElement(element), detail: element.text.slice(0, 40) }))
}
