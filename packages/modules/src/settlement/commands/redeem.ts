import { amount, message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/settlement.js'
import { currency, reference } from '../../fields.ts'
import { countFlow, frozenFault } from '../../supervision/api.ts'
import { debitAccount } from '../accounts.ts'
import { requireIssuer } from '../issuer.ts'
import { refuse } from '../rejections.ts'
import { currencies, emit } from '../store.ts'

/**
 * The issuer takes money off the chain, from its own account alone: a holder who wants to be paid out transfers to the issuer first.
 * So no key but the holder's ever takes from the holder's account.
 */
export const redeem = defineCommand({
  summary: 'Issuer of the currency, four-eyes: destroys money that was transferred back to it',
  params: message(hanse.settlement.v1.Redeem, { currency: currency(), amount: amount(), reference: reference() }),
  execute(context, state, { currency: code, amount: redeemed, reference: text }) {
    const issued = requireIssuer(context, state, code)
    if (!issued.ok) return issued.error
    const { issuer } = issued.value
    if (redeemed === 0n) return refuse('settlement/zero-amount', 'nothing would be redeemed', 'amount')
    const refusal = frozenFault(state, issuer, context.timeMs) ?? debitAccount(state, issuer, code, redeemed)
    if (refusal !== undefined) return refusal
    currencies.put(state, code, { ...issued.value, redeemed: issued.value.redeemed + redeemed })
    countFlow(context, state, 'settlement.redeemed', { currency: code, amount: redeemed })
    emit(state, 'redeemed', { amount: redeemed, currency: code, issuer, reference: text })
    return undefined
  },
})
