import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { parseNamedAddress } from '@hanse/p2p/addresses'
import type { LogLevel } from '@hanse/ports'
import { assert, err, ok, type Result, reject } from '@hanse/primitives'
import { MODULES_MAX } from '@hanse/protocol'
import type { RpcServerOptions } from '@hanse/rpc'
import { UNDO_HEIGHTS_DEFAULT } from '@hanse/state'
import { parse, TomlError } from 'smol-toml'
import { z } from 'zod'
import { type ConfigFault, faultsOfSchema } from './configuration/config-faults.ts'
import { faultsOfRelations } from './configuration/relations.ts'
import { type SettingsSection, settingsOf } from './configuration/settings.ts'

const MS = z.number().int().min(1).max(3_600_000)
const HOST = z.string().min(1).max(255)
const MIB = 1024 * 1024
const CACHE_BYTES = z.number().int().min(MIB)
const PORT_MAX = 65_535
/** Addresses that an operator names beside the chain’s. */
const NAMED_PEERS_MAX = 32
/** As many headers as a start follows, and more than peers fall behind by a pause. */
const KEEP_BLOCKS_MIN = 1_024
const PORT = z.number().int().min(0).max(PORT_MAX)
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const satisfies readonly LogLevel[]

/**
 * What one node may choose. A value that affects a block may not live here: those are `ChainParams`. The description of a setting stands
 * in the file that `hanse node init` writes and in docs/operating.md; `example` shows a value where the default is none or empty.
 */
