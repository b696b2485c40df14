import type { Prng } from '@hanse/primitives'
import type { ValidatorIndex } from '@hanse/protocol'
import { drawTarget, heightOfFault } from '../draw.ts'
import type { FaultPlan, ScheduledFault } from '../fault.ts'
import { STEP_MOMENTS } from './step-watch.ts'

/** In one of so many runs there is trade: such a run takes up to half more of the processor. */
const TRADING_OF = 12
const STEP_CRASHES_MAX = 4
const DOWN_MS_MAX = 1_500

/** Ends of processes at steps of trades, where there is trade: one by one, or all at the same moment. */
export function planTrade(prng: Prng, nodes: readonly ValidatorIndex[], isWanted: boolean): readonly ScheduledFault[] | undefined {
  if (!prng.chance(1, TRADING_OF) && !isWanted) return undefined
  const spot = (): Pick<Extract<ScheduledFault, { type: 'step-crash' }>, 'moment' | 'downMs'> => ({
    moment: prng.pick(STEP_MOMENTS),
    downMs: prng.chance(1, 2) ? 1 + prng.below(100) : 100 + prng.below(DOWN_MS_MAX),
  })
  if (prng.chance(1, 5)) {
    const all = { type: 'step-crash', atHeight: heightOfFault(prng), ...spot() } as const
    return nodes.map((target) => ({ ...all, target }))
  }
  return Array.from({ length: 1 + prng.below(STEP_CRASHES_MAX) }, () => ({
    type: 'step-crash',
    atHeight: heightOfFault(prng),
    target: drawTarget(prng, nodes),
    ...spot(),
  }))
}

/** The same run without trade. */
export function withoutTrade({ isTrading: _, ...plan }: FaultPlan): FaultPlan {
  return { ...plan, scheduled: plan.scheduled.filter(({ type }) => type !== 'step-crash') }
}
