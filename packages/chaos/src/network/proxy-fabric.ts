import { openProxies } from '@hanse/bench'
import type { NodeEndpoints } from '@hanse/devnet'
import { type Owner, RUN_VARIABLE } from '../machine/owner.ts'
import { cannot, type Fabric } from './fabric.ts'

/** Loopback with a proxy of ours on each link: delay, loss, cuts and resets without root, all from one seed. */
export async function createProxyFabric(owner: Owner, nodes: readonly NodeEndpoints[], seed: number): Promise<Fabric> {
  const ports = nodes.map(({ p2pPort }) => p2pPort)
  const proxies = await openProxies({ ports, seed, env: { [RUN_VARIABLE]: owner.runId } })
  return {
    ...{ type: 'proxy', enter: () => [], listen: (node) => `127.0.0.1:${ports[node]}` },
    addresses: (node) => proxies.addresses(node),
    setCuts: (links) => proxies.setCuts(links),
    setDelays: (links) => proxies.setDelays(links),
    reset: (reset) => proxies.reset(reset),
    setCable: () => cannot('proxy', 'pull cables'),
    close: () => proxies.close(),
  }
}
