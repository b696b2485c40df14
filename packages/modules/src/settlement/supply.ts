import { assert, type Hash, type Rejection } from '@hanse/primitives'
import type { StateWriter } from '@hanse/state'
import type { Currency } from '../currencies.ts'
import { AMOUNT_LIMIT, formatAmount } from '../money.ts'
import { type BlockTime, countFlow } from '../supervision/api.ts'
import { creditAccount, debitAccount, holdFault } from './accounts.ts'
import { refuse } from './rejections.ts'
import { forgetReserved, type Reservation } from './reservations.ts'
import { currencies, emit } from './store.ts'

export interface Creation {
  readonly currency: Currency
  readonly to: string
  readonly amount: bigint
  readonly reference: string
  /** Of the reserve's attestation. */
  readonly reserveHash?: Hash | undefined
}

/** Money comes onto a party's account. That the issuer of the currency wants it, and that the payee may be paid, is the caller's to judge. */
export function createTokens(at: BlockTime, state: StateWriter, { currency, to, amount, reference, reserveHash }: Creation): Rejection | undefined {
  if (amount === 0n) return refuse('settlement/zero-amount', 'nothing would be minted', 'amount')
  const record = currencies.require(state, currency)
  const minted = record.minted + amount
  if (minted >= AMOUNT_LIMIT) {
    return refuse('settlement/supply-limit', `${formatAmount(minted, currency)} would have been minted in all`, 'amount')
  }
  const full = holdFault(state, to, currency, amount)
  if (full !== undefined) return full
  currencies.put(state, currency, { ...record, minted })
  creditAccount(state, to, currency, amount)
  countFlow(at, state, 'settlement.issued', { currency, amount })
  emit(state, 'minted', { amount, currency, issuer: record.issuer, reference, reserveHash, to })
  return undefined
}

/** What its owner reserved for it leaves the chain. */
export function destroyReserved(at: BlockTime, state: StateWriter, reservation: Reservation): void {
  const { vault, currency, amount, reference } = reservation
  const refusal = debitAccount(state, vault, currency, amount)
  assert(refusal === undefined, () => `${reference}: ${refusal?.message}`)
  forgetReserved(state, reservation)
  const record = currencies.require(state, currency)
  currencies.put(state, currency, { ...record, redeemed: record.redeemed + amount })
  countFlow(at, state, 'settlement.redeemed', { currency, amount })
  emit(state, 'redeemed', { amount, currency, issuer: record.issuer, reference })
}
