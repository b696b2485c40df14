import { nearestWord } from '@hanse/primitives'
import { Command, CommanderError } from 'commander'
import { type CliError, toCliError, usageError } from './cli-error.ts'
import type { Register, Run } from './command.ts'
import { shellQuoted } from './completion/scripts.ts'
import { addGlobalOptions, type Context, createContext, type GlobalOptions } from './context.ts'
import { EXAMPLES } from './examples.ts'
import { EXIT_CODE, type ExitCode } from './exit-code.ts'
import { reportError } from './terminal/report-error.ts'

interface CommandEntry {
  readonly name: string
  readonly description: string
  /** What a command needs is loaded when it is called: some need a whole node. */
  readonly load: () => Promise<Register>
}

/** In the order of `hanse --help`. */
const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'genesis',
    description: 'the first state of a chain, the same file on every node',
    load: async () => (await import('./commands/genesis.ts')).registerGenesis,
  },
  {
    name: 'module',
    description: 'modules of one’s own: begin, check, hash',
    load: async () => (await import('./commands/module.ts')).registerModule,
  },
  { name: 'node', description: 'make, run and watch a node', load: async () => (await import('./commands/node.ts')).registerNode },
  {
    name: 'snapshot',
    description: 'the chain at one height, for nodes that begin with it: create, verify, restore, list',
    load: async () => (await import('./commands/snapshot.ts')).registerSnapshot,
  },
  {
    name: 'backup',
    description: 'a node’s folder on another disk, and back; never the vote guard',
    load: async () => (await import('./commands/backup.ts')).registerBackup,
  },
  {
    name: 'recover',
    description: 'begin a new epoch where more logs are lost than the chain can do without: status, sign, apply',
    load: async () => (await import('./commands/recover.ts')).registerRecover,
  },
  {
    name: 'prune',
    description: 'delete the old blocks of a stopped node, and give the disk its space back',
    load: async () => (await import('./commands/prune.ts')).registerPrune,
  },
  {
    name: 'config',
    description: 'show and check the configuration of a node; also `node config`',
    load: async () => (await import('./commands/config.ts')).registerConfig,
  },
  {
    name: 'doctor',
    description: 'check everything that the node of HANSE_HOME needs, each with its fix; also `node doctor`',
    load: async () => (await import('./commands/doctor.ts')).registerDoctor,
  },
  {
    name: 'keys',
    description: 'account keys in HANSE_HOME/keys: whoever has one can act for its party',
    load: async () => (await import('./commands/keys.ts')).registerKeys,
  },
  { name: 'tx', description: 'transactions: build, sign, send, follow', load: async () => (await import('./commands/tx.ts')).registerTx },
  {
    name: 'gov',
    description: 'what the members decide by vote: propose, vote, look',
    load: async () => (await import('./commands/gov.ts')).registerGov,
  },
  {
    name: 'join',
    description: 'how an organization becomes an observer, then a validator: request, approve, status',
    load: async () => (await import('./commands/join.ts')).registerJoin,
  },
  {
    name: 'evidence',
    description: 'who made a fork, by what nodes of both sides have kept',
    load: async () => (await import('./commands/evidence.ts')).registerEvidence,
  },
  { name: 'query', description: 'ask a module about its state', load: async () => (await import('./commands/query.ts')).registerQuery },
  { name: 'block', description: 'final blocks', load: async () => (await import('./commands/block.ts')).registerBlock },
  {
    name: 'proof',
    description: 'proofs that need the validators’ keys alone, and no node',
    load: async () => (await import('./commands/proof.ts')).registerProof,
  },
  {
    name: 'validators',
    description: 'who votes, in the order of the chain',
    load: async () => (await import('./commands/network.ts')).registerValidators,
  },
  {
    name: 'peers',
    description: 'which nodes the node may talk to, and whether it does',
    load: async () => (await import('./commands/network.ts')).registerPeers,
  },
  {
    name: 'consensus',
    description: 'view, primary, and who voted for the heights in flight',
    load: async () => (await import('./commands/network.ts')).registerConsensus,
  },
  {
    name: 'pool',
    description: 'how many transactions wait at the node',
    load: async () => (await import('./commands/network.ts')).registerPool,
  },
  {
    name: 'watch',
    description: 'what happens, as it happens: blocks, transactions, events, consensus, node',
    load: async () => (await import('./commands/watch.ts')).registerWatch,
  },
  {
    name: 'import',
    description: 'business documents of the outside world',
    load: async () => (await import('./commands/import.ts')).registerImport,
  },
  {
    name: 'export',
    description: 'blocks, transactions or events as JSON lines or CSV; complete, or an error; payments as ISO 20022',
    load: async () => (await import('./commands/export.ts')).registerExport,
  },
  {
    name: 'demo',
    description: 'play a story on a running devnet, step by step; exit code 1 on any surprise',
    load: async () => (await import('./commands/demo.ts')).registerDemo,
  },
  {
    name: 'debug',
    description: 'what somebody who helps needs to know of a node',
    load: async () => (await import('./commands/debug.ts')).registerDebug,
  },
  {
    name: 'rpc',
    description: 'call any method of the node and print the result as JSON',
    load: async () => (await import('./commands/rpc.ts')).registerRpc,
  },
  {
    name: 'completion',
    description: 'words that the Tab key finishes, for bash and zsh',
    load: async () => (await import('./commands/completion.ts')).registerCompletion,
  },
]

