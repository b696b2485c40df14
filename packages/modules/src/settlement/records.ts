import { defineRecord } from '@hanse/state'
import { balanceArgsCodec, balanceCodec, currencyArgsCodec, currencyRecordCodec } from './codecs.ts'
import { balances, currencies } from './store.ts'

export const records = {
  balance: defineRecord({
    summary: 'What a party holds of one currency; absent when it holds nothing',
    key: balanceArgsCodec,
    value: balanceCodec,
    keyOf: ({ partyId, currency }) => balances.keyOf([currency, partyId]),
  }),
  currency: defineRecord({
    summary: 'A currency: its issuer, what was minted and redeemed',
    key: currencyArgsCodec,
    value: currencyRecordCodec,
    keyOf: ({ currency }) => currencies.keyOf(currency),
  }),
}
