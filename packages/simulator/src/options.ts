import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { faultsMax, VALIDATORS_MAX } from '@hanse/protocol'
import { BYZANTINE_STRATEGIES, isStrategy } from './byzantine/strategies.ts'
import { type Direction, FAULT_CONTEXTS } from './directed-plan.ts'
import { VOTING_VALIDATORS } from './voted-module.ts'

export const USAGE = `npm run simulate -- --seeds A-B [--validators N] [--byzantine K] [--module-vote] [--accountability] [--trade]
       [--strategy NAME] [--context NAME] [--matrix] [--fail-fast] [--verify-replay] [--shrink] [--trace]
     npm run simulate -- --schedule FILE [--shrink] [--trace]
     npm run simulate -- --crash-points [--validators N]
     npm run simulate -- --campaign FILE [--minutes M | --table]
     all of them: [--jobs N] [--json] [--save FOLDER]`

const VALIDATORS_DEFAULT = 4
/** Fewer have no f to speak of. */
const VALIDATORS_MIN = 4
const SEED_MAX = Number.MAX_SAFE_INTEGER
const MINUTES_DEFAULT = 10
const MINUTES_MAX = 7 * 24 * 60

interface CommonOptions {
  /** Seeds that run at a time, each in its own thread. */
  readonly jobs: number
  readonly json: boolean
  /** Where the schedules of failing seeds are written. Absent: the default folder. */
  readonly save?: string
}

/** Runs of seeds. */
export interface SeedOptions extends CommonOptions, Direction {
  readonly mode: 'seeds'
  readonly firstSeed: number
  readonly lastSeed: number
  readonly validators: number
  /** Absent: up to f by chance. */
  readonly byzantine?: number
  /** Members bring a module by vote, and some nodes lack it. */
  readonly moduleVote: boolean
  /** Ends with the first violation. */
  readonly failFast: boolean
  /** Runs every seed twice and compares. */
  readonly verifyReplay: boolean
  /** Every strategy in every context, one after the other. */
  readonly matrix: boolean
  /** The schedule of each failing seed is shrunk, too. */
  readonly shrink: boolean
  readonly trace: boolean
}

/** A run of a schedule from a file. */
export interface ScheduleOptions extends CommonOptions {
  readonly mode: 'schedule'
  readonly file: string
  readonly shrink: boolean
  readonly trace: boolean
}

/** Every crash point in every role. */
export interface CrashPointOptions extends CommonOptions {
  readonly mode: 'crash-points'
  readonly validators: number
}

/** Seeds that add up over time, in a ledger. */
export interface CampaignOptions extends CommonOptions {
  readonly mode: 'campaign'
  readonly file: string
  readonly minutes: number
  /** Only tells what the ledger has. */
  readonly table: boolean
}

/** What a call of the program asks for. */
export type Options = SeedOptions | ScheduleOptions | CrashPointOptions | CampaignOptions

/** The parameters were not understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** @throws UsageError */
export function parseOptions(args: readonly string[]): Options {
  const values = readArgs(args)
  const common: CommonOptions = {
    jobs: values.jobs === undefined ? availableParallelism() : integer('--jobs', values.jobs, 1, 1_024),
    json: values.json,
    ...(values.save === undefined ? {} : { save: values.save }),
  }
  const { trace, shrink } = values
  const modes = [values.seeds, values.schedule, values.campaign, values['crash-points'] ? '' : undefined]
  if (modes.filter((mode) => mode !== undefined).length > 1) throw new UsageError('of --seeds, --schedule, --crash-points, --campaign one')
  if (trace && values.json) throw new UsageError('--trace is for people')
  if (values.schedule !== undefined) return { mode: 'schedule', file: values.schedule, shrink, trace, ...common }
  if (values.campaign !== undefined) return { ...campaignOf(values.campaign, values), ...common }
  if (values['crash-points']) return { mode: 'crash-points', validators: validatorsOf(values), ...common }
  return { ...seedsOf(values), ...common }
}

type Values = ReturnType<typeof readArgs>

function campaignOf(file: string, { minutes, table }: Values) {
  const wanted = minutes === undefined ? MINUTES_DEFAULT : integer('--minutes', minutes, 1, MINUTES_MAX)
  return { mode: 'campaign', file, minutes: wanted, table } as const
}

function seedsOf(values: Values): Omit<SeedOptions, keyof CommonOptions> {
  const { seeds, byzantine, trace, shrink, strategy, context, accountability, trade, matrix, 'module-vote': moduleVote } = values
  if (seeds === undefined) throw new UsageError('--seeds is missing')
  const [first, last = first] = seeds.split('-')
  const firstSeed = integer('--seeds', first, 0, SEED_MAX)
  const lastSeed = integer('--seeds', last, firstSeed, SEED_MAX)
  const validators = validatorsOf(values)
  if (trace && firstSeed !== lastSeed) throw new UsageError('--trace is for one seed')
  if (moduleVote && validators !== VOTING_VALIDATORS) throw new UsageError(`--module-vote is for ${VOTING_VALIDATORS} validators`)
  return {
    mode: 'seeds',
    firstSeed,
    lastSeed,
    validators,
    ...(byzantine === undefined ? {} : { byzantine: integer('--byzantine', byzantine, 0, faultsMax(validators)) }),
    moduleVote,
    ...directionOf(strategy, context, accountability),
    ...(trade ? { trade } : {}),
    matrix,
    failFast: values['fail-fast'],
    verifyReplay: values['verify-replay'],
    shrink,
    trace,
  }
}

function validatorsOf({ validators }: Values): number {
  return validators === undefined ? VALIDATORS_DEFAULT : integer('--validators', validators, VALIDATORS_MIN, VALIDATORS_MAX)
}

function readArgs(args: readonly string[]) {
  try {
    const flag = { type: 'boolean', default: false } as const
    const text = { type: 'string' } as const
    const { values } = parseArgs({
      args: [...args],
      options: {
        seeds: text,
        validators: text,
        byzantine: text,
        strategy: text,
        context: text,
        schedule: text,
        campaign: text,
        minutes: text,
        save: text,
        jobs: text,
        'module-vote': flag,
        'crash-points': flag,
        'fail-fast': flag,
        'verify-replay': flag,
        accountability: flag,
        trade: flag,
        matrix: flag,
        shrink: flag,
        table: flag,
        json: flag,
        trace: flag,
      },
    })
    return values
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error })
  }
}

function directionOf(strategy: string | undefined, context: string | undefined, accountability: boolean): Direction {
  if (strategy !== undefined && !isStrategy(strategy))
    throw new UsageError(`--strategy takes one of ${BYZANTINE_STRATEGIES.join(', ')}, not ${strategy}`)
  const known = FAULT_CONTEXTS.find((name) => name === context)
  if (context !== undefined && known === undefined)
    throw new UsageError(`--context takes one of ${FAULT_CONTEXTS.join(', ')}, not ${context}`)
  return {
    ...(strategy === undefined ? {} : { strategy }),
    ...(known === undefined ? {} : { context: known }),
    ...(accountability ? { accountability } : {}),
  }
}

function integer(name: string, text: string | undefined, min: number, max: number): number {
  const value = text !== undefined && /^[0-9]{1,16}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= min && value <= max)) throw new UsageError(`${name} takes whole numbers from ${min} to ${max}, not ${text}`)
  return value
}
