import type { Logger } from '@hanse/ports'
import type { Multiaddr } from '@multiformats/multiaddr'
import { parsePeerAddress } from './address.ts'
import { isPeerId } from './identity.ts'
import { ADDRESSES_PER_PEER_MAX } from './limits.ts'

/** Who may connect, and where it listens. */
export interface PeerAddress {
  readonly peerId: string
  /** `host:port` or multiaddrs; none for a peer that only dials us. */
  readonly addresses: readonly string[]
}

/** Records come from the chain, written by others: what is malformed is left out with a warning, not fatal. */
export function readPeerRecords(
  records: readonly PeerAddress[],
  selfId: string,
  logger: Logger,
): ReadonlyMap<string, readonly Multiaddr[]> {
  const read = new Map<string, readonly Multiaddr[]>()
  for (const { peerId, addresses } of records) {
    if (peerId === selfId) continue
    if (isPeerId(peerId)) read.set(peerId, readAddresses(peerId, addresses, logger))
    else logger.warn({ peer: peerId.slice(0, 80) }, 'not a peer id, left out')
  }
  return read
}

function readAddresses(peerId: string, addresses: readonly string[], logger: Logger): readonly Multiaddr[] {
  const read: Multiaddr[] = []
  for (const text of addresses.slice(0, ADDRESSES_PER_PEER_MAX)) {
    const parsed = parsePeerAddress(text, peerId)
    if (parsed.ok) read.push(parsed.value)
    else logger.warn({ peer: peerId, reason: parsed.error.message }, 'address left out')
  }
  return read
}
