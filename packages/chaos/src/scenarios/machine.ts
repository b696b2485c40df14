import { FIRST_MS, type Scenario, scenario } from '../scenario.ts'
import { CORRUPT_PARTS } from '../schedule.ts'

const FOR_MS = 7_000
const AGAIN_MS = 14_000
const HOUR_MS = 3_600_000

export const DISK_SCENARIOS: readonly Scenario[] = [
  scenario({
    name: 'disk-full',
    summary: 'the disk of a backup is full: it ends, and with space comes back',
    faults: [{ type: 'disk-full', nodes: ['backup'], atMs: FIRST_MS, forMs: FOR_MS }],
  }),
  scenario({
    name: 'write-error',
    summary: 'the disk of a backup, and then of whoever leads, refuses to write',
    faults: [
      { type: 'write-error', nodes: ['backup'], atMs: FIRST_MS, forMs: FOR_MS },
      { type: 'write-error', nodes: ['primary'], atMs: FIRST_MS + AGAIN_MS, forMs: FOR_MS },
    ],
  }),
  scenario({
    name: 'sync-error',
    summary: 'the disk of a backup, and then of whoever leads, refuses to sync',
    faults: [
      { type: 'sync-error', nodes: ['backup'], atMs: FIRST_MS, forMs: FOR_MS },
      { type: 'sync-error', nodes: ['primary'], atMs: FIRST_MS + AGAIN_MS, forMs: FOR_MS },
    ],
  }),
  scenario({
    name: 'slow-sync',
    summary: 'each sync of whoever leads takes 200 ms longer',
    faults: [{ type: 'slow-sync', nodes: ['primary'], atMs: FIRST_MS, forMs: 12_000, ms: 200 }],
  }),
  scenario({
    name: 'power-cut-one',
    summary: 'the power of a backup fails, and then that of whoever leads',
    faults: [
      { type: 'power-cut', nodes: ['backup'], atMs: FIRST_MS, forMs: 4_000 },
      { type: 'power-cut', nodes: ['primary'], atMs: FIRST_MS + AGAIN_MS, forMs: 4_000 },
    ],
  }),
  scenario({
    name: 'power-cut-all',
    summary: 'the power of all four fails at once: nothing that was told is lost',
    faults: [{ type: 'power-cut', nodes: [0, 1, 2, 3], atMs: FIRST_MS, forMs: 3_000 }],
  }),
  ...CORRUPT_PARTS.map((part) =>
    scenario({
      name: `corrupt-${part}`,
      summary: `bits of the ${part} of a backup are turned over while it is off`,
      faults: [{ type: 'corrupt', part, nodes: ['backup'], atMs: FIRST_MS, forMs: 4_000 }],
      durationMs: 26_000,
    }),
  ),
]

export const MACHINE_SCENARIOS: readonly Scenario[] = [
  scenario({
    name: 'clock-ahead',
    summary: 'the clock of a backup, and then of whoever leads, is an hour ahead',
    faults: [
      { type: 'clock', nodes: [1], atMs: FIRST_MS, forMs: FOR_MS, ms: HOUR_MS },
      { type: 'clock', nodes: ['primary'], atMs: FIRST_MS + AGAIN_MS, forMs: FOR_MS, ms: HOUR_MS },
    ],
  }),
  scenario({
    name: 'clock-behind',
    summary: 'the clock of a backup, and then of whoever leads, is two hours behind',
    faults: [
      { type: 'clock', nodes: [1], atMs: FIRST_MS, forMs: FOR_MS, ms: -2 * HOUR_MS },
      { type: 'clock', nodes: ['primary'], atMs: FIRST_MS + AGAIN_MS, forMs: FOR_MS, ms: -2 * HOUR_MS },
    ],
  }),
  scenario({
    name: 'memory-limit',
    summary: 'a backup gets no more memory',
    faults: [{ type: 'memory', nodes: [2], atMs: FIRST_MS, forMs: 12_000 }],
  }),
  scenario({
    name: 'descriptor-limit',
    summary: 'a backup gets no more descriptors',
    faults: [{ type: 'descriptors', nodes: [2], atMs: FIRST_MS, forMs: 10_000 }],
  }),
  scenario({
    name: 'slow-processor',
    summary: 'whoever leads gets fifteen per cent of a processor',
    faults: [{ type: 'processor', nodes: ['primary'], atMs: FIRST_MS, forMs: 12_000, percent: 15 }],
  }),
  scenario({
    name: 'rpc-abuse',
    summary: 'clients abuse the RPC of a backup and of whoever leads',
    faults: [{ type: 'abuse', nodes: ['primary', 'backup'], atMs: FIRST_MS, forMs: 15_000 }],
  }),
]
