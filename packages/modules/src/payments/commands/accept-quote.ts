import { message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { partyId } from '../../fields.ts'
import { formatAmount } from '../../money.ts'
import { minorUnitsOf } from '../amounts.ts'
import { moneyText, rate, uetr } from '../codecs.ts'
import { loadAsDebtorAgent, putPayment, statusFault } from '../payment-store.ts'
import { refuse } from '../rejections.ts'
import { emit, quotes } from '../store.ts'

/** Domain §2, acceptQuote: the debtor agent signs for the provider, the rate and what comes of it, to the minor unit (invariant 4). */
export const acceptQuote = defineCommand({
  summary: 'Debtor agent: takes a provider’s quote, with its rate and the amount that comes of it',
  params: message(hanse.payments.v1.AcceptQuote, { uetr, provider: partyId(), rate, settledAmount: moneyText }),
  execute(context, state, { uetr: id, provider, rate: text, settledAmount }) {
    const loaded = loadAsDebtorAgent(context, state, id)
    if (!loaded.ok) return loaded.error
    const payment = loaded.value
    const fault = statusFault(payment, 'ACTC', 'ACCP', 'PDNG')
    if (fault !== undefined) return fault
    const { settlementCurrency } = payment
    const signed = minorUnitsOf(settledAmount, settlementCurrency, 'settledAmount')
    if (!signed.ok) return signed.error
    const quoted = quotes.get(state, [id, provider])
    if (quoted === undefined) return refuse('payments/unknown-quote', `${provider} has not quoted for ${id}`, 'provider')
    const { validUntilMs, settled } = quoted
    if (context.timeMs >= validUntilMs) {
      return refuse('payments/quote-expired', `the quote of ${provider} ended at ${validUntilMs}, it is ${context.timeMs}`, 'provider')
    }
    if (quoted.rate !== text) return refuse('payments/quote-mismatch', `${provider} quotes ${quoted.rate}, not ${text}`, 'rate')
    if (settled !== signed.value) {
      const [comes, meant] = [settled, signed.value].map((value) => formatAmount(value, settlementCurrency))
      return refuse('payments/quote-mismatch', `${comes} come of ${text}, not ${meant}`, 'settledAmount')
    }
    putPayment(state, payment, { exchange: { provider, rate: text, validUntilMs }, settled })
    emit(state, 'quoteAccepted', { provider, rate: text, settled, uetr: id })
    return undefined
  },
})
