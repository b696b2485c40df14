import { type Rejection, reject } from '@hanse/primitives'
import type { StateReader } from '@hanse/state'
import { invoiceIdOf } from './number.ts'
import { periodOf } from './quota.ts'
import { type InvoiceStatus, pledgedTotal } from './status.ts'
import { documents, quotas, redLetters, statuses } from './store.ts'

type Keys = () => Iterable<Uint8Array>
type Invariant = (state: StateReader, keys: Keys) => Rejection | undefined

/** Key parts of all records of a table: what follows its name. */
function* recordsOf(keys: Keys, tableName: string): Generator<readonly string[]> {
  for (const key of keys()) {
    const [, name, ...parts] = textOf(key).split('\0')
    if (name === tableName) yield parts
  }
}

/** Ids hold letters of any script, so keys are UTF-8. */
function textOf(key: Uint8Array): string {
  const escaped = Array.from(key, (byte) => `%${byte.toString(16).padStart(2, '0')}`)
  return decodeURIComponent(escaped.join(''))
}

function* invoicesOf(state: StateReader, keys: Keys): Generator<readonly [string, InvoiceStatus]> {
  for (const [invoiceId] of recordsOf(keys, 'status')) if (invoiceId !== undefined) yield [invoiceId, statuses.require(state, invoiceId)]
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
  for (const parts of recordsOf(keys, 'quota')) {
    const quota = quotas.require(state, parts)
    if (quota.used !== (used.get(parts.join('\0')) ?? 0n)) return broken(`${parts.join(' ')}: used ${quota.used} is not what was invoiced`)
    if (quota.used > quota.limit) return broken(`${parts.join(' ')}: ${quota.used} used of ${quota.limit}`)
    used.delete(parts.join('\0'))
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

/** Each axis says what its figures say. */
const axesMatchFigures: Invariant = (state, keys) => {
  for (const [invoiceId, status] of invoicesOf(state, keys)) {
    const { red, grossTotal, settled, payable, pledges, redeemed, legal, payment, finance, tax } = status
    const expectedLegal = red === 0n ? 'VALID' : red === grossTotal ? 'RED' : 'PART_RED'
    if (legal !== expectedLegal || red > grossTotal) return broken(`${invoiceId}: ${legal} with ${red} of ${grossTotal} red`)
    const expectedPayment = settled === 0n ? 'UNPAID' : settled === payable ? 'PAID' : 'PART'
    if (payment !== expectedPayment || settled > payable) return broken(`${invoiceId}: ${payment} with ${settled} of ${payable} settled`)
    if (pledgedTotal(status) > payable) return broken(`${invoiceId}: ${pledgedTotal(status)} pledged of ${payable}`)
    const live = finance === 'PLEDGED' || finance === 'FINANCED'
    if (live !== pledges.length > 0) return broken(`${invoiceId}: ${finance} with ${pledges.length} pledges`)
    if (finance === 'FREE' && redeemed) return broken(`${invoiceId}: FREE after a receivable was redeemed`)
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

export const invariants = { quotaHolds, numbersAreUnique, axesMatchFigures, redLettersSumUp } as const
