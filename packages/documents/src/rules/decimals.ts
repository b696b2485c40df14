import { type Group, placeOfTerm, type Term } from '../model/group.ts'
import { type Rule, rule, type Violation } from './rule.ts'

/** BR-DEC-nn: the amounts that have two decimals at most. */
const AMOUNTS: Readonly<Record<string, string>> = {
  '01': 'BT-92',
  '02': 'BT-93',
  '05': 'BT-99',
  '06': 'BT-100',
  '09': 'BT-106',
  '10': 'BT-107',
  '11': 'BT-108',
  '12': 'BT-109',
  '13': 'BT-110',
  '14': 'BT-112',
  '15': 'BT-111',
  '16': 'BT-113',
  '17': 'BT-114',
  '18': 'BT-115',
  '19': 'BT-116',
  '20': 'BT-117',
  '23': 'BT-131',
  '24': 'BT-136',
  '25': 'BT-137',
  '27': 'BT-141',
  '28': 'BT-142',
}
const AMOUNT_DECIMALS_MAX = 2

/** Terms that are numbers without a limit of decimals: quantities, prices, percentages. */
const OTHER_NUMBERS = [
  'BT-94',
  'BT-96',
  'BT-101',
  'BT-103',
  'BT-119',
  'BT-129',
  'BT-138',
  'BT-143',
  'BT-146',
  'BT-147',
  'BT-148',
  'BT-149',
  'BT-152',
]
const DATES = ['BT-2', 'BT-7', 'BT-9', 'BT-26', 'BT-72', 'BT-73', 'BT-74', 'BT-134', 'BT-135']

export const DECIMAL_RULES: readonly Rule[] = [
  ...Object.entries(AMOUNTS)
    .sort(([left], [right]) => Number(left) - Number(right))
    .map(([number, id]) => rule(`BR-DEC-${number}`, `${id} has two decimals at most.`, (invoice) => tooManyDecimals(invoice, id))),
]

/** What an XML schema would say; a value that is no number cannot be judged by any other rule. */
export const SYNTAX_RULES: readonly Rule[] = [
  rule('UBL-01', 'Amounts, quantities, prices and percentages are decimal numbers.', (invoice) =>
    [...Object.values(AMOUNTS), ...OTHER_NUMBERS].flatMap((id) => unlike(invoice, id, ({ number }) => number !== undefined)),
  ),
  rule('UBL-02', 'Dates are written YYYY-MM-DD.', (invoice) =>
    DATES.flatMap((id) => unlike(invoice, id, ({ text }) => /^\d{4}-\d{2}-\d{2}$/.test(text))),
  ),
]

function tooManyDecimals(invoice: Group, id: string): readonly Violation[] {
  return unlike(invoice, id, ({ number }) => (number?.scale ?? 0) <= AMOUNT_DECIMALS_MAX)
}

function unlike(invoice: Group, id: string, fits: (term: Term) => boolean): readonly Violation[] {
  const misfits = invoice.terms(id).filter((term) => !fits(term))
  return misfits.map((term) => ({ ...placeOfTerm(term), detail: term.text.slice(0, 40) }))
}
