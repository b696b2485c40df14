import type { Difference, SuiteResult } from './run-suite.ts'
import type { Speed } from './speed.ts'

/** A table with a row a rule, then the differences, then the sums. */
export function suiteReport({ rules, differences, tests, passedOver }: SuiteResult): string {
  const width = Math.max(4, ...rules.map(({ rule }) => rule.length))
  const rows = rules.map(({ rule, tests: all, asExpected, different }) => row([rule, `${all}`, `${asExpected}`, `${different}`], width))
  const skipped = [
    ...(passedOver.files === 0 ? [] : [`${passedOver.files} files hold no test set`]),
    ...(passedOver.tests === 0 ? [] : [`${passedOver.tests} tests are of another syntax than UBL`]),
  ]
  return [
    row(['rule', 'tests', 'as expected', 'different'], width),
    ...rows,
    '',
    ...differences.map(differenceLine),
    ...(skipped.length === 0 ? [] : [`passed over: ${skipped.join(', ')}`]),
    `${rules.length} rules, ${tests} tests, ${differences.length} differences`,
  ].join('\n')
}

function row([rule = '', ...numbers]: readonly string[], width: number): string {
  return [rule.padEnd(width), ...numbers.map((number) => number.padStart(11))].join('  ')
}

function differenceLine({ file, test, rule, expected, found }: Difference): string {
  const place = test === undefined ? file : `${file} test ${test}`
  return rule === undefined ? `DIFFERENT ${place}: ${found}` : `DIFFERENT ${place}: ${rule} expected ${expected}, found ${found}`
}

export function speedReport({ lines, bytes, rules, readMs, judgeMs, judgeBestMs, rounds }: Speed): string {
  const size = `${lines} lines, ${(bytes / 1_000_000).toFixed(1)} MB`
  return `${size}: read in ${readMs.toFixed(0)} ms, judged by ${rules} rules in ${judgeMs.toFixed(0)} ms (medians of ${rounds}; best ${judgeBestMs.toFixed(0)} ms)`
}
