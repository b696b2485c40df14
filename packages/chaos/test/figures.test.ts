import { test } from 'tap'
import { type Figures, figureFaults, healTimes, longestGap } from '../src/checks/figures.ts'
import { checkIdle, checkMemoryFlat } from '../src/checks/flat.ts'
import { outagesOf } from '../src/checks/outages.ts'
import { type FaultDone, Journal, type Sample } from '../src/run/journal.ts'
import type { Schedule } from '../src/schedule.ts'

const schedule: Schedule = {
  ...{ format: 1, scenario: 'test', seed: 1, validators: 4, fabric: 'plain', load: { rate: 10 }, durationMs: 30_000, faults: [] },
}

function fault(atMs: number, healedMs: number, nodes: readonly number[]): FaultDone {
  return { type: 'kill', label: 'kill', nodes, impaired: nodes.length, atMs, healedMs }
}

const even = { count: 1, p50: 10, p95: 10, p99: 10, max: 10 }
const figures: Figures = {
  ...{
    resumeMs: even,
    resumesMs: [10],
    catchUpMs: even,
    longestGapMs: 100,
    offered: 100,
    committed: 100,
    committedPercent: 100,
    rejected: 0,
    unknown: 0,
  },
  ...{ refused: {}, latencyMs: even, heights: 10, views: 0, residentBytesMax: 1, offeredPerSecond: 10 },
}

test('an outage is when more than f are out, with the time in which they come back', (t) => {
  t.same(outagesOf([{ atMs: 10, healedMs: 20, impaired: 1 }], 0, 1), [], 'one of four is none')
  t.same(outagesOf([{ atMs: 10, healedMs: 20, impaired: 2 }], 0, 1), [{ fromMs: 10, toMs: 5_020 }])
  const two = [
    { atMs: 0, healedMs: 10_000, impaired: 1 },
    { atMs: 4_000, healedMs: 6_000, impaired: 1 },
  ]
  t.same(outagesOf(two, 0, 1), [{ fromMs: 4_000, toMs: 11_000 }], 'while both are')
  t.same(outagesOf(two, 0, 2), [])
  const seen = [{ atMs: 10, healedMs: 20, backMs: 90, impaired: 2 }]
  t.same(outagesOf(seen, 0, 1), [{ fromMs: 10, toMs: 90 }], 'until it is back, where that was seen')
  t.same(outagesOf(two, 1, 2), [{ fromMs: 4_000, toMs: 11_000 }], 'liars are out all the time')
  t.end()
})

test('the longest gap leaves outages out, and nothing else', (t) => {
  const firstSeenMs = new Map([
    [1, 1_000],
    [2, 2_000],
    [3, 22_000],
    [4, 25_000],
  ])
  const back = (atMs: number): Pick<Journal, 'blocks' | 'firstSeenMs'> => ({
    firstSeenMs,
    blocks: [1, 2].map((node) => ({ atMs, node, height: 3 })),
  })
  t.equal(longestGap({ ...back(0), faults: [] }, schedule, 26_000), 20_000)
  t.equal(longestGap({ ...back(22_000), faults: [fault(3_000, 14_000, [1])] }, schedule, 26_000), 20_000, 'one of four excuses nothing')
  t.equal(longestGap({ ...back(15_500), faults: [fault(3_000, 15_000, [1, 2])] }, schedule, 26_000), 6_500, 'back at once')
  t.equal(longestGap({ ...back(21_000), faults: [fault(3_000, 15_000, [1, 2])] }, schedule, 26_000), 3_000, 'and after a while')
  const late = [fault(3_000, 4_000, [1, 2])]
  t.equal(longestGap({ ...back(40_000), faults: late }, schedule, 26_000), 3_000, 'no longer than it may take')
  t.equal(longestGap({ ...back(0), faults: [] }, schedule, 60_000), 35_000, 'no block until the end is a gap, too')
  t.end()
})

test('from a heal to the next block, and to the healed node at the head', (t) => {
  const journal = new Journal()
  const firstSeenMs = new Map([
    [7, 900],
    [8, 1_400],
  ])
  const blocks = [
    { atMs: 950, node: 1, height: 7 },
    { atMs: 1_600, node: 2, height: 7 },
  ]
  const times = (...faults: readonly FaultDone[]): ReturnType<typeof healTimes> =>
    healTimes({ ...journal, faults: [...faults], blocks, firstSeenMs }, 1)
  t.same(times(fault(0, 1_000, [2])), { resumeMs: [400], catchUpMs: [600] })
  t.same(times(fault(0, 2_000, [2])), { resumeMs: [Number.POSITIVE_INFINITY], catchUpMs: [Number.POSITIVE_INFINITY] }, 'never')
  t.same(times(fault(0, 1_000, [2]), fault(500, 9_000, [0, 1])).resumeMs.length, 1, 'with two others out nothing need resume')
  t.end()
})

