import type { Scenario } from '../scenario.ts'
import type { LedgerRow } from './ledger.ts'

/** A scenario that failed so often in one campaign is left alone by it: somebody has to look first. */
const FAILURES_MAX = 3

/** Who asks for one run of each gets one. */
export function failuresMaxOf(times: number): number {
  return Math.min(FAILURES_MAX, times)
}
/** Start, rest, checks and stop, beside the load, where no run of any scenario tells. */
const OVERHEAD_SECONDS = 20

/** What a ledger says of a scenario. */
export interface Standing {
  readonly scenario: string
  /** With this state of the software. */
  readonly runs: number
  readonly failures: number
  /** Of them, those of this campaign. */
  readonly failuresNow: number
  /** Since the last failure. */
  readonly passesInARow: number
  /** Its newest line in the whole ledger, or −1. */
  readonly lastLine: number
  /** What a run takes, or is expected to. */
  readonly seconds: number
}

export interface Candidate {
  readonly name: string
  readonly durationMs: number
}

export function candidateOf(scenario: Scenario): Candidate {
  return { name: scenario.name, durationMs: scenario.scheduleOf(0).durationMs }
}

/**
 * How far each scenario is, in the order of `candidates`; this campaign began behind so many rows. What passed with another commit says
 * nothing of this one; how long it took does.
 */
export function standingsOf(
  rows: readonly LedgerRow[],
  candidates: readonly Candidate[],
  commit: string,
  begunAt = 0,
): readonly Standing[] {
  const loadSeconds = new Map(candidates.map(({ name, durationMs }) => [name, durationMs / 1_000]))
  const overheads = rows.flatMap(({ scenario, seconds }) => {
    const load = loadSeconds.get(scenario)
    return load === undefined ? [] : [seconds - load]
  })
  const overhead = overheads.length === 0 ? OVERHEAD_SECONDS : mean(overheads)
  return candidates.map(({ name, durationMs }) => {
    const all = rows.filter(({ scenario }) => scenario === name)
    const own = all.filter((row) => row.commit === commit)
    return {
      ...{ scenario: name, runs: own.length, failures: own.filter(({ passed }) => !passed).length },
      failuresNow: rows.filter((row, line) => line >= begunAt && row.scenario === name && row.commit === commit && !row.passed).length,
      passesInARow: own.length - 1 - own.findLastIndex(({ passed }) => !passed),
      lastLine: rows.findLastIndex(({ scenario }) => scenario === name),
      seconds: all.length === 0 ? durationMs / 1_000 + overhead : mean(all.map(({ seconds }) => seconds)),
    }
  })
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** How many runs it wants until it has passed so often in a row; none when it has failed too often. */
export function runsLeft({ failuresNow, passesInARow }: Standing, times: number): number {
  return failuresNow >= failuresMaxOf(times) ? 0 : Math.max(0, times - passesInARow)
}

/** Of those that are not through the one with the fewest runs, and of these the one that was not run for the longest. */
export function nextScenario(standings: readonly Standing[], times: number): Standing | undefined {
  const open = standings.filter((standing) => runsLeft(standing, times) > 0)
  return open.toSorted((left, right) => left.runs - right.runs || left.lastLine - right.lastLine)[0]
}

export interface Outlook {
  readonly runsLeft: number
  readonly secondsLeft: number
  readonly through: number
  /** Failed too often. */
  readonly givenUp: readonly string[]
}

export function outlookOf(standings: readonly Standing[], times: number): Outlook {
  const left = standings.map((standing) => runsLeft(standing, times))
  return {
    runsLeft: left.reduce((sum, runs) => sum + runs, 0),
    secondsLeft: left.reduce((sum, runs, index) => sum + runs * (standings[index]?.seconds ?? 0), 0),
    through: standings.filter(({ passesInARow }) => passesInARow >= times).length,
    givenUp: standings
      .filter((standing) => standing.passesInARow < times && runsLeft(standing, times) === 0)
      .map(({ scenario }) => scenario),
  }
}

/** `4 min`, `3 h 20 min`. */
export function lasting(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60))
  if (minutes < 60) return `${minutes} min`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
