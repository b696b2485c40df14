import { amount, bool, choice, described, hash, optional, text, uint } from '@hanse/protocol'
import { defineEvent } from '@hanse/state'
import { blockTimeMs, currency, partyId, reference } from '../fields.ts'
import { DIRECTIONS, invoiceId, max35, rate, recallReason, uetr } from './codecs.ts'
import { RECALL_ANSWERS, STEP_REASONS } from './reasons.ts'
import { PAYMENT_STATES } from './status.ts'

const minor = (what: string) => described(`${what}, in integer minor units, decimal`, amount())

export const events = {
  limitsSet: defineEvent({
    summary: 'The issuer of a currency set what a bank may hold, pay at once, and initiate a day',
    attributes: {
      bank: partyId(),
      currency: currency(),
      holdLimit: optional(minor('absent: no limit')),
      transactionLimit: optional(minor('absent: no limit')),
      dayLimit: optional(minor('absent: no limit')),
    },
  }),
  initiated: defineEvent({
    summary: 'A debtor agent gave a payment to the chain (pacs.008, pacs.009)',
    attributes: {
      uetr,
      debtorAgent: partyId(),
      creditorAgent: partyId(),
      currency: currency(),
      instructed: minor('what the debtor pays'),
      settlementCurrency: currency(),
    },
  }),
  statusChanged: defineEvent({
    summary: 'A payment went on in its life (pacs.002)',
    attributes: {
      uetr,
      from: described('before', choice(...PAYMENT_STATES)),
      to: described('from now on', choice(...PAYMENT_STATES)),
      reason: optional(described('ISO 20022 code', choice(...STEP_REASONS))),
    },
  }),
  screened: defineEvent({
    summary: 'An agent proved that debtor and creditor are on no list in force',
    attributes: {
      uetr,
      agent: partyId(),
      lists: described('names of lists with their versions, a blank between', text({ max: 256, pattern: /^[a-z0-9@ -]+$/ })),
    },
  }),
  quoted: defineEvent({
    summary: 'A liquidity provider bound itself to a rate for a payment',
    attributes: { uetr, provider: partyId(), rate, settled: minor('what the creditor agent would get'), validUntilMs: blockTimeMs() },
  }),
  quoteAccepted: defineEvent({
    summary: 'The debtor agent took a quote',
    attributes: { uetr, provider: partyId(), rate, settled: minor('what the creditor agent will get') },
  }),
  settled: defineEvent({
    summary: 'Both legs moved in one step: irrevocable',
    attributes: {
      uetr,
      currency: currency(),
      paid: minor('from the debtor agent'),
      settlementCurrency: currency(),
      settled: minor('to the creditor agent'),
      provider: optional(described('absent: one currency, no exchange', partyId())),
      creditDeadlineMs: described('by when the creditor has to have it, block time, ms since 1970', uint()),
    },
  }),
  credited: defineEvent({
    summary: 'The creditor has it on its account: the clock stops',
    attributes: {
      uetr,
      credited: minor('what the creditor got'),
      elapsedMs: described('since the settlement, ms', uint()),
      late: described('after the deadline', bool()),
    },
  }),
  creditLate: defineEvent({
    summary: 'A creditor was not credited by the deadline',
    attributes: { uetr, creditorAgent: partyId() },
  }),
  invoiceSettled: defineEvent({
    summary: 'A payment that arrived counts towards its invoice',
    attributes: { uetr, invoiceId, amount: minor('of the invoice') },
  }),
  invoiceReopened: defineEvent({
    summary: 'A payment was returned that had counted towards its invoice: so much of it is owed again',
    attributes: { uetr, invoiceId, amount: minor('of the invoice') },
  }),
  recallRequested: defineEvent({
    summary: 'The debtor agent asks for a settled payment back (camt.056)',
    attributes: { uetr, reason: described('ISO 20022 code', recallReason) },
  }),
  recallAnswered: defineEvent({
    summary: 'The creditor agent answered a recall (camt.029)',
    attributes: { uetr, answer: described('CNCL: it will return it; RJCR: it will not', choice(...RECALL_ANSWERS)) },
  }),
  returned: defineEvent({
    summary: 'The creditor agent returned a settled payment (pacs.004)',
    attributes: { uetr, currency: currency(), amount: minor('to the debtor agent'), reason: described('ISO 20022 code', recallReason) },
  }),
  tokensRequested: defineEvent({
    summary: 'A bank asked the issuer for tokens, or set some aside to be redeemed',
    attributes: { bank: partyId(), requestId: max35, currency: currency(), direction: choice(...DIRECTIONS), amount: amount() },
  }),
  tokensAnswered: defineEvent({
    summary: 'The issuer answered a bank’s request',
    attributes: {
      bank: partyId(),
      requestId: max35,
      accepted: described('whether it was done', bool()),
      reserveHash: optional(described('of the reserve’s attestation', hash())),
      reason: optional(reference()),
    },
  }),
}
