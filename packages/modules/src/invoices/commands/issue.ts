import type { Rejection } from '@hanse/primitives'
import { defineCommand, type StateWriter, type TransactionContext } from '@hanse/state'
import { type Currency, currencyExponent } from '../../currencies.ts'
import { isCivilDate, latestDate } from '../../dates.ts'
import { requireActiveParty, requireOperator } from '../../organizations/api.ts'
import { checkArithmetic } from '../arithmetic.ts'
import { checkTrader, legalIdOf } from '../identity.ts'
import { type Invoice, invoiceCodec } from '../invoice.ts'
import { checkNumber, invoiceIdOf } from '../number.ts'
import { respondByMs } from '../params.ts'
import { periodOf, useQuota } from '../quota.ts'
import { checkRates } from '../rates.ts'
import { refuse } from '../rejections.ts'
import { noteTrade } from '../ring.ts'
import { byBuyer, bySeller, deadlines, documents, emit, paramsOf, statuses } from '../store.ts'

export const issue = defineCommand({
  summary: 'A seller issues an invoice: the rules of EN 16931 hold, the number is new under every spelling, the quota suffices.',
  params: invoiceCodec,
  execute: issueInvoice,
})

function issueInvoice(context: TransactionContext, state: StateWriter, invoice: Invoice): Rejection | undefined {
  const { seller, buyer, number, issueDate } = invoice
  const sellerParty = requireOperator(context, state, { partyId: seller.partyId })
  if (!sellerParty.ok) return sellerParty.error
  if (seller.partyId === buyer.partyId) return refuse('invoices/same-party', `${seller.partyId} would invoice itself`, 'buyer.partyId')
  const buyerParty = requireActiveParty(state, buyer.partyId, context.timeMs, { path: 'buyer.partyId' })
  if (!buyerParty.ok) return buyerParty.error
  const refused =
    checkTrader(state, seller, sellerParty.value, 'seller') ??
    checkTrader(state, buyer, buyerParty.value, 'buyer') ??
    checkDates(invoice, context.timeMs) ??
    checkNumber(sellerParty.value.country, number, issueDate)
  if (refused !== undefined) return refused
  const invoiceId = invoiceIdOf(sellerParty.value.country, legalIdOf(sellerParty.value), '380', number)
  return (
    checkUnique(state, invoiceId, number) ??
    checkArithmetic(invoice) ??
    checkRates(paramsOf(state), invoice) ??
    checkPayable(invoice) ??
    useQuota(state, seller.partyId, invoice.currency, issueDate, invoice.totals.grossTotal) ??
    store(context, state, invoiceId, invoice)
  )
}

function checkDates({ issueDate, dueDate }: Invoice, timeMs: number): Rejection | undefined {
  if (!isCivilDate(issueDate)) return refuse('invoices/bad-date', `there is no ${issueDate}`, 'issueDate')
  if (dueDate !== undefined && !isCivilDate(dueDate)) return refuse('invoices/bad-date', `there is no ${dueDate}`, 'dueDate')
  const latest = latestDate(timeMs)
  return issueDate <= latest ? undefined : refuse('invoices/bad-date', `${issueDate} lies in the future, after ${latest}`, 'issueDate')
}

function checkUnique(state: StateWriter, invoiceId: string, number: string): Rejection | undefined {
  const first = statuses.get(state, invoiceId)
  if (first === undefined) return undefined
  return refuse('invoices/duplicate-number', `${number} is ${invoiceId}, issued as ${first.number} at ${first.issuedAtMs}`, 'number')
}

/** BR-CO-16 lets any rounding and any negative prepayment raise what is due: beyond the gross total, which the quota covers, nobody owes it. */
function checkPayable({ currency, totals: { grossTotal, payable } }: Invoice): Rejection | undefined {
  if (grossTotal <= 0n) return refuse('invoices/nothing-payable', `the gross total is ${grossTotal}`, 'totals.grossTotal')
  if (payable < 0n) return refuse('invoices/nothing-payable', `the amount due is ${payable}`, 'totals.payable')
  if (payable - grossTotal < roundingLimit(currency)) return undefined
  return refuse('invoices/payable-exceeds-gross', `${payable} is due on a gross total of ${grossTotal}`, 'totals.payable')
}

/** BT-114 rounds to a whole unit of the currency; where it has no smaller ones, to a hundred. */
function roundingLimit(currency: Currency): bigint {
  const exponent = currencyExponent(currency)
  return 10n ** BigInt(exponent === 0 ? 2 : exponent)
}

function store(context: TransactionContext, state: StateWriter, invoiceId: string, invoice: Invoice): undefined {
  const { seller, buyer, number, typeCode, currency, issueDate, dueDate, totals } = invoice
  const respondBy = respondByMs(paramsOf(state), buyer.country, context.timeMs)
  documents.put(state, invoiceId, invoice)
  statuses.put(state, invoiceId, {
    ...{ sellerId: seller.partyId, buyerId: buyer.partyId, number, typeCode, currency, issueDate },
    ...(dueDate === undefined ? {} : { dueDate }),
    ...{ grossTotal: totals.grossTotal, payable: totals.payable, issuedAtMs: context.timeMs },
    ...{ legal: 'VALID', response: 'ISSUED', tax: 'OPEN', reimbursement: 'FREE', finance: 'FREE', payment: 'UNPAID' },
    ...{ red: 0n, settled: 0n, pledges: [], redeemed: false, redLetters: 0 },
    ...(respondBy === undefined ? {} : { respondByMs: respondBy }),
  })
  if (respondBy !== undefined) deadlines.schedule(state, respondBy, `response ${invoiceId}`)
  bySeller.append(state, seller.partyId, invoiceId)
  byBuyer.append(state, buyer.partyId, invoiceId)
  emit(state, 'issued', {
    ...{ invoiceId, number, sellerId: seller.partyId, buyerId: buyer.partyId, currency },
    ...{ grossTotal: totals.grossTotal, payable: totals.payable },
  })
  const { partyId: sellerId } = seller
  noteTrade(state, { period: periodOf(issueDate), sellerId, buyerId: buyer.partyId, invoiceId }, context.timeMs)
  return undefined
}
