import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { err, ok, type Result, reject } from '@hanse/primitives'
import { parse } from 'smol-toml'
import { z } from 'zod'

const MS = z.number().int().min(1).max(3_600_000)
const HOST = z.string().min(1).max(255)
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
      bytesMax: z.number().int().min(65_536).default(64 * 1024 * 1024),
    })
    .prefault({}),
  store: z.strictObject({ cacheBytes: z.number().int().min(1024 * 1024).default(16 * 1024 * 1024) }).prefault({}),
  log: z.strictObject({ level: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info') }).prefault({}),
})

export type NodeConfig = z.output<typeof nodeConfigSchema>
export type NodeConfigInput = z.input<typeof nodeConfigSchema>

export const CONFIG_FILE = 'config.toml'

/** Defaults filled in. `config/invalid` names the field. */
export function checkNodeConfig(value: unknown): Result<NodeConfig> {
  const parsed = nodeConfigSchema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const issue = parsed.error.issues[0]
  return err(
    reject('config/invalid', issue?.message ?? 'not a node configuration', {
      path: issue?.path.join('.') ?? '',
      hint: 'docs/operating.md lists every setting with its default.',
    }),
  )
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
    return err(reject('config/not-toml', `${path}: ${error instanceof Error ? error.message.split('\n')[0] : 'not TOML'}`))
  }
  const config = checkNodeConfig(value)
  return config.ok ? ok(resolvePaths(config.value, dirname(path))) : config
}

function resolvePaths(config: NodeConfig, base: string): NodeConfig {
  const { consensus, identity, passwordFile } = config.keys
  return {
    ...config,
    genesis: resolve(base, config.genesis),
    dataDir: resolve(base, config.dataDir),
    keys: {
      identity: resolve(base, identity),
      ...(consensus === undefined ? {} : { consensus: resolve(base, consensus) }),
      ...(passwordFile === undefined ? {} : { passwordFile: resolve(base, passwordFile) }),
    },
  }
}
