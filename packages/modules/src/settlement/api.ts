import { assert, type Rejection } from '@hanse/primitives'
import type { StateReader, StateWriter, TransactionContext } from '@hanse/state'
import type { Currency } from '../currencies.ts'
import { requireFourEyes } from '../organizations/api.ts'
import { frozenFault } from '../supervision/api.ts'
import { accountFault, heldBy, holdFault, transactionFault } from './accounts.ts'
import { type AccountId, moveMoney, type Payment, parkingOf } from './move.ts'
import { currencies, paidAlone } from './store.ts'

export { transactionFault } from './accounts.ts'
export { requireIssuer } from './issuer.ts'
export { setAccountLimits } from './limits.ts'
export { type AccountId, type Payment, vaultOf } from './move.ts'
export { type Reservation, reserve, reservedOf, spendReserved, unreserve } from './reservations.ts'
export { createTokens, destroyReserved } from './supply.ts'

export function hasCurrency(state: StateReader, currency: Currency): boolean {
  return currencies.has(state, currency)
}

/** The party that issues the currency; undefined when the chain has none of it. */
export function issuerOf(state: StateReader, currency: Currency): string | undefined {
  return currencies.get(state, currency)?.issuer
}

/** Minor units; 0 for an account never used. */
export function balanceOf(state: StateReader, account: AccountId, currency: Currency): bigint {
  return heldBy(state, account, currency)
}

/**
 * Moves money. Whether the payer agreed and whether the payee may be paid is the caller's to judge: nothing here looks at KYC or
 * signatures. `settlement/zero-amount`, `settlement/same-account`, `settlement/unknown-currency`, `settlement/platform-account`,
 * `settlement/transaction-limit`, `settlement/hold-limit`, `settlement/insufficient-funds`.
 */
export function transfer(state: StateWriter, payment: Payment): Rejection | undefined {
  const { from, to, currency, amount } = payment
  const fault = accountFault(state, to, 'to') ?? transactionFault(state, from, currency, amount) ?? holdFault(state, to, currency, amount)
  return fault ?? moveMoney(state, payment)
}

/**
 * As `transfer`, to a party that pays it on within this very step: what it may hold is not asked of what it does not keep. What stays with it
 * MUST be given to `keepOwed`.
 */
export function payThrough(state: StateWriter, payment: Payment): Rejection | undefined {
  const { from, to, currency, amount } = payment
  return accountFault(state, to, 'to') ?? transactionFault(state, from, currency, amount) ?? moveMoney(state, payment)
}

/** What a party has just been paid and is its own: where it has no room for it, it waits as with `payOwed`. */
export function keepOwed(state: StateWriter, { to, ...payment }: Omit<Payment, 'from'>): void {
  if (holdFault(state, to, payment.currency, 0n) === undefined) return
  const refusal = moveMoney(state, { ...payment, from: to, to: parkingOf(to) })
  assert(refusal === undefined, () => `${payment.reference}: ${refusal?.message}`)
}

/**
 * Pays what a party is owed, which no limit of its own may keep from it: what it has no room for waits under its name in a vault of this
 * module, until it calls `claimParked`.
 */
export function payOwed(state: StateWriter, payment: Payment): Rejection | undefined {
  const { to, currency, amount } = payment
  const full = holdFault(state, to, currency, amount) !== undefined
  return moveMoney(state, full ? { ...payment, to: parkingOf(to) } : payment)
}

/**
 * What must hold of a payer, who MUST be a party, before money leaves its account: no order freezes it (`supervision/account-frozen`); and
 * from the currency's threshold on, if it has one, two of its operators stand behind the payment. What one alone pays in the same
 * transaction adds up: ten calls of a tenth are no way around.
 */
export function requirePaymentEyes(
  context: TransactionContext,
  state: StateWriter,
  { from, currency, amount }: Pick<Payment, 'from' | 'currency' | 'amount'>,
): Rejection | undefined {
  const frozen = frozenFault(state, from, context.timeMs)
  if (frozen !== undefined) return frozen
  const threshold = currencies.get(state, currency)?.fourEyesFrom
  if (threshold === undefined) return undefined
  const earlier = paidAlone.get(state, [currency, from])
  const alone = amount + (earlier?.txId === context.txId ? earlier.amount : 0n)
  if (alone >= threshold) return requireFourEyes(context, state, from)
  paidAlone.put(state, [currency, from], { txId: context.txId, amount: alone })
  return undefined
}
