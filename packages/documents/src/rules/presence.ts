import { type Group, placeOfTerm, type Term } from '../model/group.ts'
import { forEach, type Rule, required, rule, type Violation } from './rule.ts'
import { numberOf } from './values.ts'

/** BR-01 to BR-65: what an invoice must hold. */
export const PRESENCE_RULES: readonly Rule[] = [
  required('BR-01', 'BG-0', 'BT-24', 'The invoice says which specification it follows (BT-24).'),
  required('BR-02', 'BG-0', 'BT-1', 'The invoice has a number (BT-1).'),
  required('BR-03', 'BG-0', 'BT-2', 'The invoice has an issue date (BT-2).'),
  required('BR-04', 'BG-0', 'BT-3', 'The invoice has a type code (BT-3).'),
  required('BR-05', 'BG-0', 'BT-5', 'The invoice has a currency (BT-5).'),
  required('BR-06', 'BG-0', 'BT-27', 'The seller has a name (BT-27).'),
  required('BR-07', 'BG-0', 'BT-44', 'The buyer has a name (BT-44).'),
  required('BR-08', 'BG-0', 'BG-5', 'The seller has a postal address (BG-5).'),
  required('BR-09', 'BG-5', 'BT-40', 'The seller’s address has a country (BT-40).'),
  required('BR-10', 'BG-0', 'BG-8', 'The buyer has a postal address (BG-8).'),
  required('BR-11', 'BG-8', 'BT-55', 'The buyer’s address has a country (BT-55).'),
  required('BR-12', 'BG-0', 'BT-106', 'The totals state the sum of the line net amounts (BT-106).'),
  required('BR-13', 'BG-0', 'BT-109', 'The totals state the amount without VAT (BT-109).'),
  required('BR-14', 'BG-0', 'BT-112', 'The totals state the amount with VAT (BT-112).'),
  required('BR-15', 'BG-0', 'BT-115', 'The totals state the amount due (BT-115).'),
  required('BR-16', 'BG-0', 'BG-25', 'The invoice has at least one line (BG-25).'),
  forEach('BR-17', 'BG-10', 'A payee who is not the seller has a name (BT-59).', (payee, invoice) => {
    const isSeller = sameText(payee.text('BT-60'), invoice.text('BT-29')) || sameText(payee.text('BT-61'), invoice.text('BT-30'))
    return payee.has('BT-59') || isSeller ? undefined : payee.placeOf('BT-59')
  }),
  required('BR-18', 'BG-11', 'BT-62', 'The seller’s tax representative has a name (BT-62).'),
  required('BR-19', 'BG-11', 'BG-12', 'The seller’s tax representative has a postal address (BG-12).'),
  required('BR-20', 'BG-12', 'BT-69', 'The tax representative’s address has a country (BT-69).'),
  required('BR-21', 'BG-25', 'BT-126', 'Each line has an identifier (BT-126).'),
  required('BR-22', 'BG-25', 'BT-129', 'Each line has a quantity (BT-129).'),
  required('BR-23', 'BG-25', 'BT-130', 'Each line’s quantity has a unit (BT-130).'),
  required('BR-24', 'BG-25', 'BT-131', 'Each line has a net amount (BT-131).'),
  required('BR-25', 'BG-25', 'BT-153', 'Each line names its item (BT-153).'),
  required('BR-26', 'BG-25', 'BT-146', 'Each line has a net price (BT-146).'),
  notNegative('BR-27', 'BT-146', 'A net price (BT-146) is not negative.'),
  notNegative('BR-28', 'BT-148', 'A gross price (BT-148) is not negative.'),
  endNotBeforeStart('BR-29', 'BG-14', 'BT-73', 'BT-74', 'The invoicing period does not end before it starts (BT-73, BT-74).'),
  endNotBeforeStart('BR-30', 'BG-26', 'BT-134', 'BT-135', 'A line’s period does not end before it starts (BT-134, BT-135).'),
  required('BR-31', 'BG-20', 'BT-92', 'Each document allowance has an amount (BT-92).'),
  required('BR-32', 'BG-20', 'BT-95', 'Each document allowance has a VAT category (BT-95).'),
  required('BR-33', 'BG-20', ['BT-97', 'BT-98'], 'Each document allowance has a reason or a reason code (BT-97, BT-98).'),
  required('BR-36', 'BG-21', 'BT-99', 'Each document charge has an amount (BT-99).'),
  required('BR-37', 'BG-21', 'BT-102', 'Each document charge has a VAT category (BT-102).'),
  required('BR-38', 'BG-21', ['BT-104', 'BT-105'], 'Each document charge has a reason or a reason code (BT-104, BT-105).'),
  required('BR-41', 'BG-27', 'BT-136', 'Each line allowance has an amount (BT-136).'),
  required('BR-42', 'BG-27', ['BT-139', 'BT-140'], 'Each line allowance has a reason or a reason code (BT-139, BT-140).'),
  required('BR-43', 'BG-28', 'BT-141', 'Each line charge has an amount (BT-141).'),
  required('BR-44', 'BG-28', ['BT-144', 'BT-145'], 'Each line charge has a reason or a reason code (BT-144, BT-145).'),
  required('BR-45', 'BG-23', 'BT-116', 'Each VAT breakdown has a taxable amount (BT-116).'),
  required('BR-46', 'BG-23', 'BT-117', 'Each VAT breakdown has a tax amount (BT-117).'),
  required('BR-47', 'BG-23', 'BT-118', 'Each VAT breakdown has a category (BT-118).'),
  forEach('BR-48', 'BG-23', 'Each VAT breakdown has a rate (BT-119), but for what is not subject to VAT.', (breakdown) =>
    breakdown.has('BT-119') || breakdown.text('BT-118') === 'O' ? undefined : breakdown.placeOf('BT-119'),
  ),
  required('BR-49', 'BG-16', 'BT-81', 'Payment instructions say by what means (BT-81).'),
  required('BR-50', 'BG-17', 'BT-84', 'A credit transfer names the account (BT-84).'),
  rule('BR-51', 'A card number (BT-87) is never given whole: ten digits at most.', shortCardNumbers, 'warning'),
  required('BR-52', 'BG-24', 'BT-122', 'Each supporting document has a reference (BT-122).'),
  forEach('BR-53', 'BG-0', 'With a VAT accounting currency (BT-6) goes the VAT total in it (BT-111).', (invoice) =>
    invoice.has('BT-6') && !invoice.has('BT-111') ? invoice.placeOf('BT-111') : undefined,
  ),
  forEach('BR-54', 'BG-32', 'Each item attribute has a name and a value (BT-160, BT-161).', (attribute) => {
    const missing = ['BT-160', 'BT-161'].find((id) => !attribute.has(id))
    return missing === undefined ? undefined : attribute.placeOf(missing)
  }),
  required('BR-55', 'BG-3', 'BT-25', 'Each preceding invoice reference has a number (BT-25).'),
  required('BR-56', 'BG-11', 'BT-63', 'The seller’s tax representative has a VAT identifier (BT-63).'),
  required('BR-57', 'BG-15', 'BT-80', 'The deliver-to address has a country (BT-80).'),
  forEach('BR-61', 'BG-16', 'Payment by credit transfer (BT-81 30 or 58) names the account (BT-84).', (payment) =>
    ['30', '58'].includes(payment.text('BT-81') ?? '') && !payment.has('BT-84') ? payment.placeOf('BT-84') : undefined,
  ),
  hasAttribute('BR-62', 'BT-34', 'schemeID', 'The seller’s electronic address has a scheme (BT-34).'),
  hasAttribute('BR-63', 'BT-49', 'schemeID', 'The buyer’s electronic address has a scheme (BT-49).'),
  hasAttribute('BR-64', 'BT-157', 'schemeID', 'An item’s standard identifier has a scheme (BT-157).'),
  hasAttribute('BR-65', 'BT-158', 'listID', 'An item’s classification has a scheme (BT-158).'),
]

