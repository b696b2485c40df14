import type { Lateness } from '../proxy/proxy-message.ts'
import type { Distribution } from '../statistics.ts'

/** What clients of one node had, and what the node says of itself. */
export interface WanRow {
  readonly name: string
  readonly role: 'primary' | 'backup'
  readonly latencyMs: Distribution
  /** On average, in ms: from the proposal's arrival to q Prepares, and from there to the certificate. */
  readonly preparedMs: number
  readonly committedMs: number
}

export interface WanReport {
  readonly scenario: 'wan'
  readonly validators: number
  readonly delayMs: number
  readonly jitterMs: number
  readonly seed: number
  readonly offeredPerSecond: number
  readonly committedPerSecond: number
  readonly blocksPerSecond: number
  readonly transactionsPerBlock: number
  readonly rows: readonly WanRow[]
  /** Clients on the primary, and on all others together. */
  readonly primaryMs: Distribution
  readonly othersMs: Distribution
  readonly lateness: Lateness
  readonly view: number
  readonly failures: Readonly<Record<string, number>>
}

/** To the primary, the proposal, Prepares, Commits. */
const DELAYS_OF_OTHERS = 4
/** What may come to them, in ms: for a delay of 80 ms that is 450 ms. */
const BEYOND_MS_MAX = 130

/** What is to be reached and was not. */
export function wanFaults({ othersMs, delayMs, failures }: WanReport): readonly string[] {
  const mostMs = DELAYS_OF_OTHERS * delayMs + BEYOND_MS_MAX
  return [
    ...(othersMs.count > 0 && othersMs.p50 <= mostMs ? [] : [`p50 is ${othersMs.p50.toFixed(0)} ms, to be reached are ${mostMs} ms`]),
    ...(Object.keys(failures).length === 0 ? [] : ['there were failures']),
  ]
}

function latencyText({ p50, p95, p99, max }: Distribution): string {
  return [p50, p95, p99, max].map((ms) => ms.toFixed(0).padStart(7)).join('')
}

export function wanLines(report: WanReport): readonly string[] {
  const { validators, delayMs, jitterMs, seed, offeredPerSecond, rows, primaryMs, othersMs, lateness, view } = report
  const { committedPerSecond, blocksPerSecond, transactionsPerBlock } = report
  const failures = Object.entries(report.failures).map(([code, count]) => `${code} × ${count}`)
  const beyondMs = othersMs.p50 - DELAYS_OF_OTHERS * delayMs
  return [
    `wan: ${validators} validators, ${delayMs} ms one way between them${jitterMs === 0 ? '' : ` and up to ${jitterMs} ms more`}, seed ${seed}, ${offeredPerSecond} transactions/s offered over all nodes`,
    `  committed   ${committedPerSecond.toFixed(1)}/s · ${blocksPerSecond.toFixed(1)} blocks/s · ${transactionsPerBlock.toFixed(1)} transactions a block · view ${view} at the end`,
    `  send to final, ms     p50    p95    p99    max   prepared  committed`,
    ...rows.map(
      ({ name, role, latencyMs, preparedMs, committedMs }) =>
        `  ${`${name}${role === 'primary' ? ' (primary)' : ''}`.padEnd(20)}${latencyText(latencyMs)} ${preparedMs.toFixed(0).padStart(10)} ${committedMs.toFixed(0).padStart(10)}`,
    ),
    `  ${'on the primary'.padEnd(20)}${latencyText(primaryMs)}`,
    `  ${'on others'.padEnd(20)}${latencyText(othersMs)}`,
    `  beyond      ${beyondMs.toFixed(0)} ms over ${DELAYS_OF_OTHERS} delays at p50 on others`,
    `  the proxy   was late by ${lateness.meanMs.toFixed(2)} ms on average, ${lateness.maxMs.toFixed(0)} ms at most`,
    `  failures    ${failures.length === 0 ? 'none' : failures.join(', ')}`,
  ]
}
