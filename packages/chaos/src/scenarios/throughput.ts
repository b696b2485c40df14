import { STRATEGIES } from '../liar/strategies.ts'
import { type Scenario, scenario } from '../scenario.ts'

const SHARE_OF_MAXIMUM = 0.6
const DURATION_MS = 30_000
/** With one of four killed at half time. */
const KILL_BOUNDS = { committedPercentMin: 95, gapMsMax: 3_000 } as const
/** With one of four lying for the whole run, whatever it does. */
const LIAR_BOUNDS = { committedPercentMin: 80 } as const
const BEHIND_BLOCKS = 10_000
const BEHIND_BOUNDS = { caughtUpMsMax: 30_000 } as const

export const THROUGHPUT_SCENARIOS: readonly Scenario[] = [
  ...(['primary', 'backup'] as const).map((target) =>
    scenario({
      name: `throughput-kill-${target}`,
      summary: `60 % of the maximum is offered and a ${target} is killed at half time: 95 % committed, no gap above 3 s`,
      load: { rate: { shareOfMaximum: SHARE_OF_MAXIMUM } },
      durationMs: DURATION_MS,
      faults: [{ type: 'kill', nodes: [target], atMs: DURATION_MS / 2, forMs: DURATION_MS / 2 }],
      bounds: KILL_BOUNDS,
    }),
  ),
  ...STRATEGIES.map((strategy) =>
    scenario({
      name: `byzantine-${strategy}`,
      summary: `60 % of the maximum is offered and one of four is a liar (${strategy}): 80 % committed`,
      load: { rate: { shareOfMaximum: SHARE_OF_MAXIMUM } },
      durationMs: DURATION_MS,
      liar: strategy,
      bounds: LIAR_BOUNDS,
    }),
  ),
  scenario({
    name: 'catch-up',
    summary: 'a node 10,000 blocks behind is at the head within 30 s, under load',
    durationMs: 36_000,
    behindBlocks: BEHIND_BLOCKS,
    bounds: BEHIND_BOUNDS,
  }),
]
