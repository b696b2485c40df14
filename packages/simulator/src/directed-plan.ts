import type { Prng } from '@hanse/primitives'
import { asValidatorIndex, faultsMax, type ValidatorIndex } from '@hanse/protocol'
import { type ByzantineStrategy, EVERYDAY_STRATEGIES } from './byzantine/strategies.ts'
import type { FaultPlan, NetworkFaults, ScheduledFault } from './fault.ts'
import { planMembers } from './membership.ts'
import { withoutUpgrade } from './plan-upgrade.ts'
import { withoutTrade } from './trade/plan-trade.ts'

/** What goes wrong beside one strategy, in a cell of the matrix. */
export const FAULT_CONTEXTS = ['no fault', 'partition', 'crash', 'state sync', 'reconfig'] as const
export type FaultContext = (typeof FAULT_CONTEXTS)[number]

/** What a run is told to have, instead of what chance would give it. */
export interface Direction {
  /** All liars have this strategy and no other. */
  readonly strategy?: ByzantineStrategy
  readonly context?: FaultContext
  /** f + 1 lie: the oracle is who is named when they fork the chain. */
  readonly accountability?: boolean
  /** Some clients trade, and processes end at steps of their trades. Absent: in some seeds. */
  readonly trade?: boolean
}

const CALM: NetworkFaults = { lossPercent: 0, duplicatePercent: 0, flipPerTenThousand: 0, delayUsMin: 100, delayUsMax: 1_000 }
/** Faults that take from an honest node what it could accuse others with. */
const LOSSES: readonly ScheduledFault['type'][] = ['backup', 'restore', 'wipe', 'disk-damage']
const FAULT_HEIGHTS = 40
const FAULTS_MAX = 3
/** Long enough for the others to leave a node behind by more than a window. */
const BEHIND_MS_MIN = 3_000
const BEHIND_MS_MAX = 6_000
/** Times in which honest validators are apart, and who colludes reaches both parts. */
const SPLITS = 8

/** The plan of a run that is told what to have. */
export function directedPlan(drawn: FaultPlan, validators: number, direction: Direction, prng: Prng): FaultPlan {
  const isDirected = [direction.strategy, direction.context, direction.accountability].some((told) => told !== undefined)
  const plan = isDirected ? withoutUpgrade(drawn) : drawn
  const nodes = Array.from({ length: validators }, (_, index) => asValidatorIndex(index))
  if (direction.accountability === true) return accountabilityPlan(plan, nodes, prng)
  const { strategy, context } = direction
  // Who goes back to an epoch that is over can be deceived by the keys of then.
  const scheduled = strategy === 'long-range-blocks' ? plan.scheduled.filter(({ type }) => !LOSSES.includes(type)) : plan.scheduled
  const byzantine = strategy === undefined ? plan.byzantine : liarsWith(strategy, plan, nodes, prng)
  const isChanging = context === 'reconfig' || strategy === 'long-range-blocks'
  const members = isChanging ? { members: planMembers(prng, validators) } : {}
  if (context === undefined) return { ...plan, scheduled, byzantine, ...members }
  const honest = nodes.filter((node) => !byzantine.has(node))
  return {
    ...plan,
    byzantine,
    ...members,
    network: context === 'no fault' ? CALM : plan.network,
    clockOffsetsMs: nodes.map(() => 0),
    scheduled: faultsOf(context, nodes, honest, prng).sort((left, right) => left.atHeight - right.atHeight),
  }
}

function liarsWith(
  strategy: ByzantineStrategy,
  { byzantine }: FaultPlan,
  nodes: readonly ValidatorIndex[],
  prng: Prng,
): FaultPlan['byzantine'] {
  const liars = byzantine.size > 0 ? [...byzantine.keys()] : prng.shuffle(nodes).slice(0, faultsMax(nodes.length))
  return new Map(liars.map((node) => [node, [strategy]]))
}

function faultsOf(
  context: FaultContext,
  nodes: readonly ValidatorIndex[],
  honest: readonly ValidatorIndex[],
  prng: Prng,
): ScheduledFault[] {
  const some = (make: (atHeight: number) => ScheduledFault): ScheduledFault[] =>
    Array.from({ length: 1 + prng.below(FAULTS_MAX) }, () => make(2 + prng.below(FAULT_HEIGHTS)))
  switch (context) {
    case 'no fault':
      return []
    case 'reconfig':
      return faultsOf(prng.pick(['no fault', 'partition', 'crash', 'state sync'] as const), nodes, honest, prng)
    case 'partition':
      return some((atHeight) => {
        const durationMs = 200 + prng.below(3_000)
        if (prng.chance(1, 3)) {
          const direction = prng.pick(['both', 'outgoing', 'incoming'] as const)
          return { type: 'isolation', atHeight, target: prng.chance(1, 2) ? 'primary' : prng.pick(nodes), direction, durationMs }
        }
        return { type: 'partition', atHeight, groups: halves(nodes, prng), oneWay: false, durationMs }
      })
    case 'crash':
      return some((atHeight) => {
        const spot = { afterPoints: prng.below(60), downMs: 1 + prng.below(1_500) }
        if (prng.chance(1, 4)) return { type: 'crash-all', atHeight, ...spot }
        return { type: 'crash', atHeight, target: prng.chance(1, 3) ? 'primary' : prng.pick(nodes), ...spot }
      })
    case 'state sync':
      return some((atHeight) => {
        const awayMs = BEHIND_MS_MIN + prng.below(BEHIND_MS_MAX - BEHIND_MS_MIN)
        const target = prng.pick(honest)
        if (prng.chance(1, 2)) return { type: 'crash', atHeight, target, afterPoints: prng.below(60), downMs: awayMs }
        return { type: 'isolation', atHeight, target, direction: 'both', durationMs: awayMs }
      })
  }
}

function halves(nodes: readonly ValidatorIndex[], prng: Prng): readonly (readonly ValidatorIndex[])[] {
  const mixed = prng.shuffle(nodes)
  const cut = 1 + prng.below(nodes.length - 1)
  return [mixed.slice(0, cut), mixed.slice(cut)]
}

/** One more lies than the set can bear: mostly together, else each in its own way. No disk of an honest one is lost: it is what speaks. */
function accountabilityPlan(drawn: FaultPlan, nodes: readonly ValidatorIndex[], prng: Prng): FaultPlan {
  const { members: _, ...plan } = withoutTrade(drawn)
  const mixed = prng.shuffle(nodes)
  const liars = mixed.slice(0, faultsMax(nodes.length) + 1)
  const honest = mixed.slice(liars.length)
  const together = prng.chance(3, 4)
  const splits: ScheduledFault[] = Array.from({ length: SPLITS }, () => ({
    type: 'partition',
    atHeight: 1 + prng.below(FAULT_HEIGHTS),
    groups: halves(honest, prng).map((half) => [...half, ...liars]),
    oneWay: false,
    durationMs: 500 + prng.below(8_000),
  }))
  const kept = plan.scheduled.filter(({ type }) => !LOSSES.includes(type))
  return {
    ...plan,
    byzantine: new Map(liars.map((node) => [node, together ? ['collude'] : prng.shuffle(EVERYDAY_STRATEGIES).slice(0, 1 + prng.below(3))])),
    clockOffsetsMs: nodes.map(() => prng.below(400) - 200),
    scheduled: [...kept, ...splits].sort((left, right) => left.atHeight - right.atHeight),
  }
}
