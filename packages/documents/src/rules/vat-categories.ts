import { addDecimals, compareDecimals, type Decimal, negateDecimal, VAT_CATEGORIES, type VatCategory, ZERO } from '@hanse/modules'
import type { Group } from '../model/group.ts'
import { breakdownsOf, CARRIERS, carriersOf } from './carriers.ts'
import { vatOf, withinTolerance } from './conditions.ts'
import { forEach, type Rule, rule, type Violation } from './rule.ts'
import { mismatch, numberOf, sumOf } from './values.ts'

const SELLER_TAXED = ['BT-31', 'BT-32', 'BT-63']
const SELLER_VAT = ['BT-31', 'BT-63']

interface Demands {
  /** One of each list is there. */
  readonly identified: readonly (readonly string[])[]
  /** None of these is there. */
  readonly unidentified?: readonly string[]
  /** One breakdown a rate, or one for the category. */
  readonly breakdowns: 'by rate' | 'one'
  /** A reason for charging no VAT (BT-120, BT-121). */
  readonly exemption: 'given' | 'absent'
}

const DEMANDS: Readonly<Record<VatCategory, Demands>> = {
  S: { identified: [SELLER_TAXED], breakdowns: 'by rate', exemption: 'absent' },
  Z: { identified: [SELLER_TAXED], breakdowns: 'one', exemption: 'absent' },
  E: { identified: [SELLER_TAXED], breakdowns: 'one', exemption: 'given' },
  AE: { identified: [SELLER_TAXED, ['BT-48', 'BT-47']], breakdowns: 'one', exemption: 'given' },
  K: { identified: [SELLER_VAT, ['BT-48']], breakdowns: 'one', exemption: 'given' },
  G: { identified: [SELLER_VAT], breakdowns: 'one', exemption: 'given' },
  O: { identified: [], unidentified: ['BT-31', 'BT-63', 'BT-48'], breakdowns: 'one', exemption: 'given' },
  L: { identified: [SELLER_TAXED], breakdowns: 'by rate', exemption: 'absent' },
  M: { identified: [SELLER_TAXED], breakdowns: 'by rate', exemption: 'absent' },
}

/** BR-S-01 to BR-AG-10, and what only intra-community supply and “not subject to VAT” have. */
export const VAT_CATEGORY_RULES: readonly Rule[] = [
  ...(Object.keys(VAT_CATEGORIES) as VatCategory[]).flatMap(rulesOf),
  forEach('BR-IC-11', 'BG-0', 'Intra-community supply states a delivery date (BT-72) or an invoicing period (BG-14).', (invoice) =>
    breakdownsOf(invoice, 'K').length === 0 || ['BT-72', 'BT-73', 'BT-74'].some((id) => invoice.has(id))
      ? undefined
      : invoice.placeOf('BT-72'),
  ),
  forEach('BR-IC-12', 'BG-0', 'Intra-community supply states the country it is delivered to (BT-80).', (invoice) =>
    breakdownsOf(invoice, 'K').length === 0 || invoice.has('BT-80') ? undefined : invoice.placeOf('BT-80'),
  ),
  rule('BR-O-11', 'Beside a breakdown “not subject to VAT” there is no other.', (invoice) =>
    onlyO(invoice)
      ? []
      : invoice
          .groups('BG-23')
          .filter(isOther('BT-118'))
          .map((group) => group.place()),
  ),
  ...CARRIERS.map(({ group, category, name }, index) =>
    rule(`BR-O-${12 + index}`, `${name} beside a breakdown “not subject to VAT” is not subject to VAT either.`, (invoice) =>
      onlyO(invoice)
        ? []
        : invoice
            .groups(group)
            .filter(isOther(category))
            .map((carrier) => carrier.placeOf(category)),
    ),
  ),
]

/** True when no breakdown is “not subject to VAT”: the rules on such invoices do not apply. */
function onlyO(invoice: Group): boolean {
  return breakdownsOf(invoice, 'O').length === 0
}

function isOther(categoryTerm: string): (group: Group) => boolean {
  return (group) => group.has(categoryTerm) && group.text(categoryTerm) !== 'O'
}

function rulesOf(category: VatCategory): readonly Rule[] {
  const { rules: family, name } = VAT_CATEGORIES[category]
  return [
    rule(`${family}-01`, `What is ${name} (${category}) has its VAT breakdown.`, (invoice) => missingBreakdown(invoice, category)),
    ...CARRIERS.map((carrier) =>
      forEach(
        `${family}-${carrier.identified}`,
        'BG-0',
        `${carrier.name} that is ${name} (${category}): ${identifiersText(category)}.`,
        (invoice) => (carriersOf(invoice, carrier, category).length === 0 ? undefined : misidentified(invoice, category)),
      ),
    ),
    ...CARRIERS.map((carrier) =>
      rule(
        `${family}-${carrier.rated}`,
        `${carrier.name} that is ${name} (${category}) has a rate that fits (${carrier.rate}).`,
        (invoice) =>
          carriersOf(invoice, carrier, category)
            .filter((group) => !rateFits(category, group, carrier.rate))
            .map((group) => group.placeOf(carrier.rate)),
      ),
    ),
    rule(
      `${family}-08`,
      `The taxable amount of ${name} (${category}) is the sum of its lines and charges less its allowances (BT-116).`,
      (invoice) => breakdownsOf(invoice, category).flatMap((breakdown) => wrongBase(invoice, category, breakdown) ?? []),
    ),
    rule(`${family}-09`, `The tax amount of ${name} (${category}) is ${taxText(category)} (BT-117).`, (invoice) =>
      breakdownsOf(invoice, category).flatMap((breakdown) => wrongTax(category, breakdown) ?? []),
    ),
    rule(`${family}-10`, `A breakdown of ${name} (${category}) has ${reasonText(category)} (BT-120, BT-121).`, (invoice) =>
      breakdownsOf(invoice, category).flatMap((breakdown) => wrongReason(category, breakdown) ?? []),
    ),
  ]
}

