import type { Strategy } from './liar/strategies.ts'
import type { FabricType } from './network/fabric.ts'
import type { Bounds, Load, PlannedFault, Schedule } from './schedule.ts'

/** A named run: what happens, to whom, and what it shows. */
export interface Scenario {
  readonly name: string
  readonly summary: string
  scheduleOf(seed: number): Schedule
}

export interface ScenarioPlan {
  readonly name: string
  readonly summary: string
  readonly validators?: number
  readonly fabric?: FabricType
  readonly load?: Load
  /** Default: until seven seconds after the last heal. */
  readonly durationMs?: number
  readonly faults?: readonly PlannedFault[]
  readonly liar?: Strategy
  readonly behindBlocks?: number
  readonly bounds?: Bounds
}

const VALIDATORS = 4
const RATE = 60
/** Longer than blocks may take to resume. */
const AFTER_MS = 7_000

/** When the first fault begins: the network has met its load by then. */
export const FIRST_MS = 4_000

/** The liar is whoever leads when the load begins: it has the say until the others have had enough of it. */
export function scenario({ name, summary, validators = VALIDATORS, faults = [], ...plan }: ScenarioPlan): Scenario {
  const lastMs = Math.max(FIRST_MS, ...faults.map(({ atMs, forMs }) => atMs + forMs))
  return {
    ...{ name, summary },
    scheduleOf: (seed) => ({
      ...{ format: 1, scenario: name, seed, validators },
      ...{ fabric: plan.fabric ?? 'plain', load: plan.load ?? { rate: RATE }, durationMs: plan.durationMs ?? lastMs + AFTER_MS, faults },
      ...(plan.liar === undefined ? {} : { liars: [{ node: 'primary', strategy: plan.liar }] }),
      ...(plan.behindBlocks === undefined ? {} : { behindBlocks: plan.behindBlocks }),
      ...(plan.bounds === undefined ? {} : { bounds: plan.bounds }),
    }),
  }
}
