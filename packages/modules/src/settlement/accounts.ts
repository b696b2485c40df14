import { assert, type Rejection } from '@hanse/primitives'
import type { StateWriter } from '@hanse/state'
import type { Currency } from '../currencies.ts'
import { AMOUNT_LIMIT, formatAmount } from '../money.ts'
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
