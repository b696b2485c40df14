import { assert, type Rejection } from '@hanse/primitives'
import type { StateWriter } from '@hanse/state'
import type { Currency } from '../currencies.ts'
import { type BlockTime, frozenFault } from '../supervision/api.ts'
import { holdFault, reservedOf, transactionFault } from './accounts.ts'
import { type AccountId, moveMoney } from './move.ts'
import { reserves } from './store.ts'

export { reservedOf } from './accounts.ts'

/** Money that left its owner's account for a vault, and goes on from there, or back. */
export interface Reservation {
  readonly owner: string
  readonly vault: AccountId
  readonly currency: Currency
  readonly amount: bigint
  readonly reference: string
}

function addReserved(state: StateWriter, { owner, currency }: Reservation, change: bigint): void {
  const amount = reservedOf(state, owner, currency) + change
  assert(amount >= 0n, () => `${owner} would have ${amount} reserved`)
  if (amount === 0n) reserves.delete(state, [currency, owner])
  else reserves.put(state, [currency, owner], { amount })
}

/** The owner's limit for one payment holds here, and a freeze of its accounts: what is reserved is on its way. */
export function reserve({ timeMs }: BlockTime, state: StateWriter, reservation: Reservation): Rejection | undefined {
  const { owner, vault, ...money } = reservation
  const stopped = frozenFault(state, owner, timeMs) ?? transactionFault(state, owner, money.currency, money.amount)
  const fault = stopped ?? moveMoney(state, { ...money, from: owner, to: vault })
  if (fault !== undefined) return fault
  addReserved(state, reservation, money.amount)
  return undefined
}

/** Back to the owner, who has room for it: what is reserved counted as held. */
export function unreserve(state: StateWriter, reservation: Reservation): void {
  const { owner, vault, ...money } = reservation
  const refusal = moveMoney(state, { ...money, from: vault, to: owner })
  assert(refusal === undefined, () => `${money.reference}: ${refusal?.message}`)
  addReserved(state, reservation, -money.amount)
}

/** On to a payee. What is refused changes nothing. */
export function spendReserved(state: StateWriter, reservation: Reservation, to: AccountId): Rejection | undefined {
  const { owner, vault, ...money } = reservation
  const fault = holdFault(state, to, money.currency, money.amount) ?? moveMoney(state, { ...money, from: vault, to })
  if (fault !== undefined) return fault
  addReserved(state, reservation, -money.amount)
  return undefined
}

/** The money leaves the chain: see `destroyReserved`. */
export function forgetReserved(state: StateWriter, reservation: Reservation): void {
  addReserved(state, reservation, -reservation.amount)
}
