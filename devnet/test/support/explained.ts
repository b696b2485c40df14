import type { Test } from 'tap'
import type { CommandResult } from './run-devnet.ts'

export interface Explanation {
  readonly code: number
  readonly message: RegExp
  readonly tryThis: RegExp
}

/** One line that says what is wrong, one that says what to do. */
export function isExplained(t: Test, { code, stderr }: CommandResult, expected: Explanation): void {
  const [message, tryThis, ...more] = stderr.trimEnd().split('\n')
  t.strictSame([code, more], [expected.code, []], stderr)
  t.match(message, expected.message)
  t.equal(tryThis?.slice(0, 8), '   Try: ')
  t.match(tryThis, expected.tryThis)
}
