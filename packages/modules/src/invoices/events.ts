import { amount, choice, described } from '@hanse/protocol'
import { defineEvent } from '@hanse/state'
import { currency, partyId, signedAmount } from '../fields.ts'
import { FINANCE_STATES, LEGAL_STATES, PAYMENT_STATES, RESPONSE_STATES, TAX_STATES } from './axes.ts'
import { invoiceIdField, invoiceNumber, periodField } from './invoice.ts'

const axisState = () => choice(...LEGAL_STATES, ...RESPONSE_STATES, ...TAX_STATES, ...FINANCE_STATES, ...PAYMENT_STATES)

export const events = {
  quotaGranted: defineEvent({
    summary: 'The tax authority said what a seller may invoice in one currency and month',
    attributes: { sellerId: partyId(), currency: currency(), period: periodField(), limit: amount() },
  }),
  issued: defineEvent({
    summary: 'A seller issued an invoice',
    attributes: {
      invoiceId: invoiceIdField(),
      number: invoiceNumber(),
      sellerId: partyId(),
      buyerId: partyId(),
      currency: currency(),
      grossTotal: signedAmount(),
      payable: signedAmount(),
    },
  }),
  axisChanged: defineEvent({
    summary: 'An invoice moved on one of its five axes',
    attributes: {
      axis: choice('legal', 'response', 'tax', 'finance', 'payment'),
      from: axisState(),
      invoiceId: invoiceIdField(),
      to: axisState(),
    },
  }),
  redLettered: defineEvent({
    summary: 'A seller took an invoice back, in part or as a whole',
    attributes: {
      invoiceId: invoiceIdField(),
      redLetterId: described('id of the red letter’s own number', invoiceIdField()),
      amount: amount(),
    },
  }),
}
