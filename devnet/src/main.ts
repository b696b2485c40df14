import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { DATA_DIR_DEFAULT, devnetCommand } from './command-line.ts'
import { accounts, endpoints, kill, logs, reset, start, status, stop } from './commands/nodes.ts'
import { restore, snapshot } from './commands/snapshots.ts'
import { createOutput, cross, DevnetError, type Output } from './output.ts'
import { BASE_PORT_DEFAULT, HEARTBEAT_MS_DEFAULT, VALIDATORS_DEFAULT, VALIDATORS_MAX } from './topology.ts'

interface Options {
  readonly dataDir: string
  readonly basePort: number
  readonly validators: number
  readonly demo: boolean
  readonly heartbeatMs: number
  readonly module: readonly string[]
  readonly detach: boolean
  readonly json: boolean
}

const EXIT_USAGE = 2
/** What a command takes, where that is not the name of a node. */
const EXAMPLES: Readonly<Record<string, string>> = { 'add-node': 'bank-c', snapshot: 'before', restore: 'before' }

function integer(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!Number.isSafeInteger(value) || value < min || value > max) throw new InvalidArgumentError(`an integer from ${min} to ${max}`)
    return value
  }
}

type Action = (options: Options, output: Output, argument: string) => Promise<void>

/** `devnet … | head` closes the pipe when it has enough: that is no failure, and nobody waits for the rest. */
function untilUnread(action: Action): Action {
  return async (options, output, argument) => {
    void output.closed.then(() => process.exit(0))
    await action(options, output, argument)
  }
}

function createProgram(run: (action: (options: Options, output: Output) => Promise<void>) => Promise<void>): Command {
  const program = new Command('devnet')
    .description('Four validators on this machine, with the cast of the demo stories.')
    .option('--detach', 'leave the network running', false)
    .option('--data-dir <dir>', 'where the network is kept', DATA_DIR_DEFAULT)
    .addOption(
      new Option('--base-port <port>', 'RPC of the first node; metrics from 1000 above it on, p2p from 2000, admin from 3000')
        .argParser(integer(1024, 62_000))
        .default(BASE_PORT_DEFAULT),
    )
    .addOption(
      new Option('--validators <n>', 'validators of a new network').argParser(integer(4, VALIDATORS_MAX)).default(VALIDATORS_DEFAULT),
    )
    .option('--no-demo', 'without the demo members')
    .addOption(
      new Option('--heartbeat-ms <ms>', 'how often an idle new network makes an empty block')
        .argParser(integer(100, 60_000))
        .default(HEARTBEAT_MS_DEFAULT),
    )
    .option(
      '--module <dir>',
      'a module of your own: of a new network from genesis on, in one that exists to be voted for; may stand several times',
      (dir, before: readonly string[]) => [...before, dir],
      [],
    )
    .option('--json', 'one JSON document on standard output', false)
    // What commander would do by itself, write and exit, is done by `report`; the commands inherit it.
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
  const add = (name: string, description: string, action: Action): void => {
    program
      .command(name)
      .description(description)
      .action(
        async (argument: unknown) => await run((options, output) => action(options, output, typeof argument === 'string' ? argument : '')),
      )
  }
  const command = (name: string, description: string, action: Action): void => add(name, description, untilUnread(action))
  program.action(async () => await run(bringUp))
  add('up', 'make the network or resume it (the default)', bringUp)
  command('stop', 'stop every node', ({ dataDir }, output) => stop(dataDir, output))
  command('start <node>', 'start one node', ({ dataDir }, output, node) => start(dataDir, node, output))
  command('kill <node>', 'kill -9 one node', ({ dataDir }, output, node) => kill(dataDir, node, output))
  command('add-node <name>', 'a node more: the members admit it, it follows the chain, and they make it a validator', addOne)
  command('snapshot <name>', 'keep the whole network as it is now under a name', ({ dataDir }, output, name) =>
    snapshot(dataDir, name, output),
  )
  command('restore <name>', 'bring the whole network back to a snapshot', ({ dataDir }, output, name) => restore(dataDir, name, output))
  command('seed', 'play every demo story, so that there is something to look at', seedWithStories)
  command('status', 'what every node says of itself', ({ dataDir }, output) => status(dataDir, output))
  command('endpoints', 'the addresses that answer', ({ dataDir }, output) => endpoints(dataDir, output))
  command('accounts', 'the public demo keys', ({ dataDir }, output) => accounts(dataDir, output))
  command('logs [node]', 'the last lines of the logs', ({ dataDir }, output, node) => logs(dataDir, node === '' ? undefined : node, output))
  command('reset', 'stop every node and delete the network', ({ dataDir }, output) => reset(dataDir, output))
  return program
}

async function addOne({ dataDir }: Options, output: Output, name: string): Promise<void> {
  const { addNode } = await import('./commands/add-node.ts')
  await addNode(dataDir, name, output)
}

async function seedWithStories({ dataDir }: Options, output: Output): Promise<void> {
  const { seed } = await import('./commands/seed.ts')
  await seed(dataDir, output)
}

async function bringUp(
  { dataDir, basePort, validators, demo, heartbeatMs, module: modules, detach }: Options,
  output: Output,
): Promise<void> {
  // Only here: what makes and starts nodes takes a second to load, and the other commands do without.
  const { up } = await import('./commands/up.ts')
  // A document on standard output ends the command; it cannot stay with the network as well.
  const asked = new Set(['basePort', 'validators', 'demo', 'heartbeatMs'].filter((name) => program.getOptionValueSource(name) === 'cli'))
  await up({ directory: dataDir, basePort, validators, demo, heartbeatMs, modules, detach: detach || output.json, asked }, output)
}

/** A command line that makes no sense, with a way to find out what does. */
function usageError({ code, message }: CommanderError, { args, commands }: Command): DevnetError {
  const [first = ''] = args
  const isCommand = commands.some((command) => command.name() === first)
  // The root command is `up` itself: it takes a word that is no command for a parameter.
  const isUnknown = code === 'commander.excessArguments' && !isCommand
  const [firstLine = ''] = message.split('\n')
  const tryThis =
    code === 'commander.missingArgument' ? `npm run devnet -- ${first} ${EXAMPLES[first] ?? 'supplier'}` : 'npm run devnet -- --help'
  return new DevnetError('devnet/usage', isUnknown ? `unknown command '${first}'` : firstLine.replace(/^error: /, ''), tryThis, EXIT_USAGE)
}

function report(error: unknown, { json, dataDir }: Pick<Options, 'json' | 'dataDir'>): number {
  const known =
    error instanceof DevnetError
      ? error
      : new DevnetError('devnet/failed', error instanceof Error ? error.message : String(error), devnetCommand(dataDir, 'logs'))
  if (json) process.stdout.write(`${JSON.stringify({ error: { code: known.code, message: known.message, try: known.tryThis } })}\n`)
  else process.stderr.write(`${cross(known.message)}\n   Try: ${known.tryThis}\n`)
  return known.exitCode
}

const output = createOutput(process.argv.includes('--json'))
const program = createProgram(async (action) => {
  const options = program.optsWithGlobals<Options>()
  try {
    await action(options, output)
  } catch (error) {
    process.exitCode = report(error, options)
  }
})

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  if (error.exitCode !== 0) process.exitCode = report(usageError(error, program), { json: output.json, dataDir: DATA_DIR_DEFAULT })
}
process.exit()
