import { err, ok } from '@hanse/primitives'
import { amount, bool, choice, type FieldValue, hash, list, message, optional, text, uint } from '@hanse/protocol'
import { defineQuery, type StateReader } from '@hanse/state'
import { hanse } from '../../generated/receivables.js'
import { daysBetween } from '../dates.ts'
import { currency, partyId } from '../fields.ts'
import { isSmall } from '../organizations/api.ts'
import { phaseOf } from './auction.ts'
import { auctionCodec, certNo, invoiceId, type PaymentAlarm, paymentAlarmCodec, type Registration } from './codecs.ts'
import { invoiceSummary } from './invoice-links.ts'
import { outstandingOf } from './issue-totals.ts'
import { INVOICES_PER_ROOT_MAX, PAGE_SIZE_MAX } from './limits.ts'
import { supplierDeadline } from './payment-alarm.ts'
import { certArgs, cursor, pageArgs, pageOf } from './queries.ts'
import { registrationsOf } from './registration.ts'
import { refuse } from './rejections.ts'
import { CERTIFICATE_STATES } from './status.ts'
import { alarmsOfCore, auctions, certificates, roots } from './store.ts'

const wire = hanse.receivables.v1
const civilDate = text({ max: 10 })

export const auction = defineQuery({
  summary: 'The last auction of a certificate: its phase, sealed bids, rates that were revealed',
  args: certArgs,
  result: message(wire.AuctionView, { certNo, auction: auctionCodec, phase: choice('COMMIT', 'REVEAL', 'ACCEPT', 'CLOSED') }),
  read: ({ timeMs }, state, args) => {
    const found = auctions.get(state, args.certNo)
    if (found === undefined) return err(refuse('receivables/no-auction', `${args.certNo} was never auctioned`, 'certNo'))
    return ok({ certNo: args.certNo, auction: found, phase: phaseOf(found, timeMs) })
  },
})

const priorityClaim = message(wire.PriorityClaim, {
  rank: uint({ min: 1 }),
  registered: bool(),
  amount: amount(),
  claimant: partyId(),
  certNo: optional(certNo),
  status: optional(choice(...CERTIFICATE_STATES)),
  height: optional(uint()),
  index: optional(uint()),
  txId: optional(hash()),
  timeMs: optional(uint()),
})
type PriorityClaim = FieldValue<typeof priorityClaim>

function isWithdrawn(state: StateReader, { certNo: number }: Registration): boolean {
  return certificates.require(state, number).status === 'CANCELLED'
}

function registeredClaim(state: StateReader, registration: Registration, index: number): PriorityClaim {
  const { status } = certificates.require(state, registration.certNo)
  return { ...registration, rank: index + 1, registered: true, claimant: roots.require(state, registration.certNo).payee, status }
}

export const priority = defineQuery({
  summary: 'Who comes first on an invoice (Civil Code 768): registered claims in block order, then what nobody registered',
  args: message(wire.InvoiceArgs, { invoiceId }),
  result: message(wire.PriorityView, { invoiceId, claims: list(priorityClaim, { max: PAGE_SIZE_MAX + 1 }) }),
  read: (_block, state, { invoiceId: id }) => {
    const invoice = invoiceSummary(state, id)
    if (invoice === undefined) return err(refuse('receivables/unknown-invoice', `there is no invoice ${id}`, 'invoiceId'))
    const standing = registrationsOf(state, id).filter((registration) => !isWithdrawn(state, registration))
    const claims = standing.slice(0, PAGE_SIZE_MAX).map((registration, index) => registeredClaim(state, registration, index))
    const registered = standing.reduce((sum, registration) => sum + registration.amount, 0n)
    const rest = invoice.payable - registered
    // The seller’s own, or whoever’s it was sold to elsewhere: it comes after all that is registered.
    if (rest > 0n) claims.push({ rank: claims.length + 1, registered: false, amount: rest, claimant: invoice.sellerId })
    return ok({ invoiceId: id, claims })
  },
})

const alarmView = message(wire.AlarmView, {
  alarm: paymentAlarmCodec,
  issuer: partyId(),
  payee: partyId(),
  payeeIsSmall: bool(),
  invoices: list(invoiceId, { max: INVOICES_PER_ROOT_MAX }),
  goodsAcceptedOn: civilDate,
  payBy: civilDate,
  dueDate: civilDate,
  days: uint(),
  outstanding: amount(),
  currency: currency(),
})
type AlarmView = FieldValue<typeof alarmView>

function alarmViewOf(state: StateReader, alarm: PaymentAlarm): AlarmView {
  const root = roots.require(state, alarm.certNo)
  const { issuer, payee, goodsAcceptedOn, dueDate, currency: code } = root
  return {
    alarm,
    issuer,
    payee,
    payeeIsSmall: isSmall(state, payee),
    invoices: root.invoices.map((invoice) => invoice.invoiceId),
    goodsAcceptedOn,
    payBy: supplierDeadline(state, root),
    dueDate,
    days: daysBetween(goodsAcceptedOn, dueDate),
    outstanding: outstandingOf(state, root),
    currency: code,
  }
}

export const paymentAlarms = defineQuery({
  summary: 'Certificates, with their invoices, that a core firm pays later than its suppliers may be made to wait; a page may be short',
  args: pageArgs,
  result: message(wire.AlarmPage, { items: list(alarmView, { max: PAGE_SIZE_MAX }), nextCursor: cursor }),
  read: (_block, state, args) =>
    pageOf(
      state,
      alarmsOfCore,
      args,
      (alarm) => ok(alarmViewOf(state, alarm)),
      ({ alarm }) => certificates.require(state, alarm.certNo).status !== 'CANCELLED',
    ),
})
