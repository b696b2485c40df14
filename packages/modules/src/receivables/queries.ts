import { err, ok, type Result } from '@hanse/primitives'
import { amount, bool, type FieldValue, hash, list, message, optional, text, uint } from '@hanse/protocol'
import { type BlockContext, defineQuery, type IndexList, type StateReader } from '@hanse/state'
import { hanse } from '../../generated/receivables.js'
import { currency, partyId } from '../fields.ts'
import { requireParty } from '../organizations/api.ts'
import { paymentDate } from './calendar.ts'
import { isDue, loadClaim, loadRoot } from './certificate-store.ts'
import {
  annualRatePpm,
  certificateCodec,
  certNo,
  invoiceId,
  lineCodec,
  lineId,
  paramsCodec,
  type Root,
  rootCodec,
  screeningCodec,
} from './codecs.ts'
import { outstandingOf } from './issue-totals.ts'
import { LEAVES_PER_ROOT_MAX, PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX, SUBJECTS_MAX } from './limits.ts'
import { quoteOf } from './quote.ts'
import { refuse } from './rejections.ts'
import { screeningFault, subjectsOf } from './screening.ts'
import { certificates, heldBy, lines, linesOfParty, paramsOf, roots, rootsOfInvoice, screenings } from './store.ts'

const wire = hanse.receivables.v1
export const certArgs = message(wire.CertNo, { certNo })
export const pageArgs = message(wire.PartyPageArgs, {
  partyId: partyId(),
  cursor: optional(text({ max: 16, pattern: /^[0-9]+$/, words: 'nextCursor of the page before' })),
  limit: optional(uint({ min: 1, max: PAGE_SIZE_MAX })),
})
export const cursor = optional(text({ max: 16 }))

const certificateView = message(wire.CertificateView, {
  certificate: certificateCodec,
  issuer: partyId(),
  currency: currency(),
  issueDate: text({ max: 10 }),
  dueDate: text({ max: 10 }),
  due: bool(),
})
type CertificateView = FieldValue<typeof certificateView>

const rootView = message(wire.RootView, { certNo, root: rootCodec, outstanding: amount(), payBy: text({ max: 10 }) })
type RootView = FieldValue<typeof rootView>
const lineView = message(wire.LineView, { lineId, line: lineCodec, available: amount() })
type LineView = FieldValue<typeof lineView>

function viewOf({ timeMs }: BlockContext, state: StateReader, number: string): Result<CertificateView> {
  const claim = loadClaim(state, number)
  if (!claim.ok) return claim
  const { certificate, root } = claim.value
  const { issuer, currency: code, issueDate, dueDate } = root
  return ok({ certificate, issuer, currency: code, issueDate, dueDate, due: isDue(state, root, timeMs) })
}

function rootViewOf(state: StateReader, number: string, root: Root): RootView {
  const payBy = paymentDate(paramsOf(state).calendar, root.dueDate)
  return { certNo: number, root, outstanding: outstandingOf(state, root), payBy }
}

function lineViewOf(state: StateReader, id: string): Result<LineView> {
  const line = lines.get(state, id)
  if (line === undefined) return err(refuse('receivables/unknown-line', `there is no line ${id}`, 'lineId'))
  return ok({ lineId: id, line, available: line.limit - line.used })
}

/** One page of an index, each item looked up and those that `keep` refuses left out: a page may be short. */
export function pageOf<I, T>(
  state: StateReader,
  index: IndexList<I>,
  args: FieldValue<typeof pageArgs>,
  view: (item: I) => Result<T>,
  keep: (one: T) => boolean = () => true,
): Result<{ readonly items: readonly T[]; readonly nextCursor?: string }> {
  const from = Number(args.cursor ?? '0')
  const found = index.page(state, args.partyId, from, args.limit ?? PAGE_SIZE_DEFAULT)
  const items: T[] = []
  for (const item of found) {
    const one = view(item)
    if (!one.ok) return one
    if (keep(one.value)) items.push(one.value)
  }
  const next = from + found.length
  return ok(next < index.count(state, args.partyId) ? { items, nextCursor: `${next}` } : { items })
}

export const line = defineQuery({
  summary: 'A credit line: its limit, what is used, what is left',
  args: message(wire.LineArgs, { lineId }),
  result: lineView,
  read: (_block, state, args) => lineViewOf(state, args.lineId),
})

export const listLines = defineQuery({
  summary: 'Lines that a party granted or was granted',
  args: pageArgs,
  result: message(wire.LinePage, { items: list(lineView, { max: PAGE_SIZE_MAX }), nextCursor: cursor }),
  read: (_block, state, args) => pageOf(state, linesOfParty, args, (id) => lineViewOf(state, id)),
})