function sameText(left: string | undefined, right: string | undefined): boolean {
  return left !== undefined && left === right
}

function notNegative(id: string, term: string, text: string): Rule {
  return forEach(id, 'BG-29', text, (price) => {
    const value = numberOf(price, term)
    return value !== undefined && value.unscaled < 0n ? price.placeOf(term) : undefined
  })
}

/** ISO dates compare as texts. */
function endNotBeforeStart(id: string, holder: string, start: string, end: string, text: string): Rule {
  return forEach(id, holder, text, (period) => {
    const from = period.text(start)
    const to = period.text(end)
    return from !== undefined && to !== undefined && to < from ? { ...period.placeOf(end), detail: `${to} is before ${from}` } : undefined
  })
}

function hasAttribute(id: string, term: string, attribute: string, text: string): Rule {
  return rule(id, text, (invoice) =>
    invoice
      .terms(term)
      .filter(({ element }) => (element.attributes.get(attribute) ?? '') === '')
      .map((value) => attributePlace(value, attribute)),
  )
}

/** Peppol and the card schemes let the first six and the last four digits be shown. */
const CARD_NUMBER_LENGTH_MAX = 10

function shortCardNumbers(invoice: Group): readonly Violation[] {
  return invoice
    .terms('BT-87')
    .filter(({ text }) => text.length > CARD_NUMBER_LENGTH_MAX)
    .map(placeOfTerm)
}

function attributePlace(term: Term, attribute: string): Violation {
  const { path, line } = placeOfTerm(term)
  return { path: `${path}/@${attribute}`, line }
}
