import { test } from 'tap'
import { runSeeds, seedsFrom } from './support/run-seeds.ts'

test('five validators, of which 2f + 1 are no quorum', { timeout: 280_000 }, async (t) => {
  runSeeds(t, 5, seedsFrom(1, 36))
})
