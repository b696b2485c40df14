export { balanceOf } from './api.ts'
export type { BalanceView, SettlementGenesis, SupplyView } from './codecs.ts'
export { settlement } from './module.ts'
