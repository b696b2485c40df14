import { type RejectionTable, refuserOf } from '../rejection-table.ts'

/** Every code this module refuses with. Where payments have a reason code of ISO 20022 for it, the row and the message name it. */
export const RECEIVABLES_REJECTIONS = {
  'receivables/unknown-line': { meaning: 'no credit line has this number', hint: 'A bank grants one with grantLine.' },
  'receivables/line-taken': {
    meaning: 'the number is another bank’s line, or one of another core firm or currency',
    hint: 'Choose another lineId; a line keeps bank, core firm and currency.',
  },
  'receivables/limit-below-used': {
    meaning: 'more than the new limit is outstanding on the line',
    hint: 'Wait for redemptions, or choose a higher limit.',
  },
  'receivables/line-exceeded': {
    meaning: 'what is outstanding and the new certificate exceed the line',
    hint: 'Issue less, redeem first, or ask the bank for more.',
    iso20022: 'AM14',
  },
  'receivables/unknown-currency': {
    meaning: 'the chain settles no such currency',
    hint: 'See the query settlement.currencies.',
    iso20022: 'AM03',
  },
  'receivables/certificate-exists': { meaning: 'the number is taken', hint: 'Number certificates uniquely, for ever.', iso20022: 'AM05' },
  'receivables/unknown-certificate': { meaning: 'no certificate has this number', hint: 'Copy certNo from the event that made it.' },
  'receivables/not-root': {
    meaning: 'the certificate is a share, and the command is about the whole issue',
    hint: 'Name the root certificate.',
  },
  'receivables/same-party': { meaning: 'two of issuer, payee and clearing bank are the same', hint: 'Name three different parties.' },
  'receivables/payee-role': {
    meaning: 'the payee is neither supplier nor core firm',
    hint: 'A certificate goes to who sold goods; a bank gets one by financing it, a platform never.',
  },
  'receivables/bad-due-date': { meaning: 'the due date is not a day of the calendar', hint: 'Write YYYY-MM-DD.', iso20022: 'DT01' },
  'receivables/due-date-passed': { meaning: 'the due date is not after the day of issue', hint: 'Choose a later date.', iso20022: 'DT01' },
  'receivables/tenor-too-long': {
    meaning: 'the due date is further from the day of issue than genesis allows, a year at most',
    hint: 'No reason lifts this limit.',
    iso20022: 'RR04',
  },
  'receivables/tenor-reason-required': {
    meaning: 'the tenor is over what needs no reason, six months unless genesis says otherwise, and none is given',
    hint: 'Give tenorReason.',
    iso20022: 'RR04',
  },
  'receivables/bad-expiry': {
    meaning: 'a deadline is in the past, too far ahead, or after the due date',
    hint: 'See the query `terms` (30 days for offers, 366 for freezes, unless genesis says otherwise); offers end before the due date.',
  },
  'receivables/unknown-invoice': { meaning: 'the chain has no such invoice', hint: 'The seller issues it with invoices.issue first.' },
  'receivables/invoice-not-valid': { meaning: 'the invoice was red-lettered, in part or wholly', hint: 'Use an invoice that stands.' },
  'receivables/invoice-not-free': {
    meaning: 'a receivable stands, or stood, on the invoice',
    hint: 'An invoice is turned into money once, whichever bank is asked.',
    iso20022: 'AM05',
  },
  'receivables/invoice-buyer': {
    meaning: 'the invoice’s buyer is not the core firm that issues',
    hint: 'Only the debtor of an invoice can promise to pay it.',
  },
  'receivables/invoice-seller': { meaning: 'the invoice’s seller is not the payee', hint: 'The certificate goes to who is owed.' },
  'receivables/invoice-currency': {
    meaning: 'the invoice is in another currency than the line',
    hint: 'Use a line of the invoice’s currency.',
    iso20022: 'CURR',
  },
  'receivables/amount-not-positive': {
    meaning: 'an amount is zero or negative',
    hint: 'Give a positive number of minor units.',
    iso20022: 'AM01',
  },
  'receivables/order-missing': {
    meaning: 'no order with a total or lines stands behind the invoices',
    hint: 'Three-way match: name the purchase order in `documents`, with its total or its lines.',
  },
  'receivables/goods-receipt-missing': {
    meaning: 'no goods receipt with a total or lines stands behind the invoices',
    hint: 'Three-way match: name the receipt advice in `documents`; what was not received is no receivable.',
  },
  'receivables/exceeds-order': {
    meaning: 'the invoices exceed the purchase orders given, or what earlier issues left of them',
    hint: 'Three-way match: order, receipt and invoice must agree.',
    iso20022: 'AM09',
  },
  'receivables/exceeds-goods-receipt': {
    meaning: 'the invoices exceed the goods receipts given, or what earlier issues left of them',
    hint: 'Three-way match: only what was received can become a receivable.',
    iso20022: 'AM09',
  },
  'receivables/not-accepted': { meaning: 'the payee has not accepted the certificate yet', hint: 'The payee sends `accept`.' },
  'receivables/transfer-pending': {
    meaning: 'the certificate is offered to a transferee',
    hint: 'Wait for the answer, or cancelTransfer.',
  },
  'receivables/finance-pending': { meaning: 'the certificate is offered to banks', hint: 'Wait for the answer, or cancelFinanceRequest.' },
  'receivables/already-financed': {
    meaning: 'a bank has bought the certificate',
    hint: 'The bank that financed it holds it until it is paid.',
    iso20022: 'AM05',
  },
  'receivables/nothing-pending': { meaning: 'there is no open offer of the kind that is answered', hint: 'See the certificate’s status.' },
  'receivables/matured': {
    meaning: 'the due date has come: the certificate can only be paid',
    hint: 'The core firm redeems; after the grace days anyone may declareOverdue.',
  },
  'receivables/frozen': {
    meaning: 'a court or the regulator has frozen the certificate',
    hint: 'Ask the authority; the freeze has an expiry.',
    iso20022: 'LEGL',
  },
  'receivables/ended': { meaning: 'the certificate is split, settled, written off or cancelled', hint: 'These states are final.' },
  'receivables/expired': { meaning: 'the offer’s time is over', hint: 'It must be made again.' },
  'receivables/too-few-shares': { meaning: 'a split makes at least two shares', hint: 'Transfer the whole certificate instead.' },
  'receivables/share-not-positive': {
    meaning: 'a share is zero or negative',
    hint: 'Every share is a positive number of minor units.',
    iso20022: 'AM01',
  },
  'receivables/shares-sum': {
    meaning: 'the shares do not sum to the certificate',
    hint: 'They must sum to what is outstanding, to the minor unit.',
    iso20022: 'AM10',
  },
  'receivables/too-deep': { meaning: 'the certificate has been split as often as it may be', hint: 'At most 8 levels.' },
  'receivables/duplicate-document': {
    meaning: 'a trade document stands twice, by its hash or by its reference',
    hint: 'Name each order, despatch and goods receipt once.',
    iso20022: 'AM05',
  },
  'receivables/document-mismatch': {
    meaning: 'an earlier issue named the document with another hash or other figures',
    hint: 'A document says the same in each issue; a corrected one has another reference.',
  },
  'receivables/bad-document': {
    meaning: 'a trade document has a date to come, a line twice, a total and lines at once, or lines where the invoices have none',
    hint: 'Give its total or its lines, and with lines those of the invoices in `goods`.',
  },
  'receivables/lines-total': {
    meaning: 'quantity × price of the lines is not what the certificate stands for of the invoice',
    hint: 'Prices are with VAT; the sum over an invoice’s lines is rounded half up once.',
    iso20022: 'AM10',
  },
  'receivables/unknown-document-line': {
    meaning: 'an invoiced line names an invoice, or a line of an order or goods receipt, that the issue does not have',
    hint: 'Name reference and lineId of a document in `documents` that has lines.',
  },
  'receivables/unit-mismatch': {
    meaning: 'a line is invoiced in another unit than it was ordered or received in',
    hint: 'Three-way match: order, receipt and invoice must agree.',
  },
  'receivables/price-mismatch': {
    meaning: 'a line is invoiced at another price than it was ordered at',
    hint: 'Three-way match: order, receipt and invoice must agree.',
  },
  'receivables/related-parties': {
    meaning: 'the parties are of one owner or group',
    hint: 'A claim within a group, or one that comes back to it, is no trade; see the query organizations.classification.',
    iso20022: 'RR04',
  },
  'receivables/not-screened': {
    meaning: 'a party has not been screened, too long ago, or against a version of a list that is no longer in force',
    hint: 'A bank sends `screen` with the proofs; see the query `screening`. Who is listed cannot be screened.',
    iso20022: 'RR04',
  },
  'receivables/lists-incomplete': {
    meaning: 'the lists are not those that the chain demands, each once',
    hint: 'See `screening` of the query `terms`.',
    iso20022: 'RR04',
  },
  'receivables/no-list': {
    meaning: 'a list that has to be screened against has no version in force',
    hint: 'The sanctions desk publishes it with supervision.updateList.',
    iso20022: 'RR04',
  },
  'receivables/list-not-current': {
    meaning: 'another version of the list is in force',
    hint: 'Screen against the version that supervision.list says is current.',
    iso20022: 'RR04',
  },
  'receivables/not-proven-absent': {
    meaning: 'a proof does not show that the party is absent from the list',
    hint: 'Prove each of `subjects` of the query `screening`, in its order. Who is listed cannot be proven absent.',
    iso20022: 'RR04',
  },
  'receivables/bad-auction': {
    meaning: 'an auction names a bank, or its deadlines do not follow one another',
    hint: 'Now, commitUntilMs, revealUntilMs, expiresAtMs, in this order; leave the bank out.',
  },
  'receivables/no-auction': {
    meaning: 'the certificate is not sold by auction, or by another one',
    hint: 'See the query `auction`; at a fixed rate a bank sends `finance`.',
  },
  'receivables/auction-open': { meaning: 'the certificate is sold by auction', hint: 'Send `bid` with a commitment.' },
  'receivables/wrong-phase': {
    meaning: 'the auction is not at this point: sealed bids first, then their rates, then the holder’s answer',
    hint: 'See `phase` of the query `auction`.',
  },
  'receivables/already-bid': { meaning: 'the bank has a bid in this auction', hint: 'One bid a bank; a bid is final.', iso20022: 'AM05' },
  'receivables/too-many-bids': { meaning: 'the auction has as many bids as it may', hint: 'At most 16.' },
  'receivables/no-bid': { meaning: 'there is no such bid, or none was revealed', hint: 'What is not revealed in time is void.' },
  'receivables/already-revealed': { meaning: 'the bid was revealed before', hint: 'A bid is revealed once.' },
  'receivables/commitment-mismatch': {
    meaning: 'rate and salt are not what the bank committed to',
    hint: 'Reveal the rate and the salt of the commitment, for this certificate and this auction.',
  },
  'receivables/rate-above-limit': {
    meaning: 'the bid is above the highest rate that the holder takes',
    hint: 'Such a bid is void; see annualRatePpm of the request.',
  },
  'receivables/not-best-bid': {
    meaning: 'another bid has the lowest rate, or has it with the earlier commitment',
    hint: 'See `best` of the query `auction`.',
  },
  'receivables/too-many-orders': {
    meaning: 'the certificate is frozen by as many orders as it can be',
    hint: 'Lift an order that is no longer needed.',
  },
  'receivables/too-many-leaves': {
    meaning: 'the issue would have more live certificates than one redemption can pay',
    hint: 'At most 128.',
  },
  'receivables/too-many-holders': { meaning: 'the certificate has gone through as many hands as it may', hint: 'At most 32.' },
  'receivables/transferee-role': {
    meaning: 'the transferee is neither supplier nor core firm',
    hint: 'A bank gets a certificate by financing it.',
  },
  'receivables/transfer-to-core': {
    meaning: 'the certificate would go back to the firm that owes it',
    hint: 'The core firm redeems; it cannot hold its own debt.',
    iso20022: 'RR04',
  },
  'receivables/circular-transfer': {
    meaning: 'the certificate would go back to a party that held it before',
    hint: 'Circular trade is refused.',
    iso20022: 'RR04',
  },
  'receivables/trade-document-mismatch': {
    meaning: 'the transferee’s trade document is not the one the holder named',
    hint: 'Both sides hash the same document.',
  },
  'receivables/wrong-bank': {
    meaning: 'the certificate is offered to another bank',
    hint: 'Only the bank that the holder named can finance it.',
  },
  'receivables/rate-mismatch': {
    meaning: 'the bank’s rate is not the one that the holder asked for',
    hint: 'Agree on a rate first; it is part of both signatures.',
  },
  'receivables/seller-mismatch': {
    meaning: 'another party offers the certificate than the one whom the bank would pay and, with recourse, rely on',
    hint: 'Read the certificate again: it has changed hands.',
  },
  'receivables/recourse-mismatch': {
    meaning: 'the bank offers other terms of recourse than the holder asks for',
    hint: 'Agree on recourse first; it is part of both signatures.',
  },
  'receivables/outstanding-mismatch': {
    meaning: 'another amount is outstanding on the certificate than its taker signed for',
    hint: 'Read the certificate again: it was redeemed in part.',
    iso20022: 'AM09',
  },
  'receivables/discount-too-large': { meaning: 'the discount would leave nothing to pay', hint: 'Ask for a lower rate.', iso20022: 'AM01' },
  'receivables/exceeds-outstanding': {
    meaning: 'the redemption is more than what is outstanding',
    hint: 'Leave the amount out to pay all that is outstanding.',
    iso20022: 'AM09',
  },
  'receivables/not-overdue': {
    meaning: 'nothing of it is overdue: the due date and the grace days have not passed, or it was declared or paid',
    hint: 'See dueDate and the certificate’s status.',
  },
  'receivables/no-recourse': {
    meaning: 'the certificate was financed without recourse, or not at all',
    hint: 'Only the core firm owes it.',
  },
  'receivables/not-freezer': {
    meaning: 'another authority, or another order, froze the certificate',
    hint: 'The freezing authority lifts its own order.',
  },
} as const satisfies RejectionTable

export const refuse = refuserOf(RECEIVABLES_REJECTIONS)
