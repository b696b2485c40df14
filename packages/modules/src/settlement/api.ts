import type { Rejection } from '@hanse/primitives'
import type { StateReader, StateWriter, TransactionContext } from '@hanse/state'
import type { Currency } from '../currencies.ts'
import { requireFourEyes } from '../organizations/api.ts'
import { accountFault, creditAccount, debitAccount } from './accounts.ts'
import { refuse } from './rejections.ts'
import { balances, currencies, emit, paidAlone } from './store.ts'

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

export function hasCurrency(state: StateReader, currency: Currency): boolean {
  return currencies.has(state, currency)
}

/** Minor units; 0 for an account never used. */
export function balanceOf(state: StateReader, account: AccountId, currency: Currency): bigint {
  return balances.get(state, [currency, account])?.amount ?? 0n
}

/**
 * Moves money. Whether the payer agreed and whether the payee may be paid is the caller's to judge: nothing here looks at KYC or
 * signatures. `settlement/zero-amount`, `settlement/same-account`, `settlement/unknown-currency`, `settlement/platform-account`,
 * `settlement/insufficient-funds`.
 */
export function transfer(state: StateWriter, payment: Payment): Rejection | undefined {
  const { from, to, currency, amount, reference } = payment
  if (amount === 0n) return refuse('settlement/zero-amount', `a transfer of nothing from ${from} to ${to}`, 'amount')
  if (from === to) return refuse('settlement/same-account', `${from} would pay itself`, 'to')
  if (!hasCurrency(state, currency)) return refuse('settlement/unknown-currency', `this chain has no ${currency}`, 'currency')
  const refusal = accountFault(state, to, 'to') ?? debitAccount(state, from, currency, amount)
  if (refusal !== undefined) return refusal
  creditAccount(state, to, currency, amount)
  emit(state, 'transferred', { amount, currency, from, reference, to })
  return undefined
}

/**
 * From the currency's threshold on, if it has one, two operators of the payer must stand behind a payment. What one alone pays in the
 * same transaction adds up: ten calls of a tenth are no way around. The payer MUST be a party.
 */
export function requirePaymentEyes(
  context: TransactionContext,
  state: StateWriter,
  { from, currency, amount }: Pick<Payment, 'from' | 'currency' | 'amount'>,
): Rejection | undefined {
  const threshold = currencies.get(state, currency)?.fourEyesFrom
  if (threshold === undefined) return undefined
  const earlier = paidAlone.get(state, [currency, from])
  const alone = amount + (earlier?.txId === context.txId ? earlier.amount : 0n)
  if (alone >= threshold) return requireFourEyes(context, state, from)
  paidAlone.put(state, [currency, from], { txId: context.txId, amount: alone })
  return undefined
}
