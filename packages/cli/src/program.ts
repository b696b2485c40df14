import { Command, CommanderError } from 'commander'
import { type CliError, toCliError, usageError } from './cli-error.ts'
import type { Register, Run } from './command.ts'
import { registerBlock } from './commands/block.ts'
import { registerDemo } from './commands/demo.ts'
import { registerGenesis } from './commands/genesis.ts'
import { registerImport } from './commands/import.ts'
import { registerKeys } from './commands/keys.ts'
import { registerNetwork } from './commands/network.ts'
import { registerNode } from './commands/node.ts'
import { registerProof } from './commands/proof.ts'
import { registerQuery } from './commands/query.ts'
import { registerRpc } from './commands/rpc.ts'
import { registerTx } from './commands/tx.ts'
import { addGlobalOptions, createContext, type GlobalOptions } from './context.ts'
import { EXIT_CODE, type ExitCode } from './exit-code.ts'
import { reportError } from './terminal/report-error.ts'

/** In the order of `hanse --help`. */
const COMMANDS: readonly Register[] = [
  registerGenesis,
  registerNode,
  registerKeys,
  registerTx,
  registerQuery,
  registerBlock,
  registerProof,
  registerNetwork,
  registerImport,
  registerDemo,
  registerRpc,
]

const NAME = 'hanse'
const VERSION = '0.1.0'

/** Runs one command line, words without the program's name, and gives its exit code. Everything it says is written by then. */
export async function runCommandLine(words: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT_CODE.ok
  const program = createProgram(async (action) => {
    exitCode = (await action(createContext(program.opts<GlobalOptions>()))) ?? EXIT_CODE.ok
  })
  try {
    await program.parseAsync(words, { from: 'user' })
    return exitCode
  } catch (error) {
    const help = `${commandNamed(program, words)} --help`
    const end = error instanceof CommanderError ? endOfParsing(error, words, help) : toCliError(error)
    if (end === undefined) return EXIT_CODE.ok
    reportError(end, { isJson: words.includes('--json'), help })
    return end.exitCode
  }
}

function createProgram(run: Run): Command {
  const program = addGlobalOptions(new Command(NAME))
    .description('The Hanse consortium chain from the command line.')
    .version(VERSION, '--version', 'the version of this program')
  for (const register of COMMANDS) register(program, run)
  prepare(program)
  return program
}

/** What commander would do by itself, write and exit, is done here in one way for all commands. */
function prepare(command: Command): void {
  command
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeErr: () => undefined })
    .helpOption('--help', 'what this command does and takes')
    .helpCommand(false)
  for (const child of command.commands) prepare(child as Command)
}

/** The part of a command line that names a command: `hanse node init`. */
function commandNamed(program: Command, words: readonly string[]): string {
  const path = [NAME]
  let command = program
  for (const word of words) {
    const child = command.commands.find((candidate) => candidate.name() === word)
    if (child === undefined) continue
    path.push(word)
    command = child as Command
  }
  return path.join(' ')
}

/** Undefined after help and version, which were asked for and are written. */
function endOfParsing(error: CommanderError, words: readonly string[], help: string): CliError | undefined {
  if (error.exitCode === 0) return undefined
  if (error.code === 'commander.help') return usageError('a command is missing', help)
  const [first = '', second = ''] = error.message.split('\n')
  const message = first.replace(/^error: /, '')
  const unknown = /'([^']*)'$/.exec(message)?.[1]
  const guess = /Did you mean ([^ ]*)\?/.exec(second)?.[1]
  if (guess === undefined) return usageError(message, help)
  return usageError(message, [NAME, ...words.map((word) => (word === unknown ? guess : word))].join(' '))
}
