import type { Aead, Clock } from '@hanse/ports'
import type { Libp2p } from '@libp2p/interface'
import { tcp } from '@libp2p/tcp'
import type { Multiaddr } from '@multiformats/multiaddr'
import { createLibp2p } from 'libp2p'
import { createGater } from './gater.ts'
import { privateKeyFromSeed } from './identity.ts'
import { ADDRESSES_PER_PEER_MAX, type TransportLimits } from './limits.ts'
import { guardedYamux } from './muxer-guard.ts'
import { quickNoise } from './quick-noise.ts'

/** libp2p closes its least useful connections above this. The gater keeps us far below. */
const CONNECTIONS_MAX = 1_000

export interface Libp2pNodeOptions {
  readonly identitySeed: Uint8Array
  readonly listen: readonly Multiaddr[]
  readonly isAllowed: (peerId: string) => boolean
  /** Hosts of known peers: strangers who fill the slots for handshakes do not lock them out. */
  readonly knownHosts: readonly Multiaddr[]
  readonly limits: TransportLimits
}

/**
 * TCP, Noise and yamux, and nothing else: no discovery, relay, identify, NAT traversal or ping. libp2p's own monitor is
 * off, because it aborts the connection of a peer whose event loop was busy; heartbeats are ours (control-stream.ts).
 * Not started.
 */
export function createLibp2pNode(options: Libp2pNodeOptions, components: { readonly clock: Clock; readonly aead?: Aead }): Promise<Libp2p> {
  const { limits } = options
  return createLibp2p({
    start: false,
    privateKey: privateKeyFromSeed(options.identitySeed),
    addresses: { listen: options.listen.map(String) },
    transports: [tcp({ maxConnections: CONNECTIONS_MAX })],
    connectionEncrypters: [quickNoise(components.aead)],
    streamMuxers: [guardedYamux(limits, components.clock)],
    connectionGater: createGater(options.isAllowed),
    connectionMonitor: { enabled: false },
    connectionManager: {
      maxConnections: CONNECTIONS_MAX,
      maxPeerAddrsToDial: ADDRESSES_PER_PEER_MAX,
      addressSorter: () => 0,
      dialTimeout: limits.dialTimeoutMs,
      addressDialTimeout: limits.addressDialTimeoutMs,
      inboundUpgradeTimeout: limits.upgradeTimeoutMs,
      inboundStreamProtocolNegotiationTimeout: limits.establishTimeoutMs,
      outboundStreamProtocolNegotiationTimeout: limits.establishTimeoutMs,
      inboundConnectionThreshold: limits.inboundPerHostPerSecondMax,
      maxIncomingPendingConnections: limits.pendingInboundMax,
      allow: hostAddresses(options.knownHosts),
      resolvers: {},
    },
  })
}

function hostAddresses(addresses: readonly Multiaddr[]): string[] {
  const hosts = addresses.map((address) => address.getComponents()[0])
  const literal = hosts.filter((host) => host?.name === 'ip4' || host?.name === 'ip6')
  return [...new Set(literal.map((host) => `/${host?.name}/${host?.value}`))]
}
