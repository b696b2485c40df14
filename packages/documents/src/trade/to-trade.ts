import {
  addDecimals,
  currencyExponent,
  type Decimal,
  formatAmount,
  type Invoice,
  invoicedGoodsCodec,
  invoiceIdOf,
  LINES_PER_DOCUMENT_MAX,
  multiplyDecimals,
  parseDecimal,
  roundDecimal,
  subtractDecimals,
  tradeDocumentCodec,
  ZERO,
} from '@hanse/modules'
import { assert, ok, type Result } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import { findParty, type PartyMap } from '../import/party-map.ts'
import { toInvoice } from '../import/to-invoice-issue.ts'
import type { Group } from '../model/group.ts'
import type { UblDocument } from '../ubl/read-ubl.ts'
import { type ItemIds, itemIds, type TradeLine, type TradePaper } from './read-trade.ts'
import { caught, refuseAt } from './refused.ts'
import { isPositive, ONE, priceWithVat, shortest, smaller } from './trade-values.ts'

/** Files of one trade: the invoices of one seller to one buyer, and the papers behind them, each with the hash of its file. */
export interface Trade {
  readonly invoices: readonly UblDocument[]
  readonly papers: readonly { readonly paper: TradePaper; readonly hash: string }[]
}

/** The params of `receivables.issue` that say what the trade was. */
export interface TradeParams {
  readonly payee: string
  readonly invoices: readonly { readonly invoiceId: string; readonly amount: string }[]
  readonly documents: readonly Json[]
  /** Absent where neither an order nor a goods receipt is given. */
  readonly goods?: { readonly lines: readonly Json[] }
}

interface Read {
  readonly group: Group
  readonly invoice: Invoice
}

/**
 * What `receivables.issue` needs of a trade for the three-way match by lines. Judge the invoices first. That quantities, units and prices
 * agree is for the chain to judge; refused here is what cannot be put to it: other parties, other items, lines that name no line of the
 * order or receipt, and lines that do not come to what is payable. Codes: as `toInvoice`, and `documents/no-match`.
 */
export function toTrade(trade: Trade, map: PartyMap): Result<TradeParams> {
  const read: Read[] = []
  for (const document of trade.invoices) {
    const invoice = toInvoice(document, map)
    if (!invoice.ok) return invoice
    read.push({ group: document.invoice, invoice: invoice.value })
  }
  return caught(() => ok(paramsOf(read, trade.papers, map)))
}

function paramsOf(invoices: readonly Read[], papers: Trade['papers'], map: PartyMap): TradeParams {
  const [first] = invoices
  assert(first !== undefined, 'a trade has an invoice')
  for (const other of invoices) checkSameTrade(other.group, other.invoice, first.invoice)
  for (const { paper } of papers) checkParties(paper, first.invoice, map)
  const binding = papers.map(({ paper }) => paper).filter(({ type }) => type !== 'despatch-advice')
  const named = invoices.map(({ group, invoice }) => ({ invoiceId: idOf(group, invoice), amount: `${invoice.totals.payable}` }))
  const params = { payee: first.invoice.seller.partyId, invoices: named, documents: papers.map(documentOf) }
  if (binding.length === 0) return params
  const matcher = new Matcher(binding)
  const lines = invoices.flatMap((one, index) => matcher.lines(one, named[index]?.invoiceId ?? ''))
  checkLines(lines, first.group)
  return { ...params, goods: { lines } }
}

function checkLines(lines: readonly Json[], invoice: Group): void {
  const place = invoice.placeOf('BG-25')
  if (lines.length > LINES_PER_DOCUMENT_MAX) {
    refuseAt(place, `${lines.length} lines; the match takes ${LINES_PER_DOCUMENT_MAX}`, 'documents/limit-exceeded')
  }
  const parsed = invoicedGoodsCodec.parseJson({ lines })
  if (!parsed.ok) refuseAt(place, `${parsed.error.path ?? ''}: ${parsed.error.message}`)
}

