import { assert, type Rejection } from '@hanse/primitives'
import type { StateReader, StateWriter } from '@hanse/state'
import type { Currency } from '../currencies.ts'
import { AMOUNT_LIMIT, formatAmount } from '../money.ts'
import { refuse } from './rejections.ts'
import { balances, limits, reserves } from './store.ts'

/** Minor units; 0 for an account never used. */
export function heldBy(state: StateReader, account: string, currency: Currency): bigint {
  return balances.get(state, [currency, account])?.amount ?? 0n
}

/** What of a party's lies in vaults and may come back to it. */
export function reservedOf(state: StateReader, partyId: string, currency: Currency): bigint {
  return reserves.get(state, [currency, partyId])?.amount ?? 0n
}

/** Takes from an account; it never falls below zero. */
export function debitAccount(state: StateWriter, account: string, currency: Currency, amount: bigint): Rejection | undefined {
  const held = heldBy(state, account, currency)
  if (held < amount) {
    const message = `${account} holds ${formatAmount(held, currency)}, ${formatAmount(amount, currency)} are needed`
    return refuse('settlement/insufficient-funds', message, 'amount')
  }
  if (held === amount) balances.delete(state, [currency, account])
  else balances.put(state, [currency, account], { amount: held - amount })
  return undefined
}

/** Adds to an account. What was ever minted is below 2^128, so a balance cannot pass it. */
export function creditAccount(state: StateWriter, account: string, currency: Currency, amount: bigint): void {
  const held = heldBy(state, account, currency)
  assert(held + amount < AMOUNT_LIMIT, () => `the balance of ${account} exceeds all that was minted`)
  balances.put(state, [currency, account], { amount: held + amount })
}

/** What a party reserved counts as held: whatever becomes of it, there is room for it to come back. */
export function holdFault(state: StateReader, account: string, currency: Currency, amount: bigint): Rejection | undefined {
  const limit = limits.get(state, [currency, account])?.holdLimit
  if (limit === undefined) return undefined
  const held = heldBy(state, account, currency) + reservedOf(state, account, currency)
  if (held + amount <= limit) return undefined
  const [has, more, most] = [held, amount, limit].map((value) => formatAmount(value, currency))
  return refuse('settlement/hold-limit', `${account} has ${has} and would get ${more}; it may hold ${most}`, 'amount')
}

/** For one payment; several of a transaction do not add up. */
export function transactionFault(state: StateReader, payer: string, currency: Currency, amount: bigint): Rejection | undefined {
  const limit = limits.get(state, [currency, payer])?.transactionLimit
  if (limit === undefined || amount <= limit) return undefined
  const [asked, most] = [amount, limit].map((value) => formatAmount(value, currency))
  return refuse('settlement/transaction-limit', `${payer} would pay ${asked}; it may pay ${most} at once`, 'amount')
}
