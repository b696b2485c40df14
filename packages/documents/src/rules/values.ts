import { addDecimals, type Decimal, formatDecimal, ZERO } from '@hanse/modules'
import type { Group } from '../model/group.ts'

/** The first value of a term as a number; undefined when it is missing or is none, which rules of their own report. */
export function numberOf(group: Group, id: string): Decimal | undefined {
  return group.term(id)?.number
}

/** The values of a term in the whole group that are numbers. */
export function numbersOf(group: Group, id: string): readonly Decimal[] {
  return group.terms(id).flatMap(({ number }) => number ?? [])
}

/** Exact. Of thousands of amounts most have one scale: those are added first. */
export function sumOf(values: readonly Decimal[]): Decimal {
  const byScale = new Map<number, bigint>()
  for (const { unscaled, scale } of values) byScale.set(scale, (byScale.get(scale) ?? 0n) + unscaled)
  return addDecimals(...[...byScale].map(([scale, unscaled]) => ({ unscaled, scale })))
}

/** A missing amount counts as nothing where the standard lets it be left out. */
export function numberOrZero(group: Group, id: string): Decimal {
  return numberOf(group, id) ?? ZERO
}

/** For messages: `stated 100.01, by the rule 100.00`. */
export function mismatch(stated: Decimal | undefined, computed: Decimal | undefined): string {
  return `stated ${shown(stated)}, by the rule ${shown(computed)}`
}

function shown(value: Decimal | undefined): string {
  return value === undefined ? 'nothing' : formatDecimal(value)
}
