import type { Rejection } from '@hanse/primitives'
import type { StateWriter } from '@hanse/state'
import { type Currency, currencyExponent } from '../currencies.ts'
import { isCivilDate } from '../dates.ts'
import { formatAmount } from '../money.ts'
import type { DocumentUse, InvoicedLine, Taken, TradeDocument } from './codecs.ts'
import { documentUse, takeOf } from './document-uses.ts'
import { formatMillionths, goodsValue, isSamePrice, millionthsOf } from './quantities.ts'
import { refuse } from './rejections.ts'

/** What an issue says of the trade behind it. Amounts in minor units, VAT included. */
interface Trade {
  readonly issuer: string
  readonly payee: string
  readonly currency: Currency
  readonly documents: readonly TradeDocument[]
  /** Lines of the invoices; none where totals are compared. */
  readonly lines: readonly InvoicedLine[]
  /** What the certificate stands for of each invoice. */
  readonly invoices: readonly { readonly invoiceId: string; readonly amount: bigint }[]
  /** Σ of what is payable on the invoices, and of the parts that the certificate stands for. */
  readonly payable: bigint
  readonly face: bigint
  /** The business date of the issue. */
  readonly today: string
}

/** A document that binds: an order or a goods receipt whose total or lines are given. */
interface Bound {
  readonly document: TradeDocument
  readonly use: DocumentUse
  readonly path: string
  amount: bigint
  /** Millionths by line. */
  readonly lines: Map<string, bigint>
}

function exceedsCode(type: TradeDocument['type']): 'receivables/exceeds-order' | 'receivables/exceeds-goods-receipt' {
  return type === 'order' ? 'receivables/exceeds-order' : 'receivables/exceeds-goods-receipt'
}

const had = (type: TradeDocument['type']): string => (type === 'order' ? 'ordered' : 'received')

/** Neither a hash nor a reference of one kind of document stands twice: what was received once would count twice. */
function documentsFault({ documents, lines, today }: Trade): Rejection | undefined {
  const seen = new Set<string>()
  for (const [index, { type, hash, reference, amount, goods, date }] of documents.entries()) {
    const path = `documents.${index}`
    for (const key of [`${type} ${hash}`, `${type} #${reference}`]) {
      if (seen.has(key)) return refuse('receivables/duplicate-document', `${type} ${reference} stands twice`, path)
      seen.add(key)
    }
    if (amount !== undefined && goods !== undefined) {
      return refuse('receivables/bad-document', `${type} ${reference} has a total and lines`, path)
    }
    if (date !== undefined && (!isCivilDate(date) || date > today)) {
      return refuse('receivables/bad-document', `${type} ${reference} is of ${date}, it is ${today}`, `${path}.date`)
    }
    if (goods === undefined) continue
    if (lines.length === 0) {
      return refuse('receivables/bad-document', `${type} ${reference} has lines, the invoices have none`, 'goods')
    }
    const ids = goods.lines.map(({ lineId }) => lineId)
    if (new Set(ids).size !== ids.length) return refuse('receivables/bad-document', `${type} ${reference} has a line twice`, path)
  }
  return undefined
}

function bind(state: StateWriter, trade: Trade): readonly Bound[] | Rejection {
  const bound: Bound[] = []
  for (const [index, document] of trade.documents.entries()) {
    const { type, amount, goods } = document
    if (type === 'despatch-advice' || (amount === undefined && goods === undefined)) continue
    const path = `documents.${index}`
    const use = documentUse(state, trade, document, path)
    if ('code' in use) return use
    bound.push({ document, use, path, amount: 0n, lines: new Map() })
  }
  return bound
}

/** Without an order there is nothing that the goods were asked for, without a receipt nothing that came: one of each binds, at least. */
function missingFault(bound: readonly Bound[]): Rejection | undefined {
  const has = (type: TradeDocument['type']): boolean => bound.some(({ document }) => document.type === type)
  if (!has('order')) return refuse('receivables/order-missing', 'no order with a total or lines is given', 'documents')
  if (has('receipt-advice')) return undefined
  return refuse('receivables/goods-receipt-missing', 'no goods receipt with a total or lines is given', 'documents')
}

function smaller(one: bigint, other: bigint): bigint {
  return one <= other ? one : other
}

/** Where totals are given: the invoices do not exceed them, nor the certificate what earlier issues have left of them. */
function matchTotals({ payable, face, currency }: Trade, bound: readonly Bound[], type: TradeDocument['type']): Rejection | undefined {
  const documents = bound.filter(({ document }) => document.type === type && document.amount !== undefined)
  if (documents.length === 0) return undefined
  const total = documents.reduce((sum, { document: { amount = 0n } }) => sum + amount, 0n)
  const words = `${formatAmount(payable, currency)} invoiced, ${formatAmount(total, currency)} ${had(type)}`
  if (payable > total) return refuse(exceedsCode(type), words, 'documents')
  let open = face
  for (const one of documents) {
    one.amount = smaller((one.document.amount ?? 0n) - one.use.used, open)
    open -= one.amount
  }
  if (open === 0n) return undefined
  return refuse(exceedsCode(type), `${words}, of which earlier issues leave ${formatAmount(face - open, currency)}`, 'documents')
}

