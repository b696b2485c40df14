import { createServer } from 'node:net'
import { DevnetError } from './output.ts'
import { BASE_PORT_DEFAULT, devnetNodes, type NodeEndpoints } from './topology.ts'

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** The first port of these nodes that somebody else listens on. */
export async function takenPort(nodes: readonly NodeEndpoints[]): Promise<{ readonly port: number; readonly what: string } | undefined> {
  for (const { name, rpcPort, metricsPort, p2pPort, adminPort } of nodes) {
    for (const [what, port] of [
      [`RPC of ${name}`, rpcPort],
      [`metrics of ${name}`, metricsPort],
      [`p2p of ${name}`, p2pPort],
      [`admin of ${name}`, adminPort],
    ] as const) {
      if (!(await isFree(port))) return { port, what }
    }
  }
  return undefined
}

function portsOf({ rpcPort, metricsPort, p2pPort, adminPort }: NodeEndpoints): readonly number[] {
  return [rpcPort, metricsPort, p2pPort, adminPort]
}

/** How far apart the base ports are that are tried, and how many. */
const STEP = 100
const TRIES = 20

/** @throws DevnetError `devnet/port-taken`; `tryThis` is given a base port that is free. */
export async function requireFreePorts(nodes: readonly NodeEndpoints[], tryThis: (basePort: number) => string): Promise<void> {
  const taken = await takenPort(nodes)
  if (taken === undefined) return
  const message = `port ${taken.port} (${taken.what}) is in use by another program`
  throw new DevnetError('devnet/port-taken', message, tryThis(await freeBasePort(nodes)))
}

/** A base port for as many nodes, from the one asked for on, that shares no port with `nodes`: they may be of a network that runs later. */
async function freeBasePort(nodes: readonly NodeEndpoints[]): Promise<number> {
  const avoided = new Set(nodes.flatMap(portsOf))
  const from = nodes[0]?.rpcPort ?? BASE_PORT_DEFAULT
  for (let basePort = from; basePort < from + STEP * TRIES; basePort += STEP) {
    const candidates = devnetNodes(nodes.length, basePort)
    if (candidates.flatMap(portsOf).some((port) => avoided.has(port))) continue
    if ((await takenPort(candidates)) === undefined) return basePort
  }
  return from + STEP * TRIES
}
