import { defineRecord } from '@hanse/state'
import { balanceArgsCodec, balanceCodec, currencyArgsCodec, currencyRecordCodec, limitsCodec } from './codecs.ts'
import { balances, currencies, limits } from './store.ts'

export const records = {
  balance: defineRecord({
    summary: 'What a party holds of one currency; absent when it holds nothing',
    key: balanceArgsCodec,
    value: balanceCodec,
    keyOf: ({ partyId, currency }) => balances.keyOf([currency, partyId]),
  }),
  limits: defineRecord({
    summary: 'What the issuer of a currency allows a party; absent when it sets no limits',
    key: balanceArgsCodec,
    value: limitsCodec,
    keyOf: ({ partyId, currency }) => limits.keyOf([currency, partyId]),
  }),
  currency: defineRecord({
    summary: 'A currency: its issuer, what was minted and redeemed',
    key: currencyArgsCodec,
    value: currencyRecordCodec,
    keyOf: ({ currency }) => currencies.keyOf(currency),
  }),
}
