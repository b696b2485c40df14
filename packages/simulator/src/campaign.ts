import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { lockDirectory } from '@hanse/storage'
import { runSeeds } from './run-seeds.ts'
import { codeCommit } from './saved-schedules.ts'
import type { CheckedResult } from './summary.ts'
import type { WorkerPool } from './worker-pool.ts'

/** Seeds of a line of the ledger: what is lost when a run is ended. */
const CHUNK_SEEDS = 100
/** Seeds below are those of the tests and of whoever tries something. */
const FIRST_SEED = 1_000_000
/** Which sets of validators are run, and how many seeds of each to one of the others: a seed of ten takes as long as eight of four. */
const SHARES: readonly { readonly validators: number; readonly share: number }[] = [
  { validators: 4, share: 20 },
  { validators: 5, share: 3 },
  { validators: 7, share: 2 },
  { validators: 10, share: 1 },
]

/** A range of seeds that was run: a line of the ledger. */
export interface LedgerEntry {
  readonly validators: number
  readonly first: number
  readonly last: number
  readonly commit: string
  readonly counted: number
  readonly heights: number
  readonly transactions: number
  readonly faults: number
  readonly durationMs: number
  readonly violations: readonly { readonly seed: number; readonly oracle: number; readonly message: string }[]
}

export function readLedger(file: string): readonly LedgerEntry[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as LedgerEntry)
}

/** The next range that nobody has run, of the validators that are furthest behind their share. */
export function nextRange(entries: readonly LedgerEntry[]): { readonly validators: number; readonly first: number; readonly last: number } {
  const behind = SHARES.map(({ validators, share }) => {
    const own = entries.filter((entry) => entry.validators === validators)
    const done = own.reduce((sum, { first, last }) => sum + last - first + 1, 0)
    const first = own.reduce((next, { last }) => Math.max(next, last + 1), FIRST_SEED)
    return { validators, first, perShare: done / share }
  })
  const { validators, first } = behind.reduce((least, one) => (one.perShare < least.perShare ? one : least))
  return { validators, first, last: first + CHUNK_SEEDS - 1 }
}

function entryOf(range: ReturnType<typeof nextRange>, commit: string, checked: readonly CheckedResult[], durationMs: number): LedgerEntry {
  const total = (value: (one: CheckedResult) => number): number => checked.reduce((sum, one) => sum + value(one), 0)
  return {
    ...range,
    commit,
    counted: total(({ result }) => (result.violation === undefined && result.notCounted === undefined ? 1 : 0)),
    heights: total(({ result }) => result.heights),
    transactions: total(({ result }) => result.transactions),
    faults: total(({ result }) => result.faultsScheduled),
    durationMs,
    violations: checked.flatMap(({ result: { seed, violation } }) =>
      violation === undefined ? [] : [{ seed, oracle: violation.oracle, message: violation.message.split('\n')[0] as string }],
    ),
  }
}

/**
 * One process at a time writes a ledger: two would run the same seeds.
 * @throws StoreFailure `storage/locked`
 */
async function withLock<T>(file: string, body: () => Promise<T>): Promise<T> {
  const lock = await lockDirectory(`${file}.lock`)
  try {
    return await body()
  } finally {
    await lock.release()
  }
}

/** Runs ranges until the time is over, and one at least, each noted as it ends; says false when one had a violation. */
export function runCampaign(
  file: string,
  minutes: number,
  pool: WorkerPool,
  onEntry: (entry: LedgerEntry, checked: readonly CheckedResult[]) => void,
): Promise<boolean> {
  return withLock(file, async () => {
    const endMs = performance.now() + minutes * 60_000
    const commit = codeCommit()
    let isClean = true
    do {
      const range = nextRange(readLedger(file))
      const startedAtMs = performance.now()
      const seeds = { firstSeed: range.first, lastSeed: range.last, validators: range.validators }
      const checked = await runSeeds(seeds, pool)
      const entry = entryOf(range, commit, checked, Math.round(performance.now() - startedAtMs))
      appendFileSync(file, `${JSON.stringify(entry)}\n`)
      onEntry(entry, checked)
      if (entry.violations.length > 0) isClean = false
    } while (performance.now() < endMs)
    return isClean
  })
}

/** A row for each commit and number of validators, and the sum. */
export function ledgerTable(entries: readonly LedgerEntry[]): string {
  const groups = new Map<string, LedgerEntry[]>()
  for (const entry of entries) {
    const key = `${entry.commit} ${entry.validators}`
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  const rows = [...groups.values()].map((group) => [
    group[0]?.commit ?? '',
    `${group[0]?.validators ?? ''}`,
    rangesText(group),
    ...numbersOf(group),
  ])
  const table = [
    ['commit', 'validators', 'seeds', 'run', 'counted', 'heights', 'transactions', 'faults', 'violations'],
    Array.from({ length: 9 }, () => '---'),
    ...rows,
    ['**all**', '', '', ...numbersOf(entries)],
  ]
  return table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function numbersOf(entries: readonly LedgerEntry[]): readonly string[] {
  const total = (value: (entry: LedgerEntry) => number): string => `${entries.reduce((sum, entry) => sum + value(entry), 0)}`
  return [
    total(({ first, last }) => last - first + 1),
    total(({ counted }) => counted),
    total(({ heights }) => heights),
    total(({ transactions }) => transactions),
    total(({ faults }) => faults),
    total(({ violations }) => violations.length),
  ]
}

/** Neighbouring ranges as one. */
function rangesText(entries: readonly LedgerEntry[]): string {
  const joined: { first: number; last: number }[] = []
  for (const { first, last } of [...entries].sort((left, right) => left.first - right.first)) {
    const before = joined.at(-1)
    if (before !== undefined && before.last + 1 === first) before.last = last
    else joined.push({ first, last })
  }
  return joined.map(({ first, last }) => `${first}–${last}`).join(', ')
}
