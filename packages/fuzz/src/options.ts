import { parseArgs } from 'node:util'

export const USAGE = 'npm run fuzz -- TARGET|all|list [--seconds N] [--seed S] [--json]'

const SECONDS_DEFAULT = 60
const SECONDS_MAX = 7 * 24 * 3_600

/** What a call of the program asks for. */
export interface Options {
  /** A name, `all`, or `list`. */
  readonly target: string
  /** Of each target. */
  readonly seconds: number
  readonly seed: number
  readonly json: boolean
}

/** The parameters were not understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** @throws UsageError */
export function parseOptions(args: readonly string[]): Options {
  const { positionals, values } = readArgs(args)
  const [target, ...rest] = positionals
  if (target === undefined || rest.length > 0) throw new UsageError('one target, or all of them, or their list')
  return {
    target,
    seconds: values.seconds === undefined ? SECONDS_DEFAULT : integer('--seconds', values.seconds, 1, SECONDS_MAX),
    seed: values.seed === undefined ? 1 : integer('--seed', values.seed, 0, Number.MAX_SAFE_INTEGER),
    json: values.json,
  }
}

function readArgs(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { seconds: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error })
  }
}

function integer(name: string, text: string, min: number, max: number): number {
  const value = /^[0-9]{1,16}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= min && value <= max)) throw new UsageError(`${name} takes whole numbers from ${min} to ${max}, not ${text}`)
  return value
}
