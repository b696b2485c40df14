import type { Rejection } from '@hanse/primitives'
import type { StateReader, StateWriter } from '@hanse/state'
import type { Currency } from '../currencies.ts'
import { formatAmount } from '../money.ts'
import { heldBy, reservedOf } from './accounts.ts'
import type { Limits } from './codecs.ts'
import { refuse } from './rejections.ts'
import { limits } from './store.ts'

/** Empty where the issuer set none. */
export function limitsOf(state: StateReader, partyId: string, currency: Currency): Limits {
  return limits.get(state, [currency, partyId]) ?? {}
}

/** Whether the issuer wants it is the caller's to judge. A limit below what the party has would be broken at once. */
export function setAccountLimits(state: StateWriter, partyId: string, currency: Currency, given: Limits): Rejection | undefined {
  const held = heldBy(state, partyId, currency) + reservedOf(state, partyId, currency)
  if (given.holdLimit !== undefined && given.holdLimit < held) {
    const [has, most] = [held, given.holdLimit].map((value) => formatAmount(value, currency))
    return refuse('settlement/limit-below-held', `${partyId} has ${has}, it could hold ${most}`, 'holdLimit')
  }
  limits.put(state, [currency, partyId], given)
  return undefined
}
