import { test } from 'tap'
import { runSeeds, seedsFrom } from './support/run-seeds.ts'

test('seven validators, of which two lie', { timeout: 280_000 }, async (t) => {
  runSeeds(t, 7, seedsFrom(1, 22))
})

test('ten validators, of which three lie', { timeout: 280_000 }, async (t) => {
  runSeeds(t, 10, seedsFrom(1, 4))
})
