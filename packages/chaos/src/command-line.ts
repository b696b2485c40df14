import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SCENARIOS } from './scenarios.ts'
import { type Schedule, scheduleFault } from './schedule.ts'

const FOLDER_DEFAULT = '.chaos'
const SEED_MAX = Number.MAX_SAFE_INTEGER
const MINUTES_MAX = 24 * 60
const TIMES_MAX = 1_000
const LEDGER_NAME = 'ledger.jsonl'

export interface Request {
  /** A scenario's name, `all` or `random`; undefined with a schedule. */
  readonly what: string | undefined
  readonly schedule: Schedule | undefined
  readonly seed: number
  /** Undefined: once. */
  readonly minutes: number | undefined
  readonly folder: string
  /** Given: what is in the ledger counts, until each has passed so often in a row. Undefined for a run that nobody counts. */
  readonly campaign: Campaign | undefined
  readonly isFresh: boolean
  readonly isJson: boolean
}

export interface Campaign {
  readonly ledger: string
  readonly times: number
}

export type CommandLine =
  | { readonly type: 'run'; readonly request: Request }
  | { readonly type: 'list'; readonly isJson: boolean }
  | { readonly type: 'table'; readonly ledger: string; readonly isJson: boolean }
  | { readonly type: 'usage'; readonly message: string; readonly attempt: string }

export const USAGE =
  'npm run chaos -- SCENARIO|all|random [--seed S] [--minutes M] [--times N] [--ledger FILE] [--report FOLDER] [--table] [--fresh] [--json]'

function usage(message: string, attempt = USAGE): CommandLine {
  return { type: 'usage', message, attempt }
}

/** What was asked for. A run without a seed takes a new one, and says which. */
export function readCommandLine(args: readonly string[], newSeed: () => number): CommandLine {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...{ seed: { type: 'string' }, minutes: { type: 'string' }, report: { type: 'string' }, schedule: { type: 'string' } },
        ...{ times: { type: 'string' }, ledger: { type: 'string' }, table: { type: 'boolean' } },
        ...{ fresh: { type: 'boolean' }, json: { type: 'boolean' }, list: { type: 'boolean' }, help: { type: 'boolean' } },
      },
    })
    const isJson = values.json === true
    if (values.list === true || values.help === true || (positionals.length === 1 && positionals[0] === 'list'))
      return { type: 'list', isJson }
    const folder = values.report ?? FOLDER_DEFAULT
    const ledger = values.ledger ?? join(folder, LEDGER_NAME)
    if (values.table === true) return { type: 'table', ledger, isJson }
    if (positionals.length > 1) return usage('one scenario at a time, or all')
    const schedule = values.schedule === undefined ? undefined : readSchedule(values.schedule)
    if (typeof schedule === 'string') return usage(schedule, 'npm run chaos -- --schedule FILE, with the schedule.json of a report')
    const [what] = positionals
    if (schedule === undefined) {
      if (what === undefined) return { type: 'list', isJson }
      const isKnown = what === 'all' || what === 'random' || SCENARIOS.some(({ name }) => name === what)
      if (!isKnown) return usage(`there is no scenario ${what}`, 'npm run chaos -- --list')
    }
    const seed = values.seed === undefined ? newSeed() : whole(values.seed, 0, SEED_MAX)
    if (seed === undefined) return usage(`--seed is a whole number from 0 to ${SEED_MAX}`)
    const minutes = values.minutes === undefined ? undefined : whole(values.minutes, 1, MINUTES_MAX)
    if (values.minutes !== undefined && minutes === undefined) return usage(`--minutes is a whole number from 1 to ${MINUTES_MAX}`)
    const times = whole(values.times ?? '1', 1, TIMES_MAX)
    if (times === undefined) return usage(`--times is a whole number from 1 to ${TIMES_MAX}`)
    const isCounted = what === 'all' || values.times !== undefined || values.ledger !== undefined
    if (isCounted && (schedule !== undefined || what === 'random')) return usage('only scenarios with a name are counted')
    const campaign = isCounted ? { ledger, times } : undefined
    return { type: 'run', request: { what, schedule, seed, minutes, folder, campaign, isFresh: values.fresh === true, isJson } }
  } catch (error) {
    return usage(error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error))
  }
}

function whole(text: string, min: number, max: number): number | undefined {
  const value = Number(text)
  return /^\d+$/.test(text) && Number.isSafeInteger(value) && value >= min && value <= max ? value : undefined
}

/** The schedule, or what is wrong with it. */
function readSchedule(path: string): Schedule | string {
  if (!existsSync(path)) return `there is no file ${path}`
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    const fault = scheduleFault(value)
    return fault === undefined ? (value as Schedule) : `${path}: ${fault}`
  } catch {
    return `${path} is no JSON`
  }
}
