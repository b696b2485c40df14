import { FIRST_MS, type Scenario, scenario } from '../scenario.ts'
import type { PlannedFault } from '../schedule.ts'

const FOR_MS = 8_000
const AGAIN_MS = 15_000

/** In networks of their own. */
function apart(name: string, summary: string, ...faults: readonly Omit<PlannedFault, 'atMs' | 'forMs'>[]): Scenario {
  return scenario({
    ...{ name, summary, fabric: 'namespaces' },
    faults: faults.map((fault, turn) => ({ ...fault, atMs: FIRST_MS + turn * AGAIN_MS, forMs: FOR_MS })),
  })
}

/** Through proxies. */
function proxied(name: string, summary: string, ...faults: readonly Omit<PlannedFault, 'atMs' | 'forMs'>[]): Scenario {
  return scenario({
    ...{ name, summary, fabric: 'proxy' },
    faults: faults.map((fault, turn) => ({ ...fault, atMs: FIRST_MS + turn * AGAIN_MS, forMs: FOR_MS })),
  })
}

export const NETWORK_SCENARIOS: readonly Scenario[] = [
  apart('partition-minority', 'one node alone, first a backup and then whoever leads', ...split('backup'), ...split('primary')),
  apart('partition-halves', 'two and two: no side has a quorum, and blocks again after the heal', {
    type: 'cut',
    shape: 'split',
    nodes: ['primary', 'backup'],
  }),
  apart('partition-one-way-out', 'nobody hears whoever leads, who hears everybody', { type: 'cut', shape: 'out', nodes: ['primary'] }),
  apart('partition-one-way-in', 'whoever leads hears nobody, and everybody hears it', { type: 'cut', shape: 'in', nodes: ['primary'] }),
  apart('partition-ring', 'each hears its two neighbours alone: not transitive', { type: 'cut', shape: 'ring', nodes: [0, 1, 2, 3] }),
  apart(
    'cut-link',
    'one link of whoever leads, both ways and then one way',
    { type: 'cut', shape: 'link', nodes: ['primary', 'backup'] },
    { type: 'cut', shape: 'one-way-link', nodes: ['primary', 'backup'] },
  ),
  apart(
    'cable-out',
    'the cable of a backup, and then of whoever leads',
    { type: 'cable', nodes: ['backup'] },
    { type: 'cable', nodes: ['primary'] },
  ),
  apart('cable-all', 'the switch fails: all cables at once', { type: 'cable', nodes: [0, 1, 2, 3] }),
  apart('reset-connections', 'all connections of a node are reset every second, by the kernel', { type: 'reset', nodes: ['primary'] }),
  proxied(
    'delay-one',
    'a backup is 300 ms away, and then whoever leads',
    { type: 'delay', nodes: ['backup'], ms: 300 },
    { type: 'delay', nodes: ['primary'], ms: 300 },
  ),
  proxied('delay-all', 'everybody is 100 ms away from everybody', { type: 'delay', nodes: [0, 1, 2], ms: 100 }),
  proxied('loss-all', 'every tenth piece is lost and sent again', { type: 'loss', nodes: [0, 1, 2], percent: 10 }),
  proxied('proxy-partition', 'one node alone and then two and two, without root', ...split('primary'), {
    type: 'cut',
    shape: 'split',
    nodes: [0, 1],
  }),
  proxied('proxy-resets', 'the connections of whoever leads are reset every second, without root', { type: 'reset', nodes: ['primary'] }),
]

function split(node: 'primary' | 'backup'): readonly Omit<PlannedFault, 'atMs' | 'forMs'>[] {
  return [{ type: 'cut', shape: 'split', nodes: [node] }]
}
