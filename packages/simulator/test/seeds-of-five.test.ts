import { test } from 'tap'
import { runSeeds, SEEDS_TIMEOUT_MS } from './support/run-seeds.ts'

test('five validators, of which 2f + 1 are no quorum', { timeout: SEEDS_TIMEOUT_MS }, async (t) => {
  await runSeeds(t, 5, 1, 70)
})
