import { type SimulationResult, simulate } from '@hanse/simulator'
import type { Test } from 'tap'

/** Of the seeds, so many in a hundred must count. */
const COUNTED_PERCENT_MIN = 95

export function seedsFrom(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index)
}

/** Runs each seed once. No oracle may object, and nearly all runs must have done enough to count. */
export function runSeeds(t: Test, validators: number, seeds: readonly number[]): readonly SimulationResult[] {
  const results = seeds.map((seed) => simulate({ seed, validators }))
  for (const { seed, violation } of results) {
    t.equal(violation, undefined, `seed ${seed}: npm run simulate -- --seeds ${seed} --validators ${validators} --trace`)
  }
  const notCounted = results.filter((result) => result.notCounted !== undefined)
  for (const { seed, notCounted: reason } of notCounted) t.comment(`seed ${seed} does not count: ${reason}`)
  t.ok(notCounted.length * 100 <= seeds.length * (100 - COUNTED_PERCENT_MIN), `${notCounted.length} of ${seeds.length} do not count`)
  return results
}
