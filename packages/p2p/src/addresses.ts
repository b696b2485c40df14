export { isUnspecifiedAddress, parseAddress } from './address.ts'
export { isPeerId, peerIdFromSeed } from './identity.ts'
