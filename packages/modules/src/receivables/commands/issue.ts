import type { Rejection } from '@hanse/primitives'
import { type FieldValue, list, message, optional, text, uint } from '@hanse/protocol'
import { defineCommand, type StateReader, type StateWriter, type TransactionContext } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { daysBetween } from '../../dates.ts'
import { civilDate, partyId, reference, signedAmount } from '../../fields.ts'
import { formatAmount } from '../../money.ts'
import { requireActiveParty, requireFourEyes, requireOperator } from '../../organizations/api.ts'
import { countFlow, judgeClaim } from '../../supervision/api.ts'
import { addCertificate, isTrader } from '../certificate-store.ts'
import { invoicedGoodsCodec, invoiceId, type Line, lineId, type Root, tradeDocumentCodec } from '../codecs.ts'
import { pledgeInvoices } from '../invoice-links.ts'
import { datesOf, expiryFault, tenorFault } from '../issue-rules.ts'
import { DOCUMENTS_PER_ROOT_MAX, INVOICES_PER_ROOT_MAX, LEAVES_PER_ROOT_MAX, ROOT_NO_LENGTH_MAX } from '../limits.ts'
import { useLine } from '../line-store.ts'
import { watchPayment } from '../payment-alarm.ts'
import { register } from '../registration.ts'
import { refuse } from '../rejections.ts'
import { relatedFault } from '../related-parties.ts'
import { screeningFault } from '../screening.ts'
import { certificates, deadlines, emit, lines, paramsOf, roots } from '../store.ts'
import { acceptanceDate, matchTrade } from '../three-way-match.ts'

const params = message(hanse.receivables.v1.Issue, {
  certNo: text({ max: ROOT_NO_LENGTH_MAX, pattern: /^[A-Z0-9][A-Z0-9-]*$/, description: 'number of the new certificate' }),
  lineId,
  payee: partyId(),
  clearingBank: partyId(),
  dueDate: civilDate(),
  invoices: list(message(hanse.receivables.v1.InvoiceRef, { invoiceId, amount: signedAmount() }), { min: 1, max: INVOICES_PER_ROOT_MAX }),
  documents: list(tradeDocumentCodec, { max: DOCUMENTS_PER_ROOT_MAX }),
  tenorReason: optional(reference()),
  acceptUntilMs: uint(),
  goods: optional(invoicedGoodsCodec),
})
type Issue = FieldValue<typeof params>

/** Issuer, bank, payee and clearing bank are all active; three different parties owe, are owed and pay out. The first two are on no list. */
function partiesFault(context: TransactionContext, state: StateReader, line: Line, { payee, clearingBank }: Issue): Rejection | undefined {
  const core = requireOperator(context, state, { partyId: line.core, role: 'core' })
  if (!core.ok) return core.error
  const seller = requireActiveParty(state, payee, context.timeMs, { path: 'payee' })
  const others = [
    requireActiveParty(state, line.bank, context.timeMs, { path: 'lineId' }),
    seller,
    requireActiveParty(state, clearingBank, context.timeMs, { role: 'clearing-bank', path: 'clearingBank' }),
  ]
  for (const party of others) if (!party.ok) return party.error
  if (seller.ok && !isTrader(seller.value)) {
    return refuse('receivables/payee-role', `${payee} is ${seller.value.roles.join(', ')}`, 'payee')
  }
  if (new Set([line.core, payee, clearingBank]).size === 3) {
    return (
      relatedFault(state, payee, [line.core], 'payee') ??
      screeningFault(context, state, line.core, 'lineId') ??
      screeningFault(context, state, payee, 'payee')
    )
  }
  return refuse('receivables/same-party', `issuer ${line.core}, payee ${payee} and clearing bank ${clearingBank} are not three`, 'payee')
}

/** Each invoice stands in for a positive part; the parts are the certificate's face. */
function faceOf({ invoices }: Issue, { currency }: Line): bigint | Rejection {
  let face = 0n
  for (const [index, { invoiceId: id, amount }] of invoices.entries()) {
    if (amount <= 0n) {
      return refuse('receivables/amount-not-positive', `${formatAmount(amount, currency)} of invoice ${id}`, `invoices.${index}.amount`)
    }
    face += amount
  }
  return face
}

