import type { ConnectionGater, PeerId } from '@libp2p/interface'

/** The allow-list, in both directions, as soon as the peer id is proven: before a stream can be asked for. */
export function createGater(isAllowed: (peerId: string) => boolean): ConnectionGater {
  const deny = (peerId: PeerId): boolean => !isAllowed(peerId.toString())
  return {
    denyDialPeer: deny,
    denyOutboundConnection: deny,
    denyInboundEncryptedConnection: deny,
    denyOutboundEncryptedConnection: deny,
  }
}
