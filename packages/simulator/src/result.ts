import type { ByzantineStrategy } from './byzantine/strategies.ts'
import type { CrashPoint } from './crash-point.ts'
import type { Direction } from './directed-plan.ts'
import type { FaultPlan } from './fault.ts'
import type { FaultInjector } from './fault-injector.ts'
import type { NetworkCounts } from './network.ts'
import type { SimNode } from './sim-node.ts'
import type { Stories } from './stories.ts'

/** A run that did less proves nothing. */
export const COUNTED_HEIGHTS_MIN = 60
export const COUNTED_TRANSACTIONS_MIN = 200

export const NETWORK_COUNTS = [
  'sent',
  'lost',
  'duplicated',
  'reordered',
  'flipped',
  'held',
  'cut',
] as const satisfies readonly (keyof NetworkCounts)[]

/** How much a run is to do before it is healed. */
export interface Goal {
  readonly heights: number
  readonly transactions: number
  /** Virtual time after which it is healed anyhow. Default `FAULTY_MS_MAX`. */
  readonly virtualMs?: number
}

export const COUNTED_GOAL: Goal = { heights: COUNTED_HEIGHTS_MIN, transactions: COUNTED_TRANSACTIONS_MIN }

export interface SimulationOptions extends Direction {
  readonly seed: number
  readonly validators: number
  /** Absent: up to f by chance. */
  readonly byzantine?: number
  /** Members bring a module by vote, and some nodes lack it. Needs four validators. */
  readonly moduleVote?: boolean
  /** Every node computes for itself what is the same for all. Absent: in some seeds. It changes nothing but the time that it takes. */
  readonly alone?: boolean
  /** In the place of what the seed draws. */
  readonly plan?: FaultPlan
  /** Absent: what makes a run count. */
  readonly goal?: Goal
  /** Gets a line for everything that happens. */
  readonly trace?: (line: string) => void
}

/** What came of one seed. A plain value: it crosses threads and becomes JSON. */
export interface SimulationResult extends Direction {
  readonly seed: number
  readonly validators: number
  /** As asked for; absent by chance. */
  readonly byzantine?: number
  readonly moduleVote?: boolean
  readonly violation?: { readonly oracle: number; readonly message: string }
  /** Why a run without violation does not count. */
  readonly notCounted?: string
  readonly heights: number
  readonly transactions: number
  readonly views: number
  readonly events: number
  readonly virtualMs: number
  /** Virtual time from the healing of the network until all was final. */
  readonly healMs: number
  /** … until every honest node was where the highest of them had been. */
  readonly rejoinMs: number
  readonly faultsScheduled: number
  /** By class. */
  readonly faultsFired: Readonly<Record<string, number>>
  readonly crashesAt: Readonly<Partial<Record<CrashPoint, number>>>
  /** By strategy: Byzantine validators that had it, and frames that they changed, dropped or added to. */
  readonly byzantineValidators: Readonly<Partial<Record<ByzantineStrategy, number>>>
  readonly lies: Readonly<Partial<Record<ByzantineStrategy, number>>>
  readonly network: NetworkCounts
  readonly realSignatures: boolean
  /** Frames with blocks that a node behind had asked for. */
  readonly blockAnswers: number
  /** More than f lied, and made two blocks of one height final: who is named for it. */
  readonly fork?: { readonly height: number; readonly culprits: readonly number[]; readonly evidence: Readonly<Record<string, number>> }
  /** Honest nodes that ended because they lacked a module which a vote brought. */
  readonly lackedModule?: number
  /** Of everything that happened, in order: equal for equal seeds and code. */
  readonly traceHash: string
  /** By command: steps of trades that succeeded. */
  readonly trades: Readonly<Record<string, number>>
}

export interface RunOutcome
  extends Pick<
    SimulationResult,
    | 'heights'
    | 'transactions'
    | 'views'
    | 'events'
    | 'virtualMs'
    | 'healMs'
    | 'rejoinMs'
    | 'network'
    | 'blockAnswers'
    | 'fork'
    | 'traceHash'
    | 'trades'
  > {
  readonly violation: SimulationResult['violation']
  readonly plan: FaultPlan
  /** Only a run in which somebody caught up by sync counts. */
  readonly needsSync: boolean
  readonly goal: Goal
  readonly faults: FaultInjector
  readonly stories: Pick<Stories, 'shortfall' | 'lackedModule' | 'oldSoftwareStops'>
  readonly nodes: readonly SimNode[]
  /** Crashes that left half a record in a log. */
  readonly tornWrites: number
  readonly lies: readonly { readonly strategies: readonly ByzantineStrategy[]; readonly lies: ReadonlyMap<ByzantineStrategy, number> }[]
}

export function resultOf(options: SimulationOptions, outcome: RunOutcome): SimulationResult {
  const { trace: _trace, plan: _plan, goal: _goal, alone: _alone, ...asked } = options
  const { violation, plan, goal: _wanted, faults, lies, stories, nodes: _nodes, tornWrites, needsSync: _, ...counts } = outcome
  const notCounted = violation === undefined && outcome.fork === undefined ? shortfall(outcome) : undefined
  return {
    ...asked,
    ...(violation === undefined ? {} : { violation }),
    ...(notCounted === undefined ? {} : { notCounted }),
    ...counts,
    faultsScheduled: faults.scheduledCount,
    faultsFired: {
      ...Object.fromEntries(faults.fired),
      ...(tornWrites === 0 ? {} : { 'torn-write': tornWrites }),
      ...(stories.oldSoftwareStops === 0 ? {} : { 'old-software-stop': stories.oldSoftwareStops }),
    },
    crashesAt: Object.fromEntries(faults.crashesAt),
    byzantineValidators: sums(lies.flatMap(({ strategies }) => strategies.map((strategy) => [strategy, 1] as const))),
    lies: sums(lies.flatMap((liar) => [...liar.lies])),
    realSignatures: plan.realSignatures,
    ...(stories.lackedModule === undefined ? {} : { lackedModule: stories.lackedModule }),
  }
}

/** Why a run does not count, if it does not. */
export function shortfall({
  heights,
  transactions,
  goal,
  faults,
  lies,
  stories,
  nodes,
  needsSync,
  blockAnswers,
}: Pick<RunOutcome, 'heights' | 'transactions' | 'goal' | 'faults' | 'lies' | 'stories' | 'nodes' | 'needsSync' | 'blockAnswers'>):
  | string
  | undefined {
  if (heights < goal.heights) return `${heights} heights`
  if (transactions < goal.transactions) return `${transactions} transactions`
  if (faults.firedCount < faults.scheduledCount) return `${faults.firedCount} of ${faults.scheduledCount} faults`
  if (needsSync && blockAnswers === 0) return 'no block by sync'
  const honest = lies.find(({ lies: told }) => told.size === 0)
  return honest === undefined ? stories.shortfall(nodes) : `never ${honest.strategies.join(' or ')}`
}

function sums<K extends string>(entries: readonly (readonly [K, number])[]): Partial<Record<K, number>> {
  const totals: Partial<Record<K, number>> = {}
  for (const [key, value] of entries) totals[key] = (totals[key] ?? 0) + value
  return totals
}
