import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Clock, Logger } from '@hanse/ports'
import { type Access, clientOf } from './access.ts'
import type { Dispatcher } from './dispatcher.ts'
import { failure } from './errors.ts'
import { BYTES_PER_CALL, HTTP_REQUEST_MS, type RpcLimits } from './limits.ts'
import type { Caller } from './method.ts'
import { pause } from './next-turn.ts'
import type { OpenWaits } from './open-waits.ts'
import type { PartialRequests } from './partial-requests.ts'
import { type RawRefusal, refuseResponse, sendJson } from './raw-refusal.ts'
import type { UnsentBytes } from './unsent-bytes.ts'

/** Of a body that is too large, what is read all the same. */
const READ_AWAY_BYTES_MAX = 32 * 1024 * 1024

const TOO_LARGE: RawRefusal = { status: 413, failure: failure('rpc/request-too-large') }
const WRONG_TYPE: RawRefusal = { status: 415, failure: failure('rpc/wrong-content-type') }
const TOO_MANY_BODIES: RawRefusal = { status: 503, failure: failure('rpc/too-many-calls') }
const INTERNAL: RawRefusal = { status: 500, failure: failure('rpc/internal') }

export interface PostParts {
  readonly access: Access
  readonly dispatcher: Dispatcher
  readonly unsent: UnsentBytes
  readonly partial: PartialRequests
  readonly clock: Clock
  readonly logger: Logger
  readonly limits: RpcLimits
  readonly cors: boolean
  readonly waits: OpenWaits
}

/**
 * POST /, from a request's head to the last byte of its answer. What costs little comes first: of a client that has no key, has too much
 * under way or owes processor time no large body is read.
 */
export class HttpPost {
  readonly #parts: PostParts
  readonly #inOrder = new PipelineOrder()

  constructor(parts: PostParts) {
    this.#parts = parts
  }

  /** MUST be called only for what the listener's access rules do not refuse. */
  serve(request: IncomingMessage, response: ServerResponse): void {
    this.#serve(request, response).catch((error: unknown) => {
      this.#parts.logger.error({ error: error instanceof Error ? error.stack : String(error) }, 'a request failed')
      if (!response.headersSent) refuseResponse(response, INTERNAL)
    })
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { access, partial, cors, limits } = this.#parts
    const address = request.socket.remoteAddress ?? ''
    if (cors) response.setHeader('access-control-allow-origin', '*')
    const announced = announcedBytes(request)
    const sizeBytes = Math.min(announced ?? limits.requestBytesMax, limits.requestBytesMax)
    const isLarge = sizeBytes > BYTES_PER_CALL
    if (isLarge) {
      if (!partial.add(address, sizeBytes)) {
        this.#parts.dispatcher.chargeRefused(address, HTTP_REQUEST_MS)
        return refuseResponse(closing(response), TOO_MANY_BODIES)
      }
      response.once('close', () => partial.remove(address, sizeBytes))
    }
    const identity = access.identify(request)
    const client = identity.ok ? clientOf(identity.value, address) : address
    await this.#waitFor(request.socket, response, client)
    if (request.socket.destroyed) return
    const { dispatcher } = this.#parts
    if (!identity.ok) {
      dispatcher.chargeRefused(client, HTTP_REQUEST_MS)
      return refuseResponse(isLarge ? closing(response) : response, identity.error)
    }
    if (isLarge && !dispatcher.mayRead(client, announced ?? 0))
      return sendJson(closing(response), 200, dispatcher.refuseUnread(client, HTTP_REQUEST_MS))
    if (!isJson(request)) return await this.#refuseRead(request, response, { client, refused: WRONG_TYPE })
    const body = await readBody(request, limits.requestBytesMax)
    if (body === 'too-large') return await this.#refuseRead(request, response, { client, refused: TOO_LARGE })
    if (body !== 'gone') await this.#answer(body, response, client)
  }

  /** Resolves in the request's turn, once its client has paid or has waited for a while. */
  async #waitFor(socket: Socket, response: ServerResponse, client: string): Promise<void> {
    const { dispatcher, clock } = this.#parts
    await this.#inOrder.turn(socket, response)
    await dispatcher.turn(client)
    const delayMs = dispatcher.delayMs(client)
    if (delayMs === 0 || socket.destroyed) return
    // What else it sends stays where it is.
    socket.pause()
    await pause(clock, delayMs)
    socket.resume()
  }

  async #answer(body: Buffer, response: ServerResponse, client: string): Promise<void> {
    const { dispatcher, unsent, limits, waits } = this.#parts
    const answer = await dispatcher.answer(body, httpCaller(client, response, waits), HTTP_REQUEST_MS)
    if (isGone(response)) return
    if (answer === undefined) {
      response.writeHead(204).end()
      return
    }
    const sizeBytes = Buffer.byteLength(answer)
    unsent.add(client, sizeBytes)
    response.once('close', () => unsent.sent(client, sizeBytes))
    // Without anything that the client takes, for as long.
    response.setTimeout(limits.slowReaderMs)
    sendJson(response, 200, answer)
  }

  /**
   * Refuses once the rest of a body was read and thrown away, which the client pays for, or is too long for that. An answer while it still
   * sends would end the connection under it: it would hear of a broken pipe, and not what was wrong.
   */
  async #refuseRead(
    request: IncomingMessage,
    response: ServerResponse,
    { client, refused }: { readonly client: string; readonly refused: RawRefusal },
  ): Promise<void> {
    this.#parts.dispatcher.chargeRefused(client, HTTP_REQUEST_MS, await readAway(request))
    refuseResponse(response, refused)
  }
}

