import type { Rejection } from '@hanse/primitives'
import type { StateWriter } from '@hanse/state'
import type { Currency } from '../currencies.ts'
import { creditAccount, debitAccount } from './accounts.ts'
import { refuse } from './rejections.ts'
import { currencies, emit, MODULE_NAME } from './store.ts'

/** A party's id, or a vault: an account that no key controls, only the module whose it is. */
export type AccountId = string

export interface Payment {
  readonly from: AccountId
  readonly to: AccountId
  readonly currency: Currency
  /** Minor units. */
  readonly amount: bigint
  /** For people, on both statements. */
  readonly reference: string
}

/** An account of a module's own, for money that waits: escrow of a frozen claim. Its id can never be a party's. */
export function vaultOf(module: string, name: string): AccountId {
  return `vault:${module}:${name}`
}

/** Where what a party is owed and has no room for waits for it. */
export function parkingOf(partyId: string): AccountId {
  return vaultOf(MODULE_NAME, partyId)
}

/** Moves money, whatever the limits of payer and payee. */
export function moveMoney(state: StateWriter, { from, to, currency, amount, reference }: Payment): Rejection | undefined {
  if (amount === 0n) return refuse('settlement/zero-amount', `a transfer of nothing from ${from} to ${to}`, 'amount')
  if (from === to) return refuse('settlement/same-account', `${from} would pay itself`, 'to')
  if (!currencies.has(state, currency)) return refuse('settlement/unknown-currency', `this chain has no ${currency}`, 'currency')
  const refusal = debitAccount(state, from, currency, amount)
  if (refusal !== undefined) return refusal
  creditAccount(state, to, currency, amount)
  emit(state, 'transferred', { amount, currency, from, reference, to })
  return undefined
}
