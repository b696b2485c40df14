import { test } from 'tap'
import { runSeeds, SEEDS_TIMEOUT_MS } from './support/run-seeds.ts'

test('five validators, seeds 71 to 140', { timeout: SEEDS_TIMEOUT_MS }, async (t) => {
  await runSeeds(t, 5, 71, 70)
})