const nodeConfigSchema = z.strictObject({
  organization: z.string().min(1).max(64).meta({
    description: 'The member that runs the node: as in the genesis file’s validator record; an observer’s own name otherwise.',
    example: 'bank-a',
  }),
  genesis: z.string().default('genesis.json').describe('The genesis file, the same bytes at every member.'),
  dataDir: z.string().default('data').describe('Folder of store and write-ahead log. Never copied from a running node, never shared.'),
  modules: z
    .array(z.string().min(1))
    .max(MODULES_MAX)
    .default([])
    .meta({
      description: 'Folders of modules that are no part of this software: docs/modules.md.',
      example: ['../modules/loyalty'],
    }),
  keys: z
    .strictObject({
      consensus: z.string().optional().meta({
        description: 'Key file that votes; without it the node is an observer. The vote guard lies beside it, and moves with it.',
        example: 'keys/consensus.json',
      }),
      identity: z.string().default('keys/identity.json').describe('Key file of the peer id: it proves to other nodes who this one is.'),
      passwordFile: z.string().optional().meta({
        description: 'File whose first line is the password of both key files. Without it HANSE_PASSWORD, else a prompt.',
        example: '/run/secrets/hanse-password',
      }),
    })
    .prefault({})
    .describe('Key files of the node.'),
  p2p: z
    .strictObject({
      listen: z
        .array(z.string())
        .min(1)
        .default(['127.0.0.1:10545'])
        .describe('Where the other members connect: host:port, [host]:port or multiaddrs. 0.0.0.0 is every address.'),
      addresses: z
        .record(z.string(), z.array(z.string()))
        .default({})
        .meta({
          description: 'Where to reach an organization, if not where its genesis record says.',
          example: { 'bank-b': ['10.0.0.2:10545'] },
        }),
      peers: z
        .array(z.string().refine((text) => parseNamedAddress(text).ok, 'is no PEERID@HOST:PORT'))
        .max(NAMED_PEERS_MAX)
        .default([])
        .meta({
          description:
            'More nodes to talk to, as PEERID@HOST:PORT: for a node that joins when those of the genesis file are gone. Whom it lacks it learns from the chain.',
          example: ['12D3KooW…@bank-e.example:10545'],
        }),
    })
    .prefault({})
    .describe('The mesh of the members’ nodes.'),
  rpc: z
    .strictObject({
      host: HOST.default('127.0.0.1').describe('Address where clients connect. Anything but loopback needs TLS and access keys.'),
      port: PORT.default(8545).describe('Its port; 0 is any free one.'),
      cors: z.boolean().default(false).describe('Let web pages of any origin call: development networks only.'),
      tlsCert: z.string().optional().meta({ description: 'Certificate and its chain, PEM.', example: 'tls/cert.pem' }),
      tlsKey: z.string().optional().meta({ description: 'Private key of the certificate, PEM, mode 0600.', example: 'tls/key.pem' }),
      requireKeys: z
        .boolean()
        .default(false)
        .describe('Refuse calls without a key on loopback too, as behind a proxy. With accessKeys, and elsewhere, they always are.'),
      accessKeys: z
        .array(z.strictObject({ organization: z.string().min(1).max(64), sha256: z.string().regex(/^0x[0-9a-f]{64}$/) }))
        .default([])
        .meta({
          description: 'Who may call: the SHA-256 of a random key of at least 32 characters, by organization.',
          example: [{ organization: 'bank-a', sha256: '0x…' }],
        }),
      hostNames: z
        .array(HOST)
        .default([])
        .meta({
          description: 'More names that clients call this node by: a Host header with another name is refused.',
          example: ['node.bank-a.example'],
        }),
    })
    .prefault({})
    .describe('JSON-RPC for clients.'),
  metrics: z
    .strictObject({
      host: HOST.default('127.0.0.1').describe('Address of /metrics, /livez and /readyz.'),
      port: PORT.default(9545).describe('Its port; 0 is any free one.'),
    })
    .prefault({})
    .describe('Probes and Prometheus metrics.'),
  admin: z
    .strictObject({
      host: HOST.default('127.0.0.1').describe('Address of the operator’s own calls, admin_…: loopback, anything else is refused.'),
      port: PORT.optional().meta({
        description: 'Its port; 0 is any free one. Without it that of the RPC and 3,000 more.',
        example: 11_545,
      }),
      tokenFile: z
        .string()
        .default('admin-token')
        .describe('The node writes a new token there at each start; admin calls need it, and whoever may read the file has it.'),
      keysFile: z.string().default('api-keys.json').describe('API keys that admin_createApiKey made, by their SHA-256.'),
    })
    .prefault({})
    .describe('The admin listener: log level, peers, API keys.'),
  consensus: z
    .strictObject({
      viewTimeoutMs: MS.default(800).describe('How long a primary may be silent before it is replaced.'),
      viewTimeoutMsMax: MS.default(8_000).describe('The cap of that time’s growth; not below it.'),
      batchWaitMs: MS.default(20).describe(
        'How long a primary collects transactions for a block; less than viewTimeoutMs. A busy one waits longer, up to a quarter of that.',
      ),
      statusMs: MS.default(400).describe('How often validators tell each other where they are.'),
      fetchRetryMs: MS.default(300).describe('When to ask another peer for what is missing.'),
    })
    .prefault({})
    .describe('Times of agreement. They may differ from member to member; much shorter than the network’s delays they cost view changes.'),
  pool: z
    .strictObject({
      capacity: z.number().int().min(100).max(1_000_000).default(20_000).describe('Transactions that may wait.'),
      perSenderMax: z.number().int().min(1).max(1_000_000).default(4_000).describe('Transactions of one sender that may wait.'),
      bytesMax: z
        .number()
        .int()
        .min(65_536)
        .default(64 * MIB)
        .describe('Bytes of transactions that may wait.'),
    })
    .prefault({})
    .describe('Transactions that wait for a block. What does not fit is refused, and the client told.'),
  store: z
    .strictObject({ cacheBytes: CACHE_BYTES.default(8 * MIB).describe('LevelDB’s cache of table blocks.') })
    .prefault({})
    .describe('The store of blocks, receipts and state.'),
  history: z
    .strictObject({
      mode: z
        .enum(['archive', 'pruned'])
        .default('archive')
        .describe('archive keeps every block; pruned deletes those below the last keepBlocks, and answers 4444 for them.'),
      keepBlocks: z
        .number()
        .int()
        .min(KEEP_BLOCKS_MIN)
        .max(1_000_000_000)
        .default(100_000)
        .describe(
          'Blocks that a pruned node keeps. Those in which a transaction that could come again may stand are kept whatever it says.',
        ),
    })
    .prefault({})
    .describe('How far back blocks and receipts can be asked for.'),
  state: z
    .strictObject({
      cacheBytes: CACHE_BYTES.default(16 * MIB).describe('Cache of values and tree pages that were used lately.'),
      undoHeights: z
        .number()
        .int()
        .min(0)
        .max(1_000_000)
        .default(UNDO_HEIGHTS_DEFAULT)
        .describe('Heights below the head whose state can be asked for; older ones answer 4444.'),
    })
    .prefault({})
    .describe('The authenticated state.'),
  index: z
    .strictObject({
      enabled: z.boolean().default(true).describe('Keep an index of the blocks, from which lists of blocks, transactions and events come.'),
      cacheBytes: CACHE_BYTES.default(8 * MIB).describe('Cache of its pages.'),
    })
    .prefault({})
    .describe('The index of the blocks. It is made from them and may be deleted at any time: the node makes it again.'),
  log: z
    .strictObject({
      level: z.enum(LOG_LEVELS).default('info').describe('The least urgent level that is written; docs/operating.md says what each means.'),
      file: z.string().optional().meta({
        description: 'File of the log, rotated by the node itself. Without it the log goes to standard output.',
        example: 'log/node.log',
      }),
      fileBytesMax: z
        .number()
        .int()
        .min(64 * 1024)
        .max(1024 * MIB)
        .default(16 * MIB)
        .describe('Size at which the file is set aside as FILE.1 and a new one begun.'),
      filesMax: z.number().int().min(1).max(100).default(5).describe('Files that are kept, with the one being written; the oldest goes.'),
    })
    .prefault({})
    .describe('JSON lines, one an event. Files take at most fileBytesMax times filesMax.'),
})

