import {
  absoluteDecimal,
  addDecimals,
  compareDecimals,
  type Decimal,
  isCountry,
  negateDecimal,
  percentOf,
  roundDecimal,
  subtractDecimals,
  ZERO,
} from '@hanse/modules'
import { type Group, placeOfTerm } from '../model/group.ts'
import { forEach, type Rule, required, rule, type Violation } from './rule.ts'
import { mismatch, numberOf, numberOrZero, numbersOf, sumOf } from './values.ts'

/** Amounts of an invoice have two decimals at most, whatever the currency (EN 16931-1 §6.4.2). */
const AMOUNT_DECIMALS = 2
/** One unit of the currency, which a difference must stay below. */
const TOLERANCE: Decimal = { unscaled: 1n, scale: 0 }

/** BR-CO-03 to BR-CO-26: what terms say together. */
export const CONDITION_RULES: readonly Rule[] = [
  forEach('BR-CO-03', 'BG-0', 'A VAT point is given by date (BT-7) or by code (BT-8), not by both.', (invoice) =>
    invoice.has('BT-7') && invoice.has('BT-8') ? invoice.placeOf('BT-8') : undefined,
  ),
  required('BR-CO-04', 'BG-25', 'BT-151', 'Each line has a VAT category (BT-151).'),
  rule('BR-CO-09', 'VAT identifiers (BT-31, BT-63, BT-48) start with the code of a country; Greece may use EL.', badVatPrefixes),
  equals('BR-CO-10', 'BT-106', 'BT-106 is the sum of the line net amounts (BT-131).', (invoice) => sumOf(numbersOf(invoice, 'BT-131'))),
  sumOfGroups('BR-CO-11', 'BT-107', 'BG-20', 'BT-92', 'BT-107 is the sum of the document allowances (BT-92).'),
  sumOfGroups('BR-CO-12', 'BT-108', 'BG-21', 'BT-99', 'BT-108 is the sum of the document charges (BT-99).'),
  equals('BR-CO-13', 'BT-109', 'BT-109 is BT-106 − BT-107 + BT-108.', (invoice) =>
    addDecimals(numberOrZero(invoice, 'BT-106'), negateDecimal(numberOrZero(invoice, 'BT-107')), numberOrZero(invoice, 'BT-108')),
  ),
  forEach('BR-CO-14', 'BG-0', 'BT-110 is the sum of the VAT category tax amounts (BT-117).', (invoice) =>
    invoice.has('BG-23')
      ? unequal(invoice, 'BT-110', numberOf(invoice, 'BT-110'), roundDecimal(sumOf(numbersOf(invoice, 'BT-117')), AMOUNT_DECIMALS))
      : undefined,
  ),
  forEach('BR-CO-15', 'BG-0', 'BT-112 is BT-109 + BT-110, which is stated once in the invoice’s currency (BT-5).', wrongGross),
  equals('BR-CO-16', 'BT-115', 'BT-115 is BT-112 − BT-113 + BT-114.', (invoice) =>
    addDecimals(numberOrZero(invoice, 'BT-112'), negateDecimal(numberOrZero(invoice, 'BT-113')), numberOrZero(invoice, 'BT-114')),
  ),
  forEach('BR-CO-17', 'BG-23', 'BT-117 is BT-116 × BT-119 ÷ 100, rounded half up to two decimals.', (breakdown) => {
    const stated = numberOf(breakdown, 'BT-117')
    const isTaxed = compareDecimals(numberOrZero(breakdown, 'BT-119'), ZERO) !== 0
    const computed = isTaxed ? vatOf(breakdown) : ZERO
    const isFine = stated !== undefined && computed !== undefined && (isTaxed ? withinTolerance(stated, computed) : roundsToNothing(stated))
    return isFine ? undefined : { ...breakdown.placeOf('BT-117'), detail: mismatch(stated, computed) }
  }),
  required('BR-CO-18', 'BG-0', 'BG-23', 'The invoice has at least one VAT breakdown (BG-23).'),
  required('BR-CO-19', 'BG-14', ['BT-73', 'BT-74', 'BT-8'], 'An invoicing period has a start, an end or both (BT-73, BT-74).'),
  required('BR-CO-20', 'BG-26', ['BT-134', 'BT-135'], 'A line’s period has a start, an end or both (BT-134, BT-135).'),
  required('BR-CO-21', 'BG-20', ['BT-97', 'BT-98'], 'Each document allowance has a reason, a reason code or both (BT-97, BT-98).'),
  required('BR-CO-22', 'BG-21', ['BT-104', 'BT-105'], 'Each document charge has a reason, a reason code or both (BT-104, BT-105).'),
  required('BR-CO-23', 'BG-27', ['BT-139', 'BT-140'], 'Each line allowance has a reason, a reason code or both (BT-139, BT-140).'),
  required('BR-CO-24', 'BG-28', ['BT-144', 'BT-145'], 'Each line charge has a reason, a reason code or both (BT-144, BT-145).'),
  forEach('BR-CO-25', 'BG-0', 'What the buyer owes (BT-115) has a due date (BT-9) or payment terms (BT-20).', (invoice) => {
    const due = numberOf(invoice, 'BT-115')
    const isOwed = !invoice.isCreditNote && due !== undefined && compareDecimals(due, ZERO) > 0
    return isOwed && !invoice.has('BT-9') && !invoice.has('BT-20') ? invoice.placeOf('BT-9') : undefined
  }),
  forEach('BR-CO-26', 'BG-0', 'The seller can be identified: by BT-29, BT-30 or BT-31.', (invoice) =>
    ['BT-29', 'BT-30', 'BT-31'].some((id) => invoice.has(id)) ? undefined : invoice.placeOf('BT-31'),
  ),
]

