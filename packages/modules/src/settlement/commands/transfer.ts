import { amount, message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/settlement.js'
import { currency, partyId, reference } from '../../fields.ts'
import { requireActiveParty, requireOperator } from '../../organizations/api.ts'
import { countFlow, judgeTransfer } from '../../supervision/api.ts'
import { transfer as move, requirePaymentEyes } from '../api.ts'

/** A party pays another; both are active. From the currency's threshold on, if it has one, two operators of the payer stand behind it. */
export const transfer = defineCommand({
  summary: 'Payer: moves money to another party; four-eyes from the currency’s threshold',
  params: message(hanse.settlement.v1.Transfer, {
    from: partyId(),
    to: partyId(),
    currency: currency(),
    amount: amount(),
    reference: reference(),
  }),
  execute(context, state, params) {
    const payer = requireOperator(context, state, { partyId: params.from })
    if (!payer.ok) return payer.error
    const payee = requireActiveParty(state, params.to, context.timeMs, { path: 'to' })
    if (!payee.ok) return payee.error
    const { from, to, currency: code, amount: moved } = params
    const refused = judgeTransfer(context, state, { parties: [from, to], currency: code, amount: moved })
    const unpaid = refused ?? requirePaymentEyes(context, state, params) ?? move(state, params)
    if (unpaid === undefined) countFlow(context, state, 'settlement.transferred', { currency: code, amount: moved })
    return unpaid
  },
})
