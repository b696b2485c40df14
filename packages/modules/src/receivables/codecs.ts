import { amount, bool, choice, type FieldValue, hash, list, message, optional, text, uint } from '@hanse/protocol'
import { hanse } from '../../generated/receivables.js'
import { currency, partyId, reference } from '../fields.ts'
import { listId, listVersion } from '../supervision/api.ts'
import { calendarCodec } from './calendar.ts'
import { DAY_COUNTS } from './discount.ts'
import {
  ANNUAL_RATE_PPM_MAX,
  BIDS_PER_AUCTION_MAX,
  CERT_NO_LENGTH_MAX,
  DEPTH_MAX,
  DOCUMENTS_PER_ROOT_MAX,
  FREEZE_ORDERS_MAX,
  HOLDERS_MAX,
  INVOICES_PER_ROOT_MAX,
  LEAVES_PER_ROOT_MAX,
  LINE_ID_LENGTH_MAX,
  LINES_PER_DOCUMENT_MAX,
  LISTS_MAX,
  SCREENING_LIFETIME_MS_MAX,
  SHARES_PER_SPLIT_MAX,
  TENOR_MONTHS_MAX,
} from './limits.ts'
import { quantity, unitPrice } from './quantities.ts'
import { CERTIFICATE_STATES } from './status.ts'

const wire = hanse.receivables.v1
const INVOICE_ID_LENGTH_MAX = 128
const CIVIL_DATE_LENGTH = 10
const UTC_OFFSET_MINUTES_MAX = 14 * 60
const AUCTION_NO_MAX = 1_000_000_000

/** A certificate's number; a share's is its parent's, a point and the share's place: `SH-2026-001.2`. */
export const certNo = text({
  max: CERT_NO_LENGTH_MAX,
  pattern: /^[A-Z0-9][A-Z0-9-]*(\.[1-9][0-9]?)*$/,
  description: 'number of a certificate',
})
export const lineId = text({ max: LINE_ID_LENGTH_MAX, pattern: /^[A-Za-z0-9][A-Za-z0-9-]*$/, description: 'number of a credit line' })
export const invoiceId = text({ max: INVOICE_ID_LENGTH_MAX, description: 'id of an invoice on this chain' })
/** Parts per million a year: 38500 is 3.85 %. */
export const annualRatePpm = uint({ max: ANNUAL_RATE_PPM_MAX })
const date = text({ max: CIVIL_DATE_LENGTH })

const place = { utcOffsetMinutes: uint({ max: UTC_OFFSET_MINUTES_MAX }), graceDays: uint({ max: 60 }) }
const terms = {
  tenorMonthsMax: uint({ min: 1, max: TENOR_MONTHS_MAX }),
  tenorMonthsWithoutReason: uint({ max: TENOR_MONTHS_MAX }),
  dayCount: choice(...DAY_COUNTS),
  offerDaysMax: uint({ min: 1, max: 90 }),
  freezeDaysMax: uint({ min: 1, max: 366 }),
  supplierPaymentDays: uint({ min: 1, max: 366 }),
}
const screeningTerms = message(wire.ScreeningTerms, {
  lists: list(listId(), { min: 1, max: LISTS_MAX }),
  validMs: uint({ min: 1_000, max: SCREENING_LIFETIME_MS_MAX }),
})
const extras = { calendar: optional(calendarCodec), screening: optional(screeningTerms) }
export const paramsCodec = message(wire.Params, { ...place, ...terms, ...extras })
/**
 * Business dates are those of a place `utcOffsetMinutes` ahead of UTC; a claim is overdue `graceDays` after it was to be paid. Tenors in
 * months of the calendar, offers, freezes and the time to pay a supplier in days. With `screening` parties are held to each of its lists.
 */
export type ReceivablesParams = FieldValue<typeof paramsCodec>
export const genesisCodec = message(wire.Genesis, {
  ...place,
  tenorMonthsMax: optional(terms.tenorMonthsMax),
  tenorMonthsWithoutReason: optional(terms.tenorMonthsWithoutReason),
  dayCount: optional(terms.dayCount),
  offerDaysMax: optional(terms.offerDaysMax),
  freezeDaysMax: optional(terms.freezeDaysMax),
  supplierPaymentDays: optional(terms.supplierPaymentDays),
  ...extras,
})
/** What is left out is as in `genesis.ts`. Without a calendar every day is a business day; without `screening` no party is held to a list. */
export type ReceivablesGenesis = FieldValue<typeof genesisCodec>

