/** What a set of measurements says. Milliseconds in, milliseconds out. */
export interface Distribution {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

/** The smallest measurement that at least `percent` of them do not exceed. `sorted` is in ascending order and not empty. */
export function percentile(sorted: readonly number[], percent: number): number {
  const index = Math.min(sorted.length - 1, Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1))
  return sorted[index] as number
}

export function distributionOf(values: readonly number[]): Distribution {
  const sorted = values.toSorted((left, right) => left - right)
  if (sorted.length === 0) return { count: 0, p50: 0, p95: 0, p99: 0, max: 0 }
  return {
    count: sorted.length,
    p50: percentile(sorted, 50),
    p95: percentile(sorted, 95),
    p99: percentile(sorted, 99),
    max: sorted.at(-1) as number,
  }
}

const BUCKETS_MS = [10, 20, 30, 40, 50, 75, 100, 150, 200, 300, 500, 1_000, 2_000, 5_000] as const
const BAR_WIDTH = 40

/** A text histogram: one line a bucket that holds anything. */
export function histogram(values: readonly number[]): readonly string[] {
  const counts = new Map<number, number>()
  for (const value of values) {
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
