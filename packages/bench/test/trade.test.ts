import { test } from 'tap'
import type { Run, RunFigures } from '../src/load/figures.ts'
import { PAYMENT_STEPS } from '../src/load/workloads/payment.ts'
import { paymentChart, paymentFaults, paymentLines, paymentReport } from '../src/scenarios/payment-report.ts'
import { type Turn, tradeChart, tradeFailures, tradeFaults, tradeLines, tradeReport } from '../src/scenarios/trade-report.ts'

const VALIDATORS = 4
const LOADS = ['transfer', 'receivable', 'payment'] as const
const latencyMs = { count: 100, p50: 100, p95: 150, p99: 200, max: 300 }

function run(committedPerSecond: number, more: Partial<RunFigures> = {}): Run {
  const node = { name: 'bank-a', residentMb: 200, cpuSeconds: 5, cpuUsPerTransaction: 500_000 / committedPerSecond }
  const figures: RunFigures = {
    ...{ offeredPerSecond: 'max', seconds: 10, committed: 10 * committedPerSecond, committedPerSecond, latencyMs },
    clients: [{ node: 'bank-a', isPrimary: true, committedPerSecond, latencyMs, reconnections: 0 }],
    ...{ rejected: {}, failures: {}, heldOff: {}, signedLate: 0, transactionBytes: 250, peerBytesPerTransaction: 3_000 },
    channelBytesPerTransaction: { consensus: 1_000, sync: 0, transactions: 2_000 },
    ...{ clientBytesPerTransaction: 1_400, writtenBytesPerTransaction: 900, keptBytesPerTransaction: 600, blocks: 20 },
    ...{ nodesThroughout: VALIDATORS, transactionsPerBlock: 50, viewChanges: 0, longestGapMs: 500, signatureCheckUs: 50 },
    perSecond: new Array(10).fill(committedPerSecond),
    // Clients are no nodes, whatever they take.
    processes: [...new Array(VALIDATORS).fill(node), { ...node, name: 'client of bank-a', cpuUsPerTransaction: 9_999 }],
    ...more,
  }
  return { figures, latenciesMs: Float64Array.of(50, 100, 200), longestGapToLastMs: 500 }
}

function turn(transfer: number, receivable: number, payment: number): Turn {
  return { transfer: run(transfer), receivable: run(receivable), payment: run(payment) }
}

function reportOf(...turns: readonly Turn[]): ReturnType<typeof tradeReport> {
  return tradeReport({ validators: VALIDATORS, seconds: 10, offered: 'everything' }, LOADS, turns)
}

test('a mix is held to the transfers of its own turn: a machine that slows down for all of them changes nothing', (t) => {
  const { rows } = reportOf(turn(1_000, 800, 700), turn(500, 400, 350), turn(100, 80, 70))
  t.match(rows, [
    { load: 'transfer', committedPerSecond: 500, ratePercent: 100 },
    { load: 'receivable', committedPerSecond: 400, ratePercent: 80 },
    { load: 'payment', committedPerSecond: 350, ratePercent: 70, nodeUsPercent: 100 / 0.7 },
  ])
  t.equal(rows[0]?.nodeUsPerTransaction, 1_000)
  t.end()
})

test('less than 70 % of the rate of transfers is not what was promised', (t) => {
  t.same(tradeFaults(reportOf(turn(1_000, 700, 700))), [])
  const short = reportOf(turn(1_000, 700, 699))
  t.same(tradeFaults(short), ['payment comes to 69.9 % of the rate of transfers, to be reached are 70 %'])
  t.ok(tradeLines(short).some((line) => line.includes('not kept: payment comes to 69.9 %')))
  t.end()
})

test('what was refused is told with its load, and makes the run fail', (t) => {
  const refused = { ...turn(1_000, 900, 900), payment: run(900, { rejected: { 'payments/no-list': 3 } }) }
  t.same(tradeFailures(reportOf(refused)), ['payment: rejected: payments/no-list × 3'])
  t.same(tradeFailures(reportOf(turn(1_000, 900, 900))), [])
  t.end()
})

test('one mix can be measured alone', (t) => {
  const { rows } = tradeReport({ validators: VALIDATORS, seconds: 10, offered: 'everything' }, ['transfer', 'payment'], [turn(10, 0, 9)])
  t.same(
    rows.map(({ load }) => load),
    ['transfer', 'payment'],
  )
  t.end()
})

test('the chart has a line for each load', (t) => {
  const turns = [turn(1_000, 800, 700), turn(900, 750, 650)]
  const svg = tradeChart(reportOf(...turns), turns)
  for (const load of LOADS) t.ok(svg.includes(`>${load}</text>`), load)
  t.end()
})

function payments(...totalsMs: readonly number[]): ReturnType<typeof paymentReport> {
  const steps = PAYMENT_STEPS.map(({ step }) => step)
  const timed = totalsMs.map((totalMs) => ({ totalMs, stepsMs: steps.map(() => totalMs / steps.length) }))
  return paymentReport(VALIDATORS, steps, timed)
}

test('no payment takes three seconds from its instruction to ACCC', (t) => {
  t.same(paymentFaults(payments(800, 2_999)), [])
  const slow = payments(800, 900, 3_000)
  t.same(paymentFaults(slow), ['a payment took 3000 ms, to be reached are less than 3000 ms'])
  const lines = paymentLines(slow)
  t.match(lines[1], /to ACCC +p50 900 ms · p99 3000 ms · max 3000 ms/)
  t.ok(lines.some((line) => /screen, creditor agent +p50 113 ms/.test(line)))
  t.ok(lines.some((line) => line.includes('not kept')))
  t.match(paymentChart(slow), /^<svg /)
  t.end()
})
