import { FIRST_MS, type Scenario, scenario } from '../scenario.ts'

const FOR_MS = 6_000

export const PROCESS_SCENARIOS: readonly Scenario[] = [
  scenario({
    name: 'kill-one',
    summary: 'kill -9 of a backup, and it comes back',
    faults: [{ type: 'kill', nodes: ['backup'], atMs: FIRST_MS, forMs: FOR_MS }],
  }),
  scenario({
    name: 'kill-primary',
    summary: 'kill -9 of whoever leads, three times over',
    faults: [0, 1, 2].map((turn) => ({ type: 'kill', nodes: ['primary'], atMs: FIRST_MS + turn * 11_000, forMs: FOR_MS }) as const),
  }),
  scenario({
    name: 'kill-two',
    summary: 'kill -9 of two of four: no quorum, and blocks again when they are back',
    faults: [{ type: 'kill', nodes: ['primary', 'backup'], atMs: FIRST_MS, forMs: 10_000 }],
  }),
  scenario({
    name: 'kill-all',
    summary: 'kill -9 of all four at once, twice: nothing that was told is lost',
    faults: [0, 1].map((turn) => ({ type: 'kill', nodes: [0, 1, 2, 3], atMs: FIRST_MS + turn * 12_000, forMs: 2_000 }) as const),
  }),
  scenario({
    name: 'restart-rolling',
    summary: 'each node is stopped in order and started again, one after the other',
    faults: [0, 1, 2, 3].map((node) => ({ type: 'restart', nodes: [node], atMs: FIRST_MS + node * 9_000, forMs: 2_000 }) as const),
  }),
  scenario({
    name: 'pause-one',
    summary: 'SIGSTOP of a backup',
    faults: [{ type: 'pause', nodes: ['backup'], atMs: FIRST_MS, forMs: 10_000 }],
  }),
  scenario({
    name: 'pause-primary',
    summary: 'SIGSTOP of whoever leads, twice: it comes back and believes that it still does',
    faults: [0, 1].map((turn) => ({ type: 'pause', nodes: ['primary'], atMs: FIRST_MS + turn * 14_000, forMs: 7_000 }) as const),
  }),
  scenario({
    name: 'pause-all',
    summary: 'SIGSTOP of all four: time goes on without them',
    faults: [{ type: 'pause', nodes: [0, 1, 2, 3], atMs: FIRST_MS, forMs: 8_000 }],
  }),
  scenario({
    name: 'crash-at-sync',
    summary: 'killed within a sync of the disk, first one and then whoever leads',
    faults: [
      { type: 'crash-at-sync', nodes: ['backup'], atMs: FIRST_MS, forMs: 5_000 },
      { type: 'crash-at-sync', nodes: ['primary'], atMs: FIRST_MS + 14_000, forMs: 5_000 },
    ],
  }),
]
