import { type Reservation, vaultOf } from '../settlement/api.ts'
import type { TokenRequest } from './codecs.ts'
import { MODULE_NAME } from './store.ts'

/** What a bank set aside to be redeemed. */
export function tokensToRedeem({ bank, requestId, currency, amount }: TokenRequest): Reservation {
  const vault = vaultOf(MODULE_NAME, `redeem:${bank}:${requestId}`)
  return { owner: bank, vault, currency, amount, reference: `redeem ${requestId}` }
}
