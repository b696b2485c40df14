import fc from 'fast-check'
import type { Test } from 'tap'

/** One assertion: the property holds for every run; otherwise seed, path and counterexample are in the report. */
export function holds<Ts>(t: Test, name: string, property: fc.IRawProperty<Ts, false>, parameters: fc.Parameters<Ts> = {}): void {
  const details = fc.check(property, parameters)
  t.notOk(details.failed, details.failed ? `${fc.defaultReportMessage(details)}` : `${name} (${details.numRuns} runs)`)
}