/** Nothing that follows on its connection is read. */
function closing(response: ServerResponse): ServerResponse {
  return response.setHeader('connection', 'close')
}

/** What a request says that it brings; undefined where it does not say. */
function announcedBytes({ headers }: IncomingMessage): number | undefined {
  return headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : undefined
}

function isJson({ headers }: IncomingMessage): boolean {
  return /^application\/json[ \t]*(?:;|$)/i.test(headers['content-type'] ?? '')
}

/** The whole body; `gone` when its client went before the end. */
function readBody(request: IncomingMessage, sizeBytesMax: number): Promise<Buffer | 'too-large' | 'gone'> {
  if (Number(request.headers['content-length'] ?? 0) > sizeBytesMax) return Promise.resolve('too-large')
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let sizeBytes = 0
    request.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length
      if (sizeBytes > sizeBytesMax) {
        request.removeAllListeners('data')
        resolve('too-large')
      } else chunks.push(chunk)
    })
    request.once('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)))
    request.once('close', () => resolve('gone'))
  })
}

/** Reads what is left of a body, up to a bound: the bytes that it took. */
function readAway(request: IncomingMessage): Promise<number> {
  return new Promise((resolve) => {
    let sizeBytes = 0
    const finish = (): void => resolve(sizeBytes)
    request.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length
      if (sizeBytes > READ_AWAY_BYTES_MAX) finish()
    })
    request.once('end', finish)
    request.once('close', finish)
    if (request.readableEnded || request.destroyed) finish()
    else request.resume()
  })
}

/** Lets the requests that a client pipelines on one connection wait until the answer before them was taken. */
class PipelineOrder {
  readonly #last = new WeakMap<Socket, ServerResponse>()

  /** Undefined for a request that need not wait. */
  turn(socket: Socket, response: ServerResponse): Promise<void> | undefined {
    const before = this.#last.get(socket)
    this.#last.set(socket, response)
    if (before === undefined || isOver(before)) return undefined
    return new Promise((resolve) => {
      before.once('close', resolve)
    })
  }
}

function isOver(response: ServerResponse): boolean {
  return response.writableFinished || response.destroyed
}

/** Of one that is not answered: nobody can be any more. */
function isGone(response: ServerResponse): boolean {
  return response.closed || response.destroyed
}

/** The signal is made when a method asks for it: few do. */
function httpCaller(client: string, response: ServerResponse, waits: OpenWaits): Caller {
  let signal: AbortSignal | undefined
  return {
    client,
    isGone: () => isGone(response),
    signal: () => {
      signal ??= waits.signalOf(response)
      return signal
    },
  }
}
