import type { Group } from './model/group.ts'
import type { Rule, Severity } from './rules/rule.ts'
import { RULES } from './rules/rule-table.ts'

/** One rule broken at one place. */
export interface Finding {
  /** `BR-CO-15`; `UBL-nn` are of the syntax, `HANSE-nn` of this chain. */
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** An XPath with the prefixes `cac` and `cbc`. */
  readonly path: string
  readonly line: number
}

export interface Judgement {
  /** No finding is an error. */
  readonly valid: boolean
  /** In the order of the rule table. */
  readonly findings: readonly Finding[]
  readonly summary: { readonly rules: number; readonly errors: number; readonly warnings: number }
}

/** Places at which one rule is reported. */
export const FINDINGS_PER_RULE_MAX = 100

/** Judges a document by `rules`, or by all there are. */
export function judgeInvoice(document: { readonly invoice: Group }, rules: readonly Rule[] = RULES): Judgement {
  const findings = rules.flatMap((rule) => findingsOf(rule, document.invoice))
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return { valid: errors === 0, findings, summary: { rules: rules.length, errors, warnings: findings.length - errors } }
}

function findingsOf(rule: Rule, invoice: Group): readonly Finding[] {
  const violations = rule.violations(invoice).slice(0, FINDINGS_PER_RULE_MAX)
  return violations.map(({ path, line, detail }) => {
    const message = detail === undefined ? rule.text : `${rule.text} Here: ${detail}.`
    return { rule: rule.id, severity: rule.severity, message, path, line }
  })
}
