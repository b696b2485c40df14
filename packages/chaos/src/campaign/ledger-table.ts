import { distributionOf } from '@hanse/bench'
import { type Candidate, standingsOf } from './campaign.ts'
import type { LedgerRow } from './ledger.ts'

const HEADINGS = [
  ...['scenario', 'runs', 'failed', 'in a row', 'heal → block p50', 'p99', 'longest gap', 'committed', 'seconds p50', 'max'],
] as const

/** In Markdown, aligned: a row for each scenario that was run with `commit`, and one for all. */
export function ledgerTable(rows: readonly LedgerRow[], candidates: readonly Candidate[], commit: string): string {
  const own = rows.filter((row) => row.commit === commit)
  const standings = standingsOf(rows, candidates, commit).filter(({ runs }) => runs > 0)
  const lines = standings.map(({ scenario, runs, failures, passesInARow }) => [
    ...[scenario, `${runs}`, `${failures}`, `${passesInARow}`],
    ...figuresOf(own.filter((row) => row.scenario === scenario)),
  ])
  const least = Math.min(...standings.map(({ passesInARow }) => passesInARow))
  const failures = standings.reduce((sum, standing) => sum + standing.failures, 0)
  const all = lines.length === 0 ? [] : [['**all**', `${own.length}`, `${failures}`, `≥ ${least}`, ...figuresOf(own)]]
  return aligned([[...HEADINGS], ...lines, ...all])
}

/** The commit that a table is of where none was named: that of the newest run. */
export function newestCommit(rows: readonly LedgerRow[]): string | undefined {
  return rows.at(-1)?.commit
}

function figuresOf(rows: readonly LedgerRow[]): readonly string[] {
  const resumes = distributionOf(rows.flatMap(({ resumesMs }) => resumesMs.map((ms) => ms ?? Number.POSITIVE_INFINITY)))
  const seconds = distributionOf(rows.map((row) => row.seconds))
  const shares = rows.filter(({ offered }) => offered > 0).map(({ offered, committed }) => (100 * committed) / offered)
  return [
    resumes.count === 0 ? '' : inSeconds(resumes.p50),
    resumes.count === 0 ? '' : inSeconds(resumes.p99),
    inSeconds(Math.max(0, ...rows.map(({ longestGapMs }) => longestGapMs))),
    shares.length === 0 ? '' : `≥ ${Math.min(...shares).toFixed(1)} %`,
    ...[`${seconds.p50}`, `${seconds.max}`],
  ]
}

function inSeconds(ms: number): string {
  return Number.isFinite(ms) ? `${(ms / 1_000).toFixed(2)} s` : 'never'
}

function aligned(table: readonly (readonly string[])[]): string {
  const widths = (table[0] ?? []).map((_, column) => Math.max(3, ...table.map((cells) => cells[column]?.length ?? 0)))
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  const [head = [], ...rest] = table
  return [line(head), rule, ...rest.map(line)].join('\n')
}
