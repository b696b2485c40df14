import type { Distribution } from '../statistics.ts'

/** Under any attack, of the rate without; of the rate beside as much other work, where that alone takes more. */
const RATE_PERCENT_MIN = 90
/** Of the attacked node, in MiB. */
const RESIDENT_MB_MAX = 512
/** An attack that did not come to this share of its own rate says nothing. */
const ATTACK_PERCENT_MIN = 90

/** The chain during one window. */
export interface LoadRow {
  /** Transactions that became final at the client. */
  readonly committedPerSecond: number
  readonly failures: Readonly<Record<string, number>>
  readonly latencyMs: Distribution
  readonly residentMbMax: number
  readonly victimCpuPercent: number
}

export interface AttackRow extends LoadRow {
  readonly attack: string
  readonly summary: string
  readonly wantedPerSecond?: number
  readonly sentPerSecond: number
  /** Due and not sent: the node took no more. */
  readonly heldPerSecond: number
  readonly answeredPerSecond: number
  readonly refused: number
  readonly connections: number
  readonly cut: number
  readonly attackerCpuPercent: number
  /** The node answers after the attack. */
  readonly alive: boolean
  /** Measured where the attack took more than it may: the chain beside as much work that attacks nobody. */
  readonly control?: LoadRow
}

export interface HostileReport {
  readonly scenario: 'hostile'
  readonly validators: number
  readonly offeredPerSecond: number
  readonly seconds: number
  readonly niceness: number
  readonly victim: string
  readonly baseline: LoadRow
  readonly attacks: readonly AttackRow[]
}

/** What of the promise was not kept, in words. */
export function hostileFaults({ baseline, attacks }: HostileReport): readonly string[] {
  return attacks.flatMap((row) => {
    const percent = percentOf(row, baseline)
    const { wantedPerSecond = 0 } = row
    const offered = row.sentPerSecond + row.heldPerSecond
    return [
      ...(isBelowPromise(row, baseline) && (row.control === undefined || isBelowPromise(row, row.control))
        ? [`${row.attack}: ${percent.toFixed(1)} % of the rate, at least ${RATE_PERCENT_MIN} % is promised`]
        : []),
      ...(row.residentMbMax >= RESIDENT_MB_MAX
        ? [`${row.attack}: ${row.residentMbMax.toFixed(0)} MB, less than ${RESIDENT_MB_MAX} is promised`]
        : []),
      ...(offered < (wantedPerSecond * ATTACK_PERCENT_MIN) / 100
        ? [`${row.attack}: the attacker came to ${offered.toFixed(0)} of ${wantedPerSecond}/s; give it more processor time`]
        : []),
      ...(row.alive ? [] : [`${row.attack}: the node does not answer any more`]),
    ]
  })
}

export function isBelowPromise(row: LoadRow, baseline: LoadRow): boolean {
  return percentOf(row, baseline) < RATE_PERCENT_MIN
}

function percentOf(row: LoadRow, baseline: LoadRow): number {
  return (100 * row.committedPerSecond) / baseline.committedPerSecond
}

export function hostileLines(report: HostileReport): readonly string[] {
  const { baseline, attacks } = report
  const head = [
    'attack',
    'final/s',
    '%',
    'p99 ms',
    'MB',
    'CPU %',
    'sent/s',
    'held/s',
    'answered/s',
    'refused',
    'cut',
    'attacker CPU %',
    'failures',
  ]
  const cells = [
    head,
    ['(none)', ...loadCells(baseline, baseline), '', '', '', '', '', '', failureText(baseline)],
    ...attacks.flatMap((row) => [attackCells(row, baseline), ...(row.control === undefined ? [] : [controlCells(row.control, baseline)])]),
  ]
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  const { validators, offeredPerSecond, seconds, victim, niceness } = report
  return [
    `hostile: ${validators} validators, ${offeredPerSecond} transactions/s offered over all, ${seconds} s an attack on ${victim} (attacker nice ${niceness})`,
    ...cells.map((row) =>
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`.trimEnd(),
    ),
  ]
}

function attackCells(row: AttackRow, baseline: LoadRow): readonly string[] {
  return [
    row.attack,
    ...loadCells(row, baseline),
    row.sentPerSecond.toFixed(0),
    row.heldPerSecond.toFixed(0),
    row.answeredPerSecond.toFixed(0),
    `${row.refused}`,
    `${row.cut}`,
    row.attackerCpuPercent.toFixed(0),
    failureText(row),
  ]
}

function controlCells(control: LoadRow, baseline: LoadRow): readonly string[] {
  return ['  as much work', ...loadCells(control, baseline), '', '', '', '', '', '', failureText(control)]
}

function loadCells(row: LoadRow, baseline: LoadRow): readonly string[] {
  return [
    row.committedPerSecond.toFixed(1),
    percentOf(row, baseline).toFixed(1),
    row.latencyMs.p99.toFixed(0),
    row.residentMbMax.toFixed(0),
    row.victimCpuPercent.toFixed(0),
  ]
}

function failureText({ failures }: LoadRow): string {
  return Object.entries(failures)
    .map(([code, count]) => `${code} × ${count}`)
    .join(', ')
}
