import { defineModule } from '@hanse/state'
import { claimParked } from './commands/claim-parked.ts'
import { mint } from './commands/mint.ts'
import { redeem } from './commands/redeem.ts'
import { transfer } from './commands/transfer.ts'
import { events } from './events.ts'
import { initGenesis } from './genesis.ts'
import { invariants } from './invariants.ts'
import { balance, balances, limits, listCurrencies, supply } from './queries.ts'
import { records } from './records.ts'
import { SETTLEMENT_REJECTIONS } from './rejections.ts'
import { MODULE_NAME } from './store.ts'

/** Money on the chain: token accounts a party and currency, minted and redeemed by the currency’s issuer. */
export const settlement = defineModule({
  name: MODULE_NAME,
  version: 1,
  summary: 'Token accounts in ISO 4217 currencies: mint, redeem, transfer',
  commands: { mint, redeem, transfer, claimParked },
  queries: { balance, balances, supply, currencies: listCurrencies, limits },
  events,
  records,
  rejections: SETTLEMENT_REJECTIONS,
  invariants,
  uses: ['organizations', 'supervision'],
  initGenesis,
})
