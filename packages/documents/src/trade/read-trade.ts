import {
  compareDecimals,
  type Decimal,
  isCivilDate,
  isVatCategory,
  LINES_PER_DOCUMENT_MAX,
  subtractDecimals,
  type TradeDocument,
  VAT_CATEGORIES,
  ZERO,
} from '@hanse/modules'
import { err, ok, type Result } from '@hanse/primitives'
import type { GroupBinding } from '../model/binding.ts'
import { Group, type Place } from '../model/group.ts'
import { refuse } from '../rejections.ts'
import { DESPATCH_ADVICE, ORDER, PREFIXES, RECEIPT_ADVICE } from '../ubl/namespaces.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { pathOf, type XmlElement } from '../xml/xml-element.ts'
import { caught, refuseAt, required } from './refused.ts'
import { DESPATCH_ADVICE_MODEL, ORDER_MODEL, RECEIPT_ADVICE_MODEL } from './trade-models.ts'
import { isPositive, numberAt, ONE, priceWithVat, quantityAt } from './trade-values.ts'

/** What an item is known by; documents of one trade that name the same kind of identifier name the same one. */
export interface ItemIds {
  readonly seller?: string
  readonly buyer?: string
  readonly standard?: string
}

/** A line of an order, or of a goods receipt. */
export interface TradeLine {
  readonly lineId: string
  /** Of a receipt what was accepted: received less rejected. */
  readonly quantity: Decimal
  /** UN/ECE Recommendation 20. */
  readonly unitCode: string
  /** Of an order: of one unit, with VAT, rounded half up to 12 decimals. */
  readonly unitPrice?: Decimal
  /** Of a receipt: the line of the order that it answers. */
  readonly orderLine?: string
  readonly orderReference?: string
  readonly item: ItemIds
  readonly place: Place
}

/** An order, a receipt advice or a despatch advice of UBL 2.1, as far as the three-way match of receivables takes part in it. */
export interface TradePaper {
  readonly type: TradeDocument['type']
  readonly reference: string
  /** Of an order, and of a despatch, the day of issue; of a receipt the first day that goods came in, where its lines say so. */
  readonly date: string
  /** ISO 4217; of an order. */
  readonly currency?: string
  /** None of a despatch advice. */
  readonly lines: readonly TradeLine[]
  /** Parties are asked for by the numbers that an invoice has for them. */
  readonly content: Group
}

const ROOTS = [
  { name: 'Order', namespace: ORDER, model: ORDER_MODEL, type: 'order' },
  { name: 'ReceiptAdvice', namespace: RECEIPT_ADVICE, model: RECEIPT_ADVICE_MODEL, type: 'receipt-advice' },
  { name: 'DespatchAdvice', namespace: DESPATCH_ADVICE, model: DESPATCH_ADVICE_MODEL, type: 'despatch-advice' },
] as const satisfies readonly { name: string; namespace: string; model: GroupBinding; type: TradeDocument['type'] }[]

/**
 * Reads an Order, a ReceiptAdvice or a DespatchAdvice. Codes: those of `parseXml`; `documents/unsupported-document`,
 * `-/missing-element`, `-/bad-value`, `-/limit-exceeded` and `-/no-match` (a line that stands twice), with the XPath.
 */
export function readTrade(source: string | Uint8Array): Result<TradePaper> {
  const root = parseXml(source)
  return root.ok ? tradeOf(root.value) : root
}

/** The paper of a parsed element. */
export function tradeOf(root: XmlElement): Result<TradePaper> {
  const known = ROOTS.find(({ name, namespace }) => root.name === name && root.namespace === namespace)
  if (known === undefined) {
    const namespace = root.namespace === '' ? 'no namespace' : `namespace ${root.namespace.slice(0, 120)}`
    const message = `line ${root.line}: ${root.name.slice(0, 60)} in ${namespace} is no order and no advice`
    return err(refuse('documents/unsupported-document', message, { path: pathOf(root, PREFIXES) }))
  }
  return caught(() => ok(paperOf(known.type, new Group(known.model, root, root))))
}

