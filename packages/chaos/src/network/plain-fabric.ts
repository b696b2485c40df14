import type { NodeEndpoints } from '@hanse/devnet'
import { cannot, type Fabric } from './fabric.ts'

/** Loopback as it is: for faults that are none of the network. */
export function createPlainFabric(nodes: readonly NodeEndpoints[]): Fabric {
  const address = (node: number): string => `127.0.0.1:${nodes[node]?.p2pPort}`
  return {
    type: 'plain',
    enter: () => [],
    listen: address,
    addresses: () => new Map(nodes.map((_, node) => [node, address(node)])),
    setCuts: () => cannot('plain', 'cut links'),
    setDelays: () => cannot('plain', 'delay anything'),
    reset: () => cannot('plain', 'reset connections'),
    setCable: () => cannot('plain', 'pull cables'),
    close: () => Promise.resolve(),
  }
}
