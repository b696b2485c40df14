import { amount, hash, message, optional } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/settlement.js'
import { currency, partyId, reference } from '../../fields.ts'
import { requireActiveParty } from '../../organizations/api.ts'
import { requireIssuer } from '../issuer.ts'
import { refuse } from '../rejections.ts'
import { createTokens } from '../supply.ts'

/** The issuer brings money onto the chain against a reserve that it holds outside; the reserve's attestation can be hashed in. */
export const mint = defineCommand({
  summary: 'Issuer of the currency, four-eyes: creates money on a party’s account',
  params: message(hanse.settlement.v1.Mint, {
    currency: currency(),
    to: partyId(),
    amount: amount(),
    reference: reference(),
    reserveHash: optional(hash()),
  }),
  execute(context, state, { currency: code, to, amount: minted, reference: text, reserveHash }) {
    const issued = requireIssuer(context, state, code)
    if (!issued.ok) return issued.error
    if (minted === 0n) return refuse('settlement/zero-amount', 'nothing would be minted', 'amount')
    const payee = requireActiveParty(state, to, context.timeMs, { path: 'to' })
    return payee.ok ? createTokens(context, state, { currency: code, to, amount: minted, reference: text, reserveHash }) : payee.error
  },
})
