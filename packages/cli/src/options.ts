import { type Hash, isHash } from '@hanse/primitives'
import { InvalidArgumentError } from 'commander'

/** For an option that may stand several times. */
export function repeated(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}

/** For commands that read what modules of one's own encode; `ownModules` takes it. */
export const MODULE_OPTION = [
  '--module <dir>',
  'folder of a module of your own; default: those in the configuration of HANSE_HOME',
  repeated,
  [] as readonly string[],
] as const

export function integerOption(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^[0-9]+$/.test(text) && Number.isSafeInteger(value) && value >= min && value <= max) return value
    throw new InvalidArgumentError(`An integer from ${min} to ${max}.`)
  }
}

export function hashArgument(text: string): Hash {
  if (isHash(text)) return text
  throw new InvalidArgumentError('A hash is 0x and 64 lower-case hexadecimal digits.')
}
