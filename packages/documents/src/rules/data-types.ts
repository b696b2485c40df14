import type { Group } from '../model/group.ts'
import { basicElements, indexOf, placeOfElement } from '../ubl/elements.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import { type Rule, rule, type Violation } from './rule.ts'

const FRACTION_DIGITS_MAX = 2

/** Attributes that UBL has and EN 16931 does not: UBL-DT-08 to -28. */
const NEEDLESS_ATTRIBUTES: Readonly<Record<string, string>> = {
  '08': 'schemeName',
  '09': 'schemeAgencyName',
  '10': 'schemeDataURI',
  '11': 'schemeURI',
  '12': 'format',
  '13': 'unitCodeListIdentifier',
  '14': 'unitCodeListAgencyIdentifier',
  '15': 'unitCodeListAgencyName',
  '16': 'listAgencyName',
  '17': 'listName',
  '18': 'name',
  '19': 'languageID',
  '20': 'listURI',
  '21': 'listSchemeURI',
  '22': 'languageLocaleID',
  '23': 'uri',
  '24': 'currencyCodeListVersionID',
  '25': 'characterSetCode',
  '26': 'encodingCode',
  '27': 'schemeAgencyID',
  '28': 'listAgencyID',
}

/** UBL-DT-nn: what the values of UBL's types look like (CEN/TS 16931-3-2). */
export const DATA_TYPE_RULES: readonly Rule[] = [
  rule('UBL-DT-01', 'Amounts have two decimals at most; prices may have more.', (invoice) =>
    named(invoice, isAmount)
      .filter(({ text }) => fractionDigits(text) > FRACTION_DIGITS_MAX)
      .filter(({ parent }) => parent?.name !== 'AllowanceCharge' || parent.parent?.name !== 'Price')
      .map((element) => ({ ...placeOfElement(element), detail: element.text.slice(0, 40) })),
  ),
  rule('UBL-DT-06', 'An attached document (BT-125) has a MIME type.', (invoice) => withoutAttribute(invoice, 'mimeCode')),
  rule('UBL-DT-07', 'An attached document (BT-125) has a file name.', (invoice) => withoutAttribute(invoice, 'filename')),
  ...Object.entries(NEEDLESS_ATTRIBUTES).map(([number, attribute]) =>
    rule(
      `UBL-DT-${number}`,
      attribute === 'name' ? 'No element but the means of payment (BT-82) has a name.' : `No element has the attribute ${attribute}.`,
      ({ element: root }) =>
        (indexOf(root).attributes.get(attribute) ?? [])
          .filter(({ name }) => attribute !== 'name' || name !== 'PaymentMeansCode')
          .map((element) => placeOfElement(element, attribute)),
      'warning',
    ),
  ),
].sort((left, right) => left.id.localeCompare(right.id))

function isAmount(name: string): boolean {
  return name.endsWith('Amount') && !name.endsWith('PriceAmount')
}

function fractionDigits(text: string): number {
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}

function named({ element: root }: Group, isWanted: (name: string) => boolean): readonly XmlElement[] {
  return [...indexOf(root).cbc.keys()].filter(isWanted).flatMap((name) => basicElements(root, name))
}

function withoutAttribute(invoice: Group, attribute: string): readonly Violation[] {
  return named(invoice, (name) => name.endsWith('BinaryObject'))
    .filter(({ attributes }) => !attributes.has(attribute))
    .map((element) => placeOfElement(element, attribute))
}
