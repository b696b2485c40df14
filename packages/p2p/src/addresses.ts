export { isUnspecifiedAddress, parseAddress, parseNamedAddress } from './address.ts'
export { isPeerId, peerIdFromSeed } from './identity.ts'
