import { EventEmitter } from 'node:events'
import { test } from 'tap'
import { ConnectionGuard } from '../src/connection-guard.ts'
import { DEFAULT_LIMITS, PIPELINED_REQUESTS_MAX, type RpcLimits } from '../src/limits.ts'
import { connectionRates, RateLimiter } from '../src/rate-limit.ts'

let nowMs = 0
const clock = { nowMs: () => nowMs, startTimer: () => ({ stop: () => undefined }) }

class FakeSocket extends EventEmitter {
  static #ports = 1
  readonly remoteAddress: string
  readonly remotePort = FakeSocket.#ports++
  destroyed = false

  constructor(remoteAddress: string) {
    super()
    this.remoteAddress = remoteAddress
  }

  destroy(): void {
    this.destroyed = true
    this.emit('close')
  }
}

class FakeServer extends EventEmitter {
  maxConnections = 0

  constructor(limits: Partial<RpcLimits>, rates?: RateLimiter) {
    super()
    const parts = { limits: { ...DEFAULT_LIMITS, ...limits }, clock }
    new ConnectionGuard(rates === undefined ? parts : { ...parts, rates }).attach(this as never)
  }

  connect(address: string): FakeSocket {
    const socket = new FakeSocket(address)
    this.emit('connection', socket)
    return socket
  }

  /** A request on `socket`; the response's end is in the caller's hand. */
  request(socket: FakeSocket): EventEmitter {
    const response = new EventEmitter()
    this.emit('request', { socket }, response)
    return response
  }
}

test('one remote address cannot take every connection', (t) => {
  const server = new FakeServer({ connectionsPerClientMax: 2 })
  const [first, second, third] = [server.connect('10.0.0.1'), server.connect('10.0.0.1'), server.connect('10.0.0.1')]
  t.same([first.destroyed, second.destroyed, third.destroyed], [false, false, true])
  t.notOk(server.connect('10.0.0.2').destroyed, 'others may come')
  first.destroy()
  t.notOk(server.connect('10.0.0.1').destroyed, 'room comes back')
  t.ok(server.connect('10.0.0.1').destroyed, 'and not more than there was')
  for (let count = 0; count < 10; count++) t.notOk(server.connect('127.0.0.1').destroyed, 'this machine has the listener’s limit only')
  t.end()
})

test('who comes when all connections are taken gets that of the longest idle; who is at work keeps it', (t) => {
  const server = new FakeServer({ connectionsMax: 3 })
  const [busy, idle, late] = [server.connect('127.0.0.1'), server.connect('127.0.0.1'), server.connect('127.0.0.1')]
  const response = server.request(busy)
  server.request(idle).emit('close')
  t.ok(server.connect('127.0.0.1').destroyed, 'they have only just come')
  nowMs += 500
  t.notOk(server.connect('127.0.0.1').destroyed)
  t.same([busy.destroyed, idle.destroyed, late.destroyed], [false, false, true], 'it has asked nothing yet')
  nowMs += 500
  const next = server.connect('127.0.0.1')
  t.ok(idle.destroyed)
  server.emit('upgrade', { socket: next })
  const last = server.connect('127.0.0.1')
  t.notOk(last.destroyed, 'the one before it has asked nothing')
  server.request(last)
  t.ok(server.connect('127.0.0.1').destroyed, 'nobody is idle: a request, a WebSocket, a request')
  response.emit('close')
  nowMs += 500
  t.notOk(server.connect('127.0.0.1').destroyed)
  t.ok(busy.destroyed, 'it has become idle')
  t.end()
})

test('an address makes a bounded number of connections a second, but for probes', (t) => {
  const rates = new RateLimiter(connectionRates({ ...DEFAULT_LIMITS, connectionsPerClientMax: 2 }))
  const server = new FakeServer({}, rates)
  const made = Array.from({ length: 5 }, () => {
    const socket = server.connect('10.0.0.1')
    if (!socket.destroyed) socket.emit('close')
    return socket.destroyed
  })
  t.same(made, [false, false, false, false, true])
  t.notOk(server.connect('10.0.0.2').destroyed)
  const probes = new FakeServer({})
  for (let count = 0; count < 100; count++) t.notOk(probes.connect('10.0.0.1').destroyed)
  t.end()
})

test('a connection has a bounded number of requests under way', (t) => {
  const server = new FakeServer({})
  const socket = server.connect('127.0.0.1')
  const responses = Array.from({ length: PIPELINED_REQUESTS_MAX }, () => server.request(socket))
  t.notOk(socket.destroyed)
  responses[0]?.emit('close')
  server.request(socket)
  t.notOk(socket.destroyed, 'one was answered')
  server.request(socket)
  t.ok(socket.destroyed)
  t.end()
})
