import type { Command } from 'commander'
import { createProgram } from '../../src/program.ts'

/** Every group and command by its first word: naming them loads them. */
export async function wholeProgram(): Promise<Command> {
  const ignore = async (): Promise<void> => undefined
  const names = (await createProgram([], ignore)).commands.map((command) => command.name())
  return await createProgram(names, ignore)
}

export interface Leaf {
  /** Its words: `tx send`. */
  readonly path: string
  readonly command: Command
}

/** The commands that do something, hidden ones left out. */
export function leavesOf(command: Command, path: readonly string[] = []): readonly Leaf[] {
  if (command.commands.length === 0) return [{ path: path.join(' '), command }]
  const visible = command.createHelp().visibleCommands(command)
  return visible.flatMap((child) => leavesOf(child as Command, [...path, child.name()]))
}

/** An example as a shell would split it, `0x…` made a hash. */
export function exampleWords(line: string): readonly string[] {
  const words = ['']
  let quote = ''
  for (const character of line) {
    const word = words.at(-1) ?? ''
    if (quote !== '' && character === quote) quote = ''
    else if (quote === '' && `"'`.includes(character)) quote = character
    else if (quote === '' && character === ' ') words.push('')
    else words[words.length - 1] = word + character
  }
  return words.map((word) => word.replace('0x…', `0x${'00'.repeat(32)}`))
}