type Found = Pick<Root, 'face' | 'issueDate' | 'taken' | 'goodsAcceptedOn'>

function rootOf(given: Issue, line: Line, found: Found): Root {
  const { certNo, payee, clearingBank, dueDate, documents, tenorReason } = given
  return {
    lineId: given.lineId,
    issuer: line.core,
    payee,
    clearingBank,
    currency: line.currency,
    ...found,
    dueDate,
    ...(tenorReason === undefined ? {} : { tenorReason }),
    invoices: given.invoices.map((invoice) => ({ ...invoice, settled: 0n })),
    documents,
    live: [certNo],
    redeemed: 0n,
    writtenOff: 0n,
  }
}

function write(context: TransactionContext, state: StateWriter, given: Issue, root: Root): void {
  const { certNo, acceptUntilMs } = given
  roots.put(state, certNo, root)
  const whole = { certNo, rootNo: certNo, depth: 0, holder: root.payee, holders: [root.payee], face: root.face, outstanding: root.face }
  addCertificate(
    state,
    { ...whole, status: 'OFFERED', acceptUntilMs, children: 0, earlier: [], leaves: LEAVES_PER_ROOT_MAX, changedAtMs: context.timeMs },
    root,
  )
  deadlines.schedule(state, acceptUntilMs, `offer ${certNo}`)
  register(context, state, certNo, root)
  const { issuer, payee, currency, face, dueDate } = root
  emit(state, 'issued', { amount: face, certNo, currency, dueDate, issuer, lineId: root.lineId, payee })
  watchPayment(state, certNo, root, context.timeMs)
}

/**
 * Domain §1, issue: the core firm, with four eyes, promises to pay what it owes by invoices. Within the line and the tenor; each invoice
 * VALID, between these two and free of other receivables; three-way match. The invoices are pledged.
 */
export const issue = defineCommand({
  summary: 'Core firm, four-eyes: issues a certificate on invoices that it owes, for the payee to accept',
  params,
  execute(context, state, given) {
    const line = lines.get(state, given.lineId)
    if (line === undefined) return refuse('receivables/unknown-line', `there is no line ${given.lineId}`, 'lineId')
    const fault = partiesFault(context, state, line, given) ?? requireFourEyes(context, state, line.core)
    if (fault !== undefined) return fault
    if (certificates.has(state, given.certNo)) {
      return refuse('receivables/certificate-exists', `there is a certificate ${given.certNo}`, 'certNo')
    }
    const { issueDate, dueMs } = datesOf(context, state, given.dueDate)
    const late =
      tenorFault(paramsOf(state), issueDate, given.dueDate, given.tenorReason) ??
      expiryFault(context, state, given.acceptUntilMs, dueMs, 'acceptUntilMs')
    if (late !== undefined) return late
    const face = faceOf(given, line)
    if (typeof face !== 'bigint') return face
    const terms = { issuer: line.core, payee: given.payee, currency: line.currency }
    const pledged = useLine(state, given.lineId, face) ?? pledgeInvoices(state, given.certNo, given.invoices, terms)
    if (!('payable' in pledged)) return pledged
    const { payable, firstDate } = pledged
    const trade = { ...terms, documents: given.documents, lines: given.goods?.lines ?? [], invoices: given.invoices }
    const matched = matchTrade(state, { ...trade, payable, face, today: issueDate })
    if (!('taken' in matched)) return matched
    const claim = { parties: [line.core, given.payee], currency: line.currency, amount: face }
    const refused = judgeClaim(context, state, { ...claim, tenorDays: daysBetween(issueDate, given.dueDate) })
    if (refused !== undefined) return refused
    countFlow(context, state, 'receivables.issued', claim)
    const goodsAcceptedOn = acceptanceDate(given.documents, firstDate)
    write(context, state, given, rootOf(given, line, { face, issueDate, taken: matched.taken, goodsAcceptedOn }))
    return undefined
  },
})
