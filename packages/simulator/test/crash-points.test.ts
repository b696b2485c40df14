import { test } from 'tap'
import { CRASH_ROLES, crashCases, hasHappened } from '../src/crash-points.ts'
import { simulate } from '../src/simulation.ts'

/** Every process comes to these, whatever it is doing. */
const EVERYWHERE = [
  'before log',
  'before guard',
  'before sign',
  'before store',
  'before finalized',
  'after log sync',
  'after sync',
  'amid a broadcast',
]
/** Nobody comes to these where all others are honest and no process starts without its guard. */
const NOWHERE = ['before refuse-start', 'before report', 'before punish']

test('a process may end at every point and in every role, and nothing is lost', { timeout: 280_000 }, async (t) => {
  const happened = new Set<string>()
  for (const one of crashCases(4)) {
    const result = simulate(one.options)
    t.equal(result.violation, undefined, `${one.point}, ${one.role}`)
    if (hasHappened(one, result)) happened.add(`${one.point}/${one.role}`)
  }
  for (const point of EVERYWHERE) for (const role of CRASH_ROLES) t.ok(happened.has(`${point}/${role}`), `${point}, ${role}`)
  for (const point of NOWHERE) for (const role of CRASH_ROLES) t.notOk(happened.has(`${point}/${role}`), `${point}, ${role}`)
  t.ok(happened.size >= 95, `${happened.size} of all`)
})
