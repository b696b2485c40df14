import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { err, type Hex, ok, type Result, reject } from '@hanse/primitives'
import type { RpcServerOptions } from '@hanse/rpc'
import { UNDO_HEIGHTS_DEFAULT } from '@hanse/state'
import { parse } from 'smol-toml'
import { z } from 'zod'

const MS = z.number().int().min(1).max(3_600_000)
const HOST = z.string().min(1).max(255)
const MIB = 1024 * 1024
const CACHE_BYTES = z.number().int().min(MIB)
const PORT = z.number().int().min(0).max(65_535)

/** What one node may choose. A value that affects a block may not live here: those are `ChainParams`. */
const nodeConfigSchema = z.strictObject({
  /** As in the genesis file's validator record; an observer's own name otherwise. */
  organization: z.string().min(1).max(64),
  /** Paths are relative to this file. */
  genesis: z.string().default('genesis.json'),
  dataDir: z.string().default('data'),
  keys: z
    .strictObject({
      /** Absent for an observer. The vote guard lies beside it. */
      consensus: z.string().optional(),
      identity: z.string().default('keys/identity.json'),
      /** File whose first line is the password of both; else HANSE_PASSWORD, else a prompt. */
      passwordFile: z.string().optional(),
    })
    .prefault({}),
  p2p: z
    .strictObject({
      listen: z.array(z.string()).min(1).default(['127.0.0.1:10545']),
      /** Where to reach an organization, if not where its genesis record says. */
      addresses: z.record(z.string(), z.array(z.string())).default({}),
    })
    .prefault({}),
  rpc: z
    .strictObject({
      host: HOST.default('127.0.0.1'),
      port: PORT.default(8545),
      /** Allow any origin: development networks only. */
      cors: z.boolean().default(false),
      /** PEM files. Needed, with an access key, where others than this machine can connect. */
      tlsCert: z.string().optional(),
      tlsKey: z.string().optional(),
      /** Who may call. A key is random text of at least 32 characters; only its SHA-256 stands here. */
      accessKeys: z
        .array(z.strictObject({ organization: z.string().min(1).max(64), sha256: z.string().regex(/^0x[0-9a-f]{64}$/) }))
        .default([]),
      /** More names under which clients reach this node: a Host header with another name is refused. */
      hostNames: z.array(HOST).default([]),
    })
    .prefault({}),
  metrics: z.strictObject({ host: HOST.default('127.0.0.1'), port: PORT.default(9545) }).prefault({}),
  consensus: z
    .strictObject({
      viewTimeoutMs: MS.default(800),
      viewTimeoutMsMax: MS.default(8_000),
      batchWaitMs: MS.default(20),
      statusMs: MS.default(400),
      fetchRetryMs: MS.default(300),
    })
    .prefault({}),
  pool: z
    .strictObject({
      capacity: z.number().int().min(100).max(1_000_000).default(20_000),
      perSenderMax: z.number().int().min(1).max(1_000_000).default(4_000),
      bytesMax: z
        .number()
        .int()
        .min(65_536)
        .default(64 * 1024 * 1024),
    })
    .prefault({}),
  /** Of LevelDB, for blocks of its tables. */
  store: z.strictObject({ cacheBytes: CACHE_BYTES.default(8 * MIB) }).prefault({}),
  state: z
    .strictObject({
      /** For values and tree pages that were used lately. */
      cacheBytes: CACHE_BYTES.default(16 * MIB),
      /** Heights below the head whose state can be asked for. */
      undoHeights: z.number().int().min(0).max(1_000_000).default(UNDO_HEIGHTS_DEFAULT),
    })
    .prefault({}),
  log: z.strictObject({ level: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info') }).prefault({}),
})

export type NodeConfig = z.output<typeof nodeConfigSchema>
export type NodeConfigInput = z.input<typeof nodeConfigSchema>

export const CONFIG_FILE = 'config.toml'

/** Defaults filled in. `config/invalid` names the field. */
export function checkNodeConfig(value: unknown): Result<NodeConfig> {
  const parsed = nodeConfigSchema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const path = [...(issue?.path ?? []), ...unknown].join('.')
  const message = unknown.length > 0 ? `there is no setting ${path}` : `${path}: ${issue?.message ?? 'not a node configuration'}`
  return err(reject('config/invalid', message, { path, hint: 'docs/operating.md lists every setting with its default.' }))
}

/** Reads a TOML file; paths in it become absolute. `config/not-found`, `config/not-toml`, `config/invalid`. */
export async function readNodeConfig(path: string): Promise<Result<NodeConfig>> {
  let source: string
  try {
    source = await readFile(path, 'utf8')
  } catch {
    return err(reject('config/not-found', `cannot read ${path}`, { hint: '`hanse node init` makes a node home with a configuration.' }))
  }
  let value: unknown
  try {
    value = parse(source)
  } catch (error) {
    return err(
      reject('config/not-toml', `${path}: ${messageOf(error)}`, { hint: 'Mend that line: a text stands in quotes, a list in [ ].' }),
    )
  }
  const config = checkNodeConfig(value)
  return config.ok ? ok(resolvePaths(config.value, dirname(path))) : config
}

/** What guards a listener that others can reach. `config/not-found` for a certificate or key that cannot be read. */
export async function readRpcAccess(rpc: NodeConfig['rpc']): Promise<Result<Pick<RpcServerOptions, 'tls' | 'accessKeys' | 'hostNames'>>> {
  const accessKeys = rpc.accessKeys.map(({ organization, sha256 }) => ({ organization, sha256: sha256 as Hex }))
  const access = { accessKeys, hostNames: rpc.hostNames }
  const { tlsCert, tlsKey } = rpc
  if (tlsCert === undefined && tlsKey === undefined) return ok(access)
  if (tlsCert === undefined || tlsKey === undefined) {
    const path = tlsCert === undefined ? 'rpc.tlsCert' : 'rpc.tlsKey'
    return err(reject('config/invalid', 'TLS needs both rpc.tlsCert and rpc.tlsKey', { path, hint: `Set ${path} too, or neither.` }))
  }
  try {
    return ok({ ...access, tls: { cert: await readFile(tlsCert), key: await readFile(tlsKey) } })
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

function resolvePaths(config: NodeConfig, base: string): NodeConfig {
  const { consensus, identity, passwordFile } = config.keys
  const { tlsCert, tlsKey, ...rpc } = config.rpc
  return {
    ...config,
    genesis: resolve(base, config.genesis),
    dataDir: resolve(base, config.dataDir),
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
  }
}