function badVatPrefixes(invoice: Group): readonly Violation[] {
  const identifiers = ['BT-31', 'BT-63', 'BT-48'].flatMap((id) => invoice.terms(id))
  return identifiers
    .filter(({ text }) => !isVatPrefix(text.slice(0, 2)))
    .map((term) => ({ ...placeOfTerm(term), detail: `${term.text.slice(0, 40)} starts with no country` }))
}

/** XI is Northern Ireland’s, as EL is Greece’s: not in ISO 3166-1. */
function isVatPrefix(prefix: string): boolean {
  return isCountry(prefix) || prefix === 'EL' || prefix === 'XI'
}

/** The total is what its rule computes, rounded to two decimals. Where there are no totals at all, other rules say so. */
function equals(id: string, total: string, text: string, compute: (invoice: Group) => Decimal): Rule {
  return forEach(id, 'BG-22', text, (_totals, invoice) =>
    unequal(invoice, total, numberOf(invoice, total), roundDecimal(compute(invoice), AMOUNT_DECIMALS)),
  )
}

function unequal(invoice: Group, total: string, stated: Decimal | undefined, computed: Decimal): Violation | undefined {
  // What is no number is told by UBL-01 alone.
  const isFine = stated === undefined ? invoice.has(total) : compareDecimals(stated, computed) === 0
  return isFine ? undefined : { ...invoice.placeOf(total), detail: mismatch(stated, computed) }
}

function wrongGross(invoice: Group): Violation | undefined {
  const currency = invoice.text('BT-5')
  if (currency === undefined) return undefined
  const stated = invoice.terms('BT-110').filter(({ element }) => element.attributes.get('currencyID') === currency)
  if (stated.length !== 1) return { ...invoice.placeOf('BT-110'), detail: `${stated.length} VAT totals in ${currency.slice(0, 10)}` }
  const vat = stated[0]?.number ?? ZERO
  const gross = roundDecimal(addDecimals(numberOrZero(invoice, 'BT-109'), vat), AMOUNT_DECIMALS)
  return unequal(invoice, 'BT-112', numberOf(invoice, 'BT-112'), gross)
}

/** As `equals`; where there are no such groups the total may be left out. */
function sumOfGroups(id: string, total: string, groups: string, amount: string, text: string): Rule {
  const stated = equals(id, total, text, (invoice) => sumOf(invoice.groups(groups).flatMap((group) => numbersOf(group, amount))))
  return rule(id, text, (invoice) => (invoice.has(groups) || invoice.has(total) ? stated.violations(invoice) : []))
}

/** BT-116 × BT-119 ÷ 100; a rate that is left out is zero. */
export function vatOf(breakdown: Group): Decimal | undefined {
  const base = numberOf(breakdown, 'BT-116')
  return base === undefined ? undefined : percentOf(base, numberOrZero(breakdown, 'BT-119'), AMOUNT_DECIMALS)
}

/**
 * Sellers round line by line or on the total, so the two may differ by cents. As CEN's own validation does, a judgement lets what
 * depends on a rate be less than one unit off; the chain lets nothing, and `HANSE-01` and `HANSE-02` warn of it.
 */
export function withinTolerance(stated: Decimal, computed: Decimal): boolean {
  return compareDecimals(absoluteDecimal(subtractDecimals(stated, computed)), TOLERANCE) < 0
}

/** Without a rate there is no tax; CEN’s validation lets it be less than half a unit. */
function roundsToNothing(stated: Decimal): boolean {
  return roundDecimal(stated, 0).unscaled === 0n
}
