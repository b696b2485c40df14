import { isCountry } from '@hanse/modules'
import { CURRENCY_CODES } from '../codes/currency-codes.ts'
import {
  ALLOWANCE_REASONS,
  ATTACHMENT_TYPES,
  CHARGE_REASONS,
  CREDIT_NOTE_TYPES,
  EXEMPTION_REASONS,
  INVOICE_TYPES,
  PAYMENT_MEANS,
  TAX_POINTS,
  VAT_CATEGORY_CODES,
} from '../codes/invoice-codes.ts'
import { ADDRESS_SCHEMES, IDENTIFIER_SCHEMES } from '../codes/party-schemes.ts'
import { CLASSIFICATION_SCHEMES, NOTE_SUBJECTS, OBJECT_SCHEMES } from '../codes/reference-schemes.ts'
import { UNITS } from '../codes/units.ts'
import type { Group } from '../model/group.ts'
import { basicChild, basicElements, placeOfElement } from '../ubl/elements.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import { type Rule, rule, type Violation } from './rule.ts'

/** Where codes of one list stand: in elements of UBL's basic kind, whatever their depth. */
interface Coded {
  readonly names: readonly string[]
  /** Names of the element around it, where that tells them apart. */
  readonly below?: readonly string[]
  /** The attribute that holds the code; the element's text where it is absent. An attribute that is left out is judged by `required` only. */
  readonly attribute?: string
  readonly required?: true
  readonly when?: (element: XmlElement) => boolean
  readonly holds: (code: string, element: XmlElement) => boolean
}

const AMOUNTS = [
  ...['Amount', 'BaseAmount', 'PriceAmount', 'TaxAmount', 'TaxableAmount', 'LineExtensionAmount', 'TaxExclusiveAmount'],
  ...['TaxInclusiveAmount', 'AllowanceTotalAmount', 'ChargeTotalAmount', 'PrepaidAmount', 'PayableRoundingAmount', 'PayableAmount'],
]
const QUANTITIES = ['InvoicedQuantity', 'CreditedQuantity', 'BaseQuantity']

/** BR-CL-nn: what is a code is one of its list. The lists are those of CEN’s validation 1.3.16. */
export const CODE_RULES: readonly Rule[] = [
  coded(
    'BR-CL-01',
    'The type (BT-3) is one that UNTDID 1001 has for an invoice, or for a credit note.',
    { names: ['InvoiceTypeCode'], holds: isIn(INVOICE_TYPES) },
    { names: ['CreditNoteTypeCode'], holds: isIn(CREDIT_NOTE_TYPES) },
  ),
  coded('BR-CL-03', 'Each amount’s currency is one of ISO 4217.', {
    ...{ names: AMOUNTS, attribute: 'currencyID', required: true, holds: isIn(CURRENCY_CODES) },
  }),
  coded('BR-CL-04', 'The currency (BT-5) is one of ISO 4217.', { names: ['DocumentCurrencyCode'], holds: isIn(CURRENCY_CODES) }),
  coded('BR-CL-05', 'The currency of VAT accounting (BT-6) is one of ISO 4217.', {
    ...{ names: ['TaxCurrencyCode'], holds: isIn(CURRENCY_CODES) },
  }),
  coded('BR-CL-06', 'The VAT point’s code (BT-8) is 3, 35 or 432 of UNTDID 2005.', {
    ...{ names: ['DescriptionCode'], below: ['InvoicePeriod'], holds: isIn(TAX_POINTS) },
  }),
  coded('BR-CL-07', 'The scheme of an invoiced object’s identifier (BT-18, BT-128) is one of UNTDID 1153.', {
    ...{ names: ['ID'], below: ['AdditionalDocumentReference', 'DocumentReference'], attribute: 'schemeID', holds: isIn(OBJECT_SCHEMES) },
    when: ({ parent }) => basicChild(parent, 'DocumentTypeCode')?.text === '130',
  }),
  rule('BR-CL-08', 'The subject of a note (BT-21), where it is given, is one of UNTDID 4451.', unknownSubjects),
  coded('BR-CL-10', 'The scheme of a party’s identifier is one of ISO 6523, or SEPA for the creditor (BT-90).', {
    ...{ names: ['ID'], below: ['PartyIdentification'], attribute: 'schemeID' },
    holds: (code, element) => IDENTIFIER_SCHEMES.has(code) || (code === 'SEPA' && isCreditor(element)),
  }),
  coded('BR-CL-11', 'The scheme of a legal registration identifier (BT-30, BT-47, BT-61) is one of ISO 6523.', {
    ...{ names: ['CompanyID'], below: ['PartyLegalEntity'], attribute: 'schemeID', holds: isIn(IDENTIFIER_SCHEMES) },
  }),
  coded('BR-CL-13', 'The scheme of an item’s classification (BT-158) is one of UNTDID 7143.', {
    ...{ names: ['ItemClassificationCode'], below: ['CommodityClassification'], attribute: 'listID', holds: isIn(CLASSIFICATION_SCHEMES) },
  }),
  coded('BR-CL-14', 'Each country of an address is one of ISO 3166-1.', {
    ...{ names: ['IdentificationCode'], below: ['Country'], holds: isCountryCode },
  }),
  coded('BR-CL-15', 'An item’s country of origin (BT-159) is one of ISO 3166-1.', {
    ...{ names: ['IdentificationCode'], below: ['OriginCountry'], holds: isCountryCode },
  }),
  coded('BR-CL-16', 'The means of payment (BT-81) is one of UNTDID 4461.', {
    ...{ names: ['PaymentMeansCode'], below: ['PaymentMeans'], holds: isIn(PAYMENT_MEANS) },
  }),
  coded('BR-CL-17', 'The VAT category of a breakdown, an allowance or a charge is one of UNTDID 5305.', {
    ...{ names: ['ID'], below: ['TaxCategory'], holds: isIn(VAT_CATEGORY_CODES) },
  }),
  coded('BR-CL-18', 'A line’s VAT category (BT-151) is one of UNTDID 5305.', {
    ...{ names: ['ID'], below: ['ClassifiedTaxCategory'], holds: isIn(VAT_CATEGORY_CODES) },
  }),
  coded('BR-CL-19', 'The code of an allowance’s reason (BT-98, BT-140) is one of UNTDID 5189.', {
    ...{ names: ['AllowanceChargeReasonCode'], when: isOf('false', '0'), holds: isIn(ALLOWANCE_REASONS) },
  }),
  coded('BR-CL-20', 'The code of a charge’s reason (BT-105, BT-145) is one of UNTDID 7161.', {
    ...{ names: ['AllowanceChargeReasonCode'], when: isOf('true', '1'), holds: isIn(CHARGE_REASONS) },
  }),
  coded('BR-CL-21', 'The scheme of an item’s standard identifier (BT-157) is one of ISO 6523.', {
    ...{ names: ['ID'], below: ['StandardItemIdentification'], attribute: 'schemeID', holds: isIn(IDENTIFIER_SCHEMES) },
  }),
  coded('BR-CL-22', 'The code of a reason for charging no VAT (BT-121) is one of VATEX.', {
    ...{ names: ['TaxExemptionReasonCode'], holds: (code) => EXEMPTION_REASONS.has(code.toUpperCase()) },
  }),
  coded('BR-CL-23', 'Each unit of measure (BT-130, BT-150) is one of UNECE Recommendation 20 or 21.', {
    ...{ names: QUANTITIES, attribute: 'unitCode', holds: isIn(UNITS) },
  }),
  coded('BR-CL-24', 'An attached document (BT-125) is of a type that every receiver can open.', {
    ...{ names: ['EmbeddedDocumentBinaryObject'], attribute: 'mimeCode', holds: isIn(ATTACHMENT_TYPES) },
  }),
  coded('BR-CL-25', 'The scheme of an electronic address (BT-34, BT-49) is one of EAS.', {
    ...{ names: ['EndpointID'], attribute: 'schemeID', holds: isIn(ADDRESS_SCHEMES) },
  }),
  coded('BR-CL-26', 'The scheme of a deliver-to location (BT-71) is one of ISO 6523.', {
    ...{ names: ['ID'], below: ['DeliveryLocation'], attribute: 'schemeID', holds: isIn(IDENTIFIER_SCHEMES) },
  }),
]

