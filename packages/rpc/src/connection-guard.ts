import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server, Socket } from 'node:net'
import type { Clock } from '@hanse/ports'
import { CUT_OFF_MS, PIPELINED_REQUESTS_MAX, type RpcLimits } from './limits.ts'
import { isLoopbackAddress, type RateLimiter } from './rate-limit.ts'

/** Above the guard's own limit, so that the guard chooses who has to go. */
const SPARE_CONNECTIONS = 64
/** How long a connection is left alone that asks nothing, in ms. */
const IDLE_MS_MIN = 500

export interface GuardParts {
  readonly limits: RpcLimits
  readonly clock: Clock
  /** Without it connections are free: a listener of probes. */
  readonly rates?: RateLimiter
}

interface Connection {
  readonly address: string
  readonly end: string
  readonly socket: Socket
  /** That are being answered. A WebSocket is one for ever. */
  requests: number
  idleSinceMs: number
}

/** Keeps a listener's connections bounded: all of them, those of one remote address, and what is asked on one at the same time. */
export class ConnectionGuard {
  readonly #parts: GuardParts
  /** By the other end, the one that has been idle the longest first. */
  readonly #open = new Map<string, Connection>()
  readonly #bySocket = new WeakMap<Socket, Connection>()
  readonly #byAddress = new Map<string, number>()

  constructor(parts: GuardParts) {
    this.#parts = parts
  }

  /** Stands before whoever serves the connections and requests of `server`: they hear only of those that may be. */
  attach(server: Server): void {
    server.maxConnections = this.#parts.limits.connectionsMax + SPARE_CONNECTIONS
    putBefore(server, 'connection', (socket: Socket) => {
      if (this.#take(socket)) return true
      socket.destroy()
      return false
    })
    putBefore(server, 'request', ({ socket }: IncomingMessage, response: ServerResponse) => this.#begin(socket, response))
    server.on('upgrade', ({ socket }: IncomingMessage) => {
      const connection = this.#connectionOf(socket)
      if (connection !== undefined) connection.requests += 1
    })
  }

  #take(socket: Socket): boolean {
    const { limits, rates, clock } = this.#parts
    const address = socket.remoteAddress ?? ''
    if (rates?.take(address, 1, clock.nowMs()) === false) return false
    const ofAddress = this.#byAddress.get(address) ?? 0
    if (!isLoopbackAddress(address) && ofAddress >= limits.connectionsPerClientMax) return false
    if (this.#open.size >= limits.connectionsMax && !this.#makeRoom()) return false
    const end = otherEnd(socket)
    const connection: Connection = { address, end, socket, requests: 0, idleSinceMs: clock.nowMs() }
    this.#open.set(end, connection)
    this.#bySocket.set(socket, connection)
    this.#byAddress.set(address, ofAddress + 1)
    socket.once('close', () => {
      this.#open.delete(end)
      const left = (this.#byAddress.get(address) ?? 1) - 1
      if (left === 0) this.#byAddress.delete(address)
      else this.#byAddress.set(address, left)
    })
    return true
  }

  /** Ends the connection that has been idle the longest; one that has just come may be about to ask. */
  #makeRoom(): boolean {
    const longAgoMs = this.#parts.clock.nowMs() - IDLE_MS_MIN
    for (const [end, { socket, requests, idleSinceMs }] of this.#open) {
      if (requests > 0) continue
      if (idleSinceMs > longAgoMs) return false
      this.#open.delete(end)
      socket.destroy()
      return true
    }
    return false
  }

  /** False for what comes on a connection that has ended: the rest of what was read of it is still taken apart. */
  #begin(socket: Socket, response: ServerResponse): boolean {
    if (socket.destroyed) return false
    const connection = this.#connectionOf(socket)
    if (connection === undefined) return true
    connection.requests += 1
    if (connection.requests > PIPELINED_REQUESTS_MAX) {
      this.#cutOff(connection)
      return false
    }
    response.once('close', () => this.#end(connection))
    return true
  }

  /** Its address makes no new connections for a while, and longer with each that was cut off. */
  #cutOff({ address, socket }: Connection): void {
    const { rates, clock } = this.#parts
    rates?.oweTime(address, CUT_OFF_MS, clock.nowMs())
    socket.destroy()
  }

  #end(connection: Connection): void {
    const { end } = connection
    connection.requests -= 1
    connection.idleSinceMs = this.#parts.clock.nowMs()
    // It may have ended: then it has made room already.
    if (!this.#open.delete(end)) return
    this.#open.set(end, connection)
  }

  #connectionOf(socket: Socket): Connection | undefined {
    let connection = this.#bySocket.get(socket)
    if (connection !== undefined) return connection
    // A TLS socket, at its first request: what was taken is the one below it.
    connection = this.#open.get(otherEnd(socket))
    if (connection !== undefined) this.#bySocket.set(socket, connection)
    return connection
  }
}

/** Who listens already hears only of what `gate` lets through. */
function putBefore<T extends unknown[]>(server: Server, event: string, gate: (...about: T) => boolean): void {
  const listeners = server.listeners(event)
  server.removeAllListeners(event)
  server.on(event, (...about: T) => {
    if (gate(...about)) for (const listener of listeners) listener.apply(server, about)
  })
}

/** The same for a TLS socket and the one below it. */
function otherEnd({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`
}
