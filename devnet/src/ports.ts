import { createServer } from 'node:net'
import type { NodeEndpoints } from './topology.ts'

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** The first port of these nodes that somebody else listens on. */
export async function takenPort(nodes: readonly NodeEndpoints[]): Promise<{ readonly port: number; readonly what: string } | undefined> {
  for (const { name, rpcPort, metricsPort, p2pPort } of nodes) {
    for (const [what, port] of [
      [`RPC of ${name}`, rpcPort],
      [`metrics of ${name}`, metricsPort],
      [`p2p of ${name}`, p2pPort],
    ] as const) {
      if (!(await isFree(port))) return { port, what }
    }
  }
  return undefined
}
