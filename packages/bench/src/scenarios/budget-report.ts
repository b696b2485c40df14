import { UNCLASSIFIED } from '../profile/classify.ts'
import { STAGES, type Stage } from '../profile/stages.ts'

/** µs of processor time a transaction. */
export interface BudgetRow {
  readonly stage: Stage | 'other threads'
  readonly part: string
  readonly us: number
}

export interface NodeBudget {
  readonly name: string
  readonly role: 'primary' | 'backup'
  /** Of the whole process while it was not profiled. */
  readonly observedUs: number
  /** Likewise, while it was. */
  readonly profiledUs: number
  readonly rows: readonly BudgetRow[]
  /** Of the main thread while it was profiled: what the profile says that it was busy, what the kernel says that it ran, and that it waited for a processor, in ms. */
  readonly busyMs: number
  readonly ranMs: number
  readonly waitedMs: number
}

export interface BudgetReport {
  readonly scenario: 'budget'
  /** What was sent. */
  readonly load: string
  readonly validators: number
  readonly offeredPerSecond: number
  readonly seconds: number
  readonly committedPerSecond: number
  readonly transactionsPerBlock: number
  readonly nodes: readonly NodeBudget[]
  readonly failures: Readonly<Record<string, number>>
  /** Functions that no stage has, the longest first. */
  readonly unclassified: readonly string[]
}

/** How far what is named may be from what was observed, as a share of it. */
const GAP_MAX = 0.15
/** How much of it may be of functions that no stage has. */
const UNCLASSIFIED_MAX = 0.05
/** How far the profile's time may be from the kernel's. */
const CLOCKS_GAP_MAX = 0.1

type Budget = Pick<NodeBudget, 'observedUs' | 'profiledUs' | 'rows'>

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / Math.max(1, values.length)
}

/** What several nodes take on average, row by row. */
export function meanBudget(nodes: readonly NodeBudget[]): Budget {
  const keys = new Map(nodes.flatMap(({ rows }) => rows.map(({ stage, part }) => [`${stage} ${part}`, { stage, part }] as const)))
  const rows = [...keys.values()].map(({ stage, part }) => ({
    ...{ stage, part },
    us: mean(nodes.map((node) => node.rows.find((row) => row.stage === stage && row.part === part)?.us ?? 0)),
  }))
  return {
    observedUs: mean(nodes.map(({ observedUs }) => observedUs)),
    profiledUs: mean(nodes.map(({ profiledUs }) => profiledUs)),
    rows,
  }
}

function sumOf(rows: readonly BudgetRow[]): number {
  return rows.reduce((total, { us }) => total + us, 0)
}

/** Why the table is not to be believed; empty when it is. */
export function budgetFaults({ nodes, unclassified }: BudgetReport): readonly string[] {
  return nodes.flatMap((node) => {
    const { name, observedUs, rows, busyMs, ranMs, waitedMs } = node
    const named = sumOf(rows.filter(({ part }) => part !== UNCLASSIFIED))
    const unnamed = sumOf(rows) - named
    const faults: string[] = []
    if (Math.abs(named / observedUs - 1) > GAP_MAX)
      faults.push(`${name}: what is named adds up to ${named.toFixed(1)} µs, observed were ${observedUs.toFixed(1)} µs`)
    if (unnamed / observedUs > UNCLASSIFIED_MAX)
      faults.push(
        `${name}: ${unnamed.toFixed(1)} µs are of functions that no stage has, first of ${unclassified[0] ?? 'nobody knows whom'}`,
      )
    // While others have the processors, the profile's clock runs on.
    if (busyMs < ranMs * (1 - CLOCKS_GAP_MAX) || busyMs > (ranMs + waitedMs) * (1 + CLOCKS_GAP_MAX))
      faults.push(
        `${name}: busy for ${busyMs.toFixed(0)} ms in the profile, for ${ranMs.toFixed(0)} ms and ${waitedMs.toFixed(0)} ms waiting in the kernel's books`,
      )
    return faults
  })
}

const LABEL_WIDTH = 34

function lineOf(label: string, values: readonly (number | string)[]): string {
  const cells = values.map((value) => (typeof value === 'string' ? value : value.toFixed(1)).padStart(9))
  return `  ${label.padEnd(LABEL_WIDTH)}${cells.join(' ')}`
}

/** A line a stage, and below it one a part where they are wanted. */
export function budgetLines(report: BudgetReport, withParts: boolean): readonly string[] {
  const { load, validators, offeredPerSecond, committedPerSecond, seconds, transactionsPerBlock, nodes, failures } = report
  const columns = [nodes.filter(({ role }) => role === 'primary'), nodes.filter(({ role }) => role === 'backup'), nodes].map(meanBudget)
  const line = (label: string, cellOf: (budget: Budget) => number | string): string => lineOf(label, columns.map(cellOf))
  const stageLines = [...STAGES, 'other threads' as const].flatMap((stage) => {
    const parts = [...new Set(columns.flatMap(({ rows }) => rows.filter((row) => row.stage === stage).map(({ part }) => part)))]
    if (parts.length === 0) return []
    const ofStage = line(stage, ({ rows }) => sumOf(rows.filter((row) => row.stage === stage)))
    const isSplit = withParts || stage === 'other threads'
    return isSplit
      ? [
          ofStage,
          ...parts.map((part) => line(`  ${part}`, ({ rows }) => sumOf(rows.filter((row) => row.stage === stage && row.part === part)))),
        ]
      : [ofStage]
  })
  const failed = Object.entries(failures).map(([code, count]) => `${code} × ${count}`)
  return [
    `budget: ${validators} validators, ${load}, ${offeredPerSecond} transactions/s offered, ${committedPerSecond.toFixed(0)} committed, ${transactionsPerBlock.toFixed(1)} a block, ${seconds} s profiled`,
    '  µs of processor time a transaction',
    lineOf('', ['primary', 'backup', 'mean']),
    ...stageLines,
    line('sum', ({ rows }) => sumOf(rows)),
    line('observed without the profiler', ({ observedUs }) => observedUs),
    line('sum / observed', ({ rows, observedUs }) => `${((100 * sumOf(rows)) / observedUs).toFixed(1)} %`),
    line('cost of the profiler', ({ profiledUs, observedUs }) => `${(100 * (profiledUs / observedUs - 1)).toFixed(1)} %`),
    `  failures    ${failed.length === 0 ? 'none' : failed.join(', ')}`,
  ]
}
