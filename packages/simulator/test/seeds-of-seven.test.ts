import { test } from 'tap'
import { runSeeds, SEEDS_TIMEOUT_MS } from './support/run-seeds.ts'

test('seven validators, of which two lie', { timeout: SEEDS_TIMEOUT_MS }, async (t) => {
  await runSeeds(t, 7, 1, 30)
})
