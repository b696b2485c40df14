import { replacePrivateFile } from '@hanse/crypto-native'
import { type Hex, ok, type Result } from '@hanse/primitives'
import { type AdminServer, createAdminServer, createRpcServer, type PromMeter, type RpcServer } from '@hanse/rpc'
import { createAdminApi } from './admin/admin-api.ts'
import { ApiKeys } from './admin/api-keys.ts'
import { Jobs } from './admin/jobs.ts'
import { type NodeConfig, readRpcTls } from './config.ts'
import type { RunningNode } from './node.ts'
import { snapshotsPath } from './node-files.ts'
import { type LevelLogger, systemClock, systemRandom } from './system.ts'

/** Random bytes of the admin listener's token. */
const TOKEN_BYTES = 32

/** Where a node is spoken to: RPC, metrics, admin. */
export interface Listeners {
  /** Resolves when all accept connections. @throws RpcListenFailure */
  start(): Promise<{ readonly rpcPort: number; readonly metricsPort: number; readonly adminPort: number }>
  /** Idempotent; final. */
  stop(): Promise<void>
}

/** What the listeners need of files, read before the node is started: certificate and keys. */
export interface ListenerFiles {
  readonly tls: Awaited<ReturnType<typeof readRpcTls>> extends Result<infer T> ? T : never
  readonly keys: ApiKeys
}

/** The API keys of a node's configuration, and of the file that it names. Codes `keys/…`. */
export async function openApiKeys({ rpc, admin }: Pick<NodeConfig, 'rpc' | 'admin'>): Promise<Result<ApiKeys>> {
  const configured = rpc.accessKeys.map(({ organization, sha256 }) => ({ organization, sha256: sha256 as Hex }))
  const options = { path: admin.keysFile, configured, isRequired: rpc.requireKeys }
  return await ApiKeys.open(options, { clock: systemClock, random: systemRandom })
}

/** Codes `config/not-found`, `keys/…`. */
export async function readListenerFiles(config: Pick<NodeConfig, 'rpc' | 'admin'>): Promise<Result<ListenerFiles>> {
  const tls = await readRpcTls(config.rpc)
  if (!tls.ok) return tls
  const keys = await openApiKeys(config)
  return keys.ok ? ok({ tls: tls.value, keys: keys.value }) : keys
}

export interface ListenersParts {
  /** The node's folder. */
  readonly home: string
  readonly config: NodeConfig
  readonly files: ListenerFiles
  readonly node: Pick<RunningNode, 'api' | 'control'>
  readonly logger: LevelLogger
  readonly meter: PromMeter
}

/** Code `keys/io` where the admin token cannot be written. */
export async function createListeners({ home, config, files, node, logger, meter }: ListenersParts): Promise<Result<Listeners>> {
  const { rpc, metrics, admin } = config
  const token = Buffer.from(systemRandom.bytes(TOKEN_BYTES)).toString('base64url')
  const written = await replacePrivateFile(admin.tokenFile, `${token}\n`)
  if (!written.ok) return written
  const adapters = { logger, meter, clock: systemClock, random: systemRandom }
  const addresses = { host: rpc.host, port: rpc.port, metricsHost: metrics.host, metricsPort: metrics.port }
  const { tls, keys } = files
  const rpcServer = createRpcServer({ ...addresses, ...tls, keys, cors: rpc.cors, hostNames: rpc.hostNames, ...adapters }, node.api)
  const jobs = new Jobs({ home, config, node, logger, clock: systemClock })
  const adminServer = createAdminServer(
    { host: admin.host, port: admin.port, token, ...adapters },
    { node: node.api, admin: createAdminApi({ node, logger, keys, jobs, snapshots: snapshotsPath(config) }) },
  )
  return ok(joined(rpcServer, adminServer, jobs))
}

function joined(rpc: RpcServer, admin: AdminServer, jobs: Jobs): Listeners {
  return {
    start: async () => ({ ...(await admin.start()), ...(await rpc.start()) }),
    stop: async () => {
      await Promise.all([rpc.stop(), admin.stop(), jobs.stop()])
    },
  }
}
