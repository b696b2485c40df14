export { parseAddress, parseNamedAddress } from './address.ts'
export {
  generateIdentity,
  IDENTITY_SEED_BYTES,
  type Identity,
  isPeerId,
  PEER_KEY_BYTES,
  peerIdFromPublicKey,
  peerIdFromSeed,
} from './identity.ts'
export { type ByteRate, DEFAULT_LIMITS, type TransportLimits } from './limits.ts'
export type { PeerAddress } from './peer-records.ts'
export { type PeerProbe, type ProbeOptions, probePeers } from './probe.ts'
export {
  createTransport,
  ListenFailure,
  type P2pTransport,
  type TransportComponents,
  type TransportOptions,
} from './transport.ts'
