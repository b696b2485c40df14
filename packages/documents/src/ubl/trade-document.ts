import { type Decimal, formatDecimal, parseDecimal } from '@hanse/modules'
import { err, type Hash, ok, type Rejection, type Result } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import { refuse } from '../rejections.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { pathOf, type XmlElement } from '../xml/xml-element.ts'
import { CAC, CBC, DESPATCH_ADVICE, ORDER, PREFIXES, RECEIPT_ADVICE } from './namespaces.ts'

type Kind = 'order' | 'despatch-advice' | 'receipt-advice'

interface Layout {
  readonly kind: Kind
  readonly root: string
  readonly namespace: string
}

const LAYOUTS: readonly Layout[] = [
  { kind: 'order', root: 'Order', namespace: ORDER },
  { kind: 'despatch-advice', root: 'DespatchAdvice', namespace: DESPATCH_ADVICE },
  { kind: 'receipt-advice', root: 'ReceiptAdvice', namespace: RECEIPT_ADVICE },
]

/** What `receivables.issue` takes of a quantity and a price. */
const QUANTITY_DECIMALS = 6
const PRICE_DECIMALS = 12

function find(parent: XmlElement | undefined, namespace: string, name: string): XmlElement | undefined {
  return parent?.children.find((child) => child.name === name && child.namespace === namespace)
}

function badValue(element: XmlElement, message: string): Rejection {
  return refuse('documents/bad-value', `line ${element.line}: ${message}`, { path: pathOf(element, PREFIXES) })
}

function missing(parent: XmlElement, name: string): Rejection {
  return refuse('documents/missing-element', `line ${parent.line}: no ${name}`, { path: `${pathOf(parent, PREFIXES)}/${name}` })
}

/** The text of a basic component that must be there. */
function required(parent: XmlElement, name: string): Result<string> {
  const found = find(parent, CBC, name)
  return found === undefined || found.text === '' ? err(missing(parent, `cbc:${name}`)) : ok(found.text)
}

/** Not negative, at most so many decimals: what is longer is refused, not rounded. */
function decimalOf(element: XmlElement, decimals: number): Result<Decimal> {
  const value = parseDecimal(element.text)
  if (value === undefined || value.unscaled < 0n)
    return err(badValue(element, `${element.text.slice(0, 40)} is no number of goods or money`))
  return value.scale <= decimals ? ok(value) : err(badValue(element, `more than ${decimals} decimals`))
}

