import { type SimulationResult, simulate } from '@hanse/simulator'
import { test } from 'tap'

const SEEDS = Array.from({ length: 16 }, (_, index) => 1 + index)

function vote(seed: number): SimulationResult {
  return simulate({ seed, validators: 4, moduleVote: true })
}

test('a vote brings a module amid faults: honest nodes agree, and those that lack it end and come back', {
  timeout: 280_000,
}, async (t) => {
  const results = SEEDS.map(vote)
  for (const { seed, violation } of results) t.equal(violation, undefined, `npm run simulate -- --seeds ${seed} --module-vote --trace`)
  const counted = results.filter(({ notCounted }) => notCounted === undefined)
  for (const { seed, notCounted } of results) if (notCounted !== undefined) t.comment(`seed ${seed} does not count: ${notCounted}`)
  t.ok(counted.length * 100 >= results.length * 80, `${counted.length} of ${results.length} count`)
  t.ok(counted.every(({ lackedModule = 0, heights }) => lackedModule >= 1 && heights > 100))
  t.same([...new Set(counted.map(({ lackedModule }) => lackedModule))].sort(), [1, 2], 'one node and two, with whom there is no quorum')
  t.ok(counted.some(({ faultsFired }) => (faultsFired['crash'] ?? 0) > 0) && counted.some(({ lies }) => Object.keys(lies).length > 0))
})

test('a vote replays', { timeout: 280_000 }, async (t) => {
  t.strictSame(vote(2), vote(2))
})
