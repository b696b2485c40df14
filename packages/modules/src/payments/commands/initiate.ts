import { message, optional } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { civilDate, currency, partyId } from '../../fields.ts'
import { chargeBearer, detailsCodec, invoiceId, moneyText, uetr } from '../codecs.ts'
import { receive, termsOf } from '../initiation.ts'
import { invoiceFault } from '../invoice-link.ts'
import { detailsFault } from '../travel-rule.ts'

/**
 * Domain §2, initiate: pacs.008. What comes in is RCVD; as the syntax and the travel rule are judged at once, it is ACTC in the same step, or
 * refused, and then its UETR is not used up.
 */
export const initiate = defineCommand({
  summary: 'Debtor agent, four-eyes: gives a customer credit transfer (pacs.008) to the chain',
  params: message(hanse.payments.v1.Initiate, {
    uetr,
    debtorAgent: partyId(),
    creditorAgent: partyId(),
    currency: currency(),
    instructedAmount: moneyText,
    charges: optional(moneyText),
    chargeBearer,
    settlementCurrency: currency(),
    settlementDate: civilDate(),
    details: detailsCodec,
    invoiceId: optional(invoiceId),
  }),
  execute(context, state, given) {
    const terms = termsOf(context, state, given)
    if (!terms.ok) return terms.error
    const { details } = given
    const unfit = detailsFault(state, details, context.timeMs) ?? invoiceFault(state, given.invoiceId, terms.value, details)
    if (unfit !== undefined) return unfit
    return receive(context, state, { messageType: 'pacs.008', given, terms: terms.value, details, invoiceId: given.invoiceId })
  },
})