/** One line of an invoice against one of an order or receipt: the same unit and price, and no more than is left. */
function matchLine(line: InvoicedLine, bound: readonly Bound[], type: TradeDocument['type'], path: string): Rejection | undefined {
  const documents = bound.filter(({ document }) => document.type === type && document.goods !== undefined)
  if (documents.length === 0) return undefined
  const ref = type === 'order' ? line.order : line.receipt
  const found = documents.find(({ document }) => document.reference === ref?.reference)
  const other = found?.use.lines.find(({ lineId }) => lineId === ref?.lineId)
  if (ref === undefined || found === undefined || other === undefined) {
    const named = ref === undefined ? 'no line' : `line ${ref.lineId} of ${ref.reference}`
    return refuse('receivables/unknown-document-line', `it names ${named} of the ${type}s given`, path)
  }
  const place = `line ${ref.lineId} of ${ref.reference}`
  if (line.unitCode !== other.unitCode) {
    return refuse('receivables/unit-mismatch', `invoiced in ${line.unitCode}, ${place} is in ${other.unitCode}`, path)
  }
  if (other.unitPrice !== undefined && !isSamePrice(line.unitPrice, other.unitPrice)) {
    return refuse('receivables/price-mismatch', `invoiced at ${line.unitPrice}, ${place} is at ${other.unitPrice}`, path)
  }
  const taken = (found.lines.get(other.lineId) ?? 0n) + millionthsOf(line.quantity)
  found.lines.set(other.lineId, taken)
  if (other.used + taken <= other.quantity) return undefined
  const [asked, all, before] = [taken, other.quantity, other.used].map(formatMillionths)
  const words = `${asked} ${line.unitCode} invoiced on ${place}, ${all} ${had(type)}, ${before} of them in earlier issues`
  return refuse(exceedsCode(type), words, path)
}

/** Where lines are given: quantity × price of an invoice’s lines is what the certificate stands for of it, and each has its order and receipt. */
function matchLines({ lines, invoices, currency }: Trade, bound: readonly Bound[]): Rejection | undefined {
  if (lines.length === 0) return undefined
  for (const { invoiceId, amount } of invoices) {
    const value = goodsValue(
      lines.filter((line) => line.invoiceId === invoiceId),
      currencyExponent(currency),
    )
    if (value === amount) continue
    const [stated, wanted] = [value, amount].map((one) => formatAmount(one, currency))
    return refuse('receivables/lines-total', `the lines of ${invoiceId} come to ${stated}, the certificate stands for ${wanted}`, 'goods')
  }
  for (const [index, line] of lines.entries()) {
    const path = `goods.lines.${index}`
    if (!invoices.some(({ invoiceId }) => invoiceId === line.invoiceId)) {
      return refuse('receivables/unknown-document-line', `${line.invoiceId} is none of the invoices`, `${path}.invoiceId`)
    }
    const fault = matchLine(line, bound, 'order', `${path}.order`) ?? matchLine(line, bound, 'receipt-advice', `${path}.receipt`)
    if (fault !== undefined) return fault
  }
  return undefined
}

function takenOf({ document: { type, reference }, amount, lines }: Bound): Taken {
  return { type, reference, amount, lines: [...lines].map(([lineId, quantity]) => ({ lineId, quantity })) }
}

/**
 * Three-way match: there are an order and a goods receipt, and they agree with the invoices, by quantity × price where lines are given, else
 * by totals. What an issue takes of a document is remembered, so that the same receipt carries no second issue beyond what was received.
 */
export function matchTrade(state: StateWriter, trade: Trade): { readonly taken: readonly Taken[] } | Rejection {
  const fault = documentsFault(trade)
  if (fault !== undefined) return fault
  const bound = bind(state, trade)
  if ('code' in bound) return bound
  const mismatch =
    missingFault(bound) ?? matchTotals(trade, bound, 'order') ?? matchTotals(trade, bound, 'receipt-advice') ?? matchLines(trade, bound)
  if (mismatch !== undefined) return mismatch
  const taken: Taken[] = []
  for (const one of bound) {
    const part = takenOf(one)
    takeOf(state, trade, one.use, part)
    taken.push(part)
  }
  return { taken }
}

/** The day the goods were accepted: of the receipts with a date the earliest; else the earliest date of the invoices. */
export function acceptanceDate(documents: readonly TradeDocument[], invoiceDate: string): string {
  const [first] = documents.flatMap(({ type, date }) => (type === 'receipt-advice' && date !== undefined ? [date] : [])).sort()
  return first ?? invoiceDate
}