const NAME = 'hanse'
const VERSION = '0.1.0'

/** Runs one command line, words without the program's name, and gives its exit code. Everything it says is written by then. */
export async function runCommandLine(words: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT_CODE.ok
  let context: Context | undefined
  const program = await createProgram(words, async (action) => {
    context = createContext(program.opts<GlobalOptions>())
    exitCode = (await action(context)) ?? EXIT_CODE.ok
  })
  try {
    await program.parseAsync(words, { from: 'user' })
    return exitCode
  } catch (error) {
    const help = `${commandNamed(program, words)} --help`
    const end = error instanceof CommanderError ? endOfParsing(error, words, help) : toCliError(error)
    if (end === undefined) return EXIT_CODE.ok
    reportError(end, { isJson: words.includes('--json'), isStream: context?.output.isStream === true, help })
    return end.exitCode
  }
}

/** The program, with the commands that the words name loaded; the others are there by name. */
export async function createProgram(words: readonly string[], run: Run): Promise<Command> {
  const program = addGlobalOptions(new Command(NAME))
    .description('The Hanse consortium chain from the command line.')
    .version(VERSION, '--version', 'the version of this program')
  for (const { name, description, load } of COMMANDS) {
    const command = program.command(name).description(description)
    if (words.includes(name)) (await load())(command, run)
  }
  prepare(program)
  return program
}

/** What commander would do by itself, write and exit, is done here in one way for all commands. */
function prepare(command: Command, words: readonly string[] = []): void {
  const path = words.join(' ')
  if (Object.hasOwn(EXAMPLES, path)) command.addHelpText('after', exampleText(EXAMPLES[path] ?? []))
  command
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeErr: () => undefined })
    .helpOption('--help', 'what this command does and takes')
    .helpCommand(false)
  for (const child of command.commands) prepare(child as Command, [...words, child.name()])
}

function exampleText(lines: readonly string[]): string {
  return ['', lines.length === 1 ? 'Example:' : 'Examples:', ...lines.map((line) => `  ${NAME} ${line}`)].join('\n')
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
  const { unknown, meant } = guessOf(message, second)
  if (meant === undefined) return usageError(message, help)
  return usageError(message, [NAME, ...words.map((word) => shellQuoted(word === unknown ? meant : word))].join(' '))
}

/** What was typed and what was probably meant: a command, an option, or one of a few words that may stand there. */
function guessOf(message: string, second: string): { readonly unknown: string; readonly meant: string | undefined } {
  const choices = /(?:argument|value) '([^']*)' is invalid.*Allowed choices are ([^.]*)\.$/.exec(message)
  if (choices !== null) return { unknown: choices[1] ?? '', meant: nearestWord(choices[1] ?? '', (choices[2] ?? '').split(', ')) }
  return { unknown: /'([^']*)'$/.exec(message)?.[1] ?? '', meant: /Did you mean ([^ ]*)\?/.exec(second)?.[1] }
}
