import { err, ok, type Rejection, type Result } from '@hanse/primitives'
import type { StateReader, StateWriter, TransactionContext } from '@hanse/state'
import type { Currency } from '../currencies.ts'
import { addDays, dateOfTime, isCivilDate } from '../dates.ts'
import { formatAmount } from '../money.ts'
import { requireActiveParty, requireFourEyes, requireOperator } from '../organizations/api.ts'
import { hasCurrency, transactionFault } from '../settlement/api.ts'
import { judgePayment } from '../supervision/api.ts'
import { minorUnitsOf } from './amounts.ts'
import type { Details, Payment } from './codecs.ts'
import { exchangedOf, isExchange, type Terms } from './exchange.ts'
import { holdByRules } from './holding.ts'
import { SETTLEMENT_DAYS_MAX } from './limits.ts'
import { movePayment } from './payment-store.ts'
import { useQuota } from './quota.ts'
import { refuse } from './rejections.ts'
import { subjectsOf } from './screening.ts'
import { compliances, details, emit, paramsOf, payments, paymentsOfAgent } from './store.ts'

/** What a customer's transfer and a bank's own have in common. */
interface Instruction extends Pick<Payment, 'uetr' | 'debtorAgent' | 'creditorAgent' | 'chargeBearer' | 'settlementDate'> {
  readonly currency: Currency
  readonly settlementCurrency: Currency
  readonly instructedAmount: string
  readonly charges?: string | undefined
}

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

/** The amounts in minor units, as far as they can be right without a rate. */
function amountsOf(state: StateReader, given: Instruction): Result<Terms> {
  const { currency: code, settlementCurrency, chargeBearer } = given
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
  const terms = { currency: code, settlementCurrency, chargeBearer, instructed: instructed.value, charges: charges.value }
  if (exchangedOf(terms) > 0n) return ok(terms)
  return err(refuse('payments/amount-not-positive', `charges of ${formatAmount(charges.value, code)} leave nothing`, 'charges'))
}

/** The terms of an instruction, or what is wrong with its sender, its reference, its amounts or its date. */
export function termsOf(context: TransactionContext, state: StateWriter, given: Instruction): Result<Terms> {
  const fault = agentsFault(context, state, given) ?? uetrFault(state, given.uetr)
  if (fault !== undefined) return err(fault)
  const terms = amountsOf(state, given)
  if (!terms.ok) return terms
  const unfit = dateFault(given.settlementDate, today(context, state))
  return unfit === undefined ? terms : err(unfit)
}

function today({ timeMs }: TransactionContext, state: StateReader): string {
  return dateOfTime(timeMs, paramsOf(state).utcOffsetMinutes)
}

export interface Received extends Pick<Payment, 'messageType'> {
  readonly given: Instruction
  readonly terms: Terms
  readonly details: Details
  readonly invoiceId?: string | undefined
}

/**
 * RCVD, and ACTC in the same step, as the caller has judged the terms and the details. Counts it towards the limits of the debtor agent, and
 * asks the rules of supervision: what one of them holds is PDNG at once.
 */
export function receive(context: TransactionContext, state: StateWriter, received: Received): Rejection | undefined {
  const { given, terms, messageType, invoiceId } = received
  const { uetr, debtorAgent, creditorAgent } = given
  const { currency: code, instructed, settlementCurrency } = terms
  const { timeMs, txId, callIndex } = context
  const quotaDate = today(context, state)
  const unfit =
    transactionFault(state, debtorAgent, code, exchangedOf(terms)) ??
    useQuota(state, { debtorAgent, currency: code, instructed, quotaDate })
  if (unfit !== undefined) return unfit
  const { debtor, creditor } = received.details
  const countries = [debtor.country, creditor.country].filter((country) => country !== undefined)
  const judged = judgePayment(context, state, { parties: [debtorAgent, creditorAgent], currency: code, amount: instructed, countries })
  if (!judged.ok) return judged.error
  const payment: Payment = {
    ...terms,
    uetr,
    debtorAgent,
    creditorAgent,
    messageType,
    settlementDate: given.settlementDate,
    quotaDate,
    status: 'RCVD',
    history: [{ status: 'RCVD', atMs: timeMs, by: debtorAgent }],
    late: false,
    holds: 0,
    recalls: 0,
    ...(isExchange(terms) ? {} : { settled: exchangedOf(terms) }),
    ...(invoiceId === undefined ? {} : { invoiceId }),
    ...(judged.value.isEvaluated ? { judged: { txId, callIndex } } : {}),
  }
  details.put(state, uetr, received.details)
  compliances.put(state, uetr, { subjects: subjectsOf(received.details), screenings: [] })
  for (const agent of [debtorAgent, creditorAgent]) paymentsOfAgent.append(state, agent, uetr)
  emit(state, 'initiated', { uetr, debtorAgent, creditorAgent, currency: code, instructed, settlementCurrency })
  const accepted = movePayment(state, payment, 'ACTC', { atMs: timeMs })
  const { heldBy } = judged.value
  return heldBy.length === 0 ? undefined : holdByRules(context, state, accepted, heldBy)
}
