/** What a set of measurements says. Milliseconds in, milliseconds out. */
export interface Distribution {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

/** The smallest measurement that at least `percent` of them do not exceed. `sorted` is in ascending order and not empty. */
export function percentile(sorted: ArrayLike<number>, percent: number): number {
  const index = Math.min(sorted.length - 1, Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1))
  return sorted[index] as number
}

export function distributionOf(values: ArrayLike<number>): Distribution {
  const sorted = Float64Array.from(values).sort()
  if (sorted.length === 0) return { count: 0, p50: 0, p95: 0, p99: 0, max: 0 }
  return {
    count: sorted.length,
    p50: percentile(sorted, 50),
    p95: percentile(sorted, 95),
    p99: percentile(sorted, 99),
    max: sorted.at(-1) as number,
  }
}

/** The one in the middle; the mean of the two that are, where their number is even. 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  const middle = sorted.length / 2
  if (sorted.length === 0) return 0
  if (!Number.isInteger(middle)) return sorted[Math.floor(middle)] as number
  return ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** The least rise or fall that fits the points, by least squares, in units of `y` a unit of `x`. 0 for fewer than two. */
export function slope(points: readonly { readonly x: number; readonly y: number }[]): number {
  const count = points.length
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / count
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / count
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0)
  return count < 2 || spread === 0 ? 0 : points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread
}

/** The longest time between two of these moments that follow each other, `fromMs` and `untilMs` among them. */
export function longestGapMs(moments: ArrayLike<number>, fromMs: number, untilMs: number): number {
  const inside = Float64Array.from(moments)
    .filter((ms) => ms >= fromMs && ms <= untilMs)
    .sort()
  let [longest, before] = [0, fromMs]
  for (const ms of inside) {
    longest = Math.max(longest, ms - before)
    before = ms
  }
  return Math.max(longest, untilMs - before)
}

/** How many of these moments lie in each second from `fromMs` on. */
export function countsPerSecond(moments: ArrayLike<number>, fromMs: number, seconds: number): readonly number[] {
  const counts = new Array<number>(seconds).fill(0)
  for (const ms of Float64Array.from(moments)) {
    const second = Math.floor((ms - fromMs) / 1000)
    if (second >= 0 && second < seconds) counts[second] = (counts[second] as number) + 1
  }
  return counts
}

const BUCKETS_MS = [5, 10, 20, 30, 40, 50, 75, 100, 150, 200, 300, 500, 750, 1_000, 1_500, 2_000, 5_000] as const
const BAR_WIDTH = 40

/** A text histogram: one line a bucket that holds anything. */
export function histogram(values: ArrayLike<number>): readonly string[] {
  const counts = new Map<number, number>()
  for (const value of Float64Array.from(values)) {
    const bucket = BUCKETS_MS.find((limit) => value <= limit) ?? Number.POSITIVE_INFINITY
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1)
  }
  const most = Math.max(1, ...counts.values())
  return [...counts]
    .sort(([left], [right]) => left - right)
    .map(([limit, count]) => {
      const label = limit === Number.POSITIVE_INFINITY ? 'more' : `≤ ${limit} ms`
      return `  ${label.padStart(10)} ${'█'.repeat(Math.max(1, Math.round((count / most) * BAR_WIDTH)))} ${count}`
    })
}
