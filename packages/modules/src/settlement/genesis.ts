import type { Json } from '@hanse/protocol'
import type { BlockContext, StateWriter } from '@hanse/state'
import { AMOUNT_LIMIT } from '../money.ts'
import { getParty } from '../organizations/api.ts'
import { countFlow } from '../supervision/api.ts'
import { creditAccount } from './accounts.ts'
import { genesisCodec } from './codecs.ts'
import { currencies } from './store.ts'

function fail(message: string): never {
  throw new Error(`genesis of settlement: ${message}`)
}

/** @throws Error when a currency or an account does not fit. */
export function initGenesis(block: BlockContext, state: StateWriter, json: Json | undefined): void {
  const genesis = genesisCodec.parseJson(json ?? { currencies: [], balances: [] })
  if (!genesis.ok) fail(`${genesis.error.path ?? ''} ${genesis.error.message}`)
  for (const { currency, issuer, fourEyesFrom } of genesis.value.currencies) {
    if (currencies.has(state, currency)) fail(`${currency} stands twice`)
    if (getParty(state, issuer) === undefined) fail(`the issuer of ${currency}, ${issuer}, is no party`)
    currencies.put(state, currency, { issuer, minted: 0n, redeemed: 0n, ...(fourEyesFrom === undefined ? {} : { fourEyesFrom }) })
  }
  for (const { partyId, currency, amount } of genesis.value.balances) {
    const record = currencies.get(state, currency) ?? fail(`no currency ${currency} for the balance of ${partyId}`)
    if (getParty(state, partyId) === undefined) fail(`a balance is ${partyId}’s, who is no party`)
    if (amount === 0n || record.minted + amount >= AMOUNT_LIMIT) fail(`the balance of ${partyId} is zero or too large`)
    currencies.put(state, currency, { ...record, minted: record.minted + amount })
    creditAccount(state, partyId, currency, amount)
    countFlow(block, state, 'settlement.issued', { currency, amount })
  }
}
