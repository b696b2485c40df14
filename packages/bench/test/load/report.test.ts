import { availableParallelism } from 'node:os'
import { test } from 'tap'
import type { Run, RunFigures } from '../../src/load/figures.ts'
import { signatureCheckUs } from '../../src/load/machine.ts'
import { sumOf } from '../../src/load/node-sample.ts'
import { faultsOf, loadReport, reportLines } from '../../src/load/report.ts'
import { killFindings } from '../../src/scenarios/kill-one.ts'
import { type SoakSample, soakFaults, soakRows } from '../../src/scenarios/soak.ts'

const latencyMs = { count: 100, p50: 100, p95: 150, p99: 200, max: 300 }

function run(more: Partial<RunFigures> = {}): RunFigures {
  const client = { isPrimary: false, committedPerSecond: 50, latencyMs, reconnections: 0 }
  return {
    ...{ offeredPerSecond: 'max', seconds: 10, committed: 1_000, committedPerSecond: 100, latencyMs },
    clients: [
      { ...client, node: 'bank-a', isPrimary: true, latencyMs: { ...latencyMs, p50: 90 } },
      { ...client, node: 'bank-b', latencyMs: { ...latencyMs, p50: 110 } },
    ],
    ...{ rejected: {}, failures: {}, heldOff: {}, signedLate: 0, transactionBytes: 250, peerBytesPerTransaction: 3_000 },
    channelBytesPerTransaction: { consensus: 1_000, sync: 0, transactions: 2_000 },
    ...{ clientBytesPerTransaction: 1_400, writtenBytesPerTransaction: 900, keptBytesPerTransaction: 600, blocks: 20, nodesThroughout: 4 },
    ...{ transactionsPerBlock: 50, viewChanges: 0, longestGapMs: 500, signatureCheckUs: 50, perSecond: new Array(10).fill(100) },
    processes: [{ name: 'bank-a', residentMb: 200, cpuSeconds: 5, cpuUsPerTransaction: 5_000 }],
    ...more,
  }
}

const ABOUT = { scenario: 'batch', validators: 4, callsPerTransaction: 10, offered: 'everything' }

test('medians are of the runs, each figure by itself', (t) => {
  const { medians } = loadReport(ABOUT, [
    run({ committedPerSecond: 300, transactionsPerBlock: 10 }),
    run({ committedPerSecond: 100, transactionsPerBlock: 30 }),
    run({ committedPerSecond: 200, transactionsPerBlock: 20 }),
  ])
  t.match(medians, { committedPerSecond: 200, transactionsPerBlock: 20, callsPerSecond: 2_000 })
  t.equal(medians.latencyAtPrimaryMs.p50, 90)
  t.equal(medians.latencyElsewhereMs.p50, 110)
  t.end()
})

test('calls are never told as transactions', (t) => {
  const lines = reportLines(loadReport(ABOUT, [run()]), [1, 2, 3])
  t.match(lines[1], /^ {2}committed +100 transactions\/s$/)
  t.match(lines[2], /^ {2}calls +1,000 calls\/s: 10 under each signature, one transaction$/)
  const plain = reportLines(loadReport({ ...ABOUT, callsPerTransaction: 1 }, [run()]), [1])
  t.notMatch(plain.join('\n'), /calls\/s/)
  t.end()
})

test('every run stands beside the median', (t) => {
  const lines = reportLines(loadReport(ABOUT, [run(), run({ committedPerSecond: 3_000 })]), [1])
  t.match(lines[0], /medians of 2 runs of 10 s/)
  t.match(lines[1], /1,550 transactions\/s \(runs: 100, 3,000\)$/)
  t.end()
})

test('what nodes count is not told when none of them ran all the time', (t) => {
  const text = (nodesThroughout: number) => reportLines(loadReport(ABOUT, [run({ nodesThroughout })]), [1]).join('\n')
  t.match(text(3), /blocks +20 · 50 transactions a block · 0 view changes · [\s\S]*3,000 between all nodes[\s\S]*disk +900 bytes/)
  t.match(
    text(0),
    /blocks +20 · longest time without a receipt 500 ms\n +wire +250 bytes a transaction · 1,400 to and from its client\n +nodes /,
  )
  t.notMatch(text(0), /a block|between all nodes|disk/)
  t.end()
})

