import { assert, err, ok, type Rejection, type Result } from '@hanse/primitives'
import type { StateReader, StateWriter, TransactionContext } from '@hanse/state'
import { type Party, requireOperator } from '../organizations/api.ts'
import type { Payment } from './codecs.ts'
import { refundLegs } from './legs.ts'
import { freeQuota } from './quota.ts'
import { refuse } from './rejections.ts'
import { canMove, isOpen, isSettled, type PaymentStatus } from './status.ts'
import { emit, latePayments, payments } from './store.ts'

export function loadPayment(state: StateReader, uetr: string): Result<Payment> {
  const payment = payments.get(state, uetr)
  return payment === undefined ? err(refuse('payments/unknown-payment', `there is no payment ${uetr}`, 'uetr')) : ok(payment)
}

/** The payment for a command that its debtor agent alone sends. */
export function loadAsDebtorAgent(context: TransactionContext, state: StateReader, uetr: string): Result<Payment> {
  return loadAs(context, state, uetr, ({ debtorAgent }) => debtorAgent)
}

/** The payment for a command that its creditor agent alone sends. */
export function loadAsCreditorAgent(context: TransactionContext, state: StateReader, uetr: string): Result<Payment> {
  return loadAs(context, state, uetr, ({ creditorAgent }) => creditorAgent)
}

function loadAs(context: TransactionContext, state: StateReader, uetr: string, agentOf: (payment: Payment) => string): Result<Payment> {
  const payment = loadPayment(state, uetr)
  if (!payment.ok) return payment
  const agent = requireOperator(context, state, { partyId: agentOf(payment.value) })
  return agent.ok ? payment : agent
}

/** The payment for a command that either agent sends, as the one that it names. */
export function loadAsAgent(context: TransactionContext, state: StateReader, uetr: string, agent: string): Result<Payment> {
  const payment = loadPayment(state, uetr)
  if (!payment.ok) return payment
  const { debtorAgent, creditorAgent } = payment.value
  if (agent !== debtorAgent && agent !== creditorAgent) {
    return err(refuse('payments/not-agent', `${agent} is neither ${debtorAgent} nor ${creditorAgent}`, 'agent'))
  }
  const party: Result<Party> = requireOperator(context, state, { partyId: agent })
  return party.ok ? payment : party
}

export function statusFault({ uetr, status }: Payment, ...wanted: readonly PaymentStatus[]): Rejection | undefined {
  return wanted.includes(status) ? undefined : refuse('payments/wrong-status', `${uetr} is ${status}, not ${wanted.join(' or ')}`, 'uetr')
}

/** Stopping is free before ACSC, and impossible after it. */
export function stoppableFault(payment: Payment): Rejection | undefined {
  const { uetr, status } = payment
  if (isSettled(status)) return refuse('payments/settled', `${uetr} is ${status}`, 'uetr')
  return isOpen(status) ? undefined : statusFault(payment, 'ACTC', 'ACCP', 'PDNG', 'ACSP')
}

type Changes = { readonly [K in keyof Payment]?: Payment[K] | undefined }
type StepReason = NonNullable<Payment['history'][number]['reason']>

export interface Move {
  readonly atMs: number
  readonly reason?: StepReason
  readonly by?: string
}

/** What goes with one status and ends with it. */
const PASSING = { hold: undefined, lockDeadlineMs: undefined }

export function movePayment(state: StateWriter, payment: Payment, status: PaymentStatus, move: Move, changes: Changes = {}): Payment {
  const { uetr, status: from } = payment
  assert(canMove(from, status), `${uetr} cannot go from ${from} to ${status}`)
  const history = [...payment.history, { status, ...move }]
  const moved = putPayment(state, payment, { ...PASSING, ...changes, status, history })
  emit(state, 'statusChanged', { from, reason: move.reason, to: status, uetr })
  return moved
}

/** Changes a payment; what is undefined in `changes` goes. */
export function putPayment(state: StateWriter, payment: Payment, changes: Changes): Payment {
  const merged = Object.entries({ ...payment, ...changes }).filter(([, value]) => value !== undefined)
  const changed = Object.fromEntries(merged) as unknown as Payment
  payments.put(state, changed.uetr, changed)
  return changed
}

/** RJCT: what was locked goes back to whose it is, and the quota is free again. */
export function rejectPayment(state: StateWriter, payment: Payment, move: Move & { readonly reason: StepReason }): void {
  refundLegs(state, payment)
  freeQuota(state, payment)
  movePayment(state, payment, 'RJCT', move)
}

/** The creditor has not got it in time: said once, and kept. */
export function markLate(state: StateWriter, payment: Payment): Payment {
  if (payment.late) return payment
  const { uetr, creditorAgent } = payment
  latePayments.append(state, creditorAgent, uetr)
  emit(state, 'creditLate', { creditorAgent, uetr })
  return putPayment(state, payment, { late: true })
}
