import type { Rejection } from '@hanse/primitives'
import { amount, type FieldValue, message } from '@hanse/protocol'
import { defineCommand, type StateReader, type StateWriter, type TransactionContext } from '@hanse/state'
import { hanse } from '../../../generated/invoices.js'
import { isCivilDate, latestDate } from '../../dates.ts'
import { civilDate, reference } from '../../fields.ts'
import { requireFourEyes, requireOperator, signerFor } from '../../organizations/api.ts'
import { lockedBy } from '../claims.ts'
import { legalIdOf } from '../identity.ts'
import { invoiceIdField, invoiceNumber } from '../invoice.ts'
import { RED_LETTERS_PER_INVOICE_MAX } from '../limits.ts'
import { checkNumber, invoiceIdOf } from '../number.ts'
import { returnQuota } from '../quota.ts'
import { notFound, refuse } from '../rejections.ts'
import type { InvoiceStatus } from '../status.ts'
import { emit, redLetterNumbers, redLetters, statuses } from '../store.ts'

const params = message(hanse.invoices.v1.RedLetterParams, {
  invoiceId: invoiceIdField(),
  number: invoiceNumber(),
  issueDate: civilDate(),
  amount: amount(),
  reason: reference(),
})
type RedLetterParams = FieldValue<typeof params>

export const redLetter = defineCommand({
  summary:
    'The seller, with four eyes, takes back a part of an invoice, or all of it; the buyer consents where it deducted the VAT or has paid.',
  params,
  execute: takeBack,
})

function takeBack(context: TransactionContext, state: StateWriter, given: RedLetterParams): Rejection | undefined {
  const status = statuses.get(state, given.invoiceId)
  if (status === undefined) return notFound(given.invoiceId)
  const seller = requireOperator(context, state, { partyId: status.sellerId })
  if (!seller.ok) return seller.error
  const { country } = seller.value
  const refused =
    checkAxes(status, given, context.timeMs) ??
    checkAmount(status, given) ??
    checkForm(country, status, given, context.timeMs) ??
    checkConsent(context, state, status)
  if (refused !== undefined) return refused
  const redLetterId = invoiceIdOf(country, legalIdOf(seller.value), '381', given.number)
  const first = redLetterNumbers.get(state, redLetterId)
  if (first !== undefined)
    return refuse('invoices/duplicate-number', `${given.number} is ${redLetterId}, a red letter of ${first}`, 'number')
  const unconfirmed = requireFourEyes(context, state, status.sellerId)
  if (unconfirmed !== undefined) return unconfirmed
  store(context, state, redLetterId, status, given)
  return undefined
}

function checkAxes(status: InvoiceStatus, { invoiceId }: RedLetterParams, timeMs: number): Rejection | undefined {
  if (status.finance === 'PLEDGED' || status.finance === 'FINANCED') {
    return refuse('invoices/red-while-financed', `${invoiceId} is ${status.finance}`, 'invoiceId')
  }
  const { claim, reimbursement } = status
  if (reimbursement === 'REIMBURSED') {
    return refuse('invoices/red-while-reimbursed', `${claim?.employer} reimbursed ${invoiceId} at ${claim?.reimbursedAtMs}`, 'invoiceId')
  }
  const employer = lockedBy(status, timeMs)
  if (employer !== undefined) {
    return refuse('invoices/red-while-locked', `${employer} locked ${invoiceId} until ${claim?.expiresAtMs}`, 'invoiceId')
  }
  return status.legal === 'RED' ? refuse('invoices/already-red', `${invoiceId} is RED`, 'invoiceId') : undefined
}

function checkAmount(status: InvoiceStatus, given: RedLetterParams): Rejection | undefined {
  const left = status.grossTotal - status.red
  if (given.amount <= 0n || given.amount > left) {
    return refuse('invoices/red-exceeds-original', `${given.amount} is not between 1 and the ${left} minor units left`, 'amount')
  }
  if (status.redLetters + 1 < RED_LETTERS_PER_INVOICE_MAX || given.amount === left) return undefined
  return refuse(
    'invoices/too-many-red-letters',
    `the last of ${RED_LETTERS_PER_INVOICE_MAX} must take back all ${left} minor units left`,
    'amount',
  )
}

function checkForm(country: string, status: InvoiceStatus, { number, issueDate }: RedLetterParams, timeMs: number): Rejection | undefined {
  if (!isCivilDate(issueDate)) return refuse('invoices/bad-date', `there is no ${issueDate}`, 'issueDate')
  const latest = latestDate(timeMs)
  if (issueDate < status.issueDate || issueDate > latest) {
    return refuse('invoices/bad-date', `${issueDate} is not between ${status.issueDate}, when it was issued, and ${latest}`, 'issueDate')
  }
  return checkNumber(country, number, issueDate)
}

function checkConsent(context: TransactionContext, state: StateReader, status: InvoiceStatus): Rejection | undefined {
  if (status.tax !== 'DEDUCTED' && status.payment === 'UNPAID') return undefined
  const consent = signerFor(context, state, status.buyerId)
  return consent.ok ? undefined : refuse('invoices/buyer-consent', `no operator of ${status.buyerId} signed`)
}

function store(context: TransactionContext, state: StateWriter, redLetterId: string, status: InvoiceStatus, given: RedLetterParams): void {
  const { invoiceId, number, issueDate, amount, reason } = given
  const red = status.red + amount
  const legal = red === status.grossTotal ? 'RED' : 'PART_RED'
  redLetters.put(state, [invoiceId, `${status.redLetters}`], { number, issueDate, amount, reason, atMs: context.timeMs })
  redLetterNumbers.put(state, redLetterId, invoiceId)
  statuses.put(state, invoiceId, { ...status, red, legal, redLetters: status.redLetters + 1 })
  returnQuota(state, status.sellerId, status.currency, status.issueDate, amount)
  emit(state, 'redLettered', { invoiceId, redLetterId, amount })
  if (legal !== status.legal) emit(state, 'axisChanged', { axis: 'legal', from: status.legal, invoiceId, to: legal })
}
