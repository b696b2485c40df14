import type { FaultDone, Sample } from '../run/journal.ts'
import type { Span } from './outages.ts'
import type { Violation } from './violation.ts'

const MIB = 1024 * 1024
const MINUTE_MS = 60_000
/** Until then caches fill and code is compiled. */
const WARM_UP_MS = 3 * MINUTE_MS
/** Shorter lives of a process tell nothing about a slope. */
const LIFE_MS_MIN = 10 * MINUTE_MS
/** Of each window the least counts: what is above it waits for the collector. */
const WINDOW_MS = 30_000
const GROWTH_BYTES_PER_MINUTE_MAX = MIB
/** Of one processor, what a node may use while nothing is asked of it: empty blocks take a small part of that. */
const IDLE_PERCENT_MAX = 30
/** Two samples that are nearer to each other tell nothing, in ms. */
const IDLE_MS_MIN = 900

interface Point {
  readonly atMs: number
  readonly bytes: number
}

/** Slope of the line that fits best, in bytes a minute. */
function slopeOf(points: readonly Point[]): number {
  const mean = (of: (point: Point) => number): number => points.reduce((sum, point) => sum + of(point), 0) / points.length
  const [meanMs, meanBytes] = [mean(({ atMs }) => atMs), mean(({ bytes }) => bytes)]
  const covariance = points.reduce((sum, { atMs, bytes }) => sum + (atMs - meanMs) * (bytes - meanBytes), 0)
  const variance = points.reduce((sum, { atMs }) => sum + (atMs - meanMs) ** 2, 0)
  return variance === 0 ? 0 : (covariance / variance) * MINUTE_MS
}

function leastOfWindows(samples: readonly Sample[]): readonly Point[] {
  const least = new Map<number, Point>()
  for (const { atMs, residentBytes } of samples) {
    const window = Math.floor(atMs / WINDOW_MS)
    const known = least.get(window)
    if (known === undefined || residentBytes < known.bytes) least.set(window, { atMs, bytes: residentBytes })
  }
  return [...least.values()]
}

/**
 * **Memory is flat**: over the last life of each process, if that was ten minutes at least and without its beginning, it grows by no more
 * than 1 MiB a minute.
 */
export function checkMemoryFlat(
  samples: readonly Sample[],
  starts: readonly { readonly node: number; readonly atMs: number; readonly isUp: boolean }[],
): readonly Violation[] {
  const nodes = new Set(samples.map(({ node }) => node))
  return [...nodes].flatMap((node) => {
    const bornMs = Math.max(0, ...starts.filter((start) => start.node === node && start.isUp).map(({ atMs }) => atMs))
    const own = samples.filter((sample) => sample.node === node && sample.atMs >= bornMs + WARM_UP_MS)
    const lifeMs = (own.at(-1)?.atMs ?? 0) - bornMs
    if (lifeMs < LIFE_MS_MIN) return []
    const growth = slopeOf(leastOfWindows(own))
    if (growth <= GROWTH_BYTES_PER_MINUTE_MAX) return []
    return [
      {
        check: 'memory',
        message: `node ${node} grew by ${(growth / MIB).toFixed(2)} MiB a minute over ${Math.round(lifeMs / MINUTE_MS)} minutes`,
      },
    ]
  })
}

interface Idle {
  readonly faults: readonly FaultDone[]
  readonly samples: readonly Sample[]
  readonly quiet: Span | undefined
}

/** **Who was abused is done with it**: at rest, when the clients are long gone, such a node works on nothing any more. */
export function checkIdle({ faults, samples, quiet }: Idle): readonly Violation[] {
  if (quiet === undefined) return []
  const abused = new Set(faults.filter(({ type }) => type === 'abuse').flatMap(({ nodes }) => nodes))
  return [...abused].flatMap((node) => {
    const own = samples.filter((sample) => sample.node === node && sample.atMs >= quiet.fromMs && sample.atMs <= quiet.toMs)
    const [first, last] = [own[0], own.at(-1)]
    if (first === undefined || last === undefined || last.atMs - first.atMs < IDLE_MS_MIN) return []
    const percent = (100_000 * (last.cpuSeconds - first.cpuSeconds)) / (last.atMs - first.atMs)
    if (percent <= IDLE_PERCENT_MAX) return []
    return [{ check: 'idle', message: `node ${node} uses ${percent.toFixed(0)} % of a processor at rest, after it was abused` }]
  })
}
