import { test } from 'tap'
import { runSeeds, SEEDS_TIMEOUT_MS } from './support/run-seeds.ts'

test('ten validators, of which three lie', { timeout: SEEDS_TIMEOUT_MS }, async (t) => {
  await runSeeds(t, 10, 1, 12)
})
