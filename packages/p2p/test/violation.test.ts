import { test } from 'tap'
import { toError } from '../src/violation.ts'

test('whatever was thrown has words', (t) => {
  const cause = new Error('reset by the other side')
  t.equal(toError(cause), cause)
  t.equal(toError('nonsense').message, 'nonsense')
  t.equal(toError(Object.assign(new Event('close'), { error: cause })), cause, 'the event of a stream that ended')
  t.equal(toError(new Event('close')).message, 'closed without a reason')
  t.end()
})
