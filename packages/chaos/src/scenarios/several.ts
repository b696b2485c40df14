import { FIRST_MS, type Scenario, scenario } from '../scenario.ts'

const AGAIN_MS = 15_000

export const SEVERAL_SCENARIOS: readonly Scenario[] = [
  scenario({
    name: 'seven-kill-two',
    summary: 'seven nodes: whoever leads and the next one are killed at once',
    validators: 7,
    faults: [{ type: 'kill', nodes: ['primary', 'backup'], atMs: FIRST_MS, forMs: 8_000 }],
  }),
  scenario({
    name: 'seven-partition',
    summary: 'seven nodes: two are cut off, then four from three, which leaves no quorum',
    ...{ validators: 7, fabric: 'namespaces' },
    faults: [
      { type: 'cut', shape: 'split', nodes: ['primary', 'backup'], atMs: FIRST_MS, forMs: 8_000 },
      { type: 'cut', shape: 'split', nodes: [0, 1, 2], atMs: FIRST_MS + AGAIN_MS, forMs: 8_000 },
    ],
  }),
  scenario({
    name: 'seven-kill-and-cut',
    summary: 'seven nodes: one is killed while whoever leads is heard by nobody',
    ...{ validators: 7, fabric: 'namespaces' },
    faults: [
      { type: 'cut', shape: 'out', nodes: ['primary'], atMs: FIRST_MS, forMs: 10_000 },
      { type: 'kill', nodes: [5], atMs: FIRST_MS + 2_000, forMs: 6_000 },
    ],
  }),
  scenario({
    name: 'seven-power-and-pause',
    summary: 'seven nodes: one loses its power while another is paused',
    validators: 7,
    faults: [
      { type: 'pause', nodes: [3], atMs: FIRST_MS, forMs: 10_000 },
      { type: 'power-cut', nodes: [5], atMs: FIRST_MS + 2_000, forMs: 5_000 },
    ],
  }),
  scenario({
    name: 'loss-and-kill',
    summary: 'whoever leads is killed while every tenth piece of all is lost',
    fabric: 'proxy',
    faults: [
      { type: 'loss', nodes: [0, 1, 2], percent: 10, atMs: FIRST_MS, forMs: 16_000 },
      { type: 'kill', nodes: ['primary'], atMs: FIRST_MS + 4_000, forMs: 6_000 },
    ],
  }),
  scenario({
    name: 'slow-sync-and-cut',
    summary: 'whoever leads is cut off while the disk of another is slow',
    fabric: 'namespaces',
    faults: [
      { type: 'slow-sync', nodes: [2], ms: 100, atMs: FIRST_MS, forMs: 16_000 },
      { type: 'cut', shape: 'split', nodes: ['primary'], atMs: FIRST_MS + 4_000, forMs: 8_000 },
    ],
  }),
]
