import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server as SecureServer } from 'node:https'
import type { Socket } from 'node:net'
import type { Clock } from '@hanse/ports'
import Fastify, { type FastifyHttpsOptions, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Access, Identity } from './access.ts'
import type { ConnectionGuard } from './connection-guard.ts'
import { type Dispatcher, refusal } from './dispatcher.ts'
import { type ErrorCode, failure } from './errors.ts'
import { BYTES_PER_CALL, type RpcLimits } from './limits.ts'
import { RpcListenFailure } from './listen-failure.ts'
import type { Caller } from './method.ts'
import { pause } from './next-turn.ts'
import type { NodeApi } from './node-api.ts'
import type { PartialRequests } from './partial-requests.ts'
import { PROMETHEUS_CONTENT_TYPE } from './prom-meter.ts'
import { AUTHENTICATE, type RawRefusal, refuseUnreadable } from './raw-refusal.ts'
import { parseReadinessQuery, readiness } from './readiness.ts'
import type { UnsentBytes } from './unsent-bytes.ts'

const JSON_CONTENT_TYPE = 'application/json; charset=utf-8'
/** How often Node looks for connections that take too long, in ms. */
const TIMEOUT_CHECK_MS = 1_000
const HEADER_BYTES_MAX = 16 * 1024
/** Of a body that is too large, what is read all the same. */
const READ_AWAY_BYTES_MAX = 32 * 1024 * 1024

/** Of all routes here. */
const HTTP_METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'] as const

export interface HttpParts {
  readonly access: Access
  readonly limits: RpcLimits
  readonly guard: ConnectionGuard
  readonly cors: boolean
  readonly tls?: { readonly cert: string | Buffer; readonly key: string | Buffer }
}

/** A listener without routes: time-outs, limits, who may speak to it, errors in JSON. */
export function createHttpServer({ access, limits, guard, cors, tls }: HttpParts): FastifyInstance {
  const http = { headersTimeout: limits.headersTimeoutMs, connectionsCheckingInterval: TIMEOUT_CHECK_MS, maxHeaderSize: HEADER_BYTES_MAX }
  const options = {
    logger: false,
    bodyLimit: limits.requestBytesMax,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.keepAliveMs,
    forceCloseConnections: true,
    exposeHeadRoutes: true,
    clientErrorHandler: refuseUnreadable,
    return503OnClosing: false,
    frameworkErrors: (error: Error, _request: unknown, reply: FastifyReply) =>
      refuse(reply, { status: 400, failure: failure('rpc/bad-http', { message: error.message }) }),
  }
  const app: FastifyInstance =
    tls === undefined
      ? Fastify({ ...options, http })
      : withTls({ ...options, https: { ...http, ...tls, handshakeTimeout: limits.headersTimeoutMs } })
  guard.attach(app.server)
  app.addHook('onRequest', (request, reply, done) => {
    const refused = access.refusal(request.raw)
    if (refused !== undefined) return refuse(reply, refused)
    if (cors) reply.header('access-control-allow-origin', '*')
    done()
  })
  app.setNotFoundHandler((request, reply) => {
    const [url = '/'] = request.url.split('?')
    const allowed = HTTP_METHODS.filter((method) => app.hasRoute({ method, url }))
    if (allowed.length === 0) return refuse(reply, { status: 404, failure: failure('rpc/not-found') })
    const message = `${url} takes ${allowed.join(', ')}`
    refuse(reply.header('allow', allowed.join(', ')), { status: 405, failure: failure('rpc/method-not-allowed', { message }) })
  })
  app.setErrorHandler(async (error: { readonly statusCode?: number; readonly message: string }, request, reply) => {
    const { statusCode = 500 } = error
    const code = httpErrorCode(statusCode)
    if (code === 'rpc/request-too-large') await readAway(request.raw)
    return refuse(reply, { status: statusCode, failure: failure(code, code === 'rpc/bad-http' ? { message: error.message } : {}) })
  })
  return app
}

/** @throws RpcListenFailure */
function withTls(options: FastifyHttpsOptions<SecureServer>): FastifyInstance {
  try {
    return Fastify(options) as unknown as FastifyInstance
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const hint = 'Give certificate and private key of the same pair, in PEM.'
    throw new RpcListenFailure(`the certificate or its key cannot be used: ${reason}`, { code: 'rpc/bad-certificate', hint, cause: error })
  }
}

/**
 * Resolves when the rest of a body was read and thrown away, or is too long for that. An answer while the client still sends would end the
 * connection under it: it hears of a broken pipe, and not what was wrong.
 */
function readAway(body: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let sizeBytes = 0
    body.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length
      if (sizeBytes > READ_AWAY_BYTES_MAX) resolve()
    })
    body.once('end', resolve)
    body.once('close', resolve)
    if (body.readableEnded || body.destroyed) resolve()
    else body.resume()
  })
}

function httpErrorCode(status: number): ErrorCode {
  if (status === 413) return 'rpc/request-too-large'
  if (status === 415) return 'rpc/wrong-content-type'
  return status >= 500 ? 'rpc/internal' : 'rpc/bad-http'
}

function refuse(reply: FastifyReply, { status, failure: refused }: RawRefusal): FastifyReply {
  if (status === 401) reply.header('www-authenticate', AUTHENTICATE)
  return reply.code(status).header('content-type', JSON_CONTENT_TYPE).send(refusal(refused))
}

export interface RpcRoutes {
  readonly access: Access
  readonly dispatcher: Dispatcher
  readonly unsent: UnsentBytes
  readonly partial: PartialRequests
  readonly clock: Clock
  readonly limits: RpcLimits
  readonly cors: boolean
  readonly waits: OpenWaits
  /** The OpenRPC document. */
  readonly document: () => string
}

