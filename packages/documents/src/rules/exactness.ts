import { compareDecimals, type Decimal, isVatCategory } from '@hanse/modules'
import type { Group } from '../model/group.ts'
import { vatOf } from './conditions.ts'
import { type Rule, rule, type Violation } from './rule.ts'
import { mismatch, numberOf } from './values.ts'
import { baseOf } from './vat-categories.ts'

/** Our own: valid by EN 16931 within the tolerance of its rules, and refused by the chain, which is exact to the minor unit. */
export const EXACTNESS_RULES: readonly Rule[] = [
  rule(
    'HANSE-01',
    'The chain takes BT-117 only if it is BT-116 × BT-119 ÷ 100 to the hundredth (invoices/exact-vat).',
    (invoice) => invoice.groups('BG-23').flatMap((breakdown) => inexact(breakdown, 'BT-117', vatOf(breakdown)) ?? []),
    'warning',
  ),
  rule(
    'HANSE-02',
    'The chain takes BT-116 only if it is to the hundredth what its lines, allowances and charges sum to (invoices/BR-S-08).',
    (invoice) => invoice.groups('BG-23').flatMap((breakdown) => inexactBase(invoice, breakdown) ?? []),
    'warning',
  ),
]

function inexact(breakdown: Group, term: string, computed: Decimal | undefined): Violation | undefined {
  const stated = numberOf(breakdown, term)
  if (stated === undefined || computed === undefined || compareDecimals(stated, computed) === 0) return undefined
  return { ...breakdown.placeOf(term), detail: mismatch(stated, computed) }
}

function inexactBase(invoice: Group, breakdown: Group): Violation | undefined {
  const category = breakdown.text('BT-118')
  if (category === undefined || !isVatCategory(category)) return undefined
  return inexact(breakdown, 'BT-116', baseOf(invoice, category, breakdown))
}
