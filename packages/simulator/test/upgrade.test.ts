import { type SimulationResult, simulate } from '@hanse/simulator'
import { test } from 'tap'
import { planOf } from '../src/plan-of.ts'

const RUNS = 8

/** The first seeds in whose runs the version of the protocol changes. */
function upgrading(isPatient: boolean): readonly number[] {
  const seeds: number[] = []
  for (let seed = 1; seeds.length < RUNS; seed++) if (planOf({ seed, validators: 4 }).upgrade?.isPatient === isPatient) seeds.push(seed)
  return seeds
}

function runs(isPatient: boolean): readonly SimulationResult[] {
  return upgrading(isPatient).map((seed) => simulate({ seed, validators: 4 }))
}

function stops({ faultsFired }: SimulationResult): number {
  return faultsFired['old-software-stop'] ?? 0
}

for (const isPatient of [false, true]) {
  const what = isPatient ? 'the others go on without who does not know it' : 'who does not know it stops, and goes on with new software'
  test(`a new version of the protocol amid faults: ${what}`, { timeout: 280_000 }, async (t) => {
    const results = runs(isPatient)
    for (const { seed, violation, notCounted } of results) {
      t.equal(violation, undefined, `npm run simulate -- --seeds ${seed} --trace`)
      t.equal(notCounted, undefined, `seed ${seed}`)
    }
    t.ok(
      results.every(({ heights }) => heights > 64),
      'beyond the height of the version',
    )
    t.ok(results.some((result) => stops(result) > 0))
    // Who comes back with its old software, because the others have not gone on yet, stops again.
    if (isPatient) t.ok(results.some((result) => stops(result) > 2))
  })
}