function checkSameTrade(group: Group, { seller, buyer, currency }: Invoice, first: Invoice): void {
  if (seller.partyId !== first.seller.partyId)
    refuseAt(group.placeOf('BG-4'), `${seller.partyId} sells, not ${first.seller.partyId}`, 'documents/no-match')
  if (buyer.partyId !== first.buyer.partyId)
    refuseAt(group.placeOf('BG-7'), `${buyer.partyId} buys, not ${first.buyer.partyId}`, 'documents/no-match')
  if (currency !== first.currency)
    refuseAt(group.placeOf('BT-5'), `${currency}, another invoice is in ${first.currency}`, 'documents/no-match')
}

function checkParties({ content, currency, reference }: TradePaper, invoice: Invoice, map: PartyMap): void {
  for (const side of ['seller', 'buyer'] as const) {
    const found = findParty(content, side, map)
    const place = content.placeOf(side === 'seller' ? 'BG-4' : 'BG-7')
    if (!found.ok) refuseAt(place, `${reference}: ${found.error.message.replace(/^line [0-9]+: /, '')}`, 'documents/no-match')
    const expected = invoice[side].partyId
    if (found.value !== expected)
      refuseAt(place, `the ${side} of ${reference} is ${found.value}, of the invoice ${expected}`, 'documents/no-match')
  }
  if (currency !== undefined && currency !== invoice.currency) {
    refuseAt(
      content.placeOf('currency'),
      `${reference} is in ${currency.slice(0, 10)}, the invoice in ${invoice.currency}`,
      'documents/no-match',
    )
  }
}

/** Known before the invoice is issued, by the legal identifier that its seller has. */
function idOf(group: Group, { seller, number }: Invoice): string {
  const { country, legalId } = seller
  if (legalId === undefined) refuseAt(group.placeOf('BT-30'), 'the seller has no legal identifier', 'documents/missing-element')
  return invoiceIdOf(country, legalId, '380', number)
}

function documentOf({ paper, hash }: Trade['papers'][number]): Json {
  const { type, reference, date, lines, content } = paper
  const goods = lines.map(({ lineId, quantity, unitCode, unitPrice }) => ({
    lineId,
    quantity: shortest(quantity),
    unitCode,
    ...(unitPrice === undefined ? {} : { unitPrice: shortest(unitPrice) }),
  }))
  const json = { type, reference, hash, date, ...(goods.length === 0 ? {} : { goods: { lines: goods } }) }
  const parsed = tradeDocumentCodec.parseJson(json)
  if (!parsed.ok) refuseAt(content.place(), `${parsed.error.path ?? ''}: ${parsed.error.message}`)
  return json
}

/** Gives each line of an invoice its lines of the orders and receipts. A receipt’s line is used up once, over all invoices. */
class Matcher {
  readonly #orders: readonly TradePaper[]
  readonly #receipts: readonly TradePaper[]
  readonly #left = new Map<TradeLine, Decimal>()

