import { type Rejection, reject } from '@hanse/primitives'
import type { StateReader } from '@hanse/state'
import { rowsOf } from '../table-rows.ts'
import { checkArithmetic } from './arithmetic.ts'
import { flowsOf, signedAmountOf } from './flows.ts'
import { invoiceIdOf } from './number.ts'
import { periodOf } from './quota.ts'
import { type InvoiceStatus, pledgedTotal } from './status.ts'
import { documents, MODULE_NAME, quotas, redLetters, statuses } from './store.ts'

type Keys = () => Iterable<Uint8Array>
type Invariant = (state: StateReader, keys: Keys) => Rejection | undefined

const statusPlace = { module: MODULE_NAME, name: 'status', table: statuses }
const quotaPlace = { module: MODULE_NAME, name: 'quota', table: quotas }

function* invoicesOf(state: StateReader, keys: Keys): Generator<readonly [string, InvoiceStatus]> {
  for (const { key, value } of rowsOf(state, keys, statusPlace)) yield [key.join('\0'), value]
}

function broken(message: string): Rejection {
  return reject('invoices/invariant', message)
}

/** Σ issued − Σ red of a seller, currency and month is what its quota says is used, and never more than was granted. */
const quotaHolds: Invariant = (state, keys) => {
  const used = new Map<string, bigint>()
  for (const [, status] of invoicesOf(state, keys)) {
    const key = [status.sellerId, status.currency, periodOf(status.issueDate)].join('\0')
    used.set(key, (used.get(key) ?? 0n) + status.grossTotal - status.red)
  }
  for (const { key, value: quota } of rowsOf(state, keys, quotaPlace)) {
    const invoiced = used.get(key.join('\0')) ?? 0n
    if (quota.used !== invoiced) return broken(`${key.join(' ')}: used ${quota.used}, invoiced ${invoiced}`)
    if (quota.used > quota.limit) return broken(`${key.join(' ')}: ${quota.used} used of ${quota.limit}`)
    used.delete(key.join('\0'))
  }
  const [unquoted] = used.keys()
  return unquoted === undefined ? undefined : broken(`invoices without a quota: ${unquoted}`)
}

/** An invoice stands under the id of its own number, so that no second spelling has a place. */
const numbersAreUnique: Invariant = (state, keys) => {
  for (const [invoiceId, status] of invoicesOf(state, keys)) {
    const [country = '', legalId = ''] = invoiceId.split(':')
    const document = documents.require(state, invoiceId)
    if (document.number !== status.number || invoiceIdOf(country, legalId, '380', status.number) !== invoiceId) {
      return broken(`${invoiceId} is stored under another number than ${status.number}`)
    }
  }
  return undefined
}

/** What was taken back is not owed: the rest makes it PAID. A red letter that comes after a payment makes nothing PAID, as no command does. */
function isPaidAs({ payment, settled, payable, red }: InvoiceStatus): boolean {
  if (settled === 0n) return payment === 'UNPAID'
  return payment === 'PAID' ? settled + red >= payable : payment === 'PART' && settled < payable
}

/** Each axis says what its figures say. */
const axesMatchFigures: Invariant = (state, keys) => {
  for (const [invoiceId, status] of invoicesOf(state, keys)) {
    const { red, grossTotal, settled, payable, pledges, redeemed, legal, payment, finance, tax, reimbursement, claim } = status
    const expectedLegal = red === 0n ? 'VALID' : red === grossTotal ? 'RED' : 'PART_RED'
    if (legal !== expectedLegal || red > grossTotal) return broken(`${invoiceId}: ${legal} with ${red} of ${grossTotal} red`)
    if (settled > payable || !isPaidAs(status)) return broken(`${invoiceId}: ${payment} with ${settled} of ${payable} settled`)
    if (pledgedTotal(status) > payable) return broken(`${invoiceId}: ${pledgedTotal(status)} pledged of ${payable}`)
    const live = finance === 'PLEDGED' || finance === 'FINANCED'
    if (live !== pledges.length > 0) return broken(`${invoiceId}: ${finance} with ${pledges.length} pledges`)
    if (finance === 'FREE' && redeemed) return broken(`${invoiceId}: FREE after a receivable was redeemed`)
    if ((reimbursement === 'FREE') !== (claim === undefined))
      return broken(`${invoiceId}: reimbursement ${reimbursement} without its claim`)
    if ((reimbursement === 'REIMBURSED') !== (claim?.reimbursedAtMs !== undefined))
      return broken(`${invoiceId}: ${reimbursement} without its time`)
    if (reimbursement === 'REIMBURSED' && (red > 0n || settled > 0n || finance !== 'FREE')) {
      return broken(`${invoiceId}: REIMBURSED, and ${legal}, ${payment}, ${finance}`)
    }
    if ((tax === 'DEDUCTED') !== (status.deductedAtMs !== undefined)) return broken(`${invoiceId}: ${tax} without its time`)
  }
  return undefined
}

/** Σ of the red letters of an invoice is what it says is red. */
const redLettersSumUp: Invariant = (state, keys) => {
  for (const [invoiceId, status] of invoicesOf(state, keys)) {
    let total = 0n
    for (let index = 0; index < status.redLetters; index++) total += redLetters.require(state, [invoiceId, `${index}`]).amount
    if (total !== status.red) return broken(`${invoiceId}: red letters of ${total}, ${status.red} red`)
  }
  return undefined
}

/**
 * What is settled, and so what is PAID, is Σ of the flows of money that are linked to the invoice, less what went back; and no more goes
 * back than the payment of that reference brought.
 */
const settlementsSumUp: Invariant = (state, keys) => {
  for (const [invoiceId, status] of invoicesOf(state, keys)) {
    const left = new Map<string, bigint>()
    let total = 0n
    for (const flow of flowsOf(state, invoiceId)) {
      const { kind, reference = '' } = flow
      total += signedAmountOf(flow)
      if (kind === 'receivable') continue
      const rest = (left.get(reference) ?? 0n) + signedAmountOf(flow)
      if (rest < 0n) return broken(`${invoiceId}: more went back than ${reference} brought`)
      left.set(reference, rest)
    }
    if (total !== status.settled) return broken(`${invoiceId}: settlements of ${total}, ${status.settled} settled`)
  }
  return undefined
}

/** BR-CO-10 to BR-CO-17 and the rules of VAT categories hold for every invoice that stands here; VAT was deducted by a BT-48 party alone. */
const documentsAddUp: Invariant = (state, keys) => {
  for (const [invoiceId, status] of invoicesOf(state, keys)) {
    const document = documents.require(state, invoiceId)
    const fault = checkArithmetic(document)
    if (fault !== undefined) return broken(`${invoiceId}: ${fault.code} ${fault.message}`)
    if (status.tax === 'DEDUCTED' && document.buyer.vatId === undefined) return broken(`${invoiceId}: DEDUCTED without BT-48`)
  }
  return undefined
}

export const invariants = { quotaHolds, numbersAreUnique, axesMatchFigures, redLettersSumUp, settlementsSumUp, documentsAddUp } as const
