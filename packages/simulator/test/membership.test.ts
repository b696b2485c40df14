import { createPrng } from '@hanse/primitives'
import { faultsMax } from '@hanse/protocol'
import { simulate } from '@hanse/simulator'
import { test } from 'tap'
import type { MemberStep } from '../src/fault.ts'
import { planMembers } from '../src/membership.ts'
import { planOf } from '../src/plan-of.ts'

const SETS = [4, 5, 7, 10]
const PLANS = 200
const RUNS = 3

/** Nodes that validate after the steps, and the fewest that ever did. */
function follow(steps: readonly MemberStep[], validators: number): { readonly seats: readonly number[]; readonly fewest: number } {
  let seats = Array.from({ length: validators }, (_, index) => index)
  let fewest = validators
  for (const { change, node = validators } of steps) {
    if (change === 'promote') seats = [...seats, node]
    else if (change === 'remove') seats = seats.filter((seat) => seat !== node)
    else if (change === 'replace') seats = seats.map((seat) => (seat === node ? validators : seat))
    else if (change === 'return') seats = seats.map((seat) => (seat === validators ? node : seat))
    fewest = Math.min(fewest, seats.length)
  }
  return { seats, fewest }
}

test('any validator leaves or gives its seat away, and in the end all of genesis have one', async (t) => {
  for (const validators of SETS) {
    const plans = Array.from({ length: PLANS }, (_, seed) => planMembers(createPrng(seed), validators))
    const steps = plans.flat()
    for (const change of ['admit', 'promote', 'remove', 'replace', 'return'])
      t.ok(
        steps.some((step) => step.change === change),
        `${validators}: ${change}`,
      )
    for (let node = 0; node < validators; node++)
      t.ok(
        steps.some((step) => step.change === 'remove' && step.node === node) &&
          steps.some((step) => step.change === 'replace' && step.node === node),
        `${validators}: node ${node} leaves and is replaced`,
      )
    for (const plan of plans) {
      const { seats, fewest } = follow(plan, validators)
      t.ok(fewest > 3 * faultsMax(validators), 'as many may lie as in the set of genesis')
      t.ok(Array.from({ length: validators }, (_, node) => node).every((node) => seats.filter((seat) => seat === node).length === 1))
    }
  }
})

test('a validator with a low index leaves amid faults and liars, and every oracle knows the others by their new ones', {
  timeout: 280_000,
}, async (t) => {
  const seeds: number[] = []
  for (let seed = 1; seeds.length < RUNS; seed++) {
    const { members = [], upgrade, byzantine } = planOf({ seed, validators: 4 })
    const leaves = members.slice(0, 4).some(({ change, node = 4 }) => change === 'remove' && node < 3)
    if (upgrade === undefined && byzantine.size > 0 && leaves) seeds.push(seed)
  }
  for (const seed of seeds) {
    const { violation, notCounted } = simulate({ seed, validators: 4 })
    t.equal(violation, undefined, `npm run simulate -- --seeds ${seed} --trace`)
    t.equal(notCounted, undefined, `seed ${seed}`)
  }
})
