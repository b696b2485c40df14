import { type Group, placeOfTerm } from '../model/group.ts'
import { breakdownsOf, CARRIERS, carriersOf } from './carriers.ts'
import { forEach, type Rule, type Violation } from './rule.ts'

const COUNTRIES = ['BT-40', 'BT-55', 'BT-69', 'BT-80', 'BT-159']

/** BR-B-01 and BR-B-02: Italy’s split payment, where the buyer pays the VAT to the state. */
export const SPLIT_PAYMENT_RULES: readonly Rule[] = [
  forEach('BR-B-01', 'BG-0', 'Split payment (B) is for invoices within Italy: every country is IT.', (invoice) => {
    const foreign = COUNTRIES.flatMap((id) => invoice.terms(id)).find(({ text }) => text !== 'IT')
    return foreign === undefined || firstOf(invoice, 'B') === undefined ? undefined : placeOfTerm(foreign)
  }),
  forEach('BR-B-02', 'BG-0', 'Split payment (B) and the standard rate (S) are not in one invoice.', (invoice) =>
    firstOf(invoice, 'B') === undefined ? undefined : firstOf(invoice, 'S'),
  ),
]

function firstOf(invoice: Group, category: string): Violation | undefined {
  for (const carrier of CARRIERS) {
    const [found] = carriersOf(invoice, carrier, category)
    if (found !== undefined) return found.placeOf(carrier.category)
  }
  return breakdownsOf(invoice, category)[0]?.placeOf('BT-118')
}
