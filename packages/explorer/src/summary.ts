import { type Cast, HEIGHTS_MIN, type ScenarioResult, VIEWS_MIN } from './scenario.ts'

type Counts = Readonly<Record<string, number>>

/** What a stretch of scenarios came to. Two of them add up. */
export interface Tally {
  readonly scenarios: number
  /** Reached VIEWS_MIN views while there was trouble, and HEIGHTS_MIN heights. */
  readonly counted: number
  readonly steps: number
  readonly crashes: number
  readonly evidence: number
  readonly epochs: Counts
  readonly views: Counts
  readonly heights: Counts
  readonly validators: Counts
  readonly casts: Counts
  readonly violations: readonly ScenarioResult[]
}

export const NOTHING: Tally = {
  scenarios: 0,
  counted: 0,
  steps: 0,
  crashes: 0,
  evidence: 0,
  epochs: {},
  views: {},
  heights: {},
  validators: {},
  casts: {},
  violations: [],
}

export function tallyOf(result: ScenarioResult): Tally {
  const { epochs, views, heights, validators, steps, crashes, evidence, violation } = result
  const cast: Cast = result.cast
  return {
    scenarios: 1,
    counted: views >= VIEWS_MIN && heights >= HEIGHTS_MIN ? 1 : 0,
    steps,
    crashes,
    evidence,
    epochs: { [epochs]: 1 },
    views: { [views]: 1 },
    heights: { [heights]: 1 },
    validators: { [validators]: 1 },
    casts: { [cast]: 1 },
    violations: violation === undefined ? [] : [result],
  }
}

function addCounts(left: Counts, right: Counts): Counts {
  const sum: Record<string, number> = { ...left }
  for (const [key, count] of Object.entries(right)) sum[key] = (sum[key] ?? 0) + count
  return sum
}

export function addTallies(left: Tally, right: Tally): Tally {
  return {
    scenarios: left.scenarios + right.scenarios,
    counted: left.counted + right.counted,
    steps: left.steps + right.steps,
    crashes: left.crashes + right.crashes,
    evidence: left.evidence + right.evidence,
    epochs: addCounts(left.epochs, right.epochs),
    views: addCounts(left.views, right.views),
    heights: addCounts(left.heights, right.heights),
    validators: addCounts(left.validators, right.validators),
    casts: addCounts(left.casts, right.casts),
    violations: [...left.violations, ...right.violations].sort((one, other) => one.scenario - other.scenario),
  }
}

/** What a run tells. */
export interface Summary extends Tally {
  readonly seed: number
  /** Where the next run goes on. */
  readonly nextSeed: number
  readonly durationMs: number
  readonly scenariosPerMinute: number
  /** Of a processor, user and system, of all threads. */
  readonly processorMsPerScenario: number
}

function countsText(counts: Counts): string {
  return Object.entries(counts)
    .map(([key, count]) => `${key}: ${count}`)
    .join(', ')
}

export function commandOf(scenario: number): string {
  return `npm run explore -- --replay ${scenario}`
}

export function summaryText(summary: Summary): string {
  const { seed, nextSeed, scenarios, counted, steps, crashes, evidence, epochs, views, heights, validators, casts, violations } = summary
  return [
    `scenarios     ${seed} to ${nextSeed - 1}: ${scenarios}, ${counted} of them with ${VIEWS_MIN} views and ${HEIGHTS_MIN} heights or more`,
    `pace          ${summary.scenariosPerMinute} a minute, ${summary.processorMsPerScenario} ms of a processor and ${Math.round(steps / Math.max(1, scenarios))} engine steps each`,
    `validators    ${countsText(validators)}`,
    `who lies      ${countsText(casts)}`,
    `epochs        ${countsText(epochs)}`,
    `views         ${countsText(views)}`,
    `heights       ${countsText(heights)}`,
    `on the way    ${crashes} crashes, ${evidence} times evidence against who lied`,
    `violations    ${violations.length}`,
  ].join('\n')
}
