import { existsSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { CONFIG_FILE, useCompileCache } from '@hanse/node/outside'
import { isUnspecifiedAddress, parseAddress, parseNamedAddress } from '@hanse/p2p/addresses'
import { type Rejection, reject } from '@hanse/primitives'
import { parseField, validatorRecordCodec } from '@hanse/protocol'
import { CliError, orThrow, usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { EXIT_CODE, type ExitCode } from '../exit-code.ts'
import { readGenesisFile } from '../genesis/read-genesis.ts'
import { chooseProtection } from '../keys/password.ts'
import { VALIDATOR_RECORD_FILE } from '../node-home/record-file.ts'
import { rpcOfHome } from '../node-home/rpc-url.ts'
import { createRunProgress } from '../node-home/run-progress.ts'
import { integerOption, repeated } from '../options.ts'
import { isoTime, mark, type Output } from '../terminal/output.ts'
import { promptSecret } from '../terminal/prompt.ts'
import { reportError } from '../terminal/report-error.ts'
import { registerConfig } from './config.ts'
import { registerDoctor } from './doctor.ts'
import { registerInspect } from './inspect.ts'
import { registerReindex } from './reindex.ts'
import { registerRepair } from './repair.ts'

/** For an end that has no hint of its own. */
const REFUSALS_HELP = 'docs/operating.md, "When a node refuses to start", has every code'

const DOCTOR = 'check everything that a node needs, each with its fix; exit code 1 when something failed; also `hanse doctor`'

const portOption = integerOption(1, 65_535)

const SYNC_SECONDS_DEFAULT = 600
const SYNC_SECONDS_MAX = 7 * 24 * 3600

interface StatusFlags {
  readonly wait: boolean
  /** Seconds. */
  readonly timeout: number
}

interface InitCommandOptions {
  readonly org: string
  readonly p2p: readonly string[]
  readonly peer: readonly string[]
  readonly listen?: string
  readonly rpcPort: number
  readonly metricsPort: number
  readonly observer: boolean
  readonly passwordFile?: string
  readonly unencrypted: boolean
  readonly genesis?: string
  readonly snapshot?: string
}

export const registerNode: Register = (node, run) => {
  node
    .command('init')
    .description('make a node’s folder: keys, configuration, and the validator record to hand in for genesis')
    .requiredOption('--org <name>', 'the organization, as the chain will know it: lower-case letters, digits, hyphens')
    .option('--p2p <host:port>', 'where other members reach this node; may stand several times', repeated, [])
    .option('--listen <host:port>', 'where it waits for them; default: every address, at the port of --p2p')
    .option('--peer <id@host:port>', 'a member’s node, where those of the genesis file may be gone; may stand several times', repeated, [])
    .option('--rpc-port <port>', 'JSON-RPC, on this machine only', portOption, 8545)
    .option('--metrics-port <port>', 'Prometheus metrics, on this machine only', portOption, 9545)
    .option('--observer', 'without a voting key: follows the chain', false)
    .option('--genesis <file>', 'copy this genesis into the folder')
    .option('--snapshot <dir>', 'begin with this snapshot, checked with the genesis, instead of with block 1')
    .option('--password-file <file>', 'file whose first line protects the keys; the configuration will name it')
    .option('--unencrypted', 'keys without a password: for development networks only', false)
    .action(async (options: InitCommandOptions) => await run(async (context) => await init(options, context)))

  node
    .command('run')
    .description('run the node of HANSE_HOME until Ctrl-C; its log is JSON lines on standard output')
    .action(
      async () =>
        await run(async ({ home, output }) => {
          if (!existsSync(join(home, CONFIG_FILE))) {
            const hint = `hanse node init --home ${home} --org NAME --p2p HOST:PORT`
            throw new CliError(reject('config/not-found', `${home} is no node’s folder`, { hint }))
          }
          return await runWatched(home, output)
        }),
    )

  node
    .command('status')
    .description('what the node of HANSE_HOME, or that at --rpc, says of itself; exit code 3 when it is not in step with the chain')
    .option('--wait', 'until it is in step; exit code 4 when that takes too long', false)
    .option('--timeout <seconds>', 'how long to wait', integerOption(1, SYNC_SECONDS_MAX), SYNC_SECONDS_DEFAULT)
    .action(async (flags: StatusFlags) => await run(async (context) => await status(context, flags)))

  registerReindex(
    node
      .command('reindex')
      .description('make the index of a stopped node’s folder anew from its blocks; one that was interrupted goes on where it was'),
    run,
  )

  registerRepair(
    node
      .command('repair')
      .description('save what is whole of a stopped node’s damaged store into a new one, and set the damaged one aside'),
    run,
  )

  registerDoctor(node.command('doctor').description(DOCTOR), run)

  registerInspect(
    node.command('inspect').description('what the folder of a stopped node holds; works on a damaged one as far as it goes'),
    run,
  )

  registerConfig(node.command('config').description('show and check the configuration; also `hanse config`'), run)
}

/** In JSON mode the log says everything, its fatal line is the document. */
async function runWatched(home: string, { isJson }: Output): Promise<ExitCode> {
  useCompileCache(home)
  const { runNode } = await import('@hanse/node/run')
  if (isJson) return exitCodeOfNode(await runNode(home, promptSecret))
  const { onProgress, onLogLine, end } = createRunProgress()
  const onFatal = (rejection: Rejection): void => {
    end()
    reportError(new CliError(rejection), { isJson, help: REFUSALS_HELP })
  }
  const code = await runNode(home, promptSecret, { onFatal, onProgress, onLogLine })
  end()
  return exitCodeOfNode(code)
}

function exitCodeOfNode(code: number): ExitCode {
  return code === 0 ? EXIT_CODE.ok : EXIT_CODE.failed
}

/** The port of the first address, on every interface. */
function listenOf({ listen, p2p }: InitCommandOptions): string {
  const [first] = p2p
  if (listen !== undefined) return listen
  if (first === undefined) return '127.0.0.1:10545'
  const port = orThrow(parseAddress(first)).getComponents()[1]?.value
  return `0.0.0.0:${port}`
}

async function init(options: InitCommandOptions, { home, output }: Context): Promise<void> {
  const { org: organization, p2p: addresses, peer: peers, observer, passwordFile } = options
  const isValidator = !observer
  const name = parseField(validatorRecordCodec, {
    organization,
    consensusKey: { algorithm: 1, bytes: `0x${'00'.repeat(32)}` },
    peerId: 'x',
    addresses,
  })
  if (!name.ok) throw new CliError(name.error)
  const reachable = addresses.filter((address) => !isUnspecifiedAddress(orThrow(parseAddress(address))))
  if ((isValidator && reachable.length === 0) || reachable.length < addresses.length) {
    const hint = 'Add --p2p HOST:PORT, as the other members see it.'
    throw new CliError(reject('node/no-address', 'the other members must be able to reach a validator', { hint }), {
      exitCode: EXIT_CODE.usage,
    })
  }
  if (options.genesis !== undefined) await readGenesisFile(options.genesis)
  else if (options.snapshot !== undefined)
    throw usageError('a snapshot is checked with the genesis', 'hanse node init … --genesis FILE --snapshot FOLDER')
  for (const peer of peers) orThrow(parseNamedAddress(peer))
  const listen = listenOf(options)
  orThrow(parseAddress(listen))
  const protection = await chooseProtection('the node keys', options)
  const { rpcPort, metricsPort } = options
  const choices = {
    organization,
    isValidator,
    listen,
    peers,
    rpcPort,
    metricsPort,
    ...(passwordFile === undefined ? {} : { passwordFile: resolve(passwordFile) }),
  }
  const { initHome } = await import('../node-home/init-home.ts')
  const { peerId, record } = await initHome({ home, addresses, protection, ...choices })
  if (options.genesis !== undefined) await copyFile(options.genesis, join(home, 'genesis.json'))
  const begun =
    options.snapshot === undefined
      ? undefined
      : await (await import('./snapshot.ts')).restoreInto(home, resolve(options.snapshot), false, output)
  output.line(mark.good(`${home} is the home of ${organization}`))
  output.fields([
    ['configuration', join(home, CONFIG_FILE)],
    ['peer id', peerId],
    ['keys', 'unencrypted' in protection ? 'NOT ENCRYPTED: for development networks only' : 'encrypted with the password given'],
  ])
  if (record !== undefined) {
    output.line()
    output.line(`Hand in this record for genesis; it is also in ${join(home, VALIDATOR_RECORD_FILE)}:`)
    output.line(JSON.stringify(validatorRecordCodec.toJson(record), undefined, 2))
  }
  output.result({
    home,
    organization,
    peerId,
    ...(record === undefined ? {} : { record: validatorRecordCodec.toJson(record) }),
    ...(begun === undefined ? {} : { snapshot: begun }),
  })
}

async function status(context: Context, { wait, timeout }: StatusFlags): Promise<ExitCode> {
  const { home, output, isRpcGiven } = context
  const own = isRpcGiven ? undefined : await rpcOfHome(home)
  const rpcUrl = own?.url ?? context.rpcUrl
  const client = own === undefined ? await context.connect() : (await import('../client.ts')).clientOf(own.url, own.fetch)
  if (wait) await (await import('../node-home/wait-until-synced.ts')).waitUntilSynced(client, timeout * 1000)
  const [info, now] = await Promise.all([client.call('node_info'), client.call('node_status')])
  const isReady = now.state === 'synced'
  output.line(
    isReady
      ? mark.good(`${info.organization} is in step with the chain`)
      : mark.bad(`${info.organization} is ${now.state}: ${now.reasons.join(', ')}`),
  )
  output.fields([
    ['node', `${info.organization} (${info.role}), version ${info.version}, ${rpcUrl}`],
    ['chain', `${info.name} · id ${info.chainId} · genesis ${info.genesisHash}`],
    ['height', now.lag === 0 ? now.height : `${now.height}, ${now.lag} behind`],
    ['head time', isoTime(now.headTime)],
    [
      'blocks',
      now.earliest === 0 ? undefined : `from height ${now.earliest} on${info.history === 'pruned' ? '; older ones are deleted' : ''}`,
    ],
    ['epoch', now.epoch],
    ['view', `${now.view}, primary ${now.primary}`],
    ['peers', now.peers],
    ['peer id', info.peerId],
  ])
  output.result({ info, status: now })
  return isReady ? EXIT_CODE.ok : EXIT_CODE.notReady
}
