import type { ScenarioResult } from '../scenario.ts'
import type { Run } from './figures.ts'
import { loadChart } from './load-chart.ts'
import { faultsOf, type LoadReport, loadReport, reportLines } from './report.ts'

/** What a scenario finds beyond the load itself. */
export interface Findings {
  readonly lines: readonly string[]
  readonly figures: object
  /** What was promised and not kept. */
  readonly faults: readonly string[]
  readonly mark?: { readonly x: number; readonly name: string }
}

/** Report, figures and chart of the runs of one load. */
export function loadResult(
  about: Pick<LoadReport, 'scenario' | 'validators' | 'callsPerTransaction' | 'offered'>,
  runs: readonly Run[],
  findings?: Findings,
): ScenarioResult {
  const report = loadReport(
    about,
    runs.map(({ figures }) => figures),
  )
  const latenciesMs = runs.flatMap((run) => [...run.latenciesMs])
  const [title, ...rest] = reportLines(report, latenciesMs)
  const faults = [...faultsOf(report), ...(findings?.faults ?? [])]
  return {
    lines: [title as string, ...(findings?.lines ?? []), ...rest, ...(findings?.faults ?? []).map((fault) => `  not kept: ${fault}`)],
    figures: { ...report, ...findings?.figures },
    chart: loadChart(report, runs, findings?.mark),
    failed: faults.length > 0,
  }
}
