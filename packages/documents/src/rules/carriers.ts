import type { Group } from '../model/group.ts'

/** What carries a VAT category: lines, allowances and charges, with the numbers of their terms and of the rules on them. */
export const CARRIERS = [
  { group: 'BG-25', category: 'BT-151', rate: 'BT-152', amount: 'BT-131', sign: 1, identified: '02', rated: '05', name: 'A line' },
  {
    group: 'BG-20',
    category: 'BT-95',
    rate: 'BT-96',
    amount: 'BT-92',
    sign: -1,
    identified: '03',
    rated: '06',
    name: 'A document allowance',
  },
  {
    group: 'BG-21',
    category: 'BT-102',
    rate: 'BT-103',
    amount: 'BT-99',
    sign: 1,
    identified: '04',
    rated: '07',
    name: 'A document charge',
  },
] as const

type Holder = { readonly group: string; readonly category: string }
type ByCategory = ReadonlyMap<string | undefined, readonly Group[]>

const BREAKDOWN: Holder = { group: 'BG-23', category: 'BT-118' }

/** Worked out once a document: there are ten categories and some rules on each, and may be ten thousand lines. */
const grouped = new WeakMap<Group, Map<string, ByCategory>>()

export function carriersOf(invoice: Group, carrier: Holder, category: string): readonly Group[] {
  return byCategory(invoice, carrier).get(category) ?? []
}

export function breakdownsOf(invoice: Group, category: string): readonly Group[] {
  return carriersOf(invoice, BREAKDOWN, category)
}

function byCategory(invoice: Group, { group, category }: Holder): ByCategory {
  const known = grouped.get(invoice) ?? new Map<string, ByCategory>()
  grouped.set(invoice, known)
  const found = known.get(category) ?? Map.groupBy(invoice.groups(group), (one) => one.text(category))
  known.set(category, found)
  return found
}
