import type { FastifyInstance } from 'fastify'
import { EXAMPLES } from '../generated/examples.js'
import { Access, isLoopbackHost } from './access.ts'
import { ConnectionGuard } from './connection-guard.ts'
import { Dispatcher } from './dispatcher.ts'
import { FinalityTimer } from './finality-timer.ts'
import { refreshGauges } from './gauges.ts'
import { addProbeRoutes, addRpcRoutes, addUpgradeRoute, createHttpServer, type HttpParts } from './http-server.ts'
import { fixedKeyRing } from './key-ring.ts'
import { DEFAULT_LIMITS, type RpcLimits } from './limits.ts'
import { listen } from './listen.ts'
import { ListenerDocument, listenerUrl } from './listener-document.ts'
import { METHODS, METHODS_BY_NAME } from './method-registry.ts'
import { nextTurn } from './next-turn.ts'
import type { NodeApi } from './node-api.ts'
import { OpenWaits } from './open-waits.ts'
import type { DocumentParts } from './openrpc.ts'
import { openListenerFault, type RpcServerOptions } from './options.ts'
import { payForPages } from './paid-pages.ts'
import { PartialRequests } from './partial-requests.ts'
import { callRates, connectionRates, RateLimiter } from './rate-limit.ts'
import { createSlowdown, type Slowdown } from './slowdown.ts'
import { SocketServer } from './socket-server.ts'
import { BlockFeed } from './subscriptions/block-feed.ts'
import { UnsentBytes } from './unsent-bytes.ts'

export interface RpcServer {
  /** Resolves when both listeners accept connections. Idempotent. @throws RpcListenFailure */
  start(): Promise<{ readonly rpcPort: number; readonly metricsPort: number }>
  /** Ends subscriptions with sub_closed, calls that wait with an error, and all connections. Idempotent; final. */
  stop(): Promise<void>
}

/** JSON-RPC over HTTP and WebSocket for a node, and its metrics page on a listener of its own. @throws RpcListenFailure */
export function createRpcServer(options: RpcServerOptions, api: NodeApi): RpcServer {
  return new Server(options, api)
}

const NO_KEYS = fixedKeyRing([])

class Server implements RpcServer {
  readonly #options: RpcServerOptions
  readonly #api: NodeApi
  readonly #limits: RpcLimits
  readonly #waits = new OpenWaits()
  readonly #slowdown: Slowdown
  readonly #feed: BlockFeed
  readonly #sockets: SocketServer
  readonly #rpc: FastifyInstance
  readonly #metrics: FastifyInstance
  readonly #document = new ListenerDocument(() => this.#describe())
  #rpcPort = 0
  #started: Promise<{ readonly rpcPort: number; readonly metricsPort: number }> | undefined
  #stopped: Promise<void> | undefined

  constructor(options: RpcServerOptions, api: NodeApi) {
    const { clock, logger, meter, random, cors } = options
    this.#options = options
    this.#api = api
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits }
    const limits = this.#limits
    const finality = new FinalityTimer(meter)
    this.#feed = new BlockFeed(api, (block) => finality.finalized(block, clock.nowMs()))
    const unsent = new UnsentBytes(limits.unsentBytesMax)
    const partial = new PartialRequests(limits)
    const slowdown = (): number => this.#slowdown.factor()
    const rates = new RateLimiter(callRates(limits), slowdown)
    const pageRates = new RateLimiter(callRates(limits), slowdown)
    this.#slowdown = createSlowdown(() => rates.usedMs + pageRates.usedMs)
    const dispatcher = new Dispatcher({
      api,
      methods: METHODS_BY_NAME,
      services: {
        nowMs: () => clock.nowMs(),
        status: recent(() => api.status(), limits.statusAgeMs),
        randomBytes: (length) => random.bytes(length),
        discover: () => this.#document.written,
        onSubmitted: (id) => finality.submitted(id, clock.nowMs()),
        onRefused: (code) => meter.count('hanse_pool_rejected_total', { code }),
      },
      limits,
      rates,
      unsent,
      clock,
      logger,
      meter,
    })
    const access = this.#access(options.host, options.keys?.isRequired === true)
    this.#sockets = new SocketServer({ dispatcher, feed: this.#feed, unsent, partial, rates, limits, clock, logger, access })
    this.#rpc = createHttpServer(
      this.#http(access, new ConnectionGuard({ limits, clock, rates: new RateLimiter(connectionRates(limits)) })),
    )
    payForPages(this.#rpc, { rates, clock })
    addRpcRoutes(this.#rpc, {
      access,
      dispatcher,
      unsent,
      partial,
      clock,
      logger,
      limits,
      cors,
      waits: this.#waits,
      document: () => this.#document.bytes,
    })
    addUpgradeRoute(this.#rpc)
    const metricsAccess = this.#access(options.metricsHost, false)
    this.#metrics = createHttpServer(this.#http(metricsAccess, new ConnectionGuard({ limits, clock })))
    payForPages(this.#metrics, { rates: pageRates, clock })
    addProbeRoutes(this.#rpc, { access, api, renderMetrics: () => this.#renderMetrics() })
    addProbeRoutes(this.#metrics, { access: metricsAccess, api, renderMetrics: () => this.#renderMetrics() })
  }

  start(): Promise<{ readonly rpcPort: number; readonly metricsPort: number }> {
    this.#started ??= this.#start()
    return this.#started
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop()
    return this.#stopped
  }

  async #start(): Promise<{ readonly rpcPort: number; readonly metricsPort: number }> {
    const open = openListenerFault(this.#options)
    if (open !== undefined) throw open
    const { host, port, metricsHost, metricsPort } = this.#options
    this.#rpcPort = await listen(this.#rpc, host, port)
    this.#sockets.attach(this.#rpc)
    try {
      return { rpcPort: this.#rpcPort, metricsPort: await listen(this.#metrics, metricsHost, metricsPort) }
    } catch (error) {
      await this.stop()
      throw error
    }
  }

  #describe(): DocumentParts {
    const { host, tls } = this.#options
    const url = listenerUrl(tls === undefined ? 'http' : 'https', host, this.#rpcPort)
    return { methods: METHODS, modules: this.#api.modules, version: this.#api.info().version, url, examples: EXAMPLES }
  }

  async #stop(): Promise<void> {
    this.#slowdown.stop()
    this.#waits.abortAll()
    await this.#sockets.stop()
    this.#feed.close()
    // Those who waited get their answers before their connections end.
    await nextTurn()
    await Promise.all([this.#rpc.close(), this.#metrics.close()])
  }

  #access(host: string, isKeyRequired: boolean): Access {
    const { hostNames = [], cors, keys = NO_KEYS } = this.#options
    return new Access({ host, hostNames, origins: cors ? 'any' : 'own', keys, requiresKey: isKeyRequired || !isLoopbackHost(host) })
  }

  #http(access: Access, guard: ConnectionGuard): HttpParts {
    const { cors, tls } = this.#options
    return { access, guard, limits: this.#limits, cors, ...(tls === undefined ? {} : { tls }) }
  }

  #renderMetrics(): Promise<string> {
    const { meter, clock } = this.#options
    refreshGauges(this.#api, meter, clock)
    meter.gauge('hanse_rpc_sockets', this.#sockets.size)
    return meter.render()
  }
}

/** Reads anew what is older than `ageMs`. */
function recent<T>(read: () => T, ageMs: number): () => T {
  let last: { readonly value: T; readonly atMs: number } | undefined
  return () => {
    const nowMs = performance.now()
    if (last === undefined || nowMs - last.atMs >= ageMs) last = { value: read(), atMs: nowMs }
    return last.value
  }
}
