import { assert, type Rejection } from '@hanse/primitives'
import type { Party } from '../organizations/api.ts'
import type { Trader } from './invoice.ts'
import { refuse } from './rejections.ts'

/** The identifier under which the party's invoice numbers are unique: USCC, else LEI. A registered party has one, for ever. */
export function legalIdOf(party: Party): string {
  const legalId = party.uscc ?? party.lei
  assert(legalId !== undefined, `party ${party.partyId} has neither USCC nor LEI`)
  return legalId
}

/**
 * What the invoice says of a party must not contradict its registration: the country, and in China, where one code serves as
 * legal, VAT and tax identifier, each of these that is given (`CN` may stand before it, as EN 16931 wants of BT-31 and BT-48).
 */
export function checkTrader(trader: Trader, party: Party, path: 'seller' | 'buyer'): Rejection | undefined {
  if (trader.country !== party.country) {
    return refuse('invoices/party-mismatch', `${party.partyId} is registered in ${party.country}, not ${trader.country}`, `${path}.country`)
  }
  if (party.uscc === undefined) return undefined
  for (const name of ['legalId', 'vatId', 'taxRegistrationId'] as const) {
    const stated = trader[name]
    if (stated === undefined || stated === party.uscc || stated === `CN${party.uscc}`) continue
    return refuse('invoices/party-mismatch', `${party.partyId} is registered as ${party.uscc}, not ${stated}`, `${path}.${name}`)
  }
  return undefined
}
