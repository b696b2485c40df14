import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Clock, Timer } from '@hanse/ports'
import type { FastifyInstance } from 'fastify'
import { WebSocketServer } from 'ws'
import { type Access, clientOf } from './access.ts'
import { failure } from './errors.ts'
import { MESSAGE_FRAGMENTS_MAX, PENDING_PONGS_MAX } from './limits.ts'
import { type RawRefusal, refuseSocket } from './raw-refusal.ts'
import { SocketConnection, type SocketConnectionParts } from './socket-connection.ts'

const SOCKET_PATH = '/ws'
/** What a client has to take the last messages of a server that stops, in ms. */
const STOP_GRACE_MS = 500

/** Options that the library's types do not know yet. */
const FRAME_LIMITS = { maxFragments: MESSAGE_FRAGMENTS_MAX, maxPendingAutoPongs: PENDING_PONGS_MAX }

export interface SocketServerParts extends Omit<SocketConnectionParts, 'socket' | 'raw' | 'client' | 'identity' | 'bufferBytesMax'> {
  readonly access: Access
  readonly clock: Clock
}

/** The WebSockets of a listener, at /ws. */
export class SocketServer {
  readonly #parts: SocketServerParts
  readonly #server: WebSocketServer
  readonly #connections = new Set<SocketConnection>()
  /** How many of them a client has. */
  readonly #byClient = new Map<string, number>()
  #pinger: Timer | undefined
  #grace: Timer | undefined
  #onEmpty: (() => void) | undefined
  #stopHearing: (() => void) | undefined
  #stopping = false

  constructor(parts: SocketServerParts) {
    this.#parts = parts
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: parts.limits.requestBytesMax,
      ...FRAME_LIMITS,
    })
  }

  get size(): number {
    return this.#connections.size
  }

  attach(app: FastifyInstance): void {
    app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => this.#upgrade(request, socket, head))
    this.#schedulePings()
    this.#stopHearing = this.#parts.access.onRevoked(() => {
      for (const connection of this.#connections) connection.checkKey()
    })
  }

  /** Tells every subscription its end. Resolves when all sockets are closed. */
  async stop(): Promise<void> {
    this.#stopping = true
    this.#pinger?.stop()
    this.#stopHearing?.()
    for (const connection of this.#connections) connection.stop('server-stopping')
    if (this.#connections.size === 0) return
    await new Promise<void>((resolve) => {
      this.#onEmpty = resolve
      this.#grace = this.#parts.clock.startTimer(STOP_GRACE_MS, () => {
        for (const connection of this.#connections) connection.terminate()
      })
    })
    this.#grace?.stop()
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const refused = this.#refusal(request)
    if (refused !== undefined) return refuseSocket(socket, refused)
    const identity = this.#parts.access.identify(request)
    if (!identity.ok) return refuseSocket(socket, identity.error)
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      const client = clientOf(identity.value, request.socket.remoteAddress ?? 'unknown')
      const bufferBytesMax = (): number => this.#bufferBytesMax(client)
      const own = { socket: webSocket, raw: socket, client, identity: identity.value, bufferBytesMax }
      const connection = new SocketConnection({ ...this.#parts, ...own })
      this.#connections.add(connection)
      this.#byClient.set(client, this.#socketsOf(client) + 1)
      webSocket.on('close', () => {
        this.#connections.delete(connection)
        const left = this.#socketsOf(client) - 1
        if (left > 0) this.#byClient.set(client, left)
        else this.#byClient.delete(client)
        if (this.#connections.size === 0) this.#onEmpty?.()
      })
    })
  }

  #socketsOf(client: string): number {
    return this.#byClient.get(client) ?? 0
  }

  /** Of each of a client's sockets: with many of them, less. */
  #bufferBytesMax(client: string): number {
    const { subscriptionBufferBytesMax, subscriptionBufferBytesPerClientMax } = this.#parts.limits
    return Math.min(subscriptionBufferBytesMax, subscriptionBufferBytesPerClientMax / Math.max(1, this.#socketsOf(client)))
  }

  #refusal(request: IncomingMessage): RawRefusal | undefined {
    if (this.#stopping) return { status: 503, failure: failure('rpc/stopping') }
    if (request.url?.split('?')[0] !== SOCKET_PATH) return { status: 404, failure: failure('rpc/not-found') }
    if (this.#connections.size >= this.#parts.limits.socketsMax) return { status: 503, failure: failure('rpc/too-many-calls') }
    return this.#parts.access.refusal(request)
  }

  #schedulePings(): void {
    const { clock, limits } = this.#parts
    this.#pinger = clock.startTimer(limits.pingIntervalMs, () => {
      for (const connection of this.#connections) connection.checkAlive()
      this.#schedulePings()
    })
  }
}
