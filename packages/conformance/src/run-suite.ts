import { findRule, judgeInvoice, ublOf } from '@hanse/documents'
import { type Expectation, readTestSet, type SuiteTest, type Verdict } from './test-set.ts'

export interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A test whose verdict is not the suite's, or that could not be judged. */
export interface Difference {
  readonly file: string
  /** Of the file, from 1; absent when the whole file cannot be read. */
  readonly test?: number
  readonly rule?: string
  readonly expected?: Verdict
  /** Our verdict, or why there is none. */
  readonly found: string
}

export interface RuleRow {
  readonly rule: string
  readonly tests: number
  readonly asExpected: number
  readonly different: number
}

export interface SuiteResult {
  readonly rules: readonly RuleRow[]
  readonly differences: readonly Difference[]
  readonly tests: number
  /** Files that hold no test set, and tests of documents in another syntax than UBL: passed over. */
  readonly passedOver: { readonly files: number; readonly tests: number }
}

interface Tally {
  tests: number
  different: number
}

/** Judges every test of every file by the rule that it names, alone. */
export function runSuite(files: Iterable<NamedFile>): SuiteResult {
  const tallies = new Map<string, Tally>()
  const differences: Difference[] = []
  const passedOver = { files: 0, tests: 0 }
  for (const { name: file, bytes } of files) {
    const content = readTestSet(bytes)
    if (content.kind === 'unreadable') differences.push({ file, found: content.message })
    if (content.kind === 'other') passedOver.files += 1
    if (content.kind !== 'tests') continue
    for (const test of content.tests) {
      if (isOfOtherSyntax(test)) passedOver.tests += 1
      else differences.push(...judgeTest(file, test, tallies))
    }
  }
  const rules = [...tallies].map(([rule, { tests, different }]) => ({ rule, tests, asExpected: tests - different, different }))
  rules.sort((left, right) => left.rule.localeCompare(right.rule))
  return { rules, differences, tests: rules.reduce((sum, { tests }) => sum + tests, 0), passedOver }
}

function isOfOtherSyntax({ document }: SuiteTest): boolean {
  return document !== undefined && document.name !== 'Invoice' && document.name !== 'CreditNote'
}

function judgeTest(file: string, test: SuiteTest, tallies: Map<string, Tally>): readonly Difference[] {
  if (test.expectations.length === 0) return [{ file, test: test.number, found: 'the test expects nothing' }]
  return test.expectations.flatMap((expectation) => {
    const { rule, verdict: expected } = expectation
    const found = verdictOn(test, expectation)
    const tally = tallies.get(rule) ?? { tests: 0, different: 0 }
    tallies.set(rule, tally)
    tally.tests += 1
    if (found === expected) return []
    tally.different += 1
    return [{ file, test: test.number, rule, expected, found }]
  })
}

function verdictOn({ document }: SuiteTest, { rule: id }: Expectation): string {
  const rule = findRule(id)
  if (rule === undefined) return 'no such rule here'
  if (document === undefined) return 'the test has no document'
  const ubl = ublOf(document)
  if (!ubl.ok) return ubl.error.message
  const [first] = judgeInvoice(ubl.value, [rule]).findings
  return first?.severity ?? 'success'
}
