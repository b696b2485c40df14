import type { Rejection } from '@hanse/primitives'
import { type RejectionTable, refuserOf } from '../rejection-table.ts'
import { vatRejectionRows } from './vat.ts'

/** Every code this module refuses with, beside those of `organizations` for who may act. `BR-` codes are rules of EN 16931-1. */
export const INVOICE_REJECTIONS = {
  'invoices/not-found': { meaning: 'there is no invoice with this id', hint: 'Look it up with the query invoiceByNumber.' },
  'invoices/wrong-country': {
    meaning: 'the tax authority and the seller are of different countries',
    hint: 'A tax authority grants quotas to sellers of its own country.',
  },
  'invoices/same-party': { meaning: 'seller and buyer are the same party', hint: 'An invoice needs two parties.' },
  'invoices/party-mismatch': {
    meaning: 'an identifier or country in the invoice is not the one its party is registered with',
    hint: 'Correct the invoice, or name the right partyId.',
  },
  'invoices/bad-date': { meaning: 'a date is not a day of the calendar, or lies where it may not', hint: 'Dates are YYYY-MM-DD.' },
  'invoices/bad-number': {
    meaning: 'the invoice number has not the form that its country prescribes',
    hint: 'In China: 20 digits = year (2), region (2), channel (1), sequence (15).',
  },
  'invoices/duplicate-number': {
    meaning: 'the seller has used this number before, in this or another spelling',
    hint: 'Capitals, width, spaces and punctuation make no new number.',
    iso20022: 'AM05',
  },
  'invoices/no-quota': {
    meaning: 'the tax authority has granted the seller no quota for this currency and period',
    hint: 'Ask the tax authority for a quota.',
  },
  'invoices/quota-exceeded': {
    meaning: 'the invoice would exceed what the tax authority allows the seller in this period',
    hint: 'Ask for a larger quota, or red-letter what was issued in error.',
    iso20022: 'AM02',
  },
  'invoices/quota-below-used': {
    meaning: 'more than this was already invoiced in the period',
    hint: 'A quota cannot be cut below what is used.',
  },
  'invoices/payable-exceeds-gross': {
    meaning: 'the amount due (BT-115) exceeds the gross total (BT-112) by more than a rounding to whole units',
    hint: 'What is owed beside the invoice belongs on an invoice of its own.',
  },
  'invoices/nothing-payable': {
    meaning: 'the gross total is not positive or the amount due is negative',
    hint: 'What is owed to the buyer is a credit note: use redLetter.',
  },
  'invoices/bad-period': { meaning: 'the period is no month of the calendar', hint: 'Periods are YYYY-MM.' },
  'invoices/bad-response': {
    meaning: 'the buyer cannot move from the present response to this one',
    hint: 'ACCEPTED and REJECTED are final; after CA the buyer may say AP, and PD once the invoice is paid.',
  },
  'invoices/response-reason': {
    meaning: 'a query, a condition or a rejection must say why (UQ, CA, RE)',
    hint: 'Give `reason`.',
  },
  'invoices/not-paid': {
    meaning: 'the buyer says PD, and no money of a receivable or payment paid the invoice',
    hint: 'Pay it on this chain: no command sets PAID, the flow of money does.',
  },
  'invoices/already-deducted': { meaning: 'the VAT of this invoice was deducted before', hint: 'VAT is deducted once.', iso20022: 'AM05' },
  'invoices/no-vat': { meaning: 'the invoice carries no VAT to deduct', hint: 'Nothing is to be done.' },
  'invoices/no-buyer-vat-id': {
    meaning: 'the invoice names no buyer VAT identifier (BT-48)',
    hint: 'Only the BT-48 party deducts: ask the seller to correct it.',
  },
  'invoices/not-valid': { meaning: 'the invoice was red-lettered, in part or wholly', hint: 'Use an invoice that stands.' },
  'invoices/already-red': { meaning: 'the whole invoice was red-lettered before', hint: 'Nothing is left to take back.' },
  'invoices/red-exceeds-original': { meaning: 'red letters would exceed the invoice', hint: 'Ask for the remaining gross amount.' },
  'invoices/too-many-red-letters': {
    meaning: 'the invoice has too many red letters',
    hint: 'Take back all that is left with the next one.',
  },
  'invoices/red-while-financed': {
    meaning: 'money was raised or a receivable stands on the invoice',
    hint: 'Settle or withdraw the receivable first.',
  },
  'invoices/red-while-locked': {
    meaning: 'an employer examines a claim on the invoice',
    hint: 'Wait until the employer releases it or its lock expires.',
  },
  'invoices/red-while-reimbursed': {
    meaning: 'an employer has reimbursed the invoice',
    hint: 'What was paid out on it is not taken back by its seller.',
  },
  'invoices/already-locked': {
    meaning: 'an employer has locked the invoice for a claim',
    hint: 'The first lock wins: ask that employer, or wait until the lock ends.',
    iso20022: 'AM05',
  },
  'invoices/already-reimbursed': {
    meaning: 'an employer has reimbursed the invoice',
    hint: 'An invoice is reimbursed once, whichever employer is asked.',
    iso20022: 'AM05',
  },
  'invoices/not-locked': {
    meaning: 'the employer holds no lock on the invoice that still lasts',
    hint: 'Lock it first.',
  },
  'invoices/not-cash': {
    meaning: 'a receivable stands or stood on the invoice, or money paid it on this chain',
    hint: 'Only what an employee paid is reimbursed.',
  },
  'invoices/bad-expiry': { meaning: 'the end of a lock is in the past or too far ahead', hint: 'Choose a time within 30 days.' },
  'invoices/owed-to-holder': {
    meaning: 'what the payment would settle is pledged to a receivable: its holder is owed, not the seller',
    hint: 'Pay at most what is not pledged; the rest is redeemed through the receivable.',
  },
  'invoices/buyer-consent': {
    meaning: 'VAT was deducted, so the buyer must consent',
    hint: 'Let an operator of the buyer co-sign the transaction.',
  },
  'invoices/rejected-by-buyer': { meaning: 'the buyer rejected the invoice', hint: 'Settle the dispute, then issue a new invoice.' },
  'invoices/over-pledged': {
    meaning: 'receivables and payments would exceed what is payable on the invoice',
    hint: 'Each unit of an invoice can be pledged once.',
  },
  'invoices/already-pledged': {
    meaning: 'the whole invoice is already pledged to a receivable',
    hint: 'The same invoice cannot be financed twice.',
  },
  'invoices/already-financed': { meaning: 'money was already raised on this invoice', hint: 'The same invoice cannot be financed twice.' },
  'invoices/already-released': {
    meaning: 'a receivable on this invoice was already settled',
    hint: 'An invoice is financed once in its life.',
  },
  'invoices/too-many-pledges': {
    meaning: 'too many receivables stand on the invoice',
    hint: 'Issue fewer, larger receivables and split them.',
  },
  'invoices/bad-pledge': {
    meaning: 'the pledge is of no amount, or this receivable pledged the invoice before',
    hint: 'A receivable pledges an invoice once.',
  },
  'invoices/no-such-pledge': {
    meaning: 'this receivable has no pledge on the invoice',
    hint: 'Name the receivable that was issued on the invoice.',
  },
  'invoices/already-paid': { meaning: 'the invoice is paid', hint: 'Nothing is owed on it any more.', iso20022: 'AM05' },
  'invoices/over-settled': {
    meaning: 'the settlement exceeds what is open on the invoice',
    hint: 'Settle at most the open amount.',
    iso20022: 'AM09',
  },
  'invoices/BR-CO-10': {
    meaning: 'BT-106 is not the sum of the line net amounts (BT-131)',
    hint: 'Correct lineTotal or the lines.',
    en16931: 'BR-CO-10',
  },
  'invoices/BR-CO-11': {
    meaning: 'BT-107 is not the sum of the document allowances (BT-92)',
    hint: 'Correct allowanceTotal or the allowances.',
    en16931: 'BR-CO-11',
  },
  'invoices/BR-CO-12': {
    meaning: 'BT-108 is not the sum of the document charges (BT-99)',
    hint: 'Correct chargeTotal or the charges.',
    en16931: 'BR-CO-12',
  },
  'invoices/BR-CO-13': {
    meaning: 'BT-109 is not BT-106 − BT-107 + BT-108',
    hint: 'Correct netTotal.',
    en16931: 'BR-CO-13',
  },
  'invoices/BR-CO-14': {
    meaning: 'BT-110 is not the sum of the VAT category amounts (BT-117)',
    hint: 'Correct vatTotal or the VAT breakdown.',
    en16931: 'BR-CO-14',
  },
  'invoices/BR-CO-15': {
    meaning: 'BT-112 is not BT-109 + BT-110',
    hint: 'Correct grossTotal.',
    en16931: 'BR-CO-15',
  },
  'invoices/BR-CO-16': {
    meaning: 'BT-115 is not BT-112 − BT-113 + BT-114',
    hint: 'Correct payable.',
    en16931: 'BR-CO-16',
  },
  'invoices/exact-vat': {
    meaning: 'a VAT category amount (BT-117) is not base × rate, rounded half up to the minor unit',
    hint: 'Correct taxAmount: a hundredth off is off.',
    en16931: 'BR-CO-17',
  },
  'invoices/unknown-rate': {
    meaning: 'the VAT rate is none of the seller’s country on the day of the invoice (BT-2)',
    hint: 'The chain’s genesis has the table of rates, by country and from which day; exempt and zero-rated supplies have categories of their own.',
  },
  ...vatRejectionRows(),
} as const satisfies RejectionTable

export const refuse = refuserOf(INVOICE_REJECTIONS)

export function notFound(invoiceId: string): Rejection {
  return refuse('invoices/not-found', `there is no invoice ${invoiceId}`, 'invoiceId')
}
