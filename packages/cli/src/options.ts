import { type Hash, isHash } from '@hanse/primitives'
import { InvalidArgumentError } from 'commander'

/** For an option that may stand several times. */
export function repeated(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}

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
