import type { StateReader, StateWriter } from '@hanse/state'
import type { RuleVersion } from './codecs.ts'
import type { Covers } from './predicates.ts'
import { books } from './store.ts'

/** Of each rule the youngest version that has come to its height, unless that one repealed it. */
export function inForceAt(versions: readonly RuleVersion[], height: number): readonly RuleVersion[] {
  if (versions.length === 0) return versions
  const youngest = new Map<string, RuleVersion>()
  for (const one of versions) {
    const known = youngest.get(one.ruleId)
    if (one.effectiveFrom <= height && (known === undefined || known.version < one.version)) youngest.set(one.ruleId, one)
  }
  return [...youngest.values()].filter(({ action }) => action !== 'REPEALED')
}

/** The versions of this kind that are in force or wait, in the order in which they were published. */
export function bookOf(state: StateReader, covers: Covers): readonly RuleVersion[] {
  return books.get(state, covers)?.versions ?? []
}

/** The book with a version more, and without what no later block can judge by. */
export function withVersion(book: readonly RuleVersion[], added: RuleVersion, height: number): readonly RuleVersion[] {
  const all = [...book, added]
  const isOvertaken = ({ ruleId, version, effectiveFrom }: RuleVersion): boolean =>
    all.some((one) => one.ruleId === ruleId && one.version > version && one.effectiveFrom <= Math.max(height, effectiveFrom))
  return all.filter((one) => !isOvertaken(one) && (one.action !== 'REPEALED' || one.effectiveFrom > height))
}

export function writeBook(state: StateWriter, covers: Covers, versions: readonly RuleVersion[]): void {
  books.put(state, covers, { versions })
}
