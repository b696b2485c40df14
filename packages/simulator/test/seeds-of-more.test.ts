import { test } from 'tap'
import { runSeeds, seedsFrom } from './support/run-seeds.ts'

test('five validators, of which 2f + 1 are no quorum', { timeout: 280_000 }, async (t) => {
  runSeeds(t, 5, seedsFrom(1, 16))
})

test('seven validators, of which two lie', { timeout: 280_000 }, async (t) => {
  runSeeds(t, 7, seedsFrom(1, 8))
})

test('ten validators, of which three lie', { timeout: 280_000 }, async (t) => {
  runSeeds(t, 10, seedsFrom(1, 1))
})