test('a transaction that did not come to what was wanted is a fault, one that came later is none', (t) => {
  t.same(faultsOf(loadReport(ABOUT, [run(), run({ heldOff: { 'pool/full': 9 } })])), [])
  t.same(faultsOf(loadReport(ABOUT, [run({ failures: { 'bench/no-answer': 1 } }), run({ failures: { 'bench/no-answer': 2 } })])), [
    'failed: bench/no-answer × 3',
  ])
  t.same(faultsOf(loadReport(ABOUT, [run({ rejected: { 'settlement/insufficient-funds': 1 } })])), [
    'rejected: settlement/insufficient-funds × 1',
  ])
  t.same(faultsOf(loadReport(ABOUT, [run({ committed: 0 })])), ['a run in which nothing was committed'])
  t.end()
})

test('one node less may cost a twentieth of what was offered, and two seconds', (t) => {
  const killed = (committed: number, longestGapMs: number) =>
    killFindings(
      [{ figures: run({ committed, longestGapMs }), latenciesMs: new Float64Array(), longestGapToLastMs: longestGapMs } satisfies Run],
      100,
      10,
    ).faults
  t.same(killed(950, 2_000), [])
  t.match(killed(949, 500), [/94\.9 % committed/])
  t.match(killed(1_000, 2_001), [/no receipt for 2\.00 s/])
  t.end()
})

test('a soak looks at how a node grows once it has settled, and at its most', (t) => {
  const sample = (atSeconds: number, residentMb: number, openFiles: number): SoakSample => {
    const peerBytesOut = { consensus: 0, sync: 0, transactions: 0 }
    const node = { node: 'bank-a', pid: 1, cpuSeconds: 1, height: 1, viewChanges: 0, peerBytesOut, writtenBytes: 0, openFiles }
    const residentBytes = residentMb * 1024 * 1024
    return {
      atSeconds,
      nodes: new Map([['bank-a', { ...node, residentBytes, transactions: atSeconds * 10, dataBytes: atSeconds * 5_000 }]]),
    }
  }
  const samples = [sample(0, 100, 20), sample(600, 390, 30), sample(1_200, 200, 30), sample(1_800, 210, 30), sample(2_400, 220, 30)]
  const [row] = soakRows(samples)
  t.equal(row?.residentMbMax, 390)
  t.equal(Math.round(row?.residentMbPerHour ?? 0), 60)
  t.equal(row?.openFilesPerHour, 0)
  t.equal(Math.round(row?.diskBytesPerTransaction ?? 0), 500)
  t.same(soakFaults(soakRows(samples)), [])
  t.match(soakFaults(soakRows([...samples, sample(3_000, 401, 30)])), [/401 MB/])
  t.match(soakFaults(soakRows(samples.map((one, index) => sample(one.atSeconds, 100, 20 + 30 * index)))), [/files more an hour/])
  t.end()
})

test('a metric is the sum of its series, of those with a label where one is asked for', (t) => {
  const text = [
    '# TYPE hanse_p2p_bytes_total counter',
    'hanse_p2p_bytes_total{direction="in",type="consensus"} 5',
    'hanse_p2p_bytes_total{direction="out",type="consensus"} 70',
    'hanse_p2p_bytes_total{direction="out",type="pool"} 1e2',
    'hanse_height 12',
    'hanse_height_other 99',
  ].join('\n')
  t.equal(sumOf(text, 'hanse_p2p_bytes_total', 'direction="out"'), 170)
  t.equal(sumOf(text, 'hanse_p2p_bytes_total', 'direction="out"', 'type="pool"'), 100)
  t.equal(sumOf(text, 'hanse_height'), 12)
  t.equal(sumOf(text, 'hanse_view_changes_total'), 0)
  t.end()
})

test('the rate is told beside what the signatures alone leave of the machine at that moment', (t) => {
  const lines = reportLines(
    loadReport(ABOUT, [run({ signatureCheckUs: 40 }), run({ signatureCheckUs: 50 }), run({ signatureCheckUs: 90 })]),
    [1],
  )
  const machine = lines.find((line) => line.startsWith('  machine'))
  const [, bound, share] =
    /checked in 50 µs, which bounds 4 validators to ([\d,]+) transactions\/s: (\d+) % of it/.exec(machine ?? '') ?? []
  const cores = availableParallelism()
  t.equal(Number(bound?.replaceAll(',', '')), 5_000 * cores)
  t.equal(Number(share), Math.round(2 / cores))
  t.end()
})

test('a signature check is measured', (t) => {
  const us = signatureCheckUs()
  t.ok(us > 5 && us < 5_000, `${us} µs`)
  t.end()
})
