import { reject } from '@hanse/primitives'
import type { Module, StateReader } from '@hanse/state'
import { settledByPayments } from '../invoices/api.ts'
import { balanceOf, type Reservation, reservedOf } from '../settlement/api.ts'
import { listVersionOf } from '../supervision/api.ts'
import { rowsOf } from '../table-rows.ts'
import type { Payment } from './codecs.ts'
import { complianceFault } from './compliance.ts'
import { exchangedOf, isExchange, settledOf } from './exchange.ts'
import { mostCounted } from './invoice-link.ts'
import { vaultOfPayment, waitingLegs } from './legs.ts'
import { canMove, isSettled } from './status.ts'
import { compliances, MODULE_NAME, payments, quotaUsed, tokenRequests } from './store.ts'
import { tokensToRedeem } from './tokens.ts'

type Fault = string | undefined
type Check = (state: StateReader, payment: Payment) => Fault
type Keys = () => Iterable<Uint8Array>

const VERSION_4 = /^.{14}4.{4}[89ab]/

function paymentsIn(state: StateReader, keys: Keys): readonly Payment[] {
  const place = { module: MODULE_NAME, name: 'payment', table: payments }
  return [...rowsOf(state, keys, place)].map(({ value }) => value)
}

/** (3) A payment stands under its own UETR, which is of version 4. */
const uetrFits: Check = (state, { uetr }) => {
  return VERSION_4.test(uetr) && payments.get(state, uetr)?.uetr === uetr ? undefined : `${uetr} stands in another’s place`
}

/** (4) settled = f(rate, ChrgBr) to the minor unit. */
const settledFits: Check = (_state, payment) => {
  const { uetr, exchange, settled, settlementCurrency, currency, credited, chargeBearer } = payment
  if (!isExchange(payment) && (exchange !== undefined || settled !== exchangedOf(payment)))
    return `${uetr} is in one currency, settled ${settled}`
  if (exchange !== undefined) {
    const expected = settledOf(exchangedOf(payment), exchange.rate, currency, settlementCurrency)
    if (settled !== expected) return `${uetr}: ${settled} are settled, ${expected} come of ${exchange.rate}`
  }
  if (credited === undefined || settled === undefined) return undefined
  return credited > settled || (chargeBearer === 'DEBT' && credited !== settled) ? `${uetr}: ${credited} credited of ${settled}` : undefined
}

/** (6) Each step of a history is one of the life cycle, and the last is the status; money went back after ACSC alone, by a return. */
const historyFits: Check = (_state, { uetr, status, history, returned, recall, settled = 0n }) => {
  for (const [index, step] of history.entries()) {
    const before = history[index - 1]
    if (before === undefined ? step.status !== 'RCVD' : !canMove(before.status, step.status))
      return `${uetr}: ${step.status} is step ${index}`
    if (before !== undefined && step.atMs < before.atMs) return `${uetr}: step ${index} lies before the one before`
  }
  if (history.at(-1)?.status !== status) return `${uetr} is ${status}, its history ends otherwise`
  if (returned === undefined) return undefined
  const granted = isSettled(status) && recall?.answer === 'CNCL' && returned.amount <= settled
  return granted ? undefined : `${uetr} was returned, it is ${status}, its recall ${recall?.answer}`
}

/** (7) Both screenings are proven, and precede ACSP. */
const screenedBefore: Check = (state, { uetr, debtorAgent, creditorAgent, history }) => {
  const locked = history.find(({ status }) => status === 'ACSP')
  if (locked === undefined) return undefined
  const compliance = compliances.require(state, uetr)
  const younger = compliance.screenings.find(({ atMs }) => atMs > locked.atMs)
  if (younger !== undefined) return `${uetr}: ${younger.agent} screened after the lock`
  const listOf = (listId: string, version: number) => listVersionOf(state, listId, version)
  const fault = complianceFault({ debtorAgent, creditorAgent, compliance }, { listOf, lists: [] })
  return fault === undefined ? undefined : `${uetr}: ${fault}`
}

/** (8) PDNG has a reason and a deadline; only ACSP has one to settle by. */
const holdFits: Check = (_state, { uetr, status, hold, lockDeadlineMs, history, holds }) => {
  if ((status === 'PDNG') !== (hold !== undefined)) return `${uetr} is ${status}, its hold says otherwise`
  if ((status === 'ACSP') !== (lockDeadlineMs !== undefined)) return `${uetr} is ${status}, its lock says otherwise`
  const held = history.filter((step) => step.status === 'PDNG')
  if (held.length !== holds || held.some(({ reason }) => reason === undefined))
    return `${uetr} was held ${holds} times, ${held.length} in its history`
  return undefined
}