export const lineCodec = message(wire.Line, {
  bank: partyId(),
  core: partyId(),
  currency: currency(),
  limit: amount(),
  used: amount(),
  grantedAtMs: uint(),
})
/** What a bank allows a core firm to owe by certificates. `used` is the sum of what is outstanding on the line's roots. */
export type Line = FieldValue<typeof lineCodec>

export const invoicePledgeCodec = message(wire.InvoicePledge, { invoiceId, amount: amount(), settled: amount() })
export type InvoicePledge = FieldValue<typeof invoicePledgeCodec>

const documentLineId = text({ max: CERT_NO_LENGTH_MAX, description: 'number of a line in its document' })
const unitCode = text({ max: 16, pattern: /^[A-Z0-9]+$/, description: 'UN/ECE Recommendation 20, such as H87' })
const goodsLineCodec = message(wire.GoodsLine, {
  lineId: documentLineId,
  quantity: quantity(),
  unitCode,
  unitPrice: optional(unitPrice()),
})

const documentType = choice('order', 'despatch-advice', 'receipt-advice')
export const tradeDocumentCodec = message(wire.TradeDocument, {
  type: documentType,
  reference: reference(),
  hash: hash(),
  amount: optional(amount()),
  goods: optional(message(wire.Goods, { lines: list(goodsLineCodec, { min: 1, max: LINES_PER_DOCUMENT_MAX }) })),
  date: optional(date),
})
/**
 * A UBL document behind the claim, by its hash. Its total, VAT included, or its lines take part in the three-way match. `date` of a goods
 * receipt is the day the goods were accepted.
 */
export type TradeDocument = FieldValue<typeof tradeDocumentCodec>

export const documentUseCodec = message(wire.DocumentUse, {
  hash: hash(),
  amount: optional(amount()),
  used: amount(),
  lines: list(
    message(wire.UsedLine, { lineId: documentLineId, unitCode, quantity: amount(), used: amount(), unitPrice: optional(unitPrice()) }),
    { max: LINES_PER_DOCUMENT_MAX },
  ),
})
/**
 * What issues took of an order or a goods receipt, of its total or of its lines, in millionths of the unit. The first issue that names a
 * document says what it holds; the others must say the same.
 */
export type DocumentUse = FieldValue<typeof documentUseCodec>

const takenCodec = message(wire.Taken, {
  type: documentType,
  reference: reference(),
  amount: amount(),
  lines: list(message(wire.TakenLine, { lineId: documentLineId, quantity: amount() }), { max: LINES_PER_DOCUMENT_MAX }),
})
/** What one issue took of a document. */
export type Taken = FieldValue<typeof takenCodec>

const documentLineRef = message(wire.DocumentLineRef, { reference: reference(), lineId: documentLineId })
export const invoicedGoodsCodec = message(wire.InvoicedGoods, {
  lines: list(
    message(wire.InvoicedLine, {
      invoiceId,
      quantity: quantity(),
      unitCode,
      unitPrice: unitPrice(),
      order: optional(documentLineRef),
      receipt: optional(documentLineRef),
    }),
    { min: 1, max: LINES_PER_DOCUMENT_MAX },
  ),
})
/** The lines of the invoices, as far as the certificate stands for them. */
export type InvoicedLine = FieldValue<typeof invoicedGoodsCodec>['lines'][number]

export const rootCodec = message(wire.Root, {
  lineId,
  issuer: partyId(),
  payee: partyId(),
  clearingBank: partyId(),
  currency: currency(),
  face: amount(),
  issueDate: date,
  dueDate: date,
  tenorReason: optional(reference()),
  invoices: list(invoicePledgeCodec, { max: INVOICES_PER_ROOT_MAX }),
  documents: list(tradeDocumentCodec, { max: DOCUMENTS_PER_ROOT_MAX }),
  live: list(certNo, { max: LEAVES_PER_ROOT_MAX }),
  redeemed: amount(),
  writtenOff: amount(),
  taken: list(takenCodec, { max: DOCUMENTS_PER_ROOT_MAX }),
  goodsAcceptedOn: date,
})
/** What all certificates of one issue share. `live` are those that are not terminal, in the order they came to be. */
export type Root = FieldValue<typeof rootCodec>

