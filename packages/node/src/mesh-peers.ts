import type { PeerAddress } from '@hanse/p2p'
import { parseNamedAddress } from '@hanse/p2p/addresses'
import { assert } from '@hanse/primitives'
import type { ValidatorRecord } from '@hanse/protocol'
import type { NodeConfig } from './config.ts'

/** The peers that the operator names beside those of the chain, each with its addresses. */
export function namedPeers({ p2p }: Pick<NodeConfig, 'p2p'>): readonly PeerAddress[] {
  const named = new Map<string, string[]>()
  for (const text of p2p.peers) {
    const parsed = parseNamedAddress(text)
    assert(parsed.ok, 'a configuration is checked')
    const { peerId, address } = parsed.value
    named.set(peerId, [...(named.get(peerId) ?? []), address])
  }
  return [...named].map(([peerId, addresses]) => ({ peerId, addresses }))
}

/**
 * Whom to dial, and where: members at the addresses that this node's operator knows, else at those that the chain has; and the peers that
 * the operator names, members or not.
 */
export function meshPeers(config: NodeConfig, members: readonly ValidatorRecord[]): readonly PeerAddress[] {
  const peers = new Map(namedPeers(config).map(({ peerId, addresses }) => [peerId, addresses]))
  for (const { peerId, organization, addresses } of members)
    peers.set(peerId, [...(config.p2p.addresses[organization] ?? addresses), ...(peers.get(peerId) ?? [])])
  return [...peers].map(([peerId, addresses]) => ({ peerId, addresses }))
}
