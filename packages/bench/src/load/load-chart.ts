import { chartSvg, type Line } from '../chart.ts'
import { percentile } from '../statistics.ts'
import type { Run } from './figures.ts'
import type { LoadReport } from './report.ts'

/** Of the latency curve: the last part of a per cent is a few unlucky ones. */
const PERCENTS = Array.from({ length: 100 }, (_, index) => index)
const LAST_PERCENTS = [99.5, 99.9] as const

/** What was committed each second of each run, and how many of all transactions were final after which time. */
export function loadChart(report: LoadReport, runs: readonly Run[], mark?: { readonly x: number; readonly name: string }): string {
  const named = (index: number): string => (runs.length === 1 ? 'committed' : `run ${index + 1}`)
  const rates = runs.map(
    ({ figures }, index): Line => ({ name: named(index), points: figures.perSecond.map((count, second) => [second + 1, count]) }),
  )
  const latencies = runs.map(({ latenciesMs }, index): Line => ({ name: named(index), points: latencyCurve(latenciesMs) }))
  return chartSvg(`${report.scenario}: ${report.validators} validators, ${report.offered}`, [
    {
      title: 'Committed transactions a second',
      xLabel: 'seconds',
      yLabel: 'transactions/s',
      lines: rates,
      ...(mark === undefined ? {} : { marks: [mark] }),
    },
    { title: 'From send to final, at the client', xLabel: 'per cent of the transactions', yLabel: 'ms', lines: latencies },
  ])
}

/** How many of all transactions were final after which time. */
export function latencyCurve(latenciesMs: Float64Array): Line['points'] {
  if (latenciesMs.length === 0) return []
  const sorted = latenciesMs.toSorted()
  return [...PERCENTS, ...LAST_PERCENTS].map((percent) => [percent, percentile(sorted, percent)] as const)
}
