import type { Command } from 'commander'

/** Command lines that work, under the help of their command. Every command has at least one. */
export function withExamples(command: Command, ...lines: readonly [string, ...string[]]): Command {
  const title = lines.length === 1 ? 'Example:' : 'Examples:'
  return command.addHelpText('after', `\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}`)
}
