import { group, term } from '../model/binding.ts'
import { BUYER_TERMS, SELLER_TERMS } from '../model/semantic-model.ts'

/** UBL 2.1 documents of trade, of which the three-way match needs little. The parties’ terms have the numbers that an invoice’s have. */

const HEAD = [term('number', 'document number', 'cbc:ID'), term('issueDate', 'issue date', 'cbc:IssueDate')]

/** An item’s identifiers, below a line. */
function item(path: string) {
  return [
    term('sellersItem', 'item seller identifier', `${path}/cac:SellersItemIdentification/cbc:ID`),
    term('buyersItem', 'item buyer identifier', `${path}/cac:BuyersItemIdentification/cbc:ID`),
    term('standardItem', 'item standard identifier', `${path}/cac:StandardItemIdentification/cbc:ID`),
  ]
}

function parties(seller: string, buyer: string) {
  return [group('BG-4', 'seller', `${seller}/cac:Party`, SELLER_TERMS), group('BG-7', 'buyer', `${buyer}/cac:Party`, BUYER_TERMS)]
}

/** Who sends and who receives is who sells and who buys, as far as the map knows them. */
const MOVED = parties('cac:SellerSupplierParty|cac:DespatchSupplierParty', 'cac:BuyerCustomerParty|cac:DeliveryCustomerParty')

export const ORDER_MODEL = group('order', 'order', '', [
  ...HEAD,
  term('currency', 'currency', 'cbc:DocumentCurrencyCode'),
  ...parties('cac:SellerSupplierParty', 'cac:BuyerCustomerParty'),
  group('line', 'order line', 'cac:OrderLine/cac:LineItem', [
    term('lineId', 'line number', 'cbc:ID'),
    term('quantity', 'ordered quantity', 'cbc:Quantity'),
    term('unitCode', 'unit of the quantity', 'cbc:Quantity/@unitCode'),
    term('price', 'net price', 'cac:Price/cbc:PriceAmount'),
    term('priceCurrency', 'currency of the price', 'cac:Price/cbc:PriceAmount/@currencyID'),
    term('baseQuantity', 'quantity of the price', 'cac:Price/cbc:BaseQuantity'),
    term('baseUnit', 'unit of the price', 'cac:Price/cbc:BaseQuantity/@unitCode'),
    term('vatCategory', 'VAT category', 'cac:Item/cac:ClassifiedTaxCategory[cac:TaxScheme/cbc:ID=VAT]/cbc:ID'),
    term('vatRate', 'VAT rate', 'cac:Item/cac:ClassifiedTaxCategory[cac:TaxScheme/cbc:ID=VAT]/cbc:Percent'),
    ...item('cac:Item'),
  ]),
])

export const RECEIPT_ADVICE_MODEL = group('receipt-advice', 'receipt advice', '', [
  ...HEAD,
  term('order', 'order number', 'cac:OrderReference/cbc:ID'),
  ...MOVED,
  group('line', 'receipt line', 'cac:ReceiptLine', [
    term('lineId', 'line number', 'cbc:ID'),
    term('quantity', 'received quantity', 'cbc:ReceivedQuantity'),
    term('unitCode', 'unit of the quantity', 'cbc:ReceivedQuantity/@unitCode'),
    term('rejected', 'rejected quantity', 'cbc:RejectedQuantity'),
    term('rejectedUnit', 'unit of what was rejected', 'cbc:RejectedQuantity/@unitCode'),
    term('receivedDate', 'received on', 'cbc:ReceivedDate'),
    term('orderLine', 'order line', 'cac:OrderLineReference/cbc:LineID'),
    term('lineOrder', 'order number', 'cac:OrderLineReference/cac:OrderReference/cbc:ID'),
    ...item('cac:Item'),
  ]),
])

/** It binds nothing: only that it was sent is told. */
export const DESPATCH_ADVICE_MODEL = group('despatch-advice', 'despatch advice', '', [...HEAD, ...MOVED])
