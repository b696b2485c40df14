import { NETWORK_COUNTS, type SimulationResult } from './result.ts'

/** What all runs of a call came to. A plain value: `--json` prints it. */
export interface Summary {
  readonly seeds: number
  readonly counted: number
  readonly validators: number
  readonly heights: number
  readonly transactions: number
  readonly events: number
  readonly views: { readonly total: number; readonly highest: number }
  readonly virtualMs: number
  /** The longest virtual time from the healing of a network until all was final. */
  readonly healMsMax: number
  /** … and until all were where the highest had been. */
  readonly rejoinMsMax: number
  readonly realSignatureSeeds: number
  readonly faults: Readonly<Record<string, number>>
  /** Steps of trades that succeeded, by command. */
  readonly trades: Readonly<Record<string, number>>
  /** Runs in which more than f liars made two blocks of one height final. */
  readonly forks: number
  /** What those who made them are named for. */
  readonly forkEvidence: Readonly<Record<string, number>>
  readonly network: Readonly<Record<string, number>>
  readonly crashesAt: Readonly<Record<string, number>>
  /** Byzantine validators that had each strategy, and the lies that they told. */
  readonly byzantine: Readonly<Record<string, { readonly validators: number; readonly lies: number }>>
  readonly durationMs: number
  readonly seedsPerMinute: number
  /** Of this process, compilation included. */
  readonly cpuMs: number
  readonly notCounted: readonly { readonly seed: number; readonly reason: string }[]
  readonly violations: readonly (NonNullable<SimulationResult['violation']> & {
    readonly seed: number
    readonly traceHash: string
    readonly replays: boolean
    readonly command: string
  })[]
}

/** A result, and whether a second run of the seed gave the same: absent when there was none. */
export interface CheckedResult {
  readonly result: SimulationResult
  readonly replays?: boolean
}

export function summarize(validators: number, checked: readonly CheckedResult[], durationMs: number): Summary {
  const results = checked.map(({ result }) => result)
  const total = (value: (result: SimulationResult) => number): number => results.reduce((sum, result) => sum + value(result), 0)
  const highest = (value: (result: SimulationResult) => number): number =>
    results.reduce((most, result) => Math.max(most, value(result)), 0)
  const liars = sums(results.map((result) => result.byzantineValidators))
  const lies = sums(results.map((result) => result.lies))
  return {
    seeds: results.length,
    counted: results.filter((result) => result.violation === undefined && result.notCounted === undefined).length,
    validators,
    heights: total((result) => result.heights),
    transactions: total((result) => result.transactions),
    events: total((result) => result.events),
    views: { total: total((result) => result.views), highest: highest((result) => result.views) },
    virtualMs: total((result) => result.virtualMs),
    healMsMax: highest((result) => result.healMs),
    rejoinMsMax: highest((result) => result.rejoinMs),
    realSignatureSeeds: results.filter((result) => result.realSignatures).length,
    faults: sums(results.map((result) => result.faultsFired)),
    trades: sums(results.map((result) => result.trades)),
    forks: results.filter((result) => result.fork !== undefined).length,
    forkEvidence: sums(results.map((result) => result.fork?.evidence ?? {})),
    network: sums(results.map((result) => Object.fromEntries(NETWORK_COUNTS.map((name) => [name, result.network[name]])))),
    crashesAt: sums(results.map((result) => result.crashesAt)),
    byzantine: Object.fromEntries(
      Object.entries(liars).map(([strategy, count]) => [strategy, { validators: count, lies: lies[strategy] ?? 0 }]),
    ),
    durationMs,
    cpuMs: cpuMs(),
    seedsPerMinute: Math.round((results.length * 60_000) / Math.max(1, durationMs)),
    notCounted: results.flatMap(({ seed, notCounted }) => (notCounted === undefined ? [] : [{ seed, reason: notCounted }])),
    violations: checked.flatMap(({ result, replays }) =>
      result.violation === undefined
        ? []
        : [{ ...result.violation, seed: result.seed, traceHash: result.traceHash, replays: replays === true, command: commandOf(result) }],
    ),
  }
}

/** What shows this run again, step by step. */
export function commandOf(result: SimulationResult): string {
  const { seed, validators, byzantine, moduleVote = false, strategy, context, accountability = false, trade = false } = result
  const choices = `${byzantine === undefined ? '' : ` --byzantine ${byzantine}`}${moduleVote ? ' --module-vote' : ''}`
  const direction = `${strategy === undefined ? '' : ` --strategy ${strategy}`}${context === undefined ? '' : ` --context "${context}"`}${accountability ? ' --accountability' : ''}${trade ? ' --trade' : ''}`
  return `npm run simulate -- --seeds ${seed} --validators ${validators}${choices}${direction} --trace`
}

/** Without the seeds that stand out: those were printed when they came. */
export function summaryText(summary: Summary): string {
  const { seeds, counted, validators, views, network } = summary
  const rows: readonly (readonly [string, string])[] = [
    ['seeds', `${seeds} with ${validators} validators, ${counted} counted, ${summary.violations.length} with a violation`],
    ['committed', `${summary.heights} heights, ${summary.transactions} transactions, ${views.total} views (${views.highest} in one run)`],
    ['network', `${network['sent'] ?? 0} frames: ${listed(network, ['sent'])}`],
    ['faults', listed(summary.faults)],
    ['crashes', listed(summary.crashesAt)],
    ['trades', listed(summary.trades)],
    ['byzantine', listed(Object.fromEntries(Object.entries(summary.byzantine).map(([name, count]) => [name, count.validators])))],
    ['lies', listed(Object.fromEntries(Object.entries(summary.byzantine).map(([name, count]) => [name, count.lies])))],
    ...(summary.forks === 0 ? [] : [['forks', `${summary.forks}, and who made them is named: ${listed(summary.forkEvidence)}`] as const]),
    ['signatures', `Ed25519 in ${summary.realSignatureSeeds} seeds, keyed hashes in the others`],
    [
      'virtual time',
      `${seconds(summary.virtualMs)}, healed, all are at the head after at most ${seconds(summary.rejoinMsMax)} and all is final after ${seconds(summary.healMsMax)}`,
    ],
    [
      'speed',
      `${seconds(summary.durationMs)}, ${summary.seedsPerMinute} seeds/min, ${Math.round(summary.cpuMs / Math.max(1, seeds))} ms of a processor each`,
    ],
  ]
  return rows.map(([name, text]) => `${name.padEnd(14)}${text}`).join('\n')
}

/** Most frequent first. */
function listed(counts: Readonly<Record<string, number>>, without: readonly string[] = []): string {
  const entries = Object.entries(counts).filter(([name, count]) => count > 0 && !without.includes(name))
  if (entries.length === 0) return 'none'
  return entries
    .sort(([, left], [, right]) => right - left)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return Math.round((user + system) / 1000)
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

function sums(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const totals: Record<string, number> = {}
  for (const one of all) for (const [key, value] of Object.entries(one)) totals[key] = (totals[key] ?? 0) + value
  return totals
}
