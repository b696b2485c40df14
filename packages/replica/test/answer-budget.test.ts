import { asPeerId } from '@hanse/protocol'
import { test } from 'tap'
import { AnswerBudget } from '../src/answer-budget.ts'

test('a peer gets so many bytes a second, whatever the others get', (t) => {
  const [a, b] = [asPeerId('a'), asPeerId('b')]
  const budget = new AnswerBudget(100)
  t.ok(budget.take(a, 60, 0))
  t.notOk(budget.take(a, 41, 999), 'too many')
  t.ok(budget.take(a, 40, 999), 'the refused ones were not taken')
  t.ok(budget.take(b, 100, 999))
  t.ok(budget.take(a, 100, 1_000), 'a new second')
  t.ok(budget.take(a, 100, 10), 'a clock that jumps back')
  t.end()
})
