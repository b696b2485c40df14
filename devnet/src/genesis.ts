export { devnetGenesis } from './genesis-recipe.ts'
export { DEVNET_CHAIN_ID, devnetNodes } from './topology.ts'