const financingCodec = message(wire.Financing, {
  bank: partyId(),
  seller: partyId(),
  annualRatePpm,
  days: uint({ max: 366 }),
  discount: amount(),
  paid: amount(),
  recourse: bool(),
  date,
})

/** Auctions of one certificate are numbered, so that a commitment is good for one of them alone. */
export const auctionNo = uint({ min: 1, max: AUCTION_NO_MAX })
export const auctionCodec = message(wire.Auction, {
  auctionNo,
  commitUntilMs: uint(),
  revealUntilMs: uint(),
  bids: list(message(wire.SealedBid, { bank: partyId(), commitment: hash(), annualRatePpm: optional(annualRatePpm) }), {
    max: BIDS_PER_AUCTION_MAX,
  }),
  best: optional(uint({ max: BIDS_PER_AUCTION_MAX - 1 })),
  escrow: amount(),
  outcome: choice('OPEN', 'AWARDED', 'VOID'),
})
/**
 * The last auction of a certificate. `bids` stand in the order of their commitments; the one at `best` has the lowest rate that was
 * revealed, and its bank's money, `escrow`, waits in a vault while the auction is open.
 */
export type Auction = FieldValue<typeof auctionCodec>

export const certificateCodec = message(wire.Certificate, {
  certNo,
  rootNo: certNo,
  parentNo: optional(certNo),
  depth: uint({ max: DEPTH_MAX }),
  holder: partyId(),
  holders: list(partyId(), { max: HOLDERS_MAX }),
  face: amount(),
  outstanding: amount(),
  status: choice(...CERTIFICATE_STATES),
  acceptUntilMs: optional(uint()),
  transfer: optional(message(wire.PendingTransfer, { to: partyId(), tradeDocumentHash: hash(), expiresAtMs: uint() })),
  request: optional(
    message(wire.FinanceRequest, {
      annualRatePpm,
      bank: optional(partyId()),
      recourse: bool(),
      expiresAtMs: uint(),
      auctionNo: optional(auctionNo),
    }),
  ),
  financing: optional(financingCodec),
  freeze: optional(
    message(wire.Freeze, {
      orders: list(message(wire.FreezeOrder, { authority: partyId(), orderHash: hash(), expiresAtMs: uint() }), {
        min: 1,
        max: FREEZE_ORDERS_MAX,
      }),
      previous: choice(...CERTIFICATE_STATES),
      escrow: amount(),
    }),
  ),
  children: uint({ max: SHARES_PER_SPLIT_MAX }),
  changedAtMs: uint(),
  leaves: uint({ min: 1, max: LEAVES_PER_ROOT_MAX }),
  earlier: list(financingCodec, { max: HOLDERS_MAX }),
})
/**
 * One claim, or a record of one. `holder` alone controls it; `holders` are all who did, its parents' included, in order.
 * `outstanding` is what is still owed on it: 0 once it is terminal. `financing` is its last sale to a bank, whose terms count between the two
 * of them; `earlier` are those before, for when it comes back by recourse.
 */
export type Certificate = FieldValue<typeof certificateCodec>

export const registrationCodec = message(wire.Registration, {
  certNo,
  amount: amount(),
  height: uint(),
  index: uint(),
  txId: hash(),
  timeMs: uint(),
})
/** When a claim on an invoice was registered: in which block, and as the how-manieth registration of that block, from 0. */
export type Registration = FieldValue<typeof registrationCodec>
export const registrationCountCodec = message(wire.RegistrationCount, { height: uint(), count: uint() })

export const paymentAlarmCodec = message(wire.PaymentAlarm, { certNo, reason: choice('agreed', 'unpaid'), raisedAtMs: uint() })
/** `agreed`: the certificate is due later than a supplier may be made to wait. `unpaid`: that day passed. */
export type PaymentAlarm = FieldValue<typeof paymentAlarmCodec>

/** When a party was last proven to be on none of the lists that are demanded, by which bank and against which versions. */
export const screeningCodec = message(wire.Screening, {
  bank: partyId(),
  atMs: uint(),
  checks: list(message(wire.ScreenedVersion, { listId: listId(), version: listVersion }), { min: 1, max: LISTS_MAX }),
})