/** POST / and GET /openrpc.json. */
export function addRpcRoutes(app: FastifyInstance, routes: RpcRoutes): void {
  const { access, dispatcher, unsent, partial, clock, limits, cors, waits, document } = routes
  const inOrder = new PipelineOrder()
  app.addHook('onRequest', (request, reply, done) => {
    const sizeBytes = bodyBytes(request, app.initialConfig.bodyLimit ?? 0)
    if (sizeBytes <= BYTES_PER_CALL) return done()
    if (!partial.add(request.ip, sizeBytes)) return refuse(reply.header('connection', 'close'), TOO_MANY_BODIES)
    reply.raw.once('close', () => partial.remove(request.ip, sizeBytes))
    done()
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.post('/', async (request, reply) => {
    const identity = access.identify(request.raw)
    if (!identity.ok) return refuse(reply, identity.error)
    await inOrder.turn(request.raw.socket, reply.raw)
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const client = clientOf(identity.value, request.ip)
    const delayMs = dispatcher.delayMs(client)
    if (delayMs > 0) await pause(clock, delayMs)
    const answer = await dispatcher.answer(body, httpCaller(client, reply.raw, waits))
    if (answer === undefined) return reply.code(204).send()
    if (!reply.raw.closed) {
      const sizeBytes = Buffer.byteLength(answer)
      unsent.add(sizeBytes)
      reply.raw.once('close', () => unsent.sent(sizeBytes))
      // Without anything that the client takes, for as long.
      reply.raw.setTimeout(limits.slowReaderMs)
    }
    return reply.header('content-type', JSON_CONTENT_TYPE).send(answer)
  })
  app.get('/openrpc.json', (request, reply) => {
    const identity = access.identify(request.raw)
    if (!identity.ok) return refuse(reply, identity.error)
    reply.header('content-type', JSON_CONTENT_TYPE).send(document())
  })
  if (!cors) return
  app.options('/', (_request, reply) => {
    reply
      .header('access-control-allow-methods', 'POST')
      .header('access-control-allow-headers', 'content-type, authorization')
      .header('access-control-max-age', '600')
      .code(204)
      .send()
  })
}

/** GET /ws without an upgrade; a request with one does not come here. */
export function addUpgradeRoute(app: FastifyInstance): void {
  app.get('/ws', (_request, reply) => refuse(reply.header('upgrade', 'websocket'), NEEDS_UPGRADE))
}

const NEEDS_UPGRADE: RawRefusal = { status: 426, failure: failure('rpc/needs-upgrade') }
const TOO_MANY_BODIES: RawRefusal = { status: 503, failure: failure('rpc/too-many-calls') }

/** What a request says that it brings; the most that it may bring where it does not say. */
function bodyBytes({ headers }: FastifyRequest, bodyLimit: number): number {
  if (headers['transfer-encoding'] !== undefined) return bodyLimit
  return Math.min(Number(headers['content-length'] ?? 0), bodyLimit)
}

/** Lets the requests that a client pipelines on one connection wait until the answer before them was taken. */
class PipelineOrder {
  readonly #last = new WeakMap<Socket, ServerResponse>()

  async turn(socket: Socket, response: ServerResponse): Promise<void> {
    const before = this.#last.get(socket)
    this.#last.set(socket, response)
    if (before === undefined || before.writableFinished || before.destroyed) return
    await new Promise<void>((resolve) => {
      before.once('close', resolve)
    })
  }
}

/** Calls over HTTP that wait for something, so that a server that stops can end them. */
export class OpenWaits {
  readonly #controllers = new Set<AbortController>()

  /** Aborted when the client goes or the server stops. */
  signalOf(response: ServerResponse): AbortSignal {
    const controller = new AbortController()
    if (response.closed) controller.abort()
    this.#controllers.add(controller)
    response.once('close', () => {
      this.#controllers.delete(controller)
      controller.abort()
    })
    return controller.signal
  }

  abortAll(): void {
    for (const controller of this.#controllers) controller.abort()
  }
}

/** Whose rate a caller's calls count against: no name of an organization is an address. */
export function clientOf({ organization }: Identity, address: string): string {
  return organization === undefined ? address : `organization ${organization}`
}

/** The signal is made when a method asks for it: few do. */
function httpCaller(client: string, response: ServerResponse, waits: OpenWaits): Caller {
  let signal: AbortSignal | undefined
  return {
    client,
    signal: () => {
      signal ??= waits.signalOf(response)
      return signal
    },
  }
}

export interface ProbeRoutes {
  readonly access: Access
  readonly api: NodeApi
  readonly renderMetrics: () => Promise<string>
}

/** GET /livez, /readyz and /metrics: for machines that watch over the node. What they watch tells more than the others, and wants the key. */
export function addProbeRoutes(app: FastifyInstance, { access, api, renderMetrics }: ProbeRoutes): void {
  app.get('/livez', (_request, reply) => {
    reply.send({ live: true })
  })
  app.get('/readyz', (request: FastifyRequest<{ Querystring: Record<string, unknown> }>, reply) => {
    const query = parseReadinessQuery(request.query)
    if (!query.ok) return refuse(reply, { status: 400, failure: failure('rpc/bad-http', { message: query.error }) })
    const answer = readiness(api.status(), query.value)
    reply.code(answer.ready ? 200 : 503).send(answer)
  })
  app.get('/metrics', async (request, reply) => {
    const identity = access.identify(request.raw)
    if (!identity.ok) return refuse(reply, identity.error)
    return reply.header('content-type', PROMETHEUS_CONTENT_TYPE).send(await renderMetrics())
  })
}
