import { err, ok, type Result } from '@hanse/primitives'
import { amount, bool, type FieldValue, list, message, optional, text, uint } from '@hanse/protocol'
import { defineQuery, type IndexList, type StateReader } from '@hanse/state'
import { hanse } from '../../generated/payments.js'
import { civilDate, currency, partyId } from '../fields.ts'
import { amountText } from './amounts.ts'
import {
  complianceCodec,
  detailsCodec,
  max35,
  moneyText,
  paramsCodec,
  paymentCodec,
  quoteCodec,
  rate,
  tokenRequestCodec,
  uetr,
} from './codecs.ts'
import { exchangedOf, settledAt } from './exchange.ts'
import { PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX } from './limits.ts'
import { loadPayment } from './payment-store.ts'
import { refuse } from './rejections.ts'
import { screeningFault } from './screening.ts'
import {
  compliances,
  details,
  latePayments,
  paramsOf,
  payments,
  paymentsOfAgent,
  quotaLimits,
  quotaUsed,
  quotes,
  tokenRequests,
} from './store.ts'

const wire = hanse.payments.v1
const uetrArgs = message(wire.Uetr, { uetr })
const pageArgs = message(wire.PartyPageArgs, {
  partyId: partyId(),
  cursor: optional(text({ max: 16, pattern: /^[0-9]+$/, words: 'nextCursor of the page before' })),
  limit: optional(uint({ min: 1, max: PAGE_SIZE_MAX })),
})
const paymentPage = message(wire.PaymentPage, {
  items: list(paymentCodec, { max: PAGE_SIZE_MAX }),
  nextCursor: optional(text({ max: 16 })),
})

function pageOf(state: StateReader, index: IndexList<string>, args: FieldValue<typeof pageArgs>): FieldValue<typeof paymentPage> {
  const from = Number(args.cursor ?? '0')
  const ids = index.page(state, args.partyId, from, args.limit ?? PAGE_SIZE_DEFAULT)
  const items = ids.map((id) => payments.require(state, id))
  const next = from + ids.length
  return next < index.count(state, args.partyId) ? { items, nextCursor: `${next}` } : { items }
}

export const payment = defineQuery({
  summary: 'A payment: its terms, status and history',
  args: uetrArgs,
  result: paymentCodec,
  read: (_block, state, args) => loadPayment(state, args.uetr),
})

export const paymentDetails = defineQuery({
  summary: 'Debtor, creditor, purpose and references of a payment',
  args: uetrArgs,
  result: detailsCodec,
  read: (_block, state, args) => {
    const found = loadPayment(state, args.uetr)
    return found.ok ? ok(details.require(state, args.uetr)) : found
  },
})

export const paymentsOf = defineQuery({
  summary: 'Payments that a bank sends or receives, in the order of their initiation',
  args: pageArgs,
  result: paymentPage,
  read: (_block, state, args) => ok(pageOf(state, paymentsOfAgent, args)),
})

export const late = defineQuery({
  summary: 'Payments whose creditor the bank did not credit in time, those that it credited since too',
  args: pageArgs,
  result: paymentPage,
  read: (_block, state, args) => ok(pageOf(state, latePayments, args)),
})

export const complianceProof = defineQuery({
  summary: 'What travels with a payment: both screenings with list versions and every proof of absence',
  args: uetrArgs,
  result: message(wire.ComplianceProof, {
    uetr,
    debtorAgent: partyId(),
    creditorAgent: partyId(),
    compliance: complianceCodec,
    complete: bool(),
  }),
  read: ({ timeMs }, state, args) => {
    const found = loadPayment(state, args.uetr)
    if (!found.ok) return found
    const { debtorAgent, creditorAgent, history } = found.value
    // What was locked was complete then, whatever lists say now.
    const locked = history.some(({ status }) => status === 'ACSP')
    const complete = locked || screeningFault(state, found.value, timeMs) === undefined
    return ok({ uetr: args.uetr, debtorAgent, creditorAgent, compliance: compliances.require(state, args.uetr), complete })
  },
})

export const quoteOf = defineQuery({
  summary: 'The latest quote of a provider for a payment',
  args: message(wire.AgentParams, { uetr, agent: partyId() }),
  result: quoteCodec,
  read: (_block, state, args) => {
    const found = quotes.get(state, [args.uetr, args.agent])
    return found === undefined ? err(refuse('payments/unknown-quote', `${args.agent} has not quoted for ${args.uetr}`, 'agent')) : ok(found)
  },
})

export const settledAmount = defineQuery({
  summary: 'What the creditor agent would get of a payment at a rate, to the minor unit',
  args: message(wire.SettledArgs, { uetr, rate }),
  result: message(wire.SettledView, {
    currency: currency(),
    exchanged: amount(),
    settlementCurrency: currency(),
    settled: amount(),
    amount: moneyText,
  }),
  read: (_block, state, args) => {
    const found = loadPayment(state, args.uetr)
    if (!found.ok) return found
    const settled = settledAt(found.value, args.rate)
    if (!settled.ok) return settled
    const { currency: code, settlementCurrency } = found.value
    const exchanged = exchangedOf(found.value)
    return ok({
      currency: code,
      exchanged,
      settlementCurrency,
      settled: settled.value,
      amount: amountText(settled.value, settlementCurrency),
    })
  },
})

export const quota = defineQuery({
  summary: 'What a bank may initiate of a currency a day, and what it did on a date',
  args: message(wire.QuotaArgs, { bank: partyId(), currency: currency(), date: civilDate() }),
  result: message(wire.QuotaView, { dayLimit: optional(amount()), used: amount() }),
  read: (_block, state, args) => {
    const used = quotaUsed.get(state, [args.currency, args.bank, args.date])?.amount ?? 0n
    return ok({ ...quotaLimits.get(state, [args.currency, args.bank]), used })
  },
})

export const tokenRequest = defineQuery({
  summary: 'What a bank asked the issuer of a currency for, and the answer',
  args: message(wire.TokenRequestArgs, { bank: partyId(), requestId: max35 }),
  result: tokenRequestCodec,
  read: (_block, state, args): Result<FieldValue<typeof tokenRequestCodec>> => {
    const found = tokenRequests.get(state, [args.bank, args.requestId])
    return found === undefined
      ? err(refuse('payments/unknown-request', `${args.bank} made no request ${args.requestId}`, 'requestId'))
      : ok(found)
  },
})

export const parameters = defineQuery({
  summary: 'The chain’s parameters for payments: times, and the lists to screen against',
  args: message(wire.NoArgs, {}),
  result: paramsCodec,
  read: (_block, state) => ok(paramsOf(state)),
})
