import { amount, bool, choice, described, hash, optional, text, uint } from '@hanse/protocol'
import { defineEvent } from '@hanse/state'
import { blockTimeMs, civilDate, currency, partyId, reference } from '../fields.ts'
import { annualRatePpm, auctionNo, certNo, lineId } from './codecs.ts'
import { CERTIFICATE_STATES } from './status.ts'

const rate = described('parts per million a year: 38500 is 3.85 %', annualRatePpm)
const recourse = () => described('whether the seller buys the claim back if it is not paid', bool())
const documentHash = () => described('of the trade document', hash())
/** Longest list of shares, each below 2^128: the most that an attribute may have. */
const SHARES_LENGTH_MAX = 1_024
/** Four lists with their versions. */
const SCREENED_LENGTH_MAX = 256

export const events = {
  lineGranted: defineEvent({
    summary: 'A bank granted a core firm a credit line, or changed its limit',
    attributes: { bank: partyId(), core: partyId(), currency: currency(), limit: amount(), lineId },
  }),
  screened: defineEvent({
    summary: 'A bank proved that a party is on none of the sanctions lists that are demanded',
    attributes: {
      bank: partyId(),
      lists: text({ max: SCREENED_LENGTH_MAX, description: 'each with its version, un@3, a blank between' }),
      partyId: partyId(),
    },
  }),
  issued: defineEvent({
    summary: 'A core firm issued a certificate, for the payee to accept',
    attributes: {
      amount: amount(),
      certNo,
      currency: currency(),
      dueDate: civilDate(),
      issuer: partyId(),
      lineId,
      payee: partyId(),
    },
  }),
  accepted: defineEvent({ summary: 'The payee accepted a certificate', attributes: { certNo, holder: partyId() } }),
  cancelled: defineEvent({
    summary: 'A certificate ended before it was accepted: rejected, withdrawn, or too late',
    attributes: { certNo, reason: reference() },
  }),
  split: defineEvent({
    summary: 'A certificate became several: its number with .1, .2 and so on',
    attributes: {
      certNo,
      holder: partyId(),
      shares: text({ max: SHARES_LENGTH_MAX, pattern: /^[0-9][0-9 ]*$/, description: 'minor units of each, a blank between' }),
    },
  }),
  transferOffered: defineEvent({
    summary: 'The holder offered a certificate to another firm',
    attributes: { certNo, expiresAtMs: blockTimeMs(), from: partyId(), to: partyId(), tradeDocumentHash: documentHash() },
  }),
  transferred: defineEvent({
    summary: 'The other firm accepted: it holds the certificate now',
    attributes: { certNo, from: partyId(), to: partyId(), tradeDocumentHash: documentHash() },
  }),
  transferCancelled: defineEvent({
    summary: 'An offer to another firm ended without effect',
    attributes: { by: text({ max: 64, description: 'the party that ended it, or `expiry`' }), certNo },
  }),
  financeRequested: defineEvent({
    summary: 'The holder offered a certificate for finance',
    attributes: {
      annualRatePpm: rate,
      bank: optional(described('absent: whichever bank is first', partyId())),
      certNo,
      expiresAtMs: blockTimeMs(),
      holder: partyId(),
      recourse: recourse(),
      auctionNo: optional(described('of the certificate’s auctions; absent where the rate is fixed', auctionNo)),
      commitUntilMs: optional(described('end of bids, block time, ms since 1970', uint())),
      revealUntilMs: optional(described('end of revealing, block time, ms since 1970', uint())),
    },
  }),
  bidCommitted: defineEvent({
    summary: 'A bank sent a sealed bid for a certificate',
    attributes: {
      auctionNo: described('of the certificate’s auctions', auctionNo),
      bank: partyId(),
      certNo,
      commitment: described('to the rate', hash()),
    },
  }),
  bidRevealed: defineEvent({
    summary: 'A bank revealed the rate of its bid',
    attributes: {
      annualRatePpm: rate,
      auctionNo: described('of the certificate’s auctions', auctionNo),
      bank: partyId(),
      best: described('whether it is the best so far, and its money is locked', bool()),
      certNo,
    },
  }),
  auctionClosed: defineEvent({
    summary: 'An auction ended: awarded to the best bid, or void, its money returned',
    attributes: { auctionNo: described('of the certificate’s auctions', auctionNo), certNo, outcome: choice('AWARDED', 'VOID') },
  }),
  paymentLate: defineEvent({
    summary: 'Alarm: a core firm pays a supplier later than it may make it wait after the goods were accepted',
    attributes: {
      certNo,
      days: described('from the acceptance of the goods to the due date', uint()),
      dueDate: civilDate(),
      goodsAcceptedOn: civilDate(),
      issuer: partyId(),
      payBy: civilDate(),
      payee: partyId(),
      reason: choice('agreed', 'unpaid'),
    },
  }),
  financeRequestCancelled: defineEvent({
    summary: 'An offer for finance ended without effect',
    attributes: { certNo, reason: reference() },
  }),
  financed: defineEvent({
    summary: 'A bank paid for a certificate and holds it now',
    attributes: {
      annualRatePpm: rate,
      bank: partyId(),
      certNo,
      currency: currency(),
      days: described('from the financing to the due date', uint()),
      discount: described('what the bank keeps, in integer minor units, decimal', amount()),
      paid: described('what the seller got, in integer minor units, decimal', amount()),
      recourse: recourse(),
      seller: partyId(),
    },
  }),
  offerVoided: defineEvent({
    summary: 'A redemption in part ended the open offer of a certificate',
    attributes: { certNo, reason: reference() },
  }),
  redeemed: defineEvent({
    summary: 'The core firm paid all of an issue, or a part',
    attributes: {
      amount: amount(),
      certNo,
      currency: currency(),
      early: described('before the due date', bool()),
      outstanding: described('what is left to pay, in integer minor units, decimal', amount()),
    },
  }),
  paid: defineEvent({
    summary: 'A certificate got its part of a redemption; one that is frozen, into its vault',
    attributes: {
      amount: amount(),
      certNo,
      currency: currency(),
      to: text({ max: 128, description: 'a party’s id, or the vault of a frozen certificate' }),
    },
  }),
  matured: defineEvent({ summary: 'The due date of a certificate came', attributes: { certNo, dueDate: civilDate(), holder: partyId() } }),
  overdue: defineEvent({
    summary: 'A certificate was not paid within the days of grace',
    attributes: { certNo, currency: currency(), holder: partyId(), outstanding: amount() },
  }),
  recourseClaimed: defineEvent({
    summary: 'The bank asked the seller to buy an overdue claim back',
    attributes: { amount: amount(), bank: partyId(), certNo, seller: partyId() },
  }),
  recoursePaid: defineEvent({
    summary: 'The seller bought an overdue claim back',
    attributes: { amount: amount(), bank: partyId(), certNo, currency: currency(), seller: partyId() },
  }),
  writtenOff: defineEvent({
    summary: 'The holder gave an overdue claim up',
    attributes: { amount: amount(), certNo, currency: currency(), holder: partyId() },
  }),
  frozen: defineEvent({
    summary: 'A court or regulator froze a certificate, or renewed its order',
    attributes: { authority: partyId(), certNo, expiresAtMs: blockTimeMs(), orderHash: described('of the order', hash()) },
  }),
  orderEnded: defineEvent({
    summary: 'An order ended, and others still freeze the certificate',
    attributes: { certNo, orders: described('how many are left', uint()), reason: reference() },
  }),
  unfrozen: defineEvent({
    summary: 'The last order on a certificate ended',
    attributes: {
      certNo,
      escrow: described('what was paid meanwhile and went to the holder, in integer minor units, decimal', amount()),
      reason: reference(),
      status: described('of the certificate, from now on', choice(...CERTIFICATE_STATES)),
    },
  }),
}
