import { test } from 'tap'
import { runSeeds, SEEDS_TIMEOUT_MS } from './support/run-seeds.ts'

test('five validators, seeds 36 to 70', { timeout: SEEDS_TIMEOUT_MS }, async (t) => {
  await runSeeds(t, 5, 36, 35)
})
