export { DEMO_PARTIES, operatorKey } from './cast.ts'
export { DEVNET_CHAIN_ID } from './topology.ts'
