import { reject } from '@hanse/primitives'
import { HanseError } from './errors.ts'
import { rpcErrorOf } from './http.ts'
import { isRecord } from './is-record.ts'
import { KEEP_ALIVE_MS, NOTIFICATIONS_WAITING_MAX } from './limits.ts'

/** The part of a WebSocket that is used: the browser's, Node's and the package `ws` all have it. */
export interface WebSocketLike {
  onopen: ((event: never) => void) | null
  onmessage: ((event: { readonly data: unknown }) => void) | null
  onclose: ((event: never) => void) | null
  onerror: ((event: never) => void) | null
  send(text: string): void
  close(): void
}
/** Node’s and that of `ws` take headers; a browser’s does not. */
export type WebSocketConstructor = new (url: string, options?: { readonly headers: Readonly<Record<string, string>> }) => WebSocketLike

export interface RawNotification {
  readonly cursor: string
  readonly data: unknown
}

/** Why a connection ended, and where its subscription stood if the node said so. */
interface End {
  readonly cursor?: string
  /** Set when there is no use in coming back. */
  readonly error?: HanseError
}

const SUBSCRIBE_ID = 1

function parse(data: unknown): Readonly<Record<string, unknown>> {
  try {
    const message: unknown = typeof data === 'string' ? JSON.parse(data) : undefined
    return isRecord(message) ? message : {}
  } catch {
    return {}
  }
}

/**
 * One WebSocket with one subscription. Items wait in a bounded queue; when it is full the socket is closed, what waits is still read, and
 * whoever holds this opens the next one from the last cursor.
 */
export class SubscriptionSocket {
  readonly #socket: WebSocketLike
  readonly #waiting: RawNotification[] = []
  readonly #opened: Promise<string>
  readonly #keepAlive: ReturnType<typeof setInterval>
  #answer: { readonly resolve: (cursor: string) => void; readonly reject: (error: HanseError) => void } | undefined
  #wake: (() => void) | undefined
  #end: End | undefined
  #isOpen = false
  #isAlive = true
  #pingId = SUBSCRIBE_ID

  /** @throws HanseError `sdk/no-websocket` when there are headers and the platform’s WebSocket takes none */
  constructor(WebSocket: WebSocketConstructor, url: string, headers: Readonly<Record<string, string>>, params: object) {
    this.#opened = new Promise((resolve, reject) => {
      this.#answer = { resolve, reject }
    })
    this.#socket = open(WebSocket, url, headers)
    this.#socket.onopen = () => {
      this.#isOpen = true
      this.#send(SUBSCRIBE_ID, 'sub_subscribe', params)
    }
    this.#socket.onmessage = ({ data }) => this.#receive(parse(data))
    this.#socket.onerror = () => this.#finish(unreachable(url))
    this.#socket.onclose = () => this.#finish(unreachable(url))
    this.#keepAlive = setInterval(() => this.#checkAlive(url), KEEP_ALIVE_MS)
  }

  /** The cursor that the subscription starts from. @throws HanseError, HanseRpcError */
  opened(): Promise<string> {
    return this.#opened
  }

  /** The next item; undefined at the end. */
  async next(): Promise<RawNotification | undefined> {
    while (this.#waiting.length === 0 && this.#end === undefined) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    return this.#waiting.shift()
  }

  /** Once `next` gave undefined. */
  get end(): End {
    return this.#end ?? {}
  }

  close(): void {
    this.#finish({})
  }

  #send(id: number, method: string, params: object): void {
    this.#socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }))
  }

  #receive(message: Readonly<Record<string, unknown>>): void {
    this.#isAlive = true
    const { id, method, params, result, error } = message
    if (id === SUBSCRIBE_ID) return this.#receiveAnswer(result, error)
    if (!isRecord(params) || typeof params.cursor !== 'string') return
    if (method === 'sub_notification') this.#queue({ cursor: params.cursor, data: params.data })
    else if (method === 'sub_closed') this.#finish(endOf(params.reason, params.cursor))
  }

  #receiveAnswer(result: unknown, error: unknown): void {
    if (isRecord(result) && typeof result.cursor === 'string') return this.#answer?.resolve(result.cursor)
    this.#finish({ error: rpcErrorOf('sub_subscribe', error) })
  }

  #queue(notification: RawNotification): void {
    if (this.#end !== undefined) return
    this.#waiting.push(notification)
    this.#wake?.()
    if (this.#waiting.length >= NOTIFICATIONS_WAITING_MAX) this.#finish({})
  }

  /** A network that went away without a word: nothing came since the last time, not even the answer to the question asked then. */
  #checkAlive(url: string): void {
    if (!this.#isAlive) return this.#finish(unreachable(url))
    this.#isAlive = false
    // Nothing can be asked before; a connection that is not made by the next time is given up.
    if (!this.#isOpen) return
    this.#pingId += 1
    this.#send(this.#pingId, 'chain_getHeight', {})
  }

  #finish(end: End): void {
    if (this.#end !== undefined) return
    this.#end = end
    clearInterval(this.#keepAlive)
    this.#socket.onmessage = null
    this.#socket.close()
    this.#answer?.reject(end.error ?? unreachableError('the connection'))
    this.#opened.catch(() => undefined)
    this.#wake?.()
  }
}

function open(WebSocket: WebSocketConstructor, url: string, headers: Readonly<Record<string, string>>): WebSocketLike {
  if (Object.keys(headers).length === 0) return new WebSocket(url)
  try {
    return new WebSocket(url, { headers })
  } catch (error) {
    const hint = 'A page cannot send an API key with a WebSocket: let it ask a server of your organization, which has the key.'
    throw new HanseError(reject('sdk/no-websocket', 'this platform’s WebSocket sends no headers', { hint }), { cause: error })
  }
}

function unreachableError(what: string): HanseError {
  const hint = 'Check that the node runs and that the URL is that of its RPC.'
  return new HanseError(reject('sdk/unreachable', `${what} was closed`, { hint }))
}

function unreachable(url: string): End {
  return { error: unreachableError(url) }
}

function endOf(reason: unknown, cursor: string): End {
  if (reason === 'unauthorized') {
    const hint = 'Ask the node’s operator for a key that is valid.'
    return { cursor, error: new HanseError(reject('rpc/unauthorized', 'the API key was revoked or has expired', { hint })) }
  }
  if (reason !== 'pruned') return { cursor }
  const hint = 'Start from a younger height, or ask a node that keeps more.'
  return { cursor, error: new HanseError(reject('state/pruned', `the node no longer has what follows ${cursor}`, { hint })) }
}
