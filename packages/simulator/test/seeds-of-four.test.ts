import { test } from 'tap'
import { BYZANTINE_STRATEGIES } from '../src/byzantine/strategies.ts'
import { runSeeds, seedsFrom } from './support/run-seeds.ts'

test('four validators: every kind of fault, crash and lie, and no oracle objects', { timeout: 280_000 }, async (t) => {
  const results = runSeeds(t, 4, seedsFrom(1, 70))
  const happened = (name: string, count: (result: (typeof results)[number]) => number | undefined): void => {
    t.ok(
      results.some((result) => (count(result) ?? 0) > 0),
      name,
    )
  }
  for (const fault of [
    'crash',
    'crash-all',
    'pause',
    'partition',
    'isolation',
    'one-way isolation',
    'backup',
    'restore',
    'disk-error',
    'torn-write',
  ]) {
    happened(fault, (result) => result.faultsFired[fault])
  }
  for (const point of [
    'before log',
    'after log sync',
    'after guard sync',
    'after sync',
    'amid a broadcast',
    'before store',
    'before finalized',
    'in a start',
  ] as const) {
    happened(`a crash ${point}`, (result) => result.crashesAt[point])
  }
  for (const lie of BYZANTINE_STRATEGIES) {
    happened(lie, (result) => result.lies[lie])
  }
  for (const fate of ['lost', 'duplicated', 'reordered', 'cut'] as const) happened(`frames ${fate}`, (result) => result.network[fate])
})