export type NodeConfig = z.output<typeof nodeConfigSchema> & { readonly admin: { readonly port: number } }
export type NodeConfigInput = z.input<typeof nodeConfigSchema>

/** How far the admin listener is from the RPC where nothing else is said. */
const ADMIN_PORT_OFFSET = 3_000

/** Every setting there is, in the order of the file that `hanse node init` writes. */
export function allSettings(): readonly SettingsSection[] {
  described ??= settingsOf(nodeConfigSchema)
  return described
}

let described: readonly SettingsSection[] | undefined

/** Every fault of a configuration; none means that `checkNodeConfig` takes it. */
export function nodeConfigFaults(value: unknown): readonly ConfigFault[] {
  const parsed = parseNodeConfig(value)
  return parsed.ok ? [] : parsed.error
}

function parseNodeConfig(value: unknown): Result<NodeConfig, readonly ConfigFault[]> {
  const parsed = nodeConfigSchema.safeParse(value)
  if (!parsed.success) return err(faultsOfSchema(parsed.error, allSettings()))
  const config = withAdminPort(parsed.data)
  const faults = faultsOfRelations(config)
  return faults.length === 0 ? ok(config) : err(faults)
}

/** Defaults filled in. `config/invalid` names the first setting that is wrong. */
export function checkNodeConfig(value: unknown): Result<NodeConfig> {
  const parsed = parseNodeConfig(value)
  if (parsed.ok) return parsed
  const [fault, ...others] = parsed.error
  assert(fault !== undefined, 'a configuration is refused for a fault')
  const { path, message, hint } = fault
  const more = others.length === 0 ? '' : ` ${others.length} more: \`hanse config validate\` names all.`
  return err(reject('config/invalid', message, { path, hint: `${hint}${more}` }))
}

/** A configuration file, read and not judged. */
export interface ConfigSource {
  readonly text: string
  readonly value: unknown
}

