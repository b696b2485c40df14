import type { Prng } from '@hanse/primitives'
import type { ValidatorIndex } from '@hanse/protocol'
import { AIMED_CRASH_POINTS } from './crash-point.ts'
import { drawLogUniform, drawSome, drawTarget, heightOfFault } from './draw.ts'
import type { ClockChange, CrashSpot, DiskFault, ScheduledFault } from './fault.ts'

/** Points that a process passes before it ends, at most: several steps' worth. */
const POINTS_BEFORE_CRASH_MAX = 60
/** A crash that aims at one point waits for it at most this often. */
const AIMED_PASSES_MAX = 4
const POINTS_OF_A_START = 12
const PAUSE_MS_MAX = 4_000
const LONG_PAUSE_MS_MAX = 60_000
const JUMP_MS_MAX = 2 * 3_600_000
const WRONG_CLOCK_MS_MAX = 4_000
const DISK_ERRORS_MAX = 3
const DISK_OPERATIONS_BEFORE_ERROR_MAX = 20

export function planCrashes(prng: Prng, nodes: readonly ValidatorIndex[]): readonly ScheduledFault[] {
  const planned: ScheduledFault[] = []
  if (prng.chance(3, 4)) {
    for (let left = 1 + prng.below(6); left > 0; left--) {
      planned.push({ type: 'crash', atHeight: heightOfFault(prng), target: drawTarget(prng, nodes), ...planSpot(prng, 3_000) })
    }
  }
  if (prng.chance(1, 3)) planned.push({ type: 'crash-all', atHeight: heightOfFault(prng), ...planSpot(prng, 1_000) })
  return planned
}

function planSpot(prng: Prng, downMsMax: number): CrashSpot {
  const aimed = prng.chance(1, 2)
  return {
    ...(aimed ? { point: prng.pick(AIMED_CRASH_POINTS) } : {}),
    afterPoints: prng.below(aimed ? AIMED_PASSES_MAX : POINTS_BEFORE_CRASH_MAX),
    downMs: prng.chance(1, 2) ? 1 + prng.below(100) : 100 + prng.below(downMsMax),
    ...(prng.chance(1, 4) ? { againAfterPoints: prng.below(POINTS_OF_A_START) } : {}),
  }
}

/** Processes that stand still, and clocks that are wrong for a while. */
export function planTimeFaults(prng: Prng, nodes: readonly ValidatorIndex[]): readonly ScheduledFault[] {
  const pauseMs = (): number => drawLogUniform(prng, 1, prng.chance(1, 12) ? LONG_PAUSE_MS_MAX : PAUSE_MS_MAX)
  return [
    ...drawSome(
      prng,
      2,
      3,
      () => ({ type: 'pause', atHeight: heightOfFault(prng), target: drawTarget(prng, nodes), durationMs: pauseMs() }) as const,
    ),
    ...drawSome(
      prng,
      4,
      2,
      () =>
        ({
          type: 'clock',
          atHeight: heightOfFault(prng),
          target: drawTarget(prng, nodes),
          change: drawClockChange(prng),
          durationMs: drawLogUniform(prng, 50, WRONG_CLOCK_MS_MAX),
        }) as const,
    ),
  ]
}

function drawClockChange(prng: Prng): ClockChange {
  switch (prng.below(3)) {
    case 0: {
      const byMs = drawLogUniform(prng, 100, JUMP_MS_MAX)
      return { type: 'jump', byMs: prng.chance(1, 2) ? byMs : -byMs }
    }
    case 1:
      return { type: 'drift', percent: 50 + prng.below(151) }
    default:
      return { type: 'freeze' }
  }
}

/** Disks that refuse, once or for a while, and disks that are slow. */
export function planDiskFaults(prng: Prng, nodes: readonly ValidatorIndex[]): readonly ScheduledFault[] {
  return [
    ...drawSome(prng, 3, DISK_ERRORS_MAX, () => {
      const atHeight = heightOfFault(prng)
      return { type: 'disk-error', atHeight, target: prng.pick(nodes), fault: drawDiskFault(prng), downMs: 1 + prng.below(2_000) } as const
    }),
    ...drawSome(
      prng,
      6,
      1,
      () =>
        ({
          type: 'slow-disk',
          atHeight: heightOfFault(prng),
          target: drawTarget(prng, nodes),
          syncMs: drawLogUniform(prng, 5, 1_000),
          durationMs: 100 + prng.below(2_000),
        }) as const,
    ),
  ]
}

/** Broken, full, or mounted for reading only; a sync that fails has kept what it was about, or not. */
function drawDiskFault(prng: Prng): DiskFault {
  const part = prng.pick(['log', 'log', 'guard', 'store'] as const)
  const skip = prng.below(DISK_OPERATIONS_BEFORE_ERROR_MAX)
  const error = prng.pick(['EIO', 'EIO', 'ENOSPC', 'EROFS'] as const)
  const operation = error === 'EIO' ? prng.pick(['write', 'sync'] as const) : 'write'
  return { part, operation, skip, error, isSticky: error === 'EROFS' || prng.chance(1, 3) }
}