  constructor(papers: readonly TradePaper[]) {
    this.#orders = papers.filter(({ type }) => type === 'order')
    this.#receipts = papers.filter(({ type }) => type === 'receipt-advice')
    for (const { lines } of this.#receipts) for (const line of lines) this.#left.set(line, line.quantity)
  }

  lines({ group, invoice }: Read, invoiceId: string): readonly Json[] {
    const groups = group.groups('BG-25')
    let total = ZERO
    const matched: Json[] = []
    for (const [index, line] of invoice.lines.entries()) {
      const at = groups[index]
      assert(at !== undefined, 'each line of the invoice has its group')
      const quantity = parseDecimal(line.quantity) ?? ZERO
      if (!isPositive(quantity)) refuseAt(at.placeOf('BT-129'), 'what is matched is more than nothing')
      const base = parseDecimal(line.priceBaseQuantity ?? '') ?? ONE
      const unitPrice = priceWithVat(parseDecimal(line.unitPrice) ?? ZERO, base, parseDecimal(line.vatRate ?? '') ?? ZERO)
      total = addDecimals(total, multiplyDecimals(quantity, unitPrice))
      const stated = { invoiceId, unitCode: line.unitCode, unitPrice: shortest(unitPrice) }
      for (const part of this.#parts(at, group, quantity)) matched.push({ ...stated, ...part })
    }
    this.#checkTotal(total, invoice, group)
    return matched
  }

  #checkTotal(total: Decimal, { currency, totals }: Invoice, group: Group): void {
    const value = roundDecimal(total, currencyExponent(currency)).unscaled
    if (value === totals.payable) return
    const [lines, payable] = [value, totals.payable].map((amount) => formatAmount(amount, currency))
    const why = 'allowances and what is paid already cannot be matched by lines'
    refuseAt(group.placeOf('BT-115'), `the lines come to ${lines} with VAT, payable is ${payable}: ${why}`, 'documents/no-match')
  }

  #parts(line: Group, invoice: Group, quantity: Decimal): readonly { readonly [name: string]: Json }[] {
    const lineId = line.text('BT-132')
    if (lineId === undefined) refuseAt(line.placeOf('BT-132'), 'the line names no line of an order', 'documents/no-match')
    const reference = this.#orderOf(invoice)
    const items = itemIds(line, { seller: 'BT-155', buyer: 'BT-156', standard: 'BT-157' })
    const order = this.#orderLine(line, { reference, lineId, items })
    if (this.#receipts.length === 0) return [{ quantity: shortest(quantity), ...order }]
    const found = this.#receipts.flatMap(({ reference: receipt, lines }) =>
      lines.filter((one) => one.orderLine === lineId && isSame(one.orderReference, reference)).map((one) => ({ receipt, line: one })),
    )
    if (found.length === 0) refuseAt(line.placeOf('BT-132'), `no goods receipt has order line ${lineId}`, 'documents/no-match')
    for (const one of found) checkItem(line, items, one.line, one.receipt)
    return this.#taken(found, quantity).map((part) => ({ ...part, ...order }))
  }

  /** From one receipt after the other; what none has goes to the last of them, for the chain to refuse. */
  #taken(found: readonly { readonly receipt: string; readonly line: TradeLine }[], quantity: Decimal) {
    const parts: { readonly [name: string]: Json }[] = []
    let open = quantity
    for (const [index, { receipt, line }] of found.entries()) {
      const left = this.#left.get(line) ?? ZERO
      const part = index === found.length - 1 ? open : smaller(left, open)
      if (!isPositive(part)) continue
      this.#left.set(line, subtractDecimals(left, part))
      open = subtractDecimals(open, part)
      parts.push({ quantity: shortest(part), receipt: { reference: receipt, lineId: line.lineId } })
    }
    return parts
  }

  /** The order that the invoice names (BT-13), or the only one there is. */
  #orderOf(invoice: Group): string | undefined {
    const named = invoice.text('BT-13')
    if (named !== undefined || this.#orders.length === 0) return named
    const [only] = this.#orders
    if (this.#orders.length === 1) return only?.reference
    return refuseAt(invoice.placeOf('BT-13'), 'the invoice names no order, and several are given', 'documents/no-match')
  }

  #orderLine(line: Group, wanted: { readonly reference: string | undefined; readonly lineId: string; readonly items: ItemIds }) {
    if (this.#orders.length === 0) return {}
    const { reference = '', lineId, items } = wanted
    const found = this.#orders.find((order) => order.reference === reference)?.lines.find((one) => one.lineId === lineId)
    if (found === undefined) refuseAt(line.placeOf('BT-132'), `no order has line ${lineId} of ${reference}`, 'documents/no-match')
    checkItem(line, items, found, reference)
    return { order: { reference, lineId } }
  }
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other
}

function checkItem(line: Group, items: ItemIds, { item, lineId }: TradeLine, reference: string): void {
  for (const kind of ['seller', 'buyer', 'standard'] as const) {
    const [own, other] = [items[kind], item[kind]]
    if (isSame(own, other)) continue
    const id = { seller: 'BT-155', buyer: 'BT-156', standard: 'BT-157' }[kind]
    refuseAt(
      line.placeOf(id),
      `item ${own?.slice(0, 40)}, line ${lineId} of ${reference} is of ${other?.slice(0, 40)}`,
      'documents/no-match',
    )
  }
}
