import type { RejectionRow } from '../rejection-table.ts'

/** How a VAT category treats its rate. */
export type RateRule = 'positive' | 'zero' | 'none' | 'any'

/** UNCL 5305 as EN 16931 uses it (BT-95, BT-102, BT-118, BT-151): which family of rules a category has, and what rate it carries. */
export const VAT_CATEGORIES = {
  S: { rules: 'BR-S', rate: 'positive', name: 'standard rate' },
  Z: { rules: 'BR-Z', rate: 'zero', name: 'zero rated' },
  E: { rules: 'BR-E', rate: 'zero', name: 'exempt' },
  AE: { rules: 'BR-AE', rate: 'zero', name: 'reverse charge' },
  K: { rules: 'BR-IC', rate: 'zero', name: 'intra-community supply' },
  G: { rules: 'BR-G', rate: 'zero', name: 'export outside the EU' },
  O: { rules: 'BR-O', rate: 'none', name: 'not subject to VAT' },
  L: { rules: 'BR-AF', rate: 'any', name: 'IGIC of the Canary Islands' },
  M: { rules: 'BR-AG', rate: 'any', name: 'IPSI of Ceuta and Melilla' },
} as const satisfies Readonly<Record<string, { readonly rules: string; readonly rate: RateRule; readonly name: string }>>

export type VatCategory = keyof typeof VAT_CATEGORIES
export type VatRuleFamily = (typeof VAT_CATEGORIES)[VatCategory]['rules']
/** `invoices/BR-S-08`. */
export type VatRuleCode = `invoices/${VatRuleFamily}-${'01' | '05' | '08'}`

export const VAT_CATEGORY_CODES = Object.keys(VAT_CATEGORIES) as readonly VatCategory[]

export function isVatCategory(code: string): code is VatCategory {
  return Object.hasOwn(VAT_CATEGORIES, code)
}

export function vatRule(category: VatCategory, number: '01' | '05' | '08'): VatRuleCode {
  return `invoices/${VAT_CATEGORIES[category].rules}-${number}`
}

const RATE_HINTS: Readonly<Record<RateRule, string>> = {
  positive: 'State a rate above zero.',
  zero: 'State the rate 0.',
  none: 'Leave the rate out.',
  any: 'State a rate of zero or more.',
}

/** The rows of these rules in the module's table of refusals, by family. */
export function vatRejectionRows(): Readonly<Record<VatRuleCode, RejectionRow>> {
  const rows: Record<string, RejectionRow> = {}
  for (const category of VAT_CATEGORY_CODES) {
    const { name, rate, rules } = VAT_CATEGORIES[category]
    rows[vatRule(category, '01')] = {
      en16931: `${rules}-01`,
      meaning: `VAT category ${category} (${name}) is used, and has no breakdown or more than one for a rate`,
      hint: 'State one breakdown (BG-23) for each category and rate.',
    }
    rows[vatRule(category, '05')] = {
      en16931: `${rules}-05`,
      meaning: `the rate does not fit VAT category ${category} (${name})`,
      hint: RATE_HINTS[rate],
    }
    rows[vatRule(category, '08')] = {
      en16931: `${rules}-08`,
      meaning: `the taxable amount (BT-116) of VAT category ${category} (${name}) is not what its lines, allowances and charges sum to`,
      hint: 'BT-116 = Σ line net amounts − Σ allowances + Σ charges of the category and rate.',
    }
  }
  return rows as Readonly<Record<VatRuleCode, RejectionRow>>
}
