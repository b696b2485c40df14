import { connect, createServer, type Server, type Socket } from 'node:net'
import { createPrng, type Prng } from '@hanse/primitives'
import { FAIR, ProxyPipe, type Weather } from './proxy-link.ts'
import type { Lateness, Link, LinkDelay, ProxyReply, ProxyRequest } from './proxy-message.ts'

/** The process of the proxies: one door for each ordered pair of nodes, through which the first dials the second. */

interface Connection {
  readonly from: number
  readonly to: number
  readonly sockets: readonly [Socket, Socket]
  readonly pipes: readonly ProxyPipe[]
}

const connections = new Set<Connection>()
let cuts: readonly Link[] = []
let delays: readonly LinkDelay[] = []
const late = { pieces: 0, totalMs: 0, maxMs: 0 }

function onPassed(lateMs: number): void {
  late.pieces += 1
  late.totalMs += lateMs
  late.maxMs = Math.max(late.maxMs, lateMs)
}

function takeLateness(): Lateness {
  const { pieces, totalMs, maxMs } = late
  Object.assign(late, { pieces: 0, totalMs: 0, maxMs: 0 })
  return { pieces, meanMs: totalMs / Math.max(1, pieces), maxMs }
}

function weatherOf(from: number, to: number): Weather {
  const isLink = (link: Link): boolean => link.from === from && link.to === to
  return { ...FAIR, ...delays.find(isLink), isCut: cuts.some(isLink) }
}

function accept(link: Link, port: number, dialer: Socket, prng: Prng): void {
  const { from, to } = link
  const listener = connect({ host: '127.0.0.1', port })
  const sockets = [dialer, listener] as const
  for (const socket of sockets) {
    socket.setNoDelay()
    // The pipes carry the end on.
    socket.on('error', () => undefined)
  }
  const pipes = [
    new ProxyPipe(dialer, listener, () => weatherOf(from, to), prng, onPassed),
    new ProxyPipe(listener, dialer, () => weatherOf(to, from), prng, onPassed),
  ]
  const connection: Connection = { from, to, sockets, pipes }
  connections.add(connection)
  for (const socket of sockets) {
    socket.once('close', () => {
      if (sockets.every(({ destroyed }) => destroyed)) connections.delete(connection)
    })
  }
}

async function open(seed: number, ports: readonly number[]): Promise<ProxyReply['doors']> {
  const prng = createPrng(seed)
  const links = ports.flatMap((_, from) => ports.flatMap((_port, to) => (from === to ? [] : [{ from, to }])))
  return await Promise.all(
    links.map(async (link, index) => {
      const own = prng.fork(index)
      const server = createServer((socket) => accept(link, ports[link.to] as number, socket, own))
      await listening(server)
      const address = server.address()
      return { ...link, port: typeof address === 'object' && address !== null ? address.port : 0 }
    }),
  )
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
}

async function perform({ order }: ProxyRequest): Promise<Pick<ProxyReply, 'doors' | 'lateness'>> {
  switch (order.type) {
    case 'open': {
      const doors = await open(order.seed, order.ports)
      return doors === undefined ? {} : { doors }
    }
    case 'lateness':
      return { lateness: takeLateness() }
    case 'cuts':
      cuts = order.links
      break
    case 'delays':
      delays = order.links
      break
    case 'reset':
      for (const { from, to, sockets } of connections) {
        if (order.nodes.includes(from) || order.nodes.includes(to)) for (const socket of sockets) socket.resetAndDestroy()
      }
  }
  for (const { pipes } of connections) for (const pipe of pipes) pipe.changed()
  return {}
}

process.on('message', (message) => {
  const request = message as ProxyRequest
  void perform(request).then((reply) => process.send?.({ id: request.id, ...reply } satisfies ProxyReply))
})
// Whoever started it has ended.
process.on('disconnect', () => process.exit(0))
