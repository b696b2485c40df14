import { assert, type Rejection } from '@hanse/primitives'
import type { StateWriter, TransactionContext } from '@hanse/state'
import { type Reservation, reserve, spendReserved, unreserve, vaultOf } from '../settlement/api.ts'
import type { Payment } from './codecs.ts'
import { exchangedOf, isExchange } from './exchange.ts'
import { MODULE_NAME } from './store.ts'

/** The payer's leg waits here from PDNG or ACSP on, the provider's from ACSP on; each in its own currency. */
export function vaultOfPayment(uetr: string): string {
  return vaultOf(MODULE_NAME, uetr)
}

/** What the debtor agent pays. */
export function payerLeg(payment: Payment): Reservation {
  const { uetr, debtorAgent: owner, currency } = payment
  return { owner, vault: vaultOfPayment(uetr), currency, amount: exchangedOf(payment), reference: `payment ${uetr}` }
}

/** What the liquidity provider pays; none where nothing is exchanged. */
function providerLeg(payment: Payment): Reservation | undefined {
  if (!isExchange(payment)) return undefined
  const { uetr, exchange, settled, settlementCurrency: currency } = payment
  assert(exchange !== undefined && settled !== undefined, `${uetr} has no exchange`)
  return { owner: exchange.provider, vault: vaultOfPayment(uetr), currency, amount: settled, reference: `payment ${uetr}` }
}

/** All that waits in the payment's vault. */
export function waitingLegs(payment: Payment): readonly Reservation[] {
  if (payment.status === 'PDNG') return [payerLeg(payment)]
  if (payment.status !== 'ACSP') return []
  const provided = providerLeg(payment)
  return provided === undefined ? [payerLeg(payment)] : [payerLeg(payment), provided]
}

/** Both legs into the vault, or a refusal: with that nothing of it has happened. */
export function lockLegs(context: TransactionContext, state: StateWriter, payment: Payment): Rejection | undefined {
  const provided = providerLeg(payment)
  // The provider first: one that lacks the money leaves the payer untouched.
  return (provided === undefined ? undefined : reserve(context, state, provided)) ?? reserve(context, state, payerLeg(payment))
}

/** Payment versus payment: the payer's leg to the provider, the provider's to the creditor agent; without an exchange straight there. */
export function settleLegs(state: StateWriter, payment: Payment): Rejection | undefined {
  const provided = providerLeg(payment)
  if (provided === undefined) return spendReserved(state, payerLeg(payment), payment.creditorAgent)
  return spendReserved(state, payerLeg(payment), provided.owner) ?? spendReserved(state, provided, payment.creditorAgent)
}

export function refundLegs(state: StateWriter, payment: Payment): void {
  for (const leg of waitingLegs(payment)) unreserve(state, leg)
}
