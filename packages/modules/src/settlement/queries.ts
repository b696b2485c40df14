import { err, ok, type Result } from '@hanse/primitives'
import { defineQuery, type StateReader } from '@hanse/state'
import { CURRENCIES, type Currency, currencyExponent } from '../currencies.ts'
import { requireParty } from '../organizations/api.ts'
import { reservedOf } from './accounts.ts'
import { balanceOf, hasCurrency } from './api.ts'
import {
  type BalanceView,
  balanceArgsCodec,
  balanceListCodec,
  balanceViewCodec,
  currencyArgsCodec,
  limitsViewCodec,
  noArgsCodec,
  partyArgsCodec,
  type SupplyView,
  supplyListCodec,
  supplyViewCodec,
} from './codecs.ts'
import { limitsOf } from './limits.ts'
import { parkingOf } from './move.ts'
import { refuse } from './rejections.ts'
import { currencies } from './store.ts'

function balanceView(state: StateReader, account: string, currency: Currency): BalanceView {
  return { account, currency, exponent: currencyExponent(currency), amount: balanceOf(state, account, currency) }
}

function supplyView(state: StateReader, currency: Currency): Result<SupplyView> {
  const record = currencies.get(state, currency)
  if (record === undefined) return err(refuse('settlement/unknown-currency', `this chain has no ${currency}`, 'currency'))
  return ok({ currency, exponent: currencyExponent(currency), ...record, outstanding: record.minted - record.redeemed })
}

export const balance = defineQuery({
  summary: 'What a party holds of one currency, in minor units',
  args: balanceArgsCodec,
  result: balanceViewCodec,
  read: (_block, state, { partyId, currency }) => {
    // A name that is written wrongly holds nothing either: it must not look like a party without money.
    const party = requireParty(state, partyId, 'partyId')
    if (!party.ok) return party
    return hasCurrency(state, currency)
      ? ok(balanceView(state, partyId, currency))
      : err(refuse('settlement/unknown-currency', `this chain has no ${currency}`, 'currency'))
  },
})

export const limits = defineQuery({
  summary: 'What a party may hold and pay at once, and what it holds, has reserved, and is owed beyond that',
  args: balanceArgsCodec,
  result: limitsViewCodec,
  read: (_block, state, { partyId, currency }) => {
    const party = requireParty(state, partyId, 'partyId')
    if (!party.ok) return party
    if (!hasCurrency(state, currency)) return err(refuse('settlement/unknown-currency', `this chain has no ${currency}`, 'currency'))
    const held = balanceOf(state, partyId, currency)
    const parked = balanceOf(state, parkingOf(partyId), currency)
    const reserved = reservedOf(state, partyId, currency)
    return ok({ partyId, currency, ...limitsOf(state, partyId, currency), held, reserved, parked })
  },
})

export const balances = defineQuery({
  summary: 'What a party holds of every currency of the chain',
  args: partyArgsCodec,
  result: balanceListCodec,
  read: (_block, state, { partyId }) => {
    const party = requireParty(state, partyId, 'partyId')
    if (!party.ok) return party
    return ok({ items: CURRENCIES.filter((code) => hasCurrency(state, code)).map((code) => balanceView(state, partyId, code)) })
  },
})

export const supply = defineQuery({
  summary: 'A currency: its issuer, what was minted and redeemed, what is out',
  args: currencyArgsCodec,
  result: supplyViewCodec,
  read: (_block, state, { currency }) => supplyView(state, currency),
})

export const listCurrencies = defineQuery({
  summary: 'All currencies of the chain with their supply',
  args: noArgsCodec,
  result: supplyListCodec,
  read: (_block, state) => {
    const items: SupplyView[] = []
    for (const code of CURRENCIES) {
      const view = supplyView(state, code)
      if (view.ok) items.push(view.value)
    }
    return ok({ items })
  },
})
