import { message, uint } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { partyId } from '../../fields.ts'
import { requireOperator } from '../../organizations/api.ts'
import { requirePaymentEyes } from '../../settlement/api.ts'
import { rate, uetr } from '../codecs.ts'
import { settledAt } from '../exchange.ts'
import { QUOTE_LIFETIME_MS_MAX } from '../limits.ts'
import { loadPayment, statusFault } from '../payment-store.ts'
import { refuse } from '../rejections.ts'
import { emit, quotes } from '../store.ts'

/** Domain §2, quote: a bank binds itself to pay the settlement currency at a rate, if it is taken in time. A later quote takes the place of the one before. */
export const quote = defineCommand({
  summary: 'Liquidity provider: binds itself to a rate for a payment, until a time',
  params: message(hanse.payments.v1.QuoteParams, { uetr, provider: partyId(), rate, validUntilMs: uint() }),
  execute(context, state, { uetr: id, provider, rate: text, validUntilMs }) {
    const bank = requireOperator(context, state, { partyId: provider, role: 'bank' })
    if (!bank.ok) return bank.error
    const loaded = loadPayment(state, id)
    if (!loaded.ok) return loaded.error
    const payment = loaded.value
    const fault = statusFault(payment, 'ACTC', 'ACCP', 'PDNG')
    if (fault !== undefined) return fault
    if (provider === payment.debtorAgent || provider === payment.creditorAgent) {
      return refuse('payments/same-agent', `${provider} is an agent of ${id}`, 'provider')
    }
    if (validUntilMs <= context.timeMs || validUntilMs > context.timeMs + QUOTE_LIFETIME_MS_MAX) {
      return refuse('payments/bad-deadline', `${validUntilMs} is not within 24 hours after ${context.timeMs}`, 'validUntilMs')
    }
    const settled = settledAt(payment, text)
    if (!settled.ok) return settled.error
    const eyes = requirePaymentEyes(context, state, { from: provider, currency: payment.settlementCurrency, amount: settled.value })
    if (eyes !== undefined) return eyes
    quotes.put(state, [id, provider], { rate: text, validUntilMs, settled: settled.value })
    emit(state, 'quoted', { provider, rate: text, settled: settled.value, uetr: id, validUntilMs })
    return undefined
  },
})
