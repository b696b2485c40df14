import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'

export const USAGE = 'npm run explore -- [--scenarios N] [--seed S] [--jobs N] [--json] · npm run explore -- --replay SCENARIO'

const SCENARIOS_DEFAULT = 10_000
const NUMBER_MAX = Number.MAX_SAFE_INTEGER
const JOBS_MAX = 1_024

/** What a call of the program asks for. */
export interface Options {
  /** The number of the first scenario: ranges that do not overlap hold different ones. */
  readonly seed: number
  readonly scenarios: number
  readonly jobs: number
  readonly json: boolean
  /** One scenario, line by line. */
  readonly replay?: number
}

/** The parameters were not understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** @throws UsageError */
export function parseOptions(args: readonly string[]): Options {
  const { seed, scenarios, jobs, json, replay } = readArgs(args)
  if (replay !== undefined && (seed !== undefined || scenarios !== undefined || json))
    throw new UsageError('--replay is for one scenario, and for people')
  return {
    seed: seed === undefined ? 1 : integer('--seed', seed, 0, NUMBER_MAX),
    scenarios: scenarios === undefined ? SCENARIOS_DEFAULT : integer('--scenarios', scenarios, 1, NUMBER_MAX),
    jobs: jobs === undefined ? availableParallelism() : integer('--jobs', jobs, 1, JOBS_MAX),
    json,
    ...(replay === undefined ? {} : { replay: integer('--replay', replay, 0, NUMBER_MAX) }),
  }
}

function readArgs(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string' },
        scenarios: { type: 'string' },
        jobs: { type: 'string' },
        json: { type: 'boolean', default: false },
        replay: { type: 'string' },
      },
    })
    return values
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error })
  }
}

function integer(name: string, text: string, min: number, max: number): number {
  const value = /^[0-9]{1,16}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= min && value <= max)) throw new UsageError(`${name} takes whole numbers from ${min} to ${max}, not ${text}`)
  return value
}