test('bounds: each is told when it is passed, and only then', (t) => {
  const journal = new Journal()
  const checks = (more: Partial<Figures>, bounds: Schedule['bounds'] = {}): readonly string[] =>
    figureFaults({ ...schedule, bounds }, journal, { ...figures, ...more }).map(({ check }) => check)
  t.same(checks({}), [])
  t.same(checks({ resumeMs: { ...even, p99: 5_001 } }), ['resume'])
  t.same(checks({ catchUpMs: { ...even, max: 15_001 } }), ['catch-up'])
  t.same(checks({ catchUpMs: { ...even, max: 15_001 } }, { caughtUpMsMax: 30_000 }), [])
  t.same(checks({ longestGapMs: 8_001 }), ['gap'])
  t.same(checks({ longestGapMs: 3_001 }, { gapMsMax: 3_000 }), ['gap'])
  t.same(checks({ committedPercent: 94.9 }, { committedPercentMin: 95 }), ['committed'])
  t.same(checks({ residentBytesMax: 513 * 1024 * 1024 }), ['memory'])
  t.same(checks({ views: 5 }), ['views'])
  t.end()
})

test('descriptors at rest are about what they were before the first fault', (t) => {
  const sample = (atMs: number, descriptors: number): Sample => ({ atMs, node: 0, residentBytes: 1, descriptors, cpuSeconds: 0 })
  const faultsOf = (last: number): readonly string[] => {
    const journal = new Journal()
    journal.samples.push(sample(1_000, 70), sample(9_000, 300), sample(20_000, last))
    return figureFaults(schedule, journal, figures).map(({ check }) => check)
  }
  t.same(faultsOf(90), [])
  t.same(faultsOf(100), ['descriptors'])
  t.end()
})

test('memory is flat: a process that lives long does not grow', (t) => {
  const MIB = 1024 * 1024
  const life = (perMinute: number, minutes: number): readonly Sample[] =>
    Array.from({ length: minutes * 60 }, (_, second) => ({
      ...{ atMs: second * 1_000, node: 0, descriptors: 1, cpuSeconds: 0 },
      // A saw tooth, as garbage makes it.
      residentBytes: 200 * MIB + (second % 20) * MIB + (perMinute * MIB * second) / 60,
    }))
  t.same(checkMemoryFlat(life(0.2, 12), []), [])
  t.match(checkMemoryFlat(life(3, 12), []), [{ check: 'memory', message: /grew by 3\.\d+ MiB a minute over 12 minutes/ }])
  t.same(checkMemoryFlat(life(3, 9), []), [], 'too short to tell')
  t.same(checkMemoryFlat(life(3, 12), [{ node: 0, atMs: 300_000, isUp: true }]), [], 'its last life was short')
  t.end()
})

test('who was abused works on nothing any more at rest', (t) => {
  const used = (node: number, percent: number): readonly Sample[] =>
    [19_000, 20_500, 21_500, 22_500, 24_000].map((atMs) => ({
      ...{ atMs, node, residentBytes: 1, descriptors: 1 },
      cpuSeconds: atMs < 20_000 ? 0 : (percent / 100) * ((atMs - 20_000) / 1_000),
    }))
  const abuse: FaultDone = { ...fault(5_000, 15_000, [0]), type: 'abuse', impaired: 0 }
  const quiet = { fromMs: 20_000, toMs: 23_000 }
  const checks = (more: object): readonly string[] =>
    checkIdle({ faults: [abuse], samples: used(0, 40), quiet, ...more }).map(({ check }) => check)
  t.same(checks({}), ['idle'])
  t.same(checks({ samples: used(0, 20) }), [])
  t.same(checks({ samples: used(1, 40) }), [], 'another node')
  t.same(checks({ faults: [fault(5_000, 15_000, [0])] }), [], 'other faults leave work behind')
  t.same(checks({ quiet: { fromMs: 20_000, toMs: 21_000 } }), [], 'one sample tells nothing')
  t.same(checks({ quiet: undefined }), [])
  t.end()
})
