import { createServer } from 'node:net'
import { parseAddress } from '@hanse/p2p'
import { type Found, failed, good, isHeld, type Sight } from './finding.ts'

interface Listener {
  readonly name: string
  readonly setting: string
  readonly host: string
  readonly port: number
}

/** Each address that the node listens on: free, held by this node, or taken by somebody else. */
export async function checkPorts({ config, running, inspection }: Sight): Promise<readonly Found[]> {
  if (config === undefined) return []
  const isRunning = running !== undefined && isHeld(inspection)
  const listeners: readonly Listener[] = [
    { name: 'rpc', setting: 'rpc.port', host: config.rpc.host, port: config.rpc.port },
    { name: 'metrics', setting: 'metrics.port', host: config.metrics.host, port: config.metrics.port },
    { name: 'admin', setting: 'admin.port', host: config.admin.host, port: config.admin.port },
    ...config.p2p.listen.flatMap((address) => listenerOf(address)),
  ]
  const fixed = listeners.filter(({ port }) => port !== 0)
  const found = await Promise.all(fixed.map(async (listener) => foundOf(listener, await tryListen(listener), isRunning)))
  return found.length === 0 ? [good('any free ports')] : found
}

function listenerOf(address: string): readonly Listener[] {
  const parsed = parseAddress(address)
  if (!parsed.ok) return []
  const [host, port] = parsed.value.getComponents()
  return [{ name: 'p2p', setting: 'p2p.listen', host: host?.value ?? '', port: Number(port?.value) }]
}

function foundOf({ name, setting, host, port }: Listener, refusal: string | undefined, isRunning: boolean): Found {
  const place = `${name} ${host}:${port}`
  if (refusal === undefined) return good(`${place} is free`)
  if (refusal === 'EADDRINUSE' && isRunning) return good(`${place} is held by this node`)
  if (refusal === 'EADDRINUSE') {
    return failed(`${place} is taken by another program`, `Stop it (ss -ltnp 'sport = :${port}' names it), or change ${setting}.`)
  }
  if (refusal === 'EADDRNOTAVAIL' || refusal === 'ENOTFOUND')
    return failed(`${host} is no address of this host`, `Change the host of ${name}: ip -brief address shows them.`)
  if (refusal === 'EACCES') return failed(`this user may not listen on port ${port}`, `Choose a port above 1023 for ${setting}.`)
  return failed(`${place}: ${refusal}`, `Change ${setting}.`)
}

/** The system's word against listening there, if any. */
function tryListen({ host, port }: Listener): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)))
  })
}
