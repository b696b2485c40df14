import { createHash } from 'node:crypto'
import type { Clock, Logger, Meter } from '@hanse/ports'
import type { FastifyInstance } from 'fastify'
import { ADMIN_EXAMPLES } from '../../generated/examples.js'
import { Access } from '../access.ts'
import { ConnectionGuard } from '../connection-guard.ts'
import { Dispatcher } from '../dispatcher.ts'
import { addRpcRoutes, createHttpServer } from '../http-server.ts'
import { fixedKeyRing } from '../key-ring.ts'
import { ADMIN_LIMITS } from '../limits.ts'
import { listen } from '../listen.ts'
import { ListenerDocument, listenerUrl } from '../listener-document.ts'
import { rpcMethods } from '../methods/rpc.ts'
import type { NodeApi } from '../node-api.ts'
import { OpenWaits } from '../open-waits.ts'
import { adminListenerFault } from '../options.ts'
import { payForPages } from '../paid-pages.ts'
import { PartialRequests } from '../partial-requests.ts'
import { callRates, RateLimiter } from '../rate-limit.ts'
import { UnsentBytes } from '../unsent-bytes.ts'
import type { AdminApi } from './admin-api.ts'
import { adminMethods } from './methods.ts'

export interface AdminServerOptions {
  /** A name of this machine; anything else is refused. */
  readonly host: string
  /** 0 for any. */
  readonly port: number
  /** What callers must send as Bearer: other users of the machine can connect, too. */
  readonly token: string
  readonly clock: Clock
  readonly logger: Logger
  readonly meter: Meter
}

export interface AdminServer {
  /** Idempotent. @throws RpcListenFailure */
  start(): Promise<{ readonly adminPort: number }>
  /** Idempotent; final. */
  stop(): Promise<void>
}

const UNAUTHORIZED_HINT =
  'Send the header authorization: Bearer with the text of admin-token in the node’s home. `hanse rpc admin_… --home HOME` does it by itself.'

/** JSON-RPC for whoever operates the node, on this machine alone: no WebSocket, no page of any origin, nothing without the token. */
export function createAdminServer(options: AdminServerOptions, apis: { readonly node: NodeApi; readonly admin: AdminApi }): AdminServer {
  const { host, port, token, clock, logger, meter } = options
  const methods = [...rpcMethods, ...adminMethods(apis.admin)]
  const waits = new OpenWaits()
  const unsent = new UnsentBytes(ADMIN_LIMITS.unsentBytesMax)
  const sha256 = `0x${createHash('sha256').update(token).digest('hex')}` as const
  const access = new Access({
    ...{ host, hostNames: [], origins: 'none', requiresKey: true, unauthorizedHint: UNAUTHORIZED_HINT },
    keys: fixedKeyRing([{ organization: 'admin', sha256 }]),
  })
  let url = ''
  const document = new ListenerDocument(() => {
    const { version } = apis.node.info()
    return { methods, modules: [], version, url, examples: ADMIN_EXAMPLES, isAdmin: true }
  })
  const rates = new RateLimiter(callRates(ADMIN_LIMITS))
  const dispatcher = new Dispatcher({
    ...{ api: apis.node, limits: ADMIN_LIMITS, rates, unsent, clock, logger, meter },
    methods: new Map(methods.map((method) => [method.name, method])),
    services: {
      nowMs: () => clock.nowMs(),
      status: () => apis.node.status(),
      randomBytes: () => new Uint8Array(),
      discover: () => document.written,
      onSubmitted: () => undefined,
      onRefused: () => undefined,
    },
  })
  // Connections are free here: who guesses at the token has the operator’s address.
  const guard = new ConnectionGuard({ limits: ADMIN_LIMITS, clock })
  const app: FastifyInstance = createHttpServer({ access, guard, limits: ADMIN_LIMITS, cors: false })
  payForPages(app, { rates, clock })
  addRpcRoutes(app, {
    access,
    dispatcher,
    unsent,
    partial: new PartialRequests(ADMIN_LIMITS),
    clock,
    logger,
    limits: ADMIN_LIMITS,
    cors: false,
    waits,
    document: () => document.bytes,
  })

  const start = async (): Promise<{ readonly adminPort: number }> => {
    const open = adminListenerFault(host)
    if (open !== undefined) throw open
    const adminPort = await listen(app, host, port)
    url = listenerUrl('http', host, adminPort)
    return { adminPort }
  }
  let started: ReturnType<typeof start> | undefined
  let stopped: Promise<void> | undefined
  return {
    start: () => {
      started ??= start()
      return started
    },
    stop: () => {
      waits.abortAll()
      stopped ??= app.close()
      return stopped
    },
  }
}
