import type { IncomingMessage } from 'node:http'
import type { Server as SecureServer } from 'node:https'
import { InvariantError } from '@hanse/primitives'
import Fastify, { type FastifyHttpsOptions, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Access } from './access.ts'
import type { ConnectionGuard } from './connection-guard.ts'
import { refusal } from './dispatcher.ts'
import { type ErrorCode, failure } from './errors.ts'
import { HttpPost, type PostParts } from './http-post.ts'
import type { RpcLimits } from './limits.ts'
import { RpcListenFailure } from './listen-failure.ts'
import type { NodeApi } from './node-api.ts'
import { PROMETHEUS_CONTENT_TYPE } from './prom-meter.ts'
import { AUTHENTICATE, JSON_CONTENT_TYPE, type RawRefusal, refuseUnreadable } from './raw-refusal.ts'
import { parseReadinessQuery, readiness } from './readiness.ts'

/** How often Node looks for connections that take too long, in ms. */
const TIMEOUT_CHECK_MS = 1_000
const HEADER_BYTES_MAX = 16 * 1024

/** Of the listener of metrics. */
const NO_CALLS_HINT = 'Probes and metrics alone are here: GET /livez, /readyz, /metrics. Calls go to the port of the RPC.'
/** Of all routes here. */
const HTTP_METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'] as const

export interface HttpParts {
  readonly access: Access
  readonly limits: RpcLimits
  readonly guard: ConnectionGuard
  readonly cors: boolean
  readonly tls?: { readonly cert: string | Buffer; readonly key: string | Buffer }
}

/** No route here has a schema: Fastify's own compilers, once they are made, have loaded a hundred files for nothing. */
const NO_SCHEMAS = {
  buildValidator: () => noSchema,
  buildSerializer: () => noSchema,
}

function noSchema(): never {
  throw new InvariantError('no route has a schema')
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
    schemaController: { compilersFactory: NO_SCHEMAS },
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
  app.removeAllContentTypeParsers()
  // Nothing takes a body but POST /, which reads it itself: that of any other request goes unread with its connection.
  app.addContentTypeParser('*', (_request, _body, done) => done(null))
  app.addHook('onSend', (request, reply, _payload, done) => {
    if (bringsBody(request.raw)) reply.header('connection', 'close')
    done()
  })
  app.setNotFoundHandler((request, reply) => {
    const [url = '/'] = request.url.split('?')
    const allowed = HTTP_METHODS.filter((method) => app.hasRoute({ method, url }))
    if (allowed.length === 0) {
      const takesCalls = app.hasRoute({ method: 'POST', url: '/' })
      return refuse(reply, { status: 404, failure: failure('rpc/not-found', takesCalls ? {} : { hint: NO_CALLS_HINT }) })
    }
    const message = `${url} takes ${allowed.join(', ')}`
    refuse(reply.header('allow', allowed.join(', ')), { status: 405, failure: failure('rpc/method-not-allowed', { message }) })
  })
  app.setErrorHandler((error: { readonly statusCode?: number; readonly message: string }, _request, reply) => {
    const { statusCode = 500 } = error
    const code = httpErrorCode(statusCode)
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

function bringsBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'
}

function httpErrorCode(status: number): ErrorCode {
  return status >= 500 ? 'rpc/internal' : 'rpc/bad-http'
}

function refuse(reply: FastifyReply, { status, failure: refused }: RawRefusal): FastifyReply {
  if (status === 401) reply.header('www-authenticate', AUTHENTICATE)
  return reply.code(status).header('content-type', JSON_CONTENT_TYPE).send(refusal(refused))
}

export interface RpcRoutes extends PostParts {
  /** The OpenRPC document. */
  readonly document: () => Buffer
}

/** POST / and GET /openrpc.json. */
export function addRpcRoutes(app: FastifyInstance, routes: RpcRoutes): void {
  const { access, cors, document } = routes
  const post = new HttpPost(routes)
  // Before anything of the body is read.
  const onRequest = (request: FastifyRequest, reply: FastifyReply): void => {
    reply.hijack()
    post.serve(request.raw, reply.raw)
  }
  app.post('/', { onRequest }, () => undefined)
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
