import { err, ok, type Result } from '@hanse/primitives'
import { amount, type FieldValue, list, message, optional, text, uint } from '@hanse/protocol'
import { defineQuery, type IndexList, type StateReader } from '@hanse/state'
import { hanse } from '../../generated/invoices.js'
import { currency, partyId } from '../fields.ts'
import { getParty } from '../organizations/api.ts'
import { legalIdOf } from './identity.ts'
import { invoiceCodec, invoiceIdField, invoiceNumber } from './invoice.ts'
import { PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX, RED_LETTERS_PER_INVOICE_MAX } from './limits.ts'
import { invoiceIdOf } from './number.ts'
import { readQuota } from './quota.ts'
import { notFound, refuse } from './rejections.ts'
import { redLetterCodec, statusCodec } from './status.ts'
import { byBuyer, bySeller, documents, redLetters, statuses } from './store.ts'

const wire = hanse.invoices.v1

const invoiceArgs = message(wire.InvoiceArgs, { invoiceId: invoiceIdField() })
const numberArgs = message(wire.NumberArgs, { sellerId: partyId(), number: invoiceNumber() })
const listArgs = message(wire.ListArgs, {
  partyId: partyId(),
  cursor: optional(text({ max: 16, pattern: /^(0|[1-9][0-9]{0,14})$/, description: 'nextCursor of the page before' })),
  limit: optional(uint({ min: 1, max: PAGE_SIZE_MAX })),
})
const quotaArgs = message(wire.QuotaArgs, {
  sellerId: partyId(),
  currency: currency(),
  period: text({ max: 7, description: 'a month, YYYY-MM' }),
})

const invoiceView = message(wire.InvoiceView, {
  invoiceId: invoiceIdField(),
  invoice: invoiceCodec,
  status: statusCodec,
  redLetters: list(redLetterCodec, { max: RED_LETTERS_PER_INVOICE_MAX }),
})
const invoicePage = message(wire.InvoicePage, {
  items: list(message(wire.InvoiceItem, { invoiceId: invoiceIdField(), status: statusCodec }), { max: PAGE_SIZE_MAX }),
  nextCursor: optional(text({ max: 16 })),
})
const quotaView = message(wire.QuotaView, { limit: amount(), used: amount(), remaining: amount() })

export type InvoiceView = FieldValue<typeof invoiceView>
export type InvoicePage = FieldValue<typeof invoicePage>
export type QuotaView = FieldValue<typeof quotaView>
type ListArgs = FieldValue<typeof listArgs>

export const invoice = defineQuery({
  summary: 'An invoice with all its terms, its axes and its red letters.',
  args: invoiceArgs,
  result: invoiceView,
  read: (_block, state, { invoiceId }) => viewOf(state, invoiceId),
})

export const invoiceByNumber = defineQuery({
  summary: 'The invoice of a seller by its number, in any spelling.',
  args: numberArgs,
  result: invoiceView,
  read: (_block, state, { sellerId, number }) => {
    const seller = getParty(state, sellerId)
    if (seller === undefined) return err(refuse('invoices/not-found', `there is no party ${sellerId}`, 'sellerId'))
    return viewOf(state, invoiceIdOf(seller.country, legalIdOf(seller), '380', number))
  },
})

export const invoicesOfSeller = defineQuery({
  summary: 'The invoices that a party issued, in the order of issue.',
  args: listArgs,
  result: invoicePage,
  read: (_block, state, args) => ok(pageOf(state, bySeller, args)),
})

export const invoicesOfBuyer = defineQuery({
  summary: 'The invoices that a party received, in the order of issue.',
  args: listArgs,
  result: invoicePage,
  read: (_block, state, args) => ok(pageOf(state, byBuyer, args)),
})

export const quota = defineQuery({
  summary: 'What a seller may invoice in a currency and month, and how much of it is left.',
  args: quotaArgs,
  result: quotaView,
  read: (_block, state, { sellerId, currency, period }) => {
    const granted = readQuota(state, sellerId, currency, period)
    if (granted === undefined) return err(refuse('invoices/no-quota', `${sellerId} has no quota in ${currency} for ${period}`))
    return ok({ ...granted, remaining: granted.limit - granted.used })
  },
})

function viewOf(state: StateReader, invoiceId: string): Result<InvoiceView> {
  const status = statuses.get(state, invoiceId)
  if (status === undefined) return err(notFound(invoiceId))
  const letters = Array.from({ length: status.redLetters }, (_, index) => redLetters.require(state, [invoiceId, `${index}`]))
  return ok({ invoiceId, invoice: documents.require(state, invoiceId), status, redLetters: letters })
}

function pageOf(state: StateReader, index: IndexList<string>, { partyId, cursor, limit = PAGE_SIZE_DEFAULT }: ListArgs): InvoicePage {
  const from = Number(cursor ?? '0')
  const ids = index.page(state, partyId, from, limit)
  const items = ids.map((invoiceId) => ({ invoiceId, status: statuses.require(state, invoiceId) }))
  const next = from + ids.length
  return next < index.count(state, partyId) ? { items, nextCursor: `${next}` } : { items }
}
