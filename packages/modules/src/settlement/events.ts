import { amount, described, hash, optional, text } from '@hanse/protocol'
import { defineEvent } from '@hanse/state'
import { currency, partyId, reference } from '../fields.ts'

/** A party's account or a vault: `vault:module:name`. */
const account = () => text({ max: 128, description: 'a party’s id, or a vault of a module' })

export const events = {
  minted: defineEvent({
    summary: 'The issuer brought money onto a party’s account',
    attributes: {
      currency: currency(),
      issuer: partyId(),
      to: partyId(),
      amount: amount(),
      reference: reference(),
      reserveHash: optional(described('of the reserve’s attestation', hash())),
    },
  }),
  redeemed: defineEvent({
    summary: 'The issuer took money off the chain, from its own account',
    attributes: { currency: currency(), issuer: partyId(), amount: amount(), reference: reference() },
  }),
  transferred: defineEvent({
    summary: 'Money moved from one account to another, by a transfer or by a payment of another module',
    attributes: { currency: currency(), from: account(), to: account(), amount: amount(), reference: reference() },
  }),
}
