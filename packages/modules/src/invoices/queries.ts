import { err, ok, type Result } from '@hanse/primitives'
import { amount, type FieldValue, list, message, optional, text, uint } from '@hanse/protocol'
import { defineQuery, type IndexList, type StateReader } from '@hanse/state'
import { hanse } from '../../generated/invoices.js'
import { currency, partyId } from '../fields.ts'
import { getParty } from '../organizations/api.ts'
import { legalIdOf } from './identity.ts'
import { invoiceCodec, invoiceIdField, invoiceNumber, periodField } from './invoice.ts'
import { PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX, RED_LETTERS_PER_INVOICE_MAX } from './limits.ts'
import { invoiceIdOf } from './number.ts'
import { isPeriod, readQuota } from './quota.ts'
import { notFound, refuse } from './rejections.ts'
import { redLetterCodec, ringAlarmCodec, settlementCodec, statusCodec } from './status.ts'
import { byBuyer, bySeller, documents, redLetters, ringAlarmsOf, settlements, statuses } from './store.ts'

const wire = hanse.invoices.v1

const invoiceArgs = message(wire.InvoiceArgs, { invoiceId: invoiceIdField() })
const numberArgs = message(wire.NumberArgs, { sellerId: partyId(), number: invoiceNumber() })
const page = {
  cursor: optional(text({ max: 16, pattern: /^(0|[1-9][0-9]{0,14})$/, description: 'nextCursor of the page before' })),
  limit: optional(uint({ min: 1, max: PAGE_SIZE_MAX })),
}
const listArgs = message(wire.ListArgs, { partyId: partyId(), ...page })
const settlementsArgs = message(wire.SettlementsArgs, { invoiceId: invoiceIdField(), ...page })
const ringAlarmsArgs = message(wire.RingAlarmsArgs, { period: periodField(), ...page })
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
const nextCursor = optional(text({ max: 16 }))
const settlementPage = message(wire.SettlementPage, { items: list(settlementCodec, { max: PAGE_SIZE_MAX }), nextCursor })
const ringAlarmPage = message(wire.RingAlarmPage, { items: list(ringAlarmCodec, { max: PAGE_SIZE_MAX }), nextCursor })
const quotaView = message(wire.QuotaView, { limit: amount(), used: amount(), remaining: amount() })

export type InvoiceView = FieldValue<typeof invoiceView>
export type InvoicePage = FieldValue<typeof invoicePage>
export type SettlementPage = FieldValue<typeof settlementPage>
export type RingAlarmPage = FieldValue<typeof ringAlarmPage>
export type QuotaView = FieldValue<typeof quotaView>
type ListArgs = FieldValue<typeof listArgs>
type PageArgs = Pick<ListArgs, 'cursor' | 'limit'>

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

export const settlementsOf = defineQuery({
  summary:
    'What paid an invoice, in order: redemptions of its receivable and payments, and returns of those; their sum is what is settled.',
  args: settlementsArgs,
  result: settlementPage,
  read: (_block, state, { invoiceId, ...args }) =>
    statuses.has(state, invoiceId) ? ok(itemsOf(state, settlements, invoiceId, args)) : err(notFound(invoiceId)),
})

export const ringAlarms = defineQuery({
  summary: 'Rings of three to six parties that invoiced each other within a month, in the order in which they closed.',
  args: ringAlarmsArgs,
  result: ringAlarmPage,
  read: (_block, state, { period, ...args }) => {
    if (!isPeriod(period)) return err(refuse('invoices/bad-period', `there is no month ${period}`, 'period'))
    return ok(itemsOf(state, ringAlarmsOf, period, args))
  },
})

function viewOf(state: StateReader, invoiceId: string): Result<InvoiceView> {
  const status = statuses.get(state, invoiceId)
  if (status === undefined) return err(notFound(invoiceId))
  const letters = Array.from({ length: status.redLetters }, (_, index) => redLetters.require(state, [invoiceId, `${index}`]))
  return ok({ invoiceId, invoice: documents.require(state, invoiceId), status, redLetters: letters })
}

function itemsOf<T>(
  state: StateReader,
  index: IndexList<T>,
  key: string,
  { cursor, limit = PAGE_SIZE_DEFAULT }: PageArgs,
): { readonly items: readonly T[]; readonly nextCursor?: string } {
  const from = Number(cursor ?? '0')
  const items = index.page(state, key, from, limit)
  const next = from + items.length
  return next < index.count(state, key) ? { items, nextCursor: `${next}` } : { items }
}

function pageOf(state: StateReader, index: IndexList<string>, { partyId, ...args }: ListArgs): InvoicePage {
  const page = itemsOf(state, index, partyId, args)
  return { ...page, items: page.items.map((invoiceId) => ({ invoiceId, status: statuses.require(state, invoiceId) })) }
}
