/** How one member of the params of `invoices.issue` is taken from a document. */
export type Shape =
  | { readonly kind: 'text' | 'amount' | 'decimal'; readonly term: string }
  | { readonly kind: 'party'; readonly side: 'seller' | 'buyer' }
  | { readonly kind: 'record'; readonly members: Members }
  | { readonly kind: 'list'; readonly group: string; readonly members: Members }

export type Members = Readonly<Record<string, Shape>>

const text = (term: string): Shape => ({ kind: 'text', term })
/** To minor units. */
const amount = (term: string): Shape => ({ kind: 'amount', term })
const decimal = (term: string): Shape => ({ kind: 'decimal', term })
const record = (members: Members): Shape => ({ kind: 'record', members })
const list = (group: string, members: Members): Shape => ({ kind: 'list', group, members })

/** Which business term goes where. What is mandatory is the codec's to say. */
export const ISSUE_SHAPE: Members = {
  number: text('BT-1'),
  issueDate: text('BT-2'),
  typeCode: text('BT-3'),
  currency: text('BT-5'),
  dueDate: text('BT-9'),
  buyerReference: text('BT-10'),
  contractReference: text('BT-12'),
  orderReference: text('BT-13'),
  receivingAdviceReference: text('BT-15'),
  despatchAdviceReference: text('BT-16'),
  paymentTerms: text('BT-20'),
  precedingInvoice: text('BT-25'),
  seller: record({
    partyId: { kind: 'party', side: 'seller' },
    name: text('BT-27'),
    country: text('BT-40'),
    legalId: text('BT-30'),
    vatId: text('BT-31'),
    taxRegistrationId: text('BT-32'),
  }),
  buyer: record({
    partyId: { kind: 'party', side: 'buyer' },
    name: text('BT-44'),
    country: text('BT-55'),
    legalId: text('BT-47'),
    vatId: text('BT-48'),
  }),
  allowances: list('BG-20', { amount: amount('BT-92'), vatCategory: text('BT-95'), vatRate: decimal('BT-96'), reason: text('BT-97') }),
  charges: list('BG-21', { amount: amount('BT-99'), vatCategory: text('BT-102'), vatRate: decimal('BT-103'), reason: text('BT-104') }),
  vatBreakdown: list('BG-23', {
    category: text('BT-118'),
    taxableAmount: amount('BT-116'),
    taxAmount: amount('BT-117'),
    rate: decimal('BT-119'),
    exemptionReason: text('BT-120'),
  }),
  lines: list('BG-25', {
    id: text('BT-126'),
    name: text('BT-153'),
    quantity: decimal('BT-129'),
    unitCode: text('BT-130'),
    netAmount: amount('BT-131'),
    unitPrice: decimal('BT-146'),
    priceBaseQuantity: decimal('BT-149'),
    vatCategory: text('BT-151'),
    vatRate: decimal('BT-152'),
    allowances: list('BG-27', { amount: amount('BT-136'), reason: text('BT-139') }),
    charges: list('BG-28', { amount: amount('BT-141'), reason: text('BT-144') }),
  }),
  totals: record({
    lineTotal: amount('BT-106'),
    allowanceTotal: amount('BT-107'),
    chargeTotal: amount('BT-108'),
    netTotal: amount('BT-109'),
    vatTotal: amount('BT-110'),
    grossTotal: amount('BT-112'),
    prepaid: amount('BT-113'),
    rounding: amount('BT-114'),
    payable: amount('BT-115'),
  }),
}
