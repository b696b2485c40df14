import { test } from 'tap'
import { runSeeds, seedsFrom } from './support/run-seeds.ts'

test('four validators, the seeds after those of seeds-of-four.test.ts', { timeout: 280_000 }, async (t) => {
  runSeeds(t, 4, seedsFrom(71, 70))
})
