export { parseAddress } from './address.ts'
export { isPeerId, peerIdFromSeed } from './identity.ts'
