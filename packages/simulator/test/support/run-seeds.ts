import { runSeeds as runRange, type SimulationResult, WorkerPool } from '@hanse/simulator'
import type { Test } from 'tap'

/** Of the seeds, so many in a hundred must count. */
const COUNTED_PERCENT_MIN = 95
/** A busy machine takes its time; on an idle one it is two minutes. */
export const SEEDS_TIMEOUT_MS = 580_000

/** Runs each seed once. No oracle may object, and nearly all runs must have done enough to count. */
export async function runSeeds(t: Test, validators: number, first: number, count: number): Promise<readonly SimulationResult[]> {
  const pool = new WorkerPool(1)
  const range = { firstSeed: first, lastSeed: first + count - 1, validators }
  const checked = await runRange(range, pool)
  await pool.close()
  const results = checked.map(({ result }) => result)
  for (const { result, replays } of checked) t.not(replays, false, `seed ${result.seed} does not replay`)
  for (const { seed, violation } of results) {
    t.equal(violation, undefined, `seed ${seed}: npm run simulate -- --seeds ${seed} --validators ${validators} --trace`)
  }
  const notCounted = results.filter((result) => result.notCounted !== undefined)
  for (const { seed, notCounted: reason } of notCounted) t.comment(`seed ${seed} does not count: ${reason}`)
  t.ok(notCounted.length * 100 <= count * (100 - COUNTED_PERCENT_MIN), `${notCounted.length} of ${count} do not count`)
  return results
}
