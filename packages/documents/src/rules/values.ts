import { type Decimal, formatDecimal, parseDecimal, ZERO } from '@hanse/modules'
import type { Group } from '../model/group.ts'

/** The first value of a term as a number; undefined when it is missing or is none, which rules of their own report. */
export function numberOf(group: Group, id: string): Decimal | undefined {
  const text = group.text(id)
  return text === undefined ? undefined : parseDecimal(text)
}

/** The values of a term in the whole group that are numbers. */
export function numbersOf(group: Group, id: string): readonly Decimal[] {
  return group.terms(id).flatMap(({ text }) => parseDecimal(text) ?? [])
}

/** A missing amount counts as nothing where the standard lets it be left out. */
export function numberOrZero(group: Group, id: string): Decimal {
  return numberOf(group, id) ?? ZERO
}

/** For messages: `stated 100.01, by the rule 100.00`. */
export function mismatch(stated: Decimal, computed: Decimal): string {
  return `stated ${formatDecimal(stated)}, by the rule ${formatDecimal(computed)}`
}
