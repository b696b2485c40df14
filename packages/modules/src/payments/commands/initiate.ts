import { err, ok, type Rejection, type Result } from '@hanse/primitives'
import { type FieldValue, message, optional } from '@hanse/protocol'
import { defineCommand, type StateReader, type StateWriter, type TransactionContext } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { addDays, dateOfTime, isCivilDate } from '../../dates.ts'
import { civilDate, currency, partyId } from '../../fields.ts'
import { formatAmount } from '../../money.ts'
import { requireActiveParty, requireFourEyes, requireOperator } from '../../organizations/api.ts'
import { hasCurrency, transactionFault } from '../../settlement/api.ts'
import { judgePayment } from '../../supervision/api.ts'
import { minorUnitsOf } from '../amounts.ts'
import { chargeBearer, detailsCodec, invoiceId, moneyText, type Payment, uetr } from '../codecs.ts'
import { exchangedOf, isExchange, type Terms } from '../exchange.ts'
import { invoiceFault } from '../invoice-link.ts'
import { SETTLEMENT_DAYS_MAX } from '../limits.ts'
import { movePayment } from '../payment-store.ts'
import { useQuota } from '../quota.ts'
import { refuse } from '../rejections.ts'
import { subjectsOf } from '../screening.ts'
import { compliances, details, emit, paramsOf, payments, paymentsOfAgent } from '../store.ts'
import { detailsFault } from '../travel-rule.ts'

const params = message(hanse.payments.v1.Initiate, {
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
})
type Instruction = FieldValue<typeof params>

/** RFC 9562: version 4 in the thirteenth digit, the variant in the seventeenth. */
const VERSION_4 = /^.{14}4.{4}[89ab]/

function uetrFault(state: StateReader, given: string): Rejection | undefined {
  if (!VERSION_4.test(given)) return refuse('payments/bad-uetr', `${given} is no UUID of version 4`, 'uetr')
  const status = payments.get(state, given)?.status
  return status === undefined ? undefined : refuse('payments/duplicate-uetr', `${given} was used: it is ${status}`, 'uetr')
}

function agentsFault(context: TransactionContext, state: StateWriter, { debtorAgent, creditorAgent }: Instruction): Rejection | undefined {
  const sender = requireOperator(context, state, { partyId: debtorAgent, role: 'bank' })
  if (!sender.ok) return sender.error
  const eyes = requireFourEyes(context, state, debtorAgent)
  if (eyes !== undefined) return eyes
  if (debtorAgent === creditorAgent) return refuse('payments/same-agent', `${debtorAgent} would pay itself`, 'creditorAgent')
  const receiver = requireActiveParty(state, creditorAgent, context.timeMs, { role: 'bank', path: 'creditorAgent' })
  return receiver.ok ? undefined : receiver.error
}

function dateFault(settlementDate: string, today: string): Rejection | undefined {
  const latest = addDays(today, SETTLEMENT_DAYS_MAX)
  if (isCivilDate(settlementDate) && settlementDate >= today && settlementDate <= latest) return undefined
  return refuse('payments/bad-date', `${settlementDate} is not a day from ${today} to ${latest}`, 'settlementDate')
}

function moneyOf({ debtorAgent, creditorAgent, currency: code }: Instruction, amount: bigint) {
  return { parties: [debtorAgent, creditorAgent], currency: code, amount }
}

function countriesOf({ details: { debtor, creditor } }: Instruction): readonly string[] {
  return [debtor.country, creditor.country].filter((country) => country !== undefined)
}

/** The amounts in minor units, as far as they can be right without a rate. */
function termsOf(state: StateReader, given: Instruction): Result<Terms> {
  const { currency: code, settlementCurrency, chargeBearer: bearer } = given
  for (const [path, one] of [
    ['currency', code],
    ['settlementCurrency', settlementCurrency],
  ] as const) {
    if (!hasCurrency(state, one)) return err(refuse('payments/unknown-currency', `this chain has no ${one}`, path))
  }
  const instructed = minorUnitsOf(given.instructedAmount, code, 'instructedAmount')
  if (!instructed.ok) return instructed
  const charges = given.charges === undefined ? ok(0n) : minorUnitsOf(given.charges, code, 'charges')
  if (!charges.ok) return charges
  const terms = { currency: code, settlementCurrency, chargeBearer: bearer, instructed: instructed.value, charges: charges.value }
  if (exchangedOf(terms) > 0n) return ok(terms)
  return err(refuse('payments/amount-not-positive', `charges of ${formatAmount(charges.value, code)} leave nothing`, 'charges'))
}

/**
 * Domain §2, initiate: pacs.008. What comes in is RCVD; as the syntax and the travel rule are judged at once, it is ACTC in the same step, or
 * refused, and then its UETR is not used up.
 */
export const initiate = defineCommand({
  summary: 'Debtor agent, four-eyes: gives a customer credit transfer (pacs.008) to the chain',
  params,
  execute(context, state, given) {
    const fault = agentsFault(context, state, given) ?? uetrFault(state, given.uetr)
    if (fault !== undefined) return fault
    const terms = termsOf(state, given)
    if (!terms.ok) return terms.error
    const { debtorAgent, creditorAgent, currency: code, settlementCurrency, settlementDate } = given
    const { instructed } = terms.value
    const quotaDate = dateOfTime(context.timeMs, paramsOf(state).utcOffsetMinutes)
    const unfit =
      dateFault(settlementDate, quotaDate) ??
      detailsFault(state, given.details, context.timeMs) ??
      invoiceFault(state, given.invoiceId, terms.value, given.details) ??
      transactionFault(state, debtorAgent, code, exchangedOf(terms.value)) ??
      useQuota(state, { debtorAgent, currency: code, instructed, quotaDate })
    if (unfit !== undefined) return unfit
    const refused = judgePayment(context, state, { ...moneyOf(given, instructed), countries: countriesOf(given) })
    if (refused !== undefined) return refused
    const received: Payment = {
      ...terms.value,
      uetr: given.uetr,
      debtorAgent,
      creditorAgent,
      settlementDate,
      quotaDate,
      status: 'RCVD',
      history: [{ status: 'RCVD', atMs: context.timeMs, by: debtorAgent }],
      late: false,
      holds: 0,
      recalls: 0,
      ...(isExchange(terms.value) ? {} : { settled: exchangedOf(terms.value) }),
      ...(given.invoiceId === undefined ? {} : { invoiceId: given.invoiceId }),
    }
    details.put(state, given.uetr, given.details)
    compliances.put(state, given.uetr, { subjects: subjectsOf(given.details), screenings: [] })
    for (const agent of [debtorAgent, creditorAgent]) paymentsOfAgent.append(state, agent, given.uetr)
    emit(state, 'initiated', { uetr: given.uetr, debtorAgent, creditorAgent, currency: code, instructed, settlementCurrency })
    movePayment(state, received, 'ACTC', { atMs: context.timeMs })
    return undefined
  },
})
