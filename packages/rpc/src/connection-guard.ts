import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server, Socket } from 'node:net'
import type { Clock } from '@hanse/ports'
import { PIPELINED_REQUESTS_MAX, type RpcLimits } from './limits.ts'
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
  readonly #byAddress = new Map<string, number>()

  constructor(parts: GuardParts) {
    this.#parts = parts
  }

  /** Watches the connections of `server`, beside whoever serves them. */
  attach(server: Server): void {
    server.maxConnections = this.#parts.limits.connectionsMax + SPARE_CONNECTIONS
    server.on('connection', (socket: Socket) => {
      if (!this.#take(socket)) socket.destroy()
    })
    server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
      const end = otherEnd(socket)
      this.#begin(end)
      response.once('close', () => this.#end(end))
    })
    server.on('upgrade', ({ socket }: IncomingMessage) => this.#begin(otherEnd(socket)))
  }

  #take(socket: Socket): boolean {
    const { limits, rates, clock } = this.#parts
    const address = socket.remoteAddress ?? ''
    const ofAddress = this.#byAddress.get(address) ?? 0
    if (rates?.take(address, 1, clock.nowMs()) === false) return false
    if (!isLoopbackAddress(address) && ofAddress >= limits.connectionsPerClientMax) return false
    if (this.#open.size >= limits.connectionsMax && !this.#makeRoom()) return false
    const end = otherEnd(socket)
    this.#open.set(end, { socket, requests: 0, idleSinceMs: clock.nowMs() })
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

  #begin(end: string): void {
    const connection = this.#open.get(end)
    if (connection === undefined) return
    connection.requests += 1
    if (connection.requests > PIPELINED_REQUESTS_MAX) connection.socket.destroy()
  }

  #end(end: string): void {
    const connection = this.#open.get(end)
    if (connection === undefined) return
    connection.requests -= 1
    connection.idleSinceMs = this.#parts.clock.nowMs()
    this.#open.delete(end)
    this.#open.set(end, connection)
  }
}

/** The same for a TLS socket and the one below it. */
function otherEnd({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`
}