function paperOf(type: TradeDocument['type'], content: Group): TradePaper {
  const reference = required(content, 'number')
  const issueDate = dateAt(content, 'issueDate')
  if (type === 'despatch-advice') return { type, reference, date: issueDate, lines: [], content }
  const groups = content.groups('line')
  if (groups.length === 0) refuseAt(content.placeOf('line'), 'the document has no line', 'documents/missing-element')
  if (groups.length > LINES_PER_DOCUMENT_MAX) {
    refuseAt(content.placeOf('line'), `${groups.length} lines; the match takes ${LINES_PER_DOCUMENT_MAX}`, 'documents/limit-exceeded')
  }
  const currency = type === 'order' ? required(content, 'currency') : undefined
  const lines = groups.map((line) => (currency === undefined ? receiptLine(line, content) : orderLine(line, currency)))
  const twice = lines.find(({ lineId }, index) => lines.findIndex((other) => other.lineId === lineId) !== index)
  if (twice !== undefined) refuseAt(twice.place, `line ${twice.lineId} stands twice`)
  if (currency !== undefined) return { type, reference, date: issueDate, currency, lines, content }
  const [received = issueDate] = groups
    .filter((line) => line.has('receivedDate'))
    .map((line) => dateAt(line, 'receivedDate'))
    .sort()
  return { type, reference, date: received, lines, content }
}

function dateAt(group: Group, id: string): string {
  const text = required(group, id)
  return isCivilDate(text) ? text : refuseAt(group.placeOf(id), `“${text.slice(0, 40)}” is no date`)
}

function orderLine(line: Group, currency: string): TradeLine {
  const priceCurrency = line.text('priceCurrency')
  if (priceCurrency !== undefined && priceCurrency !== currency) {
    refuseAt(line.placeOf('priceCurrency'), `a price in ${priceCurrency.slice(0, 10)} in an order in ${currency.slice(0, 10)}`)
  }
  const unitCode = required(line, 'unitCode')
  const baseUnit = line.text('baseUnit')
  if (baseUnit !== undefined && baseUnit !== unitCode) {
    refuseAt(line.placeOf('baseUnit'), `the price is for ${baseUnit.slice(0, 10)}, the quantity in ${unitCode.slice(0, 10)}`)
  }
  const base = line.has('baseQuantity') ? numberAt(line, 'baseQuantity') : ONE
  if (!isPositive(base)) refuseAt(line.placeOf('baseQuantity'), 'the price is for nothing')
  const unitPrice = priceWithVat(numberAt(line, 'price'), base, vatRate(line))
  return { lineId: required(line, 'lineId'), quantity: quantityAt(line, 'quantity'), unitCode, unitPrice, ...whereOf(line) }
}

/** Prices are matched with VAT: a line says its rate, or a category that has none. */
function vatRate(line: Group): Decimal {
  if (line.has('vatRate')) return numberAt(line, 'vatRate')
  const category = line.text('vatCategory') ?? ''
  const rule = isVatCategory(category) ? VAT_CATEGORIES[category].rate : undefined
  if (rule === 'zero' || rule === 'none') return ZERO
  return refuseAt(line.placeOf('vatRate'), 'prices are matched with VAT, and the line has no rate', 'documents/missing-element')
}

function receiptLine(line: Group, content: Group): TradeLine {
  const unitCode = required(line, 'unitCode')
  const received = quantityAt(line, 'quantity')
  const rejected = line.has('rejected') ? quantityAt(line, 'rejected') : ZERO
  const rejectedUnit = line.text('rejectedUnit')
  if (rejectedUnit !== undefined && rejectedUnit !== unitCode) {
    refuseAt(line.placeOf('rejectedUnit'), `rejected in ${rejectedUnit.slice(0, 10)}, received in ${unitCode.slice(0, 10)}`)
  }
  if (compareDecimals(rejected, received) > 0) refuseAt(line.placeOf('rejected'), 'more is rejected than was received')
  const orders = content.terms('order')
  const orderReference = line.text('lineOrder') ?? (orders.length === 1 ? orders[0]?.text : undefined)
  const named = { orderLine: required(line, 'orderLine'), ...(orderReference === undefined ? {} : { orderReference }) }
  return { lineId: required(line, 'lineId'), quantity: subtractDecimals(received, rejected), unitCode, ...named, ...whereOf(line) }
}

function whereOf(line: Group): Pick<TradeLine, 'item' | 'place'> {
  return { item: itemIds(line, { seller: 'sellersItem', buyer: 'buyersItem', standard: 'standardItem' }), place: line.place() }
}

/** The identifiers that a line gives, under the names that its model has for them. */
export function itemIds(line: Group, names: Readonly<Record<keyof ItemIds, string>>): ItemIds {
  const given = Object.entries(names).map(([kind, id]) => [kind, line.text(id)] as const)
  return Object.fromEntries(given.filter(([, text]) => text !== undefined))
}
