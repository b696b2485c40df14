import { chartSvg, type Line } from '../chart.ts'
import type { Run } from '../load/figures.ts'
import { latencyCurve } from '../load/load-chart.ts'
import { faultsOf, type LoadReport, loadReport } from '../load/report.ts'
import { WORKLOADS, type WorkloadName } from '../load/workloads.ts'
import { median } from '../statistics.ts'

/** What a mix of trade has to come to, of the rate of plain transfers. */
const PERCENT_MIN = 70

/** One run of each load, one after the other. */
export type Turn = Readonly<Partial<Record<WorkloadName, Run>>> & { readonly transfer: Run }

export interface TradeRow {
  readonly load: WorkloadName
  readonly report: LoadReport
  readonly committedPerSecond: number
  /** Of a node, on average. */
  readonly nodeUsPerTransaction: number
  /** Of the turn's transfers: the one in the middle of all turns. */
  readonly ratePercent: number
  readonly nodeUsPercent: number
}

export interface TradeReport {
  readonly scenario: 'trade'
  readonly validators: number
  readonly seconds: number
  readonly turns: number
  readonly offered: string
  readonly rows: readonly TradeRow[]
}

export function tradeReport(
  about: Pick<TradeReport, 'validators' | 'seconds' | 'offered'>,
  loads: readonly WorkloadName[],
  turns: readonly Turn[],
): TradeReport {
  const { validators, offered } = about
  const rows = loads.map((load): TradeRow => {
    const pairs = turns.map((turn) => ({ own: turn[load] as Run, transfer: turn.transfer }))
    const middle = (of: (run: Run) => number): number => median(pairs.map(({ own }) => of(own)))
    const percent = (of: (run: Run) => number): number => median(pairs.map(({ own, transfer }) => (100 * of(own)) / of(transfer)))
    const { callsPerTransaction } = WORKLOADS[load]
    return {
      load,
      report: loadReport(
        { scenario: load, validators, callsPerTransaction, offered },
        pairs.map(({ own }) => own.figures),
      ),
      committedPerSecond: middle(rateOf),
      nodeUsPerTransaction: middle((run) => nodeUsOf(run, validators)),
      ratePercent: percent(rateOf),
      nodeUsPercent: percent((run) => nodeUsOf(run, validators)),
    }
  })
  return { scenario: 'trade', ...about, turns: turns.length, rows }
}

function rateOf({ figures }: Run): number {
  return figures.committedPerSecond
}

/** The nodes are the first of the processes. */
function nodeUsOf({ figures }: Run, validators: number): number {
  const nodes = figures.processes.slice(0, validators)
  return nodes.reduce((sum, { cpuUsPerTransaction }) => sum + cpuUsPerTransaction, 0) / Math.max(1, nodes.length)
}

/** Loads that did not go as they must. */
export function tradeFailures({ rows }: TradeReport): readonly string[] {
  return rows.flatMap(({ load, report }) => faultsOf(report).map((fault) => `${load}: ${fault}`))
}

/** What was promised and not kept. */
export function tradeFaults({ rows }: TradeReport): readonly string[] {
  return rows.flatMap(({ load, ratePercent }) =>
    ratePercent >= PERCENT_MIN
      ? []
      : [`${load} comes to ${ratePercent.toFixed(1)} % of the rate of transfers, to be reached are ${PERCENT_MIN} %`],
  )
}

export function tradeLines(report: TradeReport): readonly string[] {
  const { validators, offered, turns, seconds, rows } = report
  const failures = tradeFailures(report)
  const checks = rows.flatMap((row) => row.report.runs.map(({ signatureCheckUs }) => signatureCheckUs))
  return [
    `trade: ${validators} validators, ${offered}, ${turns === 1 ? `${seconds} s each` : `medians of ${turns} turns of ${seconds} s each`}`,
    `  ${'load'.padEnd(12)}committed/s   of transfers   µs a node   of transfers   p50 ms   p99 ms   bytes   a block`,
    ...rows.map(rowText),
    `  runs        ${rows.map(({ load, report: { runs } }) => `${load} ${runs.map((run) => whole(run.committedPerSecond)).join(', ')}`).join(' · ')}`,
    `  machine     a signature is checked in ${median(checks).toFixed(0)} µs (${Math.min(...checks).toFixed(0)} to ${Math.max(...checks).toFixed(0)} before and after the runs)`,
    `  failures    ${failures.length === 0 ? 'none' : failures.join('; ')}`,
    ...tradeFaults(report).map((fault) => `  not kept: ${fault}`),
  ]
}

function rowText({ load, report, committedPerSecond, nodeUsPerTransaction, ratePercent, nodeUsPercent }: TradeRow): string {
  const { latencyMs, transactionBytes, transactionsPerBlock } = report.medians
  return [
    `  ${load.padEnd(12)}`,
    whole(committedPerSecond).padStart(11),
    `${ratePercent.toFixed(1)} %`.padStart(15),
    nodeUsPerTransaction.toFixed(0).padStart(12),
    `${nodeUsPercent.toFixed(0)} %`.padStart(15),
    latencyMs.p50.toFixed(0).padStart(9),
    latencyMs.p99.toFixed(0).padStart(9),
    whole(transactionBytes).padStart(8),
    whole(transactionsPerBlock).padStart(10),
  ].join('')
}

/** `12,345` */
function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}

/** Of each load the run whose rate is in the middle. */
export function tradeChart({ validators, offered, rows }: TradeReport, turns: readonly Turn[]): string {
  const middle = rows.map(({ load }) => {
    const runs = turns.map((turn) => turn[load] as Run).toSorted((left, right) => rateOf(left) - rateOf(right))
    return { load, run: runs[Math.floor((runs.length - 1) / 2)] as Run }
  })
  const lines = (points: (run: Run) => Line['points']): readonly Line[] =>
    middle.map(({ load, run }) => ({ name: load, points: points(run) }))
  return chartSvg(`trade: ${validators} validators, ${offered}`, [
    {
      ...{ title: 'Committed transactions a second', xLabel: 'seconds', yLabel: 'transactions/s' },
      lines: lines(({ figures }) => figures.perSecond.map((count, second) => [second + 1, count])),
    },
    {
      ...{ title: 'From send to final, at the client', xLabel: 'per cent of the transactions', yLabel: 'ms' },
      lines: lines(({ latenciesMs }) => latencyCurve(latenciesMs)),
    },
  ])
}
