import { reject } from '@hanse/primitives'
import { HanseError, HanseRpcError, RPC_CODE, type RpcErrorData } from './errors.ts'
import { isRecord } from './is-record.ts'
import { rejectedByModule } from './rejected.ts'

export type Fetch = typeof globalThis.fetch

export interface HttpEndpoint {
  readonly url: string
  readonly fetch: Fetch
  readonly headers: Readonly<Record<string, string>>
}

export interface CallOptions {
  /** Default 10,000; methods that wait get their wait on top. */
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
}

/** The error object of a reply, as ours. Whatever is missing of it is filled in: a proxy's reply may have no data. */
export function rpcErrorOf(method: string, error: unknown): HanseRpcError {
  const { code, message, data } = isRecord(error) ? error : {}
  const members = isRecord(data) ? data : {}
  const named = typeof members.code === 'string' ? members.code : 'rpc/unknown-error'
  const all = { ...members, code: named } as RpcErrorData
  if (code === RPC_CODE.rejectedByModule && all.receipt !== undefined) return rejectedByModule(method, all.receipt, all)
  return new HanseRpcError(
    method,
    typeof code === 'number' ? code : RPC_CODE.internalError,
    typeof message === 'string' ? message : 'the node answered with an error without a message',
    all,
  )
}

function badReply(method: string, message: string, options?: ErrorOptions): HanseError {
  const hint = 'Check that the URL is that of a node’s RPC.'
  return new HanseError(reject('sdk/bad-reply', `${method}: ${message}`, { hint }), options)
}

interface RawReply {
  readonly status: number
  readonly text: string
}

async function post(endpoint: HttpEndpoint, method: string, body: string, timeoutMs: number, signal?: AbortSignal): Promise<RawReply> {
  signal?.throwIfAborted()
  const timeout = AbortSignal.timeout(timeoutMs)
  const either = signal === undefined ? timeout : AbortSignal.any([timeout, signal])
  try {
    const headers = { 'content-type': 'application/json', ...endpoint.headers }
    const response = await endpoint.fetch(endpoint.url, { method: 'POST', headers, body, signal: either })
    return { status: response.status, text: await response.text() }
  } catch (error) {
    signal?.throwIfAborted()
    if (timeout.aborted) {
      const hint = 'The node may be busy: try again, or allow more time.'
      throw new HanseError(reject('sdk/call-timed-out', `${method}: no answer in ${timeoutMs} ms`, { hint }), { cause: error })
    }
    throw unreachable(endpoint.url, error)
  }
}

/** Of Node, where a server's certificate does not hold. A browser does not tell it apart. */
const CERTIFICATE_FAULT = /^(?:ERR_TLS_CERT_|CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_)/
/** Of Node, where the other side ends the connection before it has answered. */
const NO_ANSWER: ReadonlySet<string> = new Set(['UND_ERR_SOCKET', 'ECONNRESET'])
/** HTTP statuses of requests that were not handed on: not read in time, too early, too many (RFC 9110 §15.5.9, RFC 8470, RFC 6585). */
const NOT_NOW: ReadonlySet<number> = new Set([408, 425, 429])
/** Of Node, where what answers an https URL is no TLS. */
const NO_TLS: ReadonlySet<string> = new Set(['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG'])

function unreachable(url: string, error: unknown): HanseError {
  const { code, message, hint } = explain(url, causeCodeOf(error))
  return new HanseError(reject(code, message, { hint }), { cause: error })
}

function causeCodeOf(error: unknown): string {
  const cause = error instanceof Error && isRecord(error.cause) ? error.cause.code : undefined
  return typeof cause === 'string' ? cause : ''
}

function explain(url: string, cause: string): { readonly code: string; readonly message: string; readonly hint: string } {
  if (CERTIFICATE_FAULT.test(cause)) {
    const hint = 'Name the node as its certificate does; for an authority of your own, start Node with NODE_EXTRA_CA_CERTS=FILE.'
    return { code: 'sdk/bad-certificate', message: `the certificate of ${url} does not hold: ${cause}`, hint }
  }
  if (NO_ANSWER.has(cause)) {
    const hint = url.startsWith('http:')
      ? `It may speak TLS: ${url.replace('http:', 'https:')}; or the node is just ending, and answers when it is back.`
      : 'The node may be just ending, and answers when it is back.'
    return { code: 'sdk/no-answer', message: `${url} closed the connection without an answer`, hint }
  }
  if (NO_TLS.has(cause)) {
    return {
      code: 'sdk/no-tls',
      message: `what answers at ${url} is no TLS`,
      hint: `It may speak plain HTTP: ${url.replace('https:', 'http:')}`,
    }
  }
  const hint = 'Check that the node runs and that the URL is that of its RPC.'
  return { code: 'sdk/unreachable', message: `nobody answers at ${url}`, hint }
}

function parseReply(endpoint: HttpEndpoint, method: string, { status, text }: RawReply): Readonly<Record<string, unknown>> {
  try {
    const reply: unknown = JSON.parse(text)
    if (isRecord(reply)) return reply
  } catch (error) {
    // A gateway answers in HTML, for a node that is away or for one that it spares.
    if (status >= 500 || NOT_NOW.has(status)) {
      const hint = 'It is a gateway that answers: the node behind it is away, or gets no more at the moment. Try again.'
      throw new HanseError(reject('sdk/unreachable', `${endpoint.url} answers with HTTP ${status}`, { hint }), { cause: error })
    }
    throw badReply(method, `HTTP ${status} without JSON`, { cause: error })
  }
  throw badReply(method, 'the reply is no JSON-RPC object')
}

/** One call. @throws HanseError, HanseRpcError; what `signal` was aborted with */
export async function callOverHttp(
  endpoint: HttpEndpoint,
  method: string,
  params: unknown,
  options: { readonly timeoutMs: number; readonly signal?: AbortSignal },
): Promise<unknown> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
  const reply = parseReply(endpoint, method, await post(endpoint, method, body, options.timeoutMs, options.signal))
  if (reply.error !== undefined) throw rpcErrorOf(method, reply.error)
  if (!('result' in reply)) throw badReply(method, 'the reply has neither result nor error')
  return reply.result
}
