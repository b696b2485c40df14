import { asValidatorIndex } from '@hanse/protocol'
import { CRASH_POINTS, type CrashPoint } from './crash-point.ts'
import type { FaultPlan, ScheduledFault } from './fault.ts'
import type { Goal, SimulationOptions, SimulationResult } from './result.ts'

/** A run is over when the crash has happened and a little has been done since; a point that nobody comes to ends it, too. */
const GOAL: Goal = { heights: 24, transactions: 40, virtualMs: 6_000 }
const DOWN_MS = 150
/** When it happens: the chain is under way. */
const AT_HEIGHT = 8
const AWAY_MS = 1_200
const CALM: Omit<FaultPlan, 'scheduled' | 'clockOffsetsMs'> = {
  network: { lossPercent: 2, duplicatePercent: 2, flipPerTenThousand: 0, delayUsMin: 100, delayUsMax: 8_000 },
  byzantine: new Map(),
  load: { burstMax: 8, waitMsMax: 120, oddities: [] },
  replayHeights: [],
  realSignatures: false,
}

/** What a node is doing when its process ends. */
export const CRASH_ROLES = ['primary', 'backup', 'new primary', 'catching up', 'restarting'] as const
export type CrashRole = (typeof CRASH_ROLES)[number]

/** One process ends at one point in one role. */
export interface CrashCase {
  readonly point: CrashPoint
  readonly role: CrashRole
  readonly options: SimulationOptions
}

/** All of them: every point that a process comes to, in every role. */
export function crashCases(validators: number): readonly CrashCase[] {
  return CRASH_POINTS.flatMap((point, place) =>
    CRASH_ROLES.map((role, column) => ({ point, role, options: optionsOf(validators, point, role, place * CRASH_ROLES.length + column) })),
  )
}

/** Whether the process has ended there. In the last role it ends twice, and the second time is the one that is meant. */
export function hasHappened({ point, role }: CrashCase, { crashesAt }: SimulationResult): boolean {
  return (crashesAt[point] ?? 0) >= (role === 'restarting' && point === FIRST_CRASH ? 2 : 1)
}

/** Where the process ends first that is to end again as it starts. */
const FIRST_CRASH: CrashPoint = 'after sync'

function optionsOf(validators: number, point: CrashPoint, role: CrashRole, seed: number): SimulationOptions {
  const clockOffsetsMs = Array.from({ length: validators }, () => 0)
  return {
    seed,
    validators,
    byzantine: 0,
    goal: GOAL,
    plan: { ...CALM, ...(seed % 2 === 0 ? { roundUs: 500 } : {}), scheduled: faultsOf(point, role), clockOffsetsMs },
  }
}

function faultsOf(point: CrashPoint, role: CrashRole): readonly ScheduledFault[] {
  const crash = { type: 'crash', atHeight: AT_HEIGHT, point, afterPoints: 0, downMs: DOWN_MS } as const
  const node = asValidatorIndex(2)
  switch (role) {
    case 'primary':
      return [{ ...crash, target: 'primary' }]
    case 'backup':
      return [{ ...crash, target: 'next-primary' }]
    case 'new primary':
      return [
        { ...crash, target: 'next-primary' },
        { type: 'isolation', atHeight: AT_HEIGHT, target: 'primary', direction: 'both', durationMs: AWAY_MS },
      ]
    case 'catching up':
      // The crash waits until the node is running again.
      return [
        { type: 'pause', atHeight: AT_HEIGHT - 2, target: node, durationMs: AWAY_MS },
        { ...crash, target: node },
      ]
    case 'restarting':
      return [{ ...crash, target: node, point: FIRST_CRASH, againAt: point }]
  }
}

/** A row a point, a column a role. */
export function crashTable(happened: (point: CrashPoint, role: CrashRole) => boolean): string {
  const width = Math.max(...CRASH_POINTS.map((point) => point.length))
  const head = `${''.padEnd(width)}  ${CRASH_ROLES.join('  ')}`
  const rows = CRASH_POINTS.map((point) => {
    const cells = CRASH_ROLES.map((role) => (happened(point, role) ? 'yes' : '–').padEnd(role.length))
    return `${point.padEnd(width)}  ${cells.join('  ')}`
  })
  return [head, ...rows].join('\n')
}
