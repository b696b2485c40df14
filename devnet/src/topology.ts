/** The chain id of every devnet. Demo keys refuse any other. */
export const DEVNET_CHAIN_ID = 20260
/** An idle devnet makes an empty block this often, in ms. */
export const HEARTBEAT_MS_DEFAULT = 2_000
export const BASE_PORT_DEFAULT = 8545
export const VALIDATORS_DEFAULT = 4
export const VALIDATORS_MAX = 16
const METRICS_OFFSET = 1000
const P2P_OFFSET = 2000
const ADMIN_OFFSET = 3000

/** The four of the story; further ones have numbers. */
const NAMES = ['bank-a', 'bank-b', 'core-firm', 'supplier'] as const

export interface NodeEndpoints {
  readonly name: string
  readonly rpcPort: number
  readonly metricsPort: number
  readonly p2pPort: number
  readonly adminPort: number
}

/** Those that the network began with, then those that were added to it. */
export function devnetNodes(validators: number, basePort: number, added: readonly string[] = []): readonly NodeEndpoints[] {
  const names = Array.from({ length: validators }, (_, index) => NAMES[index] ?? `validator-${index + 1}`)
  return [...names, ...added].map((name, index) => ({
    name,
    rpcPort: basePort + index,
    metricsPort: basePort + METRICS_OFFSET + index,
    p2pPort: basePort + P2P_OFFSET + index,
    adminPort: basePort + ADMIN_OFFSET + index,
  }))
}

export function rpcUrl(node: NodeEndpoints): string {
  return `http://127.0.0.1:${node.rpcPort}`
}

export function webSocketUrl(node: NodeEndpoints): string {
  return `ws://127.0.0.1:${node.rpcPort}/ws`
}

export function metricsUrl(node: NodeEndpoints): string {
  return `http://127.0.0.1:${node.metricsPort}/metrics`
}
