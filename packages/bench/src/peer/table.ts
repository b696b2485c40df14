import { availableParallelism } from 'node:os'
import { type MeasureOptions, medianRun, type PeerRow, type PeerRun } from './peer.ts'

const COLUMNS: readonly { readonly title: string; text(run: PeerRun): string }[] = [
  { title: 'committed/s', text: (run) => run.committedPerSecond.toFixed(0) },
  { title: 'p50 ms', text: (run) => run.p50Ms.toFixed(0) },
  { title: 'p99 ms', text: (run) => run.p99Ms.toFixed(0) },
  { title: 'CPU/node', text: (run) => `${run.cpuPercentNode.toFixed(0)} %` },
  { title: 'µs/tx/node', text: (run) => run.cpuMicrosNode.toFixed(0) },
  { title: 'client CPU', text: (run) => `${run.cpuPercentClient.toFixed(0)} %` },
  { title: 'blocks', text: (run) => run.blocks.toFixed(0) },
  { title: 'tx/block', text: (run) => run.transactionsPerBlock.toFixed(0) },
]

const NOT_MEASURED = 'not measured here'

export function peerLines(peer: string, options: MeasureOptions, rows: readonly PeerRow[]): readonly string[] {
  const { seconds, warmup, runs } = options
  const heads = rows.map(({ system, configuration, application, load }) => [system, configuration, application, load])
  const titles = ['system', 'configuration', 'application', 'load']
  const widths = titles.map((title, column) => Math.max(title.length, ...heads.map((head) => (head[column] as string).length)))
  const headText = (words: readonly string[]): string => words.map((word, column) => word.padEnd(widths[column] as number)).join('  ')
  return [
    `peer ${peer}: four validators and the client on ${availableParallelism()} cores, 250 B a transaction, medians of ${runs} × ${seconds} s after ${warmup} s`,
    `  ${headText(titles)}  ${COLUMNS.map(({ title }) => title.padStart(title.length)).join('  ')}`,
    ...rows.map((row, index) => `  ${headText(heads[index] as readonly string[])}  ${figuresText(row)}`),
    ...comparisonLines(rows),
  ]
}

function figuresText(row: PeerRow): string {
  if ('notMeasured' in row) return `${NOT_MEASURED}: ${row.notMeasured}`
  const run = medianRun(row.runs)
  const failures = Object.entries(run.failures).map(([reason, count]) => `${reason} × ${count}`)
  const figures = COLUMNS.map(({ title, text }) => text(run).padStart(title.length)).join('  ')
  return failures.length === 0 ? figures : `${figures}  ${failures.join(', ')}`
}

const OURS = 'Hanse'

/** Committed a second at the highest load, ours to the best of theirs; undefined unless both were measured with the same signature check. */
function comparisonOf(rows: readonly PeerRow[]): { readonly ratio: number; readonly best: PeerRow } | undefined {
  const comparable = rows.filter((row) => row.isSigned && 'runs' in row && row.runs.length > 0 && row.load !== 'half of max')
  const ours = comparable.find(({ system }) => system === OURS)
  const best = comparable.filter(({ system }) => system !== OURS).toSorted((left, right) => committedOf(right) - committedOf(left))[0]
  if (ours === undefined || best === undefined || committedOf(best) === 0) return undefined
  return { ratio: committedOf(ours) / committedOf(best), best }
}

function committedOf(row: PeerRow): number {
  return 'runs' in row ? medianRun(row.runs).committedPerSecond : 0
}

function comparisonLines(rows: readonly PeerRow[]): readonly string[] {
  const comparison = comparisonOf(rows)
  if (comparison === undefined) return [`  ${OURS} to its peer: ${NOT_MEASURED}`]
  const { ratio, best } = comparison
  const word = ratio >= 1 ? 'ahead' : 'behind'
  return [`  ${OURS} to ${best.system} (${best.configuration}), with the same signature check: ${ratio.toFixed(2)} ×, ${word}`]
}

/** What did not go as it must. */
export function peerFaults(rows: readonly PeerRow[]): readonly string[] {
  const faults = rows.flatMap((row) => {
    const fault = faultOf(row)
    return fault === undefined ? [] : [`${row.system}, ${row.configuration}, ${row.application}, ${row.load}: ${fault}`]
  })
  const comparison = comparisonOf(rows)
  return comparison === undefined || comparison.ratio >= 1 ? faults : [...faults, `${OURS} is behind: ${comparison.ratio.toFixed(2)} ×`]
}

function faultOf(row: PeerRow): string | undefined {
  if ('notMeasured' in row) return row.isFault ? row.notMeasured : undefined
  const [first] = Object.entries(medianRun(row.runs).failures)
  return first === undefined ? undefined : `${first[0]} × ${first[1]}`
}
