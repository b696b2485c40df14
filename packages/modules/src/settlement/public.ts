export { balanceOf } from './api.ts'
export { type BalanceView, genesisCodec as settlementGenesisCodec, type SettlementGenesis, type SupplyView } from './codecs.ts'
export { settlement } from './module.ts'
