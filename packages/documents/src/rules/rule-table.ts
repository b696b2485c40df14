import { CODE_RULES } from './code-lists.ts'
import { CONDITION_RULES } from './conditions.ts'
import { DATA_TYPE_RULES } from './data-types.ts'
import { DECIMAL_RULES, SYNTAX_RULES } from './decimals.ts'
import { EXACTNESS_RULES } from './exactness.ts'
import { OCCURRENCE_RULES } from './occurrences.ts'
import { PRESENCE_RULES } from './presence.ts'
import type { Rule } from './rule.ts'
import { SPLIT_PAYMENT_RULES } from './split-payment.ts'
import { VAT_CATEGORY_RULES } from './vat-categories.ts'

/** Every rule that `judgeInvoice` knows. A new one is a row in one of these tables. */
export const RULES: readonly Rule[] = [
  ...SYNTAX_RULES,
  ...PRESENCE_RULES,
  ...CONDITION_RULES,
  ...DECIMAL_RULES,
  ...VAT_CATEGORY_RULES,
  ...SPLIT_PAYMENT_RULES,
  ...CODE_RULES,
  ...OCCURRENCE_RULES,
  ...DATA_TYPE_RULES,
  ...EXACTNESS_RULES,
]

const RULES_BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]))

/** EN 16931-1 calls the rules on IGIC and IPSI so; CEN's validation has other letters for them. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['BR-IG-', 'BR-AF-'],
  ['BR-IP-', 'BR-AG-'],
])

/** The rule of this id, or of the other name that it has. */
export function findRule(id: string): Rule | undefined {
  const prefix = id.slice(0, 6)
  return RULES_BY_ID.get((ALIASES.get(prefix) ?? prefix) + id.slice(6))
}
