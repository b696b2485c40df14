import { amount, bool, choice, type FieldValue, hash, list, message, optional, text, uint } from '@hanse/protocol'
import { hanse } from '../../generated/receivables.js'
import { currency, partyId, reference } from '../fields.ts'
import {
  ANNUAL_RATE_PPM_MAX,
  CERT_NO_LENGTH_MAX,
  DEPTH_MAX,
  DOCUMENTS_PER_ROOT_MAX,
  FREEZE_ORDERS_MAX,
  HOLDERS_MAX,
  INVOICES_PER_ROOT_MAX,
  LEAVES_PER_ROOT_MAX,
  LINE_ID_LENGTH_MAX,
  SHARES_PER_SPLIT_MAX,
} from './limits.ts'
import { CERTIFICATE_STATES } from './status.ts'

const wire = hanse.receivables.v1
const INVOICE_ID_LENGTH_MAX = 128
const CIVIL_DATE_LENGTH = 10
const UTC_OFFSET_MINUTES_MAX = 14 * 60

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

const params = { utcOffsetMinutes: uint({ max: UTC_OFFSET_MINUTES_MAX }), graceDays: uint({ max: 60 }) }
export const paramsCodec = message(wire.Params, params)
/** Business dates are those of a place this far ahead of UTC; a claim is overdue this many days after its due date. */
export type ReceivablesParams = FieldValue<typeof paramsCodec>
export const genesisCodec = message(wire.Genesis, params)
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

export const tradeDocumentCodec = message(wire.TradeDocument, {
  type: choice('order', 'despatch-advice', 'receipt-advice'),
  reference: reference(),
  hash: hash(),
  amount: optional(amount()),
})
/** A UBL document behind the claim, by its hash. Its total, VAT included, takes part in the three-way match. */
export type TradeDocument = FieldValue<typeof tradeDocumentCodec>

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
  request: optional(message(wire.FinanceRequest, { annualRatePpm, bank: optional(partyId()), recourse: bool(), expiresAtMs: uint() })),
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
})
/**
 * One claim, or a record of one. `holder` alone controls it; `holders` are all who did, its parents' included, in order.
 * `outstanding` is what is still owed on it: 0 once it is terminal.
 */
export type Certificate = FieldValue<typeof certificateCodec>
