import { assert, type Rejection } from '@hanse/primitives'
import type { StateReader } from '@hanse/state'
import { type Party, partyOfIdentifier } from '../organizations/api.ts'
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
 * Elsewhere the chain does not know all of a party's identifiers, but those of others are not its own.
 */
export function checkTrader(state: StateReader, trader: Trader, party: Party, path: 'seller' | 'buyer'): Rejection | undefined {
  if (trader.country !== party.country) {
    return refuse('invoices/party-mismatch', `${party.partyId} is registered in ${party.country}, not ${trader.country}`, `${path}.country`)
  }
  const own = legalIdOf(party)
  for (const name of ['legalId', 'vatId', 'taxRegistrationId'] as const) {
    const stated = trader[name]
    if (stated === undefined || stated === own || stated === `CN${own}`) continue
    if (party.country === 'CN' || party.uscc !== undefined) {
      return refuse('invoices/party-mismatch', `${party.partyId} is registered as ${own}, not ${stated}`, `${path}.${name}`)
    }
    const other = partyOfIdentifier(state, stated.replace(/^CN/, ''))
    if (other === undefined || other === party.partyId) continue
    return refuse('invoices/party-mismatch', `${stated} is registered to ${other}, not to ${party.partyId}`, `${path}.${name}`)
  }
  return undefined
}
