import { assert } from '@hanse/primitives'
import { message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { formatAmount } from '../../money.ts'
import { requirePaymentEyes, transfer } from '../../settlement/api.ts'
import { countFlow } from '../../supervision/api.ts'
import { minorUnitsOf } from '../amounts.ts'
import { moneyText, recallReason, uetr } from '../codecs.ts'
import { reopenInvoice } from '../invoice-link.ts'
import { loadAsCreditorAgent, putPayment } from '../payment-store.ts'
import { refuse } from '../rejections.ts'
import { emit } from '../store.ts'

/**
 * Domain §2, pacs.004: after a recall that was granted the creditor agent pays what was settled back to the debtor agent, or less by its
 * charge, in the currency of the settlement. The payment stays settled (invariant 6), and the exchange is not undone. What it counted
 * towards its invoice goes with it.
 */
export const returnPayment = defineCommand({
  summary: 'Creditor agent: returns a settled payment whose recall it granted (pacs.004)',
  params: message(hanse.payments.v1.ReturnPayment, { uetr, amount: moneyText, reason: recallReason }),
  execute(context, state, { uetr: id, amount: text, reason }) {
    const loaded = loadAsCreditorAgent(context, state, id)
    if (!loaded.ok) return loaded.error
    const payment = loaded.value
    const { settled, settlementCurrency: currency, creditorAgent, debtorAgent, recall, returned } = payment
    if (returned !== undefined) return refuse('payments/already-returned', `${id} was returned at ${returned.atMs}`, 'uetr')
    if (recall?.answer !== 'CNCL') return refuse('payments/no-recall', `no recall of ${id} was granted`, 'uetr')
    assert(settled !== undefined, `${id} is recalled and not settled`)
    const amount = minorUnitsOf(text, currency, 'amount')
    if (!amount.ok) return amount.error
    if (amount.value > settled) {
      const [back, sent] = [amount.value, settled].map((value) => formatAmount(value, currency))
      return refuse('payments/exceeds-settled', `${back} of ${sent}`, 'amount')
    }
    const money = { from: creditorAgent, to: debtorAgent, currency, amount: amount.value, reference: `return ${id}` }
    const unpaid = requirePaymentEyes(context, state, money) ?? transfer(state, money)
    if (unpaid !== undefined) return unpaid
    countFlow(context, state, 'payments.returned', money)
    const paidBack = putPayment(state, payment, { returned: { reason, amount: amount.value, atMs: context.timeMs } })
    emit(state, 'returned', { amount: amount.value, currency, reason, uetr: id })
    reopenInvoice(state, paidBack)
    return undefined
  },
})
