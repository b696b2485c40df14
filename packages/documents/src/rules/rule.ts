import type { Group, Place } from '../model/group.ts'

/** An error makes the invoice invalid; a warning does not. */
export type Severity = 'error' | 'warning'

/** Where a rule is broken, and with what values when that helps. */
export interface Violation extends Place {
  readonly detail?: string
}

/** One business rule. `violations` is empty when the rule holds or does not apply, and looks at nothing but what the rule names. */
export interface Rule {
  readonly id: string
  readonly severity: Severity
  /** In our own words. */
  readonly text: string
  readonly violations: (invoice: Group) => readonly Violation[]
}

export function rule(id: string, text: string, violations: Rule['violations'], severity: Severity = 'error'): Rule {
  return { id, severity, text, violations }
}

/** Every occurrence of `holder` has at least one of `wanted`; the first of them is named as missing. `BG-0` is the invoice itself. */
export function required(id: string, holder: string, wanted: string | readonly string[], text: string): Rule {
  const ids = typeof wanted === 'string' ? [wanted] : wanted
  return forEach(id, holder, text, (group) => (ids.some((one) => group.has(one)) ? undefined : group.placeOf(ids[0] as string)))
}

/** Looks at every occurrence of `holder`; the place that comes back is where the rule is broken. */
export function forEach(id: string, holder: string, text: string, check: (group: Group, invoice: Group) => Violation | undefined): Rule {
  return rule(id, text, (invoice) => {
    const violations: Violation[] = []
    for (const group of holder === 'BG-0' ? [invoice] : invoice.groups(holder)) {
      const violation = check(group, invoice)
      if (violation !== undefined) violations.push(violation)
    }
    return violations
  })
}
