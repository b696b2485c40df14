import { test } from 'tap'
import { EVERYDAY_STRATEGIES } from '../src/byzantine/strategies.ts'
import { runSeeds, SEEDS_TIMEOUT_MS } from './support/run-seeds.ts'

test('four validators: every kind of fault, crash and lie, and no oracle objects', { timeout: SEEDS_TIMEOUT_MS }, async (t) => {
  const results = await runSeeds(t, 4, 1, 220)
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
    'one-way partition',
    'broken-links',
    'isolation',
    'one-way isolation',
    'clog',
    'swizzle',
    'slow-receiver',
    'reset',
    'weather',
    'clock-jump',
    'clock-drift',
    'clock-freeze',
    'backup',
    'restore',
    'wipe',
    'disk-error',
    'disk-full',
    'read-only-disk',
    'slow-disk',
    'torn-write',
    'old-software',
    'new-software',
    'old-software-stop',
    'step-crash prepare',
    'step-crash commit',
    'step-crash store',
    'step-crash tell',
    'step-crash after',
  ]) {
    happened(fault, (result) => result.faultsFired[fault])
  }
  // Only where fewer than f lie, and one kind a run: what a damaged disk is like is for the planner's test.
  happened('a damaged disk', ({ faultsFired }) =>
    (['bit-flip', 'misdirected-write', 'missing'] as const).reduce((sum, damage) => sum + (faultsFired[`damage-${damage}`] ?? 0), 0),
  )
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
  for (const step of ['payments.settlePvP', 'payments.cancel', 'payments.returnPayment', 'receivables.finance', 'receivables.redeem'])
    happened(step, (result) => result.trades[step])
  for (const lie of EVERYDAY_STRATEGIES) {
    happened(lie, (result) => result.lies[lie])
  }
  for (const fate of ['lost', 'duplicated', 'reordered', 'flipped', 'held', 'cut'] as const)
    happened(`frames ${fate}`, (result) => result.network[fate])
})