function coded(id: string, text: string, ...sources: readonly Coded[]): Rule {
  return rule(id, text, ({ element: root }) =>
    sources.flatMap((source) => source.names.flatMap((name) => unlisted(basicElements(root, name, source.below), source))),
  )
}

function unlisted(elements: readonly XmlElement[], { attribute, required, when, holds }: Coded): readonly Violation[] {
  const violations: Violation[] = []
  for (const element of elements) {
    if (when !== undefined && !when(element)) continue
    const code = attribute === undefined ? element.text : (element.attributes.get(attribute) ?? (required === true ? '' : undefined))
    if (code === undefined || holds(code, element)) continue
    violations.push({ ...placeOfElement(element, attribute), detail: code === '' ? 'none' : code.slice(0, 40) })
  }
  return violations
}

function isIn(codes: ReadonlySet<string>): (code: string) => boolean {
  return (code) => codes.has(code)
}

/** XI is Northern Ireland under its protocol, 1A is Kosovo: neither is in ISO 3166-1, both are taken in Europe. */
function isCountryCode(code: string): boolean {
  return isCountry(code) || code === 'XI' || code === '1A'
}

/** An allowance and a charge are one element, told apart by its indicator. */
function isOf(...indicators: readonly string[]): (code: XmlElement) => boolean {
  return ({ parent }) => indicators.includes(basicChild(parent, 'ChargeIndicator')?.text ?? '')
}

function isCreditor(element: XmlElement): boolean {
  for (let at = element.parent; at !== undefined; at = at.parent) {
    if (at.name === 'AccountingSupplierParty' || at.name === 'PayeeParty') return true
  }
  return false
}

/** UBL has no place of its own for the subject: it stands before the text, `#AAI#text`. Three letters; else it is no subject. */
const SUBJECT = /^[^#]*#([^#]{3})#/

function unknownSubjects(invoice: Group): readonly Violation[] {
  return invoice.terms('BT-22').flatMap(({ text, element }) => {
    const [, subject] = SUBJECT.exec(text) ?? []
    return subject === undefined || NOTE_SUBJECTS.has(subject) ? [] : [{ ...placeOfElement(element), detail: subject }]
  })
}
