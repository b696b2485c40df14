import { amount, choice, described, optional, uint } from '@hanse/protocol'
import { defineEvent } from '@hanse/state'
import { blockTimeMs, currency, partyId, reference, signedAmount } from '../fields.ts'
import { FINANCE_STATES, LEGAL_STATES, PAYMENT_STATES, REIMBURSEMENT_STATES, RESPONSE_STATES, TAX_STATES } from './axes.ts'
import { invoiceIdField, invoiceNumber, periodField } from './invoice.ts'
import { RING_LENGTH_MAX, RING_LENGTH_MIN } from './limits.ts'
import { RESPONSE_CODES } from './responses.ts'
import { SETTLEMENT_KINDS } from './status.ts'

const axisState = () =>
  choice(...new Set([...LEGAL_STATES, ...RESPONSE_STATES, ...TAX_STATES, ...REIMBURSEMENT_STATES, ...FINANCE_STATES, ...PAYMENT_STATES]))

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
    summary: 'An invoice moved on one of its six axes',
    attributes: {
      axis: choice('legal', 'response', 'tax', 'reimbursement', 'finance', 'payment'),
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
  responded: defineEvent({
    summary: 'A buyer answered an invoice',
    attributes: { invoiceId: invoiceIdField(), code: choice(...RESPONSE_CODES), reason: optional(reference()) },
  }),
  acceptanceDeemed: defineEvent({
    summary: 'A buyer left an invoice unanswered until its deadline: by the rule of its country it has accepted it',
    attributes: { invoiceId: invoiceIdField(), buyerId: partyId(), respondByMs: blockTimeMs() },
  }),
  locked: defineEvent({
    summary: 'An employer locked an invoice for a claim that it examines',
    attributes: { invoiceId: invoiceIdField(), employer: partyId(), expiresAtMs: blockTimeMs() },
  }),
  settled: defineEvent({
    summary: 'Money of a receivable or of a payment paid a part of an invoice',
    attributes: {
      invoiceId: invoiceIdField(),
      kind: choice(...SETTLEMENT_KINDS),
      amount: amount(),
      reference: optional(reference()),
    },
  }),
  returned: defineEvent({
    summary: 'A payment that paid a part of an invoice was returned: that part is open again',
    attributes: { invoiceId: invoiceIdField(), amount: amount(), reference: described('UETR of the payment', reference()) },
  }),
  ringFound: defineEvent({
    summary: 'With this invoice, parties have invoiced each other in a ring within one month: an alarm, no refusal',
    attributes: {
      invoiceId: invoiceIdField(),
      period: periodField(),
      length: described('parties in the ring', uint({ min: RING_LENGTH_MIN, max: RING_LENGTH_MAX })),
    },
  }),
  ringSearchCut: defineEvent({
    summary: 'So many parties trade in this month that the search for a ring was cut off: there may be one',
    attributes: { invoiceId: invoiceIdField(), period: periodField() },
  }),
}
