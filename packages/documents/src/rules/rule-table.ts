import { CONDITION_RULES } from './conditions.ts'
import { DECIMAL_RULES, SYNTAX_RULES } from './decimals.ts'
import { EXACTNESS_RULES } from './exactness.ts'
import { PRESENCE_RULES } from './presence.ts'
import type { Rule } from './rule.ts'
import { VAT_CATEGORY_RULES } from './vat-categories.ts'

/** Every rule that `judgeInvoice` knows. A new one is a row in one of these tables. */
export const RULES: readonly Rule[] = [
  ...SYNTAX_RULES,
  ...PRESENCE_RULES,
  ...CONDITION_RULES,
  ...DECIMAL_RULES,
  ...VAT_CATEGORY_RULES,
  ...EXACTNESS_RULES,
]

const RULES_BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]))

export function findRule(id: string): Rule | undefined {
  return RULES_BY_ID.get(id)
}
