import { object, text } from '@hanse/protocol'
import { defineRecord } from '@hanse/state'
import { partyId } from '../fields.ts'
import {
  auctionCodec,
  certificateCodec,
  certNo,
  invoiceId,
  lineCodec,
  lineId,
  registrationCodec,
  rootCodec,
  screeningCodec,
} from './codecs.ts'
import { auctions, certificates, lines, registrations, roots, screenings } from './store.ts'

const place = text({ max: 16, pattern: /^(0|[1-9][0-9]*)$/, description: 'place among the claims on an invoice, from 0' })

export const records = {
  line: defineRecord({
    summary: 'A credit line: its limit and what is used',
    key: object({ lineId }),
    value: lineCodec,
    keyOf: (key) => lines.keyOf(key.lineId),
  }),
  issue: defineRecord({
    summary: 'What all certificates of one issue share, by the root certificate’s number',
    key: object({ certNo }),
    value: rootCodec,
    keyOf: (key) => roots.keyOf(key.certNo),
  }),
  certificate: defineRecord({
    summary: 'A certificate: its holder, what is outstanding, its state',
    key: object({ certNo }),
    value: certificateCodec,
    keyOf: (key) => certificates.keyOf(key.certNo),
  }),
  auction: defineRecord({
    summary: 'The last auction of a certificate',
    key: object({ certNo }),
    value: auctionCodec,
    keyOf: (key) => auctions.keyOf(key.certNo),
  }),
  registration: defineRecord({
    summary: 'When a claim on an invoice was registered; claims on an invoice have the places 0, 1 and so on',
    key: object({ invoiceId, place }),
    value: registrationCodec,
    keyOf: (key) => registrations.keyOf([key.invoiceId, key.place]),
  }),
  screening: defineRecord({
    summary: 'When a party was last proven to be on no sanctions list, and against which versions',
    key: object({ partyId: partyId() }),
    value: screeningCodec,
    keyOf: (key) => screenings.keyOf(key.partyId),
  }),
}
