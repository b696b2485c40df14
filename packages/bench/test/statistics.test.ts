import { test } from 'tap'
import { countsPerSecond, distributionOf, histogram, longestGapMs, median, percentile, slope } from '../src/statistics.ts'

test('a percentile is the smallest measurement that so many do not exceed', (t) => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1)
  t.equal(percentile(hundred, 50), 50)
  t.equal(percentile(hundred, 99), 99)
  t.equal(percentile(hundred, 100), 100)
  t.equal(percentile([7], 0), 7)
  t.end()
})

test('a distribution takes its measurements in any order, and none', (t) => {
  t.same(distributionOf([30, 9, 200, 100]), { count: 4, p50: 30, p95: 200, p99: 200, max: 200 })
  t.same(distributionOf(Float64Array.of(2, 1)), { count: 2, p50: 1, p95: 2, p99: 2, max: 2 })
  t.same(distributionOf([]), { count: 0, p50: 0, p95: 0, p99: 0, max: 0 })
  t.end()
})

test('the median of an even number lies between the two in the middle', (t) => {
  t.equal(median([9, 1, 5]), 5)
  t.equal(median([4, 1, 9, 2]), 3)
  t.equal(median([]), 0)
  t.end()
})

test('a slope is that of the line that fits best', (t) => {
  const points = (ys: readonly number[]) => ys.map((y, x) => ({ x, y }))
  t.equal(slope(points([1, 3, 5, 7])), 2)
  t.equal(slope(points([4, 4, 4])), 0)
  t.equal(slope(points([0, 1, 0, -1, 0])), -0.2)
  t.equal(slope(points([5])), 0, 'one point has none')
  t.equal(
    slope([
      { x: 1, y: 0 },
      { x: 1, y: 9 },
    ]),
    0,
    'nor have two at the same place',
  )
  t.end()
})

test('the longest gap counts the ends of the window, and nothing outside it', (t) => {
  t.equal(longestGapMs([100, 900, 300], 0, 1_000), 600)
  t.equal(longestGapMs([700], 0, 1_000), 700)
  t.equal(longestGapMs([200], 0, 1_000), 800)
  t.equal(longestGapMs([], 0, 1_000), 1_000)
  t.equal(longestGapMs([-500, 500, 1_500], 0, 1_000), 500)
  t.end()
})

test('moments are counted by the second in which they lie', (t) => {
  t.same(countsPerSecond([1_999, 2_000, 2_500, 3_000, 4_999, 5_000], 2_000, 3), [2, 1, 1])
  t.end()
})

test('a histogram has a line for each bucket that holds anything', (t) => {
  const lines = histogram([1, 12, 13, 14, 15, 99_999])
  t.equal(lines.length, 3)
  t.match(lines[0], /≤ 5 ms █+ 1$/)
  t.match(lines[1], /≤ 20 ms █{40} 4$/)
  t.match(lines[2], /more █{10} 1$/)
  t.same(histogram([]), [])
  t.end()
})
