import { hash } from 'node:crypto'
import { assert } from '@hanse/primitives'
import { asValidatorIndex, type ValidatorIndex } from '@hanse/protocol'
import { BYZANTINE_STRATEGIES, type ByzantineStrategy } from './byzantine/strategies.ts'
import type { FaultPlan, ScheduledFault } from './fault.ts'
import { UNDO_HEIGHTS } from './open-ledger.ts'
import { FAULTY_MS_MAX, LIVENESS_MS_MAX } from './pace.ts'
import type { Goal } from './result.ts'
import { simChain } from './sim-chain.ts'
import { LOG_SLACK_RECORDS, POOL_CAPACITY, TIMEOUTS } from './sim-node.ts'

/**
 * A whole run: everything that was decided before it, and the seed of what is drawn on the way, each way of the network and each node from a
 * stream of its own. Unlike a seed alone it stays what it is when somebody draws plans in another way.
 */
export interface Schedule {
  readonly seed: number
  readonly validators: number
  readonly moduleVote: boolean
  /** f + 1 lie: the oracle is who is named when they fork the chain. */
  readonly accountability: boolean
  readonly goal: Goal
  readonly plan: FaultPlan
}

/** What stands in the file beside the schedule: where it came from. */
export interface ScheduleOrigin {
  /** What it is about. */
  readonly about?: string
  /** Of the code that it was made with. */
  readonly commit?: string
  /** `configHash` of that code. */
  readonly config: string
  readonly violation?: { readonly oracle: number; readonly message: string }
}

/** What all runs of this many validators have in common, as a hash: another one, and a schedule may go another way. */
export function configHash(validators: number, moduleVote: boolean): string {
  const { genesisHash } = simChain(validators, { isVoting: moduleVote })
  const common = { genesisHash, TIMEOUTS, POOL_CAPACITY, UNDO_HEIGHTS, LOG_SLACK_RECORDS, FAULTY_MS_MAX, LIVENESS_MS_MAX }
  return hash('sha256', JSON.stringify(common)).slice(0, 16)
}

/** JSON with a line for each fault. */
export function scheduleText(schedule: Schedule, origin: ScheduleOrigin): string {
  const { plan, ...rest } = schedule
  const { scheduled, byzantine, ...decisions } = plan
  const head = { ...origin, ...rest, ...decisions, byzantine: Object.fromEntries(byzantine) }
  const lines = Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`)
  const faults = scheduled.map((fault) => `    ${JSON.stringify(fault)}`).join(',\n')
  return ['{', ...lines, scheduled.length === 0 ? '  "scheduled": []' : `  "scheduled": [\n${faults}\n  ]`, '}', ''].join('\n')
}

/** @throws Error when it is no schedule */
export function parseSchedule(text: string): { readonly schedule: Schedule; readonly origin: ScheduleOrigin } {
  const { about, commit, config, violation, seed, validators, moduleVote, accountability, goal, byzantine, ...plan } = JSON.parse(
    text,
  ) as Omit<FaultPlan, 'byzantine'> &
    ScheduleOrigin &
    Omit<Schedule, 'plan'> & { readonly byzantine: Readonly<Record<string, readonly ByzantineStrategy[]>> }
  assert(Number.isSafeInteger(seed) && Number.isSafeInteger(validators) && Array.isArray(plan.scheduled), 'this is no schedule')
  const liars = Object.entries(byzantine).map(([node, strategies]): [ValidatorIndex, readonly ByzantineStrategy[]] => {
    for (const strategy of strategies) assert(BYZANTINE_STRATEGIES.includes(strategy), `there is no strategy ${strategy}`)
    return [asValidatorIndex(Number(node)), strategies]
  })
  return {
    schedule: { seed, validators, moduleVote, accountability, goal, plan: { ...plan, byzantine: new Map(liars) } },
    origin: {
      config,
      ...(about === undefined ? {} : { about }),
      ...(commit === undefined ? {} : { commit }),
      ...(violation === undefined ? {} : { violation }),
    },
  }
}

/** Nodes that a fault names. */
export function nodesOf(fault: ScheduledFault): readonly ValidatorIndex[] {
  switch (fault.type) {
    case 'partition':
      return fault.groups.flat()
    case 'broken-links':
      return fault.pairs.flat()
    case 'swizzle':
      return fault.clogs.map(({ node }) => node)
    case 'reset':
      return fault.between
    case 'crash-all':
    case 'weather':
      return []
    default:
      return typeof fault.target === 'number' ? [fault.target] : []
  }
}
