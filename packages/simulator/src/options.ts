import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { faultsMax, VALIDATORS_MAX } from '@hanse/protocol'
import { BYZANTINE_STRATEGIES, isStrategy } from './byzantine/strategies.ts'
import { type Direction, FAULT_CONTEXTS } from './directed-plan.ts'
import { VOTING_VALIDATORS } from './voted-module.ts'

export const USAGE =
  'npm run simulate -- --seeds A-B [--validators N] [--byzantine K] [--module-vote] [--strategy NAME] [--context NAME] [--accountability] [--matrix] [--jobs N] [--fail-fast] [--verify-replay] [--json] [--trace]'

const VALIDATORS_DEFAULT = 4
/** Fewer have no f to speak of. */
const VALIDATORS_MIN = 4
const SEED_MAX = Number.MAX_SAFE_INTEGER

/** What a call of the program asks for. */
export interface Options extends Direction {
  readonly firstSeed: number
  readonly lastSeed: number
  readonly validators: number
  /** Absent: up to f by chance. */
  readonly byzantine?: number
  /** Members bring a module by vote, and some nodes lack it. */
  readonly moduleVote: boolean
  /** Seeds that run at a time, each in its own thread. */
  readonly jobs: number
  /** Ends with the first violation. */
  readonly failFast: boolean
  /** Runs every seed twice and compares. */
  readonly verifyReplay: boolean
  /** Every strategy in every context, one after the other. */
  readonly matrix: boolean
  readonly json: boolean
  readonly trace: boolean
}

/** The parameters were not understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** @throws UsageError */
export function parseOptions(args: readonly string[]): Options {
  const { seeds, validators, byzantine, jobs, strategy, context, ...flags } = readArgs(args)
  if (seeds === undefined) throw new UsageError('--seeds is missing')
  const [first, last = first] = seeds.split('-')
  const firstSeed = integer('--seeds', first, 0, SEED_MAX)
  const lastSeed = integer('--seeds', last, firstSeed, SEED_MAX)
  const set = validators === undefined ? VALIDATORS_DEFAULT : integer('--validators', validators, VALIDATORS_MIN, VALIDATORS_MAX)
  if (flags.trace && (firstSeed !== lastSeed || flags.json)) throw new UsageError('--trace is for one seed, and for people')
  if (flags['module-vote'] && set !== VOTING_VALIDATORS) throw new UsageError(`--module-vote is for ${VOTING_VALIDATORS} validators`)
  return {
    firstSeed,
    lastSeed,
    validators: set,
    ...(byzantine === undefined ? {} : { byzantine: integer('--byzantine', byzantine, 0, faultsMax(set)) }),
    moduleVote: flags['module-vote'],
    ...directionOf(strategy, context, flags.accountability),
    matrix: flags.matrix,
    jobs: jobs === undefined ? availableParallelism() : integer('--jobs', jobs, 1, 1_024),
    failFast: flags['fail-fast'],
    verifyReplay: flags['verify-replay'],
    json: flags.json,
    trace: flags.trace,
  }
}

function readArgs(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seeds: { type: 'string' },
        validators: { type: 'string' },
        byzantine: { type: 'string' },
        'module-vote': { type: 'boolean', default: false },
        strategy: { type: 'string' },
        context: { type: 'string' },
        accountability: { type: 'boolean', default: false },
        matrix: { type: 'boolean', default: false },
        jobs: { type: 'string' },
        'fail-fast': { type: 'boolean', default: false },
        'verify-replay': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        trace: { type: 'boolean', default: false },
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
