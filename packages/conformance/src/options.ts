import { parseArgs } from 'node:util'

export const USAGE = 'npm run conformance -- en16931 --dir DIR [--json], or npm run conformance -- speed [--lines N] [--json]'

const LINES_DEFAULT = 10_000
const LINES_MAX = 20_000

/** What a call of the program asks for. */
export type Options =
  | { readonly suite: 'en16931'; readonly folder: string; readonly json: boolean }
  | { readonly suite: 'speed'; readonly lines: number; readonly json: boolean }

/** The parameters were not understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** @throws UsageError */
export function parseOptions(args: readonly string[]): Options {
  const { positionals, values } = readArgs(args)
  const [suite, ...rest] = positionals
  const { dir, lines, json } = values
  if (rest.length > 0) throw new UsageError(`one suite, not also ${rest.join(' ')}`)
  if (suite === 'en16931') {
    if (dir === undefined || dir === '') throw new UsageError('--dir names the folder of the suite: its test/, or one inside')
    if (lines !== undefined) throw new UsageError('--lines is for speed')
    return { suite, folder: dir, json }
  }
  if (suite !== 'speed') throw new UsageError(suite === undefined ? 'which suite?' : `there is no suite ${suite}: en16931, speed`)
  if (dir !== undefined) throw new UsageError('--dir is for en16931')
  return { suite, lines: lines === undefined ? LINES_DEFAULT : integer('--lines', lines, 1, LINES_MAX), json }
}

function readArgs(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { dir: { type: 'string' }, lines: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error })
  }
}

function integer(name: string, text: string, min: number, max: number): number {
  const value = /^[0-9]{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= min && value <= max)) throw new UsageError(`${name} takes whole numbers from ${min} to ${max}, not ${text}`)
  return value
}
