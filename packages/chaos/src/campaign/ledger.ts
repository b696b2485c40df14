import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Violation } from '../checks/violation.ts'
import type { RunResult } from '../run/run-schedule.ts'

/** A run that came to its end: a line of the ledger. Times in ms; null is never. */
export interface LedgerRow {
  readonly scenario: string
  readonly seed: number
  readonly commit: string
  readonly passed: boolean
  /** From nothing to nothing. */
  readonly seconds: number
  /** How many processes wanted a processor in the minute before it began: what was measured among others says little. */
  readonly load: number
  readonly endedAt: string
  /** From each heal to the next block. */
  readonly resumesMs: readonly (number | null)[]
  readonly catchUpMsMax: number | null
  readonly longestGapMs: number
  readonly offered: number
  readonly committed: number
  readonly violations: readonly Pick<Violation, 'check' | 'message'>[]
}

export interface RowOrigin {
  readonly commit: string
  readonly load: number
  readonly seconds: number
}

function finite(ms: number): number | null {
  return Number.isFinite(ms) ? Math.round(ms) : null
}

export function rowOf(
  { schedule, figures, violations }: Pick<RunResult, 'schedule' | 'figures' | 'violations'>,
  origin: RowOrigin,
): LedgerRow {
  const { resumesMs, catchUpMs, longestGapMs, offered, committed } = figures
  return {
    ...{ scenario: schedule.scenario, seed: schedule.seed, commit: origin.commit, passed: violations.length === 0 },
    ...{ seconds: Math.round(origin.seconds), load: Number(origin.load.toFixed(1)), endedAt: new Date().toISOString() },
    ...{
      resumesMs: resumesMs.map(finite),
      catchUpMsMax: finite(catchUpMs.max),
      longestGapMs: Math.round(longestGapMs),
      offered,
      committed,
    },
    violations: violations.map(({ check, message }) => ({ check, message })),
  }
}

/** Of a run that could not even be judged. */
export function brokenRow(
  { scenario, seed }: { readonly scenario: string; readonly seed: number },
  origin: RowOrigin,
  reason: string,
): LedgerRow {
  const nothing = { resumesMs: [], catchUpMsMax: null, longestGapMs: 0, offered: 0, committed: 0 }
  return {
    ...{ scenario, seed, commit: origin.commit, passed: false, seconds: Math.round(origin.seconds), load: origin.load },
    ...{ endedAt: new Date().toISOString(), ...nothing, violations: [{ check: 'run', message: reason }] },
  }
}

/** Every run. A last line that was torn, where a machine lost its power, is none. @throws Error for a line that is none of ours */
export function readLedger(path: string): readonly LedgerRow[] {
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n')
  const tail = lines.pop() ?? ''
  const rows = lines.map((line, index) => {
    const row = parseRow(line)
    if (row === undefined) throw new Error(`${path}, line ${index + 1}, is no run of a scenario`)
    return row
  })
  const last = parseRow(tail)
  return last === undefined ? rows : [...rows, last]
}

function parseRow(line: string): LedgerRow | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isRow(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isRow(value: unknown): value is LedgerRow {
  if (typeof value !== 'object' || value === null) return false
  const { scenario, commit, passed, seconds, resumesMs, violations } = value as Partial<LedgerRow>
  const hasNames = typeof scenario === 'string' && typeof commit === 'string' && typeof passed === 'boolean'
  return hasNames && typeof seconds === 'number' && Array.isArray(resumesMs) && Array.isArray(violations)
}

export function addToLedger(path: string, row: LedgerRow): void {
  mkdirSync(dirname(path), { recursive: true })
  endLastLine(path)
  appendFileSync(path, `${JSON.stringify(row)}\n`)
}

/** A torn line goes, a whole one gets its end. */
function endLastLine(path: string): void {
  if (!existsSync(path)) return
  const text = readFileSync(path, 'utf8')
  const tail = text.slice(text.lastIndexOf('\n') + 1)
  if (tail === '') return
  if (parseRow(tail) !== undefined) appendFileSync(path, '\n')
  else truncateSync(path, Buffer.byteLength(text) - Buffer.byteLength(tail))
}
