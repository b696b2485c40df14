import { type Rejection, reject } from '@hanse/primitives'
import type { Module } from '@hanse/state'
import { type Currency, isCurrency } from '../currencies.ts'
import { flowOverAll } from '../supervision/api.ts'
import { rowsOf } from '../table-rows.ts'
import { accountFault, heldBy, reservedOf } from './accounts.ts'
import { balances, currencies, limits, MODULE_NAME } from './store.ts'

function broken(message: string): Rejection {
  return reject('settlement/invariant', message)
}

export const invariants: Module['invariants'] = {
  /** Domain §2 (1): per currency, Σ balances = minted − redeemed. Vaults count; nothing is created or lost on the way. */
  'balances sum to the supply': (state, keys) => {
    const held = new Map<string, bigint>()
    for (const { key, value } of rowsOf(state, keys, { module: MODULE_NAME, name: 'balance', table: balances })) {
      const [currency = ''] = key
      held.set(currency, (held.get(currency) ?? 0n) + value.amount)
    }
    for (const { key, value } of rowsOf(state, keys, { module: MODULE_NAME, name: 'currency', table: currencies })) {
      const [currency = ''] = key
      const supply = value.minted - value.redeemed
      if ((held.get(currency) ?? 0n) !== supply)
        return broken(`${currency}: balances sum to ${held.get(currency) ?? 0n}, supply is ${supply}`)
      held.delete(currency)
    }
    return held.size === 0 ? undefined : broken(`balances of ${[...held.keys()].join(', ')}, which the chain does not have`)
  },
  /** Domain §9, Report: what supervision counted of issues and redemptions, over all months, is the supply. */
  'what was counted is the supply': (state, keys) => {
    for (const { key, value } of rowsOf(state, keys, { module: MODULE_NAME, name: 'currency', table: currencies })) {
      const [code = ''] = key
      if (!isCurrency(code)) return broken(`${code} is no currency`)
      const [issued, redeemed] = [flowOverAll(state, 'settlement.issued', code), flowOverAll(state, 'settlement.redeemed', code)]
      if (issued === value.minted && redeemed === value.redeemed) continue
      return broken(`${code}: ${issued} counted as issued and ${redeemed} as redeemed, not ${value.minted} and ${value.redeemed}`)
    }
    return undefined
  },
  /** Domain §1: a platform has no cash account, by whichever way money might come to it. */
  'a platform holds nothing': (state, keys) => {
    for (const { key } of rowsOf(state, keys, { module: MODULE_NAME, name: 'balance', table: balances })) {
      const [, account = ''] = key
      if (accountFault(state, account, 'to') !== undefined) return broken(`${account} is a platform, and holds money`)
    }
    return undefined
  },
  /** Domain §2 (5): nobody holds more than the issuer allows, what is reserved included. */
  'nobody holds more than its limit': (state, keys) => {
    for (const { key, value } of rowsOf(state, keys, { module: MODULE_NAME, name: 'limit', table: limits })) {
      const [currency, partyId = ''] = key as [Currency, string]
      const held = heldBy(state, partyId, currency) + reservedOf(state, partyId, currency)
      if (value.holdLimit !== undefined && held > value.holdLimit)
        return broken(`${partyId} has ${held} ${currency}, limit ${value.holdLimit}`)
    }
    return undefined
  },
}