/** As the chain writes numbers: `100`, not `100.00`. */
function shortest(value: Decimal): string {
  const text = formatDecimal(value)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

function rescaled({ unscaled, scale }: Decimal, decimals: number): bigint {
  return unscaled * 10n ** BigInt(decimals - scale)
}

/** What was received and not rejected, or what was ordered. */
function quantityOf(line: XmlElement, kind: Kind): Result<Json> {
  const name = kind === 'order' ? 'Quantity' : 'ReceivedQuantity'
  const stated = find(line, CBC, name)
  if (stated === undefined) return err(missing(line, `cbc:${name}`))
  const unitCode = stated.attributes.get('unitCode')
  if (unitCode === undefined || !/^[A-Z0-9]{1,16}$/.test(unitCode)) return err(badValue(stated, `unitCode ${unitCode ?? 'is missing'}`))
  const received = decimalOf(stated, QUANTITY_DECIMALS)
  if (!received.ok) return received
  const rejected = find(line, CBC, 'RejectedQuantity')
  if (rejected === undefined || kind === 'order') return ok({ quantity: shortest(received.value), unitCode })
  const less = decimalOf(rejected, QUANTITY_DECIMALS)
  if (!less.ok) return less
  const unscaled = rescaled(received.value, QUANTITY_DECIMALS) - rescaled(less.value, QUANTITY_DECIMALS)
  if (unscaled < 0n || (rejected.attributes.get('unitCode') ?? unitCode) !== unitCode) {
    return err(badValue(rejected, 'more, or in another unit, than was received'))
  }
  return ok({ quantity: shortest({ unscaled, scale: QUANTITY_DECIMALS }), unitCode })
}

/**
 * The price of one unit with VAT: amount × (100 + rate) ÷ (100 × base quantity), exact. Undefined where the order does not say both; a price
 * that is not exact within 12 decimals is refused.
 */
function priceOf(item: XmlElement): Result<string | undefined> {
  const price = find(item, CAC, 'Price')
  const amount = find(price, CBC, 'PriceAmount')
  const percent = find(find(find(item, CAC, 'Item'), CAC, 'ClassifiedTaxCategory'), CBC, 'Percent')
  if (amount === undefined || percent === undefined) return ok(undefined)
  const base = find(price, CBC, 'BaseQuantity')
  const read = [amount, percent, ...(base === undefined ? [] : [base])].map((element) => decimalOf(element, PRICE_DECIMALS))
  const values: bigint[] = []
  for (const one of read) {
    if (!one.ok) return one
    values.push(rescaled(one.value, PRICE_DECIMALS))
  }
  const unit = 10n ** BigInt(PRICE_DECIMALS)
  const [net = 0n, rate = 0n, per = unit] = values
  if (per === 0n) return err(badValue(base ?? amount, 'a price for no goods'))
  const numerator = net * (100n * unit + rate)
  const denominator = 100n * per
  if (numerator % denominator !== 0n) return err(badValue(amount, `with VAT it is not exact within ${PRICE_DECIMALS} decimals`))
  return ok(shortest({ unscaled: numerator / denominator, scale: PRICE_DECIMALS }))
}

function lineOf(element: XmlElement, kind: Kind): Result<Json> {
  const item = kind === 'order' ? find(element, CAC, 'LineItem') : element
  if (item === undefined) return err(missing(element, 'cac:LineItem'))
  const lineId = required(item, 'ID')
  if (!lineId.ok) return lineId
  const quantity = quantityOf(item, kind)
  if (!quantity.ok) return quantity
  const price = kind === 'order' ? priceOf(item) : ok(undefined)
  if (!price.ok) return price
  return ok({
    lineId: lineId.value,
    ...(quantity.value as object),
    ...(price.value === undefined ? {} : { unitPrice: price.value }),
  })
}

/** What an order or a goods receipt says line by line. A despatch advice binds nothing, so nothing is read of it. */
function linesOf(root: XmlElement, kind: Kind): Result<readonly Json[]> {
  if (kind === 'despatch-advice') return ok([])
  const name = kind === 'order' ? 'OrderLine' : 'ReceiptLine'
  const elements = root.children.filter((child) => child.name === name && child.namespace === CAC)
  if (elements.length === 0) return err(missing(root, `cac:${name}`))
  const lines: Json[] = []
  for (const element of elements) {
    const line = lineOf(element, kind)
    if (!line.ok) return line
    lines.push(line.value)
  }
  return ok(lines)
}

/**
 * A UBL 2.1 Order, DespatchAdvice or ReceiptAdvice as `receivables.issue` takes it in `documents`, with its lines for the three-way match.
 * `hash` is the file's. Numbers are exact: none is rounded.
 */
export function toTradeDocument(source: string | Uint8Array, hash: Hash): Result<Json> {
  const parsed = parseXml(source)
  if (!parsed.ok) return parsed
  const root = parsed.value
  const layout = LAYOUTS.find((one) => one.root === root.name && one.namespace === root.namespace)
  if (layout === undefined) {
    const hint = 'UBL 2.1 Order, DespatchAdvice and ReceiptAdvice are read.'
    const message = `line ${root.line}: the root element is ${root.name.slice(0, 60)}`
    return err(refuse('documents/unsupported-document', message, { path: pathOf(root, PREFIXES), hint }))
  }
  const { kind: type } = layout
  const reference = required(root, 'ID')
  if (!reference.ok) return reference
  const lines = linesOf(root, type)
  if (!lines.ok) return lines
  const date = find(root, CBC, 'IssueDate')?.text
  return ok({
    type,
    reference: reference.value,
    hash,
    ...(lines.value.length === 0 ? {} : { goods: { lines: [...lines.value] } }),
    ...(date === undefined ? {} : { date }),
  })
}
