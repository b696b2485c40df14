import { createPrng } from '@hanse/primitives'
import { directedPlan } from './directed-plan.ts'
import type { FaultPlan } from './fault.ts'
import { planFaults } from './fault-plan.ts'
import { duringTheVote } from './module-vote.ts'
import type { SimulationOptions } from './result.ts'

/** What the seed draws before its run. */
export function planOf(options: SimulationOptions): FaultPlan {
  const { seed, validators, byzantine, moduleVote = false, trade = false } = options
  const prng = createPrng(seed)
  const plan = planFaults(prng.fork(1), validators, byzantine, trade)
  return directedPlan(moduleVote ? duringTheVote(plan) : plan, validators, options, prng.fork(6))
}