export const certificate = defineQuery({
  summary: 'A certificate with the terms of its issue',
  args: certArgs,
  result: certificateView,
  read: (block, state, args) => viewOf(block, state, args.certNo),
})

export const issueOf = defineQuery({
  summary: 'A whole issue by its root certificate: terms, invoices, live certificates, what is outstanding',
  args: certArgs,
  result: rootView,
  read: (_block, state, args) => {
    const claim = loadRoot(state, args.certNo)
    if (!claim.ok) return claim
    return ok(rootViewOf(state, args.certNo, claim.value.root))
  },
})

export const leaves = defineQuery({
  summary: 'The live certificates of an issue',
  args: certArgs,
  result: message(wire.CertificatePage, { items: list(certificateView, { max: LEAVES_PER_ROOT_MAX }), nextCursor: cursor }),
  read: (block, state, args) => {
    const claim = loadRoot(state, args.certNo)
    if (!claim.ok) return claim
    const items: CertificateView[] = []
    for (const leaf of claim.value.root.live) {
      const one = viewOf(block, state, leaf)
      if (one.ok) items.push(one.value)
    }
    return ok({ items })
  },
})

export const certificatesOfHolder = defineQuery({
  summary: 'Certificates that a party controls, records of its own included; a page may be short',
  args: pageArgs,
  result: message(wire.CertificatePage, { items: list(certificateView, { max: PAGE_SIZE_MAX }), nextCursor: cursor }),
  read: (block, state, args) =>
    pageOf(
      state,
      heldBy,
      args,
      (id) => viewOf(block, state, id),
      (one) => one.certificate.holder === args.partyId,
    ),
})

export const issuesOfInvoice = defineQuery({
  summary: 'All issues that ever stood on an invoice, cancelled ones too',
  args: message(wire.InvoiceArgs, { invoiceId }),
  result: message(wire.RootList, { items: list(rootView, { max: PAGE_SIZE_MAX }) }),
  read: (_block, state, args) => {
    const count = rootsOfInvoice.count(state, args.invoiceId)
    const latest = rootsOfInvoice.page(state, args.invoiceId, Math.max(0, count - PAGE_SIZE_MAX), PAGE_SIZE_MAX)
    return ok({ items: latest.map((id) => rootViewOf(state, id, roots.require(state, id))) })
  },
})

export const quote = defineQuery({
  summary: 'What finance of a certificate at a rate would come to on the head’s business date',
  args: message(wire.QuoteArgs, { certNo, annualRatePpm }),
  result: message(wire.QuoteView, {
    currency: currency(),
    amount: amount(),
    days: uint(),
    dayCount: text({ max: 16 }),
    discount: amount(),
    paid: amount(),
  }),
  read: ({ timeMs }, state, args) => {
    const claim = loadClaim(state, args.certNo)
    if (!claim.ok) return claim
    const { root } = claim.value
    if (isDue(state, root, timeMs)) return err(refuse('receivables/matured', `${args.certNo} was due on ${root.dueDate}`, 'certNo'))
    const { outstanding } = certificates.require(state, args.certNo)
    const terms = paramsOf(state)
    const { days, discount, paid } = quoteOf(terms, root, outstanding, args.annualRatePpm, timeMs)
    if (paid < 0n)
      return err(refuse('receivables/discount-too-large', `a discount of ${discount} minor units on ${outstanding}`, 'annualRatePpm'))
    return ok({ currency: root.currency, amount: outstanding, days, dayCount: terms.dayCount, discount, paid })
  },
})

export const screening = defineQuery({
  summary: 'The last screening of a party, whether it holds, and the keys that a new one has to prove absent',
  args: message(wire.PartyArgs, { partyId: partyId() }),
  result: message(wire.ScreeningView, {
    partyId: partyId(),
    holds: bool(),
    subjects: list(hash(), { min: 1, max: SUBJECTS_MAX }),
    screening: optional(screeningCodec),
  }),
  read: (block, state, args) => {
    const party = requireParty(state, args.partyId, 'partyId')
    if (!party.ok) return party
    const last = screenings.get(state, args.partyId)
    const holds = screeningFault(block, state, args.partyId) === undefined
    return ok({ ...args, holds, subjects: subjectsOf(party.value), ...(last === undefined ? {} : { screening: last }) })
  },
})

export const terms = defineQuery({
  summary: 'What genesis says of tenors, day count, grace, offers, freezes, the time to pay suppliers, the calendar and sanctions lists',
  args: message(wire.NoArgs, {}),
  result: paramsCodec,
  read: (_block, state) => ok(paramsOf(state)),
})
