import { assert, type Rejection } from '@hanse/primitives'
import type { StateReader, StateWriter } from '@hanse/state'
import type { Currency } from '../currencies.ts'
import { AMOUNT_LIMIT, formatAmount } from '../money.ts'
import { getParty, hasRole } from '../organizations/api.ts'
import { refuse } from './rejections.ts'
import { balances } from './store.ts'

/** Takes from an account; it never falls below zero. */
export function debitAccount(state: StateWriter, account: string, currency: Currency, amount: bigint): Rejection | undefined {
  const held = balances.get(state, [currency, account])?.amount ?? 0n
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
  const held = balances.get(state, [currency, account])?.amount ?? 0n
  assert(held + amount < AMOUNT_LIMIT, () => `the balance of ${account} exceeds all that was minted`)
  balances.put(state, [currency, account], { amount: held + amount })
}

/** A platform brings parties together and never touches money: it has no account, so nobody can owe it a fee here. */
export function accountFault(state: StateReader, account: string, path: string): Rejection | undefined {
  const party = getParty(state, account)
  if (party === undefined || !hasRole(party, 'platform')) return undefined
  return refuse('settlement/platform-account', `${account} is a platform`, path)
}