function identifiersText(category: VatCategory): string {
  const { identified, unidentified = [] } = DEMANDS[category]
  const wanted = identified.map((ids) => ids.join(' or ')).join(', and ')
  return unidentified.length === 0 ? `there is ${wanted}` : `there is no ${unidentified.join(', ')}`
}

function taxText(category: VatCategory): string {
  return DEMANDS[category].breakdowns === 'by rate' ? 'base × rate' : 'zero'
}

function reasonText(category: VatCategory): string {
  return DEMANDS[category].exemption === 'given' ? 'a reason why no VAT is charged' : 'no exemption reason'
}

function missingBreakdown(invoice: Group, category: VatCategory): readonly Violation[] {
  const carried = CARRIERS.some((carrier) => carriersOf(invoice, carrier, category).length > 0)
  const breakdowns = breakdownsOf(invoice, category)
  if (carried && breakdowns.length === 0) return [{ ...invoice.placeOf('BG-23'), detail: `none for category ${category}` }]
  if (DEMANDS[category].breakdowns === 'by rate') {
    return carried ? [] : breakdowns.map((breakdown) => ({ ...breakdown.place(), detail: `nothing is of category ${category}` }))
  }
  return breakdowns.slice(1).map((breakdown) => ({ ...breakdown.place(), detail: `a second one for category ${category}` }))
}

function misidentified(invoice: Group, category: VatCategory): Violation | undefined {
  const { identified, unidentified = [] } = DEMANDS[category]
  const missing = identified.find((ids) => !ids.some((id) => invoice.has(id)))
  if (missing !== undefined) return { ...invoice.placeOf(missing[0] as string), detail: `none of ${missing.join(', ')}` }
  const forbidden = unidentified.find((id) => invoice.has(id))
  return forbidden === undefined ? undefined : { ...invoice.placeOf(forbidden), detail: `${forbidden} may not be there` }
}

function rateFits(category: VatCategory, carrier: Group, rateTerm: string): boolean {
  const rate = numberOf(carrier, rateTerm)
  switch (VAT_CATEGORIES[category].rate) {
    case 'positive':
      return rate !== undefined && rate.unscaled > 0n
    case 'zero':
      return rate !== undefined && rate.unscaled === 0n
    case 'none':
      return !carrier.has(rateTerm)
    case 'any':
      return rate !== undefined && rate.unscaled >= 0n
  }
}

/** Σ lines − Σ allowances + Σ charges of the category, at the breakdown's rate where breakdowns are by rate. */
export function baseOf(invoice: Group, category: VatCategory, breakdown: Group): Decimal {
  const rate = DEMANDS[category].breakdowns === 'by rate' ? rateOf(breakdown, 'BT-119') : undefined
  const sums = CARRIERS.map((carrier) => {
    const carriers = carriersOf(invoice, carrier, category)
    const atRate = rate === undefined ? carriers : carriers.filter((group) => isRate(rateOf(group, carrier.rate), rate))
    const sum = sumOf(atRate.flatMap((group) => numberOf(group, carrier.amount) ?? []))
    return carrier.sign < 0 ? negateDecimal(sum) : sum
  })
  return addDecimals(...sums)
}

/** A rate that is left out is zero. */
function rateOf(group: Group, id: string): Decimal | undefined {
  const term = group.term(id)
  return term === undefined ? ZERO : term.number
}

function isRate(one: Decimal | undefined, other: Decimal): boolean {
  if (one === undefined) return false
  return one.scale === other.scale ? one.unscaled === other.unscaled : compareDecimals(one, other) === 0
}

function wrongBase(invoice: Group, category: VatCategory, breakdown: Group): Violation | undefined {
  const isByRate = DEMANDS[category].breakdowns === 'by rate'
  if (isByRate && !breakdown.has('BT-119')) return undefined
  const stated = numberOf(breakdown, 'BT-116')
  const computed = baseOf(invoice, category, breakdown)
  const isFine = stated !== undefined && (isByRate ? withinTolerance(stated, computed) : compareDecimals(stated, computed) === 0)
  return isFine ? undefined : { ...breakdown.placeOf('BT-116'), detail: mismatch(stated, computed) }
}

function wrongTax(category: VatCategory, breakdown: Group): Violation | undefined {
  const isByRate = DEMANDS[category].breakdowns === 'by rate'
  const stated = numberOf(breakdown, 'BT-117')
  const computed = isByRate && breakdown.has('BT-119') ? vatOf(breakdown) : isByRate ? undefined : ZERO
  const isFine =
    stated !== undefined &&
    computed !== undefined &&
    (isByRate ? withinTolerance(stated, computed) : compareDecimals(stated, computed) === 0)
  return isFine ? undefined : { ...breakdown.placeOf('BT-117'), detail: mismatch(stated, computed) }
}

function wrongReason(category: VatCategory, breakdown: Group): Violation | undefined {
  const isGiven = breakdown.has('BT-120') || breakdown.has('BT-121')
  const isWanted = DEMANDS[category].exemption === 'given'
  return isGiven === isWanted ? undefined : breakdown.placeOf('BT-120')
}
