import { test } from 'tap'
import { runSeeds, SEEDS_TIMEOUT_MS } from './support/run-seeds.ts'

test('four validators, seeds 221 to 440', { timeout: SEEDS_TIMEOUT_MS }, async (t) => {
  await runSeeds(t, 4, 221, 220)
})