/** `config/not-found`, `config/not-toml`. */
export async function readConfigSource(path: string): Promise<Result<ConfigSource>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    const hint = isMissing ? '`hanse node init` makes a node home with a configuration.' : `Let the node’s user read it: chmod u+r ${path}`
    return err(reject('config/not-found', `cannot read ${path}${isMissing ? '' : `: ${messageOf(error)}`}`, { hint }))
  }
  try {
    return ok({ text, value: parse(text) })
  } catch (error) {
    const place = error instanceof TomlError ? `${path}, line ${error.line}` : path
    const isOpen = /control characters are not allowed in strings|unfinished string/.test(messageOf(error))
    const hint = `Mend that line: ${isOpen ? 'is the closing quote there?' : 'a text stands in quotes, a list in [ ].'}`
    return err(reject('config/not-toml', `${place}: ${messageOf(error)}`, { hint }))
  }
}

function withAdminPort(config: z.output<typeof nodeConfigSchema>): NodeConfig {
  const { admin, rpc } = config
  return { ...config, admin: { ...admin, port: admin.port ?? adminPortBeside(rpc.port) } }
}

/** At the offset above the RPC, or below it where there is no port above. */
function adminPortBeside(rpcPort: number): number {
  if (rpcPort === 0) return 0
  return rpcPort + ADMIN_PORT_OFFSET <= PORT_MAX ? rpcPort + ADMIN_PORT_OFFSET : rpcPort - ADMIN_PORT_OFFSET
}

/** Reads a TOML file; paths in it become absolute. `config/not-found`, `config/not-toml`, `config/invalid`. */
export async function readNodeConfig(path: string): Promise<Result<NodeConfig>> {
  const source = await readConfigSource(path)
  if (!source.ok) return source
  const config = checkNodeConfig(source.value.value)
  return config.ok ? ok(resolvePaths(config.value, path)) : config
}

/** What guards a listener that others can reach, but for its keys. `config/not-found` for a certificate or key that cannot be read. */
export async function readRpcTls({
  tlsCert,
  tlsKey,
}: Pick<NodeConfig['rpc'], 'tlsCert' | 'tlsKey'>): Promise<Result<Pick<RpcServerOptions, 'tls'>>> {
  // One without the other is no configuration.
  if (tlsCert === undefined || tlsKey === undefined) return ok({})
  try {
    return ok({ tls: { cert: await readFile(tlsCert), key: await readFile(tlsKey) } })
  } catch (error) {
    return err(
      reject('config/not-found', `cannot read the TLS files: ${messageOf(error)}`, {
        path: 'rpc.tlsCert',
        hint: 'Mend rpc.tlsCert or rpc.tlsKey.',
      }),
    )
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
}

/** Paths of a configuration are relative to its file; here they become absolute. */
export function resolvePaths(config: NodeConfig, file: string): NodeConfig {
  const base = dirname(file)
  const { consensus, identity, passwordFile } = config.keys
  const { tlsCert, tlsKey, ...rpc } = config.rpc
  const { file: logFile, ...log } = config.log
  const { tokenFile, keysFile, ...admin } = config.admin
  return {
    ...config,
    genesis: resolve(base, config.genesis),
    dataDir: resolve(base, config.dataDir),
    modules: config.modules.map((folder) => resolve(base, folder)),
    keys: {
      identity: resolve(base, identity),
      ...(consensus === undefined ? {} : { consensus: resolve(base, consensus) }),
      ...(passwordFile === undefined ? {} : { passwordFile: resolve(base, passwordFile) }),
    },
    rpc: {
      ...rpc,
      ...(tlsCert === undefined ? {} : { tlsCert: resolve(base, tlsCert) }),
      ...(tlsKey === undefined ? {} : { tlsKey: resolve(base, tlsKey) }),
    },
    log: { ...log, ...(logFile === undefined ? {} : { file: resolve(base, logFile) }) },
    admin: { ...admin, tokenFile: resolve(base, tokenFile), keysFile: resolve(base, keysFile) },
  }
}