/** (2) What waits in a payment's vault is exactly its legs. */
const vaultFits: Check = (state, payment) => {
  const { uetr, currency, settlementCurrency } = payment
  const legs = waitingLegs(payment)
  for (const code of new Set([currency, settlementCurrency])) {
    const expected = legs.filter((leg) => leg.currency === code).reduce((sum, leg) => sum + leg.amount, 0n)
    const held = balanceOf(state, vaultOfPayment(uetr), code)
    if (held !== expected) return `${uetr} is ${payment.status} with ${held} ${code} in its vault, not ${expected}`
  }
  return undefined
}

const CHECKS: readonly Check[] = [uetrFits, settledFits, historyFits, screenedBefore, holdFits, vaultFits]

function paymentsFault(state: StateReader, keys: Keys): Fault {
  for (const payment of paymentsIn(state, keys)) {
    for (const check of CHECKS) {
      const fault = check(state, payment)
      if (fault !== undefined) return fault
    }
  }
  return undefined
}

function legsOf(state: StateReader, keys: Keys): readonly Reservation[] {
  const requests = [...rowsOf(state, keys, { module: MODULE_NAME, name: 'token-request', table: tokenRequests })].map(({ value }) => value)
  const redeemed = requests.filter(({ status, direction }) => status === 'REQUESTED' && direction === 'REDEEM').map(tokensToRedeem)
  return [...paymentsIn(state, keys).flatMap(waitingLegs), ...redeemed]
}

/** Whoever's money waits has it reserved: it finds room when it comes back. */
function reservesFault(state: StateReader, keys: Keys): Fault {
  const waiting = new Map<string, Reservation>()
  for (const leg of legsOf(state, keys)) {
    const key = `${leg.currency} ${leg.owner}`
    waiting.set(key, { ...leg, amount: leg.amount + (waiting.get(key)?.amount ?? 0n) })
  }
  for (const { owner, currency, amount } of waiting.values()) {
    const reserved = reservedOf(state, owner, currency)
    if (reserved < amount) return `${amount} ${currency} of ${owner} wait, ${reserved} are reserved`
  }
  return undefined
}

/** What payments count towards an invoice is what the invoice has of them; each at most what its creditor kept, and none before ACCC. */
function invoicesFault(state: StateReader, keys: Keys): Fault {
  const counted = new Map<string, bigint>()
  for (const payment of paymentsIn(state, keys)) {
    const { uetr, status, invoiceId, invoiceSettled = 0n } = payment
    if (invoiceSettled > 0n && status !== 'ACCC') return `${uetr} is ${status} and counts towards ${invoiceId}`
    if (invoiceSettled > mostCounted(state, payment)) return `${uetr} counts ${invoiceSettled} towards ${invoiceId}: more than was kept`
    if (invoiceId !== undefined) counted.set(invoiceId, (counted.get(invoiceId) ?? 0n) + invoiceSettled)
  }
  for (const [invoiceId, sum] of counted) {
    const linked = settledByPayments(state, invoiceId)
    if (linked !== sum) return `payments count ${sum} towards ${invoiceId}, it has ${linked} of them`
  }
  return undefined
}

/** Σ initiated and not rejected of a bank, currency and day is what its quota says is used. */
function quotaFault(state: StateReader, keys: Keys): Fault {
  const used = new Map<string, bigint>()
  for (const { currency, debtorAgent, quotaDate, status, instructed } of paymentsIn(state, keys)) {
    if (status === 'RJCT') continue
    const key = `${currency} ${debtorAgent} ${quotaDate}`
    used.set(key, (used.get(key) ?? 0n) + instructed)
  }
  for (const { key, value } of rowsOf(state, keys, { module: MODULE_NAME, name: 'quota-used', table: quotaUsed })) {
    const sum = used.get(key.join(' ')) ?? 0n
    if (sum !== value.amount) return `${key.join(' ')}: ${value.amount} are used, payments sum to ${sum}`
    used.delete(key.join(' '))
  }
  return used.size === 0 ? undefined : `payments without a quota: ${[...used.keys()].join(', ')}`
}

function invariant(fault: (state: StateReader, keys: Keys) => Fault): Module['invariants'][string] {
  return (state, keys) => {
    const message = fault(state, keys)
    return message === undefined ? undefined : reject('payments/invariant', message)
  }
}

/** Numbers are those of domain §2. (1) and (5) are settlement's; what is about steps stands in the module's property tests. */
export const invariants: Module['invariants'] = {
  'payments are what their life cycle allows (2–4, 6–8)': invariant(paymentsFault),
  'what waits is reserved for whose it is': invariant(reservesFault),
  'quotas count what was initiated': invariant(quotaFault),
  'invoices have what payments count, less returns': invariant(invoicesFault),
}
