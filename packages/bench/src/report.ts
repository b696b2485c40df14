import { type Distribution, histogram } from './statistics.ts'

export interface BenchReport {
  readonly scenario: string
  readonly validators: number
  readonly offeredPerSecond: number
  /** The same load before, on processes that have just begun. */
  readonly warmup: { readonly seconds: number; readonly committed: number; readonly latencyMs: Distribution }
  /** Transactions whose success receipt the client has. */
  readonly committed: number
  readonly committedPerSecond: number
  readonly rejected: number
  readonly failures: Readonly<Record<string, number>>
  readonly latencyMs: Distribution
  readonly latencies: readonly number[]
  readonly blocks: number
  /** The view at the end: each above 0 was a view change. */
  readonly view: number
  readonly elapsedSeconds: number
  readonly processes: readonly { readonly name: string; readonly residentMb: number; readonly cpuSeconds: number }[]
}

export function reportLines(report: BenchReport): readonly string[] {
  const failures = Object.entries(report.failures).map(([code, count]) => `${code} × ${count}`)
  return [
    `${report.scenario}: ${report.validators} validators, ${report.offeredPerSecond} transactions/s offered for ${report.elapsedSeconds.toFixed(1)} s`,
    `  committed   ${report.committed} = ${report.committedPerSecond.toFixed(1)}/s${report.rejected > 0 ? `, rejected ${report.rejected}` : ''}`,
    `  failures    ${failures.length === 0 ? 'none' : failures.join(', ')}`,
    `  to final    ${latencyText(report.latencyMs)}`,
    ...(report.warmup.seconds === 0 ? [] : [`  the ${report.warmup.seconds} s before: ${latencyText(report.warmup.latencyMs)}`]),
    `  blocks      ${report.blocks} · ${(report.committed / Math.max(1, report.blocks)).toFixed(1)} transactions a block · view ${report.view} at the end`,
    ...report.processes.map(
      ({ name, residentMb, cpuSeconds }) => `  ${name.padEnd(11)} ${residentMb.toFixed(0)} MB resident · ${cpuSeconds.toFixed(1)} s CPU`,
    ),
    ...histogram(report.latencies),
  ]
}

function latencyText({ p50, p95, p99, max }: Distribution): string {
  return `p50 ${p50.toFixed(0)} ms · p95 ${p95.toFixed(0)} ms · p99 ${p99.toFixed(0)} ms · max ${max.toFixed(0)} ms`
}
