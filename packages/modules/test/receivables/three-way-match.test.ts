import { type Test, test } from 'tap'
import { address, both } from '../cast.ts'
import { type Args, type Desk, documentsOf, HASH, ISSUE, OTHER_HASH, openDesk } from './desk.ts'

const SHUNHE = both('shunhe')
const MILLION = '100000000'
let numbers = 0

/** What is needed beside the documents of a test: of each kind that has none, one that no test uses up. */
function completed(documents: readonly Args[]): Args[] {
  return [...documents, ...documentsOf('nanhai').filter(({ type }) => documents.every((document) => document['type'] !== type))]
}

/** The issue of a certificate on a new invoice of 1,000,000.00. */
function issueOn(desk: Desk, certNo: string, given: Args, part = MILLION): Args {
  numbers += 1
  const terms = { ...given, documents: completed((given['documents'] ?? []) as readonly Args[]) }
  const invoiceId = desk.invoice({ number: `2644${`${numbers}`.padStart(16, '3')}` })
  const { goods, ...rest } = terms as { readonly goods?: { readonly lines: readonly Args[] } } & Args
  const lines = goods === undefined ? {} : { goods: { lines: goods.lines.map((line) => ({ invoiceId, ...line })) } }
  return { ...ISSUE, certNo, invoices: [{ invoiceId, amount: part }], ...rest, ...lines }
}

function refused(t: Test, desk: Desk, code: string, issue: Args, message: string): void {
  t.equal(desk.send(SHUNHE, 'issue', issue), code, message)
}

const receipt = { type: 'receipt-advice', reference: 'RA-1', hash: HASH }
const order = { type: 'order', reference: 'PO-1', hash: HASH }

test('a goods receipt by its total carries no second issue beyond what was received', (t) => {
  const desk = openDesk()
  const documents = [{ ...receipt, amount: '150000000' }]
  t.equal(desk.send(SHUNHE, 'issue', issueOn(desk, 'R-1', { documents })), 'success')
  const second = issueOn(desk, 'R-2', { documents })
  refused(t, desk, 'receivables/exceeds-goods-receipt', second, 'half a million is left')
  t.equal(
    desk.wordsOf(SHUNHE, 'issue', second),
    '1000000.00 CNY invoiced, 1500000.00 CNY received, of which earlier issues leave 500000.00 CNY (ISO 20022 AM09)',
  )
  const half = { ...second, invoices: (second['invoices'] as Args[]).map((invoice) => ({ ...invoice, amount: '50000000' })) }
  t.equal(desk.send(SHUNHE, 'issue', half), 'success', 'that half')
  const other = { ...receipt, reference: 'RA-2', hash: OTHER_HASH, amount: MILLION }
  const third = issueOn(desk, 'R-3', { documents: [documents[0] as Args, other] })
  t.equal(desk.send(SHUNHE, 'issue', third), 'success', 'and a receipt of its own for the next')
  t.end()
})

test('an issue that is rejected gives its documents back', (t) => {
  const desk = openDesk()
  const documents = [
    { ...receipt, amount: MILLION },
    { ...order, amount: MILLION },
  ]
  t.equal(desk.send(SHUNHE, 'issue', issueOn(desk, 'R-1', { documents })), 'success')
  const second = issueOn(desk, 'R-2', { documents })
  refused(t, desk, 'receivables/exceeds-order', second, 'the order is used')
  t.equal(desk.send([address('nanhai')], 'reject', { certNo: 'R-1' }), 'success')
  t.equal(desk.send(SHUNHE, 'issue', second), 'success')
  t.end()
})

test('a document says in each issue what it said in the first', (t) => {
  const desk = openDesk()
  t.equal(desk.send(SHUNHE, 'issue', issueOn(desk, 'R-1', { documents: [{ ...receipt, amount: '300000000' }] })), 'success')
  for (const change of [{ amount: '400000000' }, { amount: '300000000', hash: OTHER_HASH }]) {
    refused(
      t,
      desk,
      'receivables/document-mismatch',
      issueOn(desk, 'R-2', { documents: [{ ...receipt, ...change }] }),
      JSON.stringify(change),
    )
  }
  t.end()
})

test('no receivable without an order and a goods receipt that bind', (t) => {
  const desk = openDesk()
  const [ordered, received] = documentsOf('nanhai') as [Args, Args]
  const rows: readonly (readonly [string, readonly Args[]])[] = [
    ['receivables/order-missing', []],
    ['receivables/order-missing', [received]],
    ['receivables/order-missing', [order, received]],
    ['receivables/goods-receipt-missing', [ordered]],
    ['receivables/goods-receipt-missing', [ordered, receipt]],
    ['receivables/goods-receipt-missing', [ordered, { ...received, type: 'despatch-advice' }]],
  ]
  const whole = issueOn(desk, 'R-1', {})
  for (const [code, documents] of rows) refused(t, desk, code, { ...whole, documents: [...documents] }, `${code}: ${documents.length}`)
  const more = [ordered, received, { ...receipt, reference: 'RA-2' }]
  t.equal(desk.send(SHUNHE, 'issue', { ...whole, documents: more }), 'success', 'one more that gives no figures binds nothing')
  t.end()
})

/** 100 moulds at 10,000.00. */
const moulds = { quantity: '100', unitCode: 'H87' }
const price = { unitPrice: '10000' }
const orderOf = (lines: Args[] = [{ lineId: '1', ...moulds, ...price }]): Args => ({ ...order, goods: { lines } })
const receiptOf = (lines: Args[] = [{ lineId: '7', ...moulds }]): Args => ({ ...receipt, goods: { lines } })
const invoiced = (change: Args = {}): Args => ({
  ...{ ...moulds, ...price, order: { reference: 'PO-1', lineId: '1' }, receipt: { reference: 'RA-1', lineId: '7' } },
  ...change,
})

test('order, receipt and invoice agree line by line, on quantity × price', (t) => {
  const desk = openDesk()
  const documents = [orderOf(), receiptOf()]
  const line = (change: Args): Args => issueOn(desk, 'L-1', { documents, goods: { lines: [invoiced(change)] } })
  const short = { documents: [orderOf(), receiptOf([{ lineId: '7', ...moulds, quantity: '99' }])], goods: { lines: [invoiced()] } }
  const rows: readonly (readonly [string, Args])[] = [
    ['receivables/lines-total', line({ quantity: '99.999999' })],
    ['receivables/lines-total', line({ unitPrice: '10000.0001' })],
    ['receivables/price-mismatch', line({ quantity: '50', unitPrice: '20000' })],
    ['receivables/unit-mismatch', line({ unitCode: 'KGM' })],
    ['receivables/unknown-document-line', line({ order: { reference: 'PO-1', lineId: '2' } })],
    ['receivables/unknown-document-line', line({ receipt: { reference: 'RA-9', lineId: '7' } })],
    ['receivables/exceeds-goods-receipt', issueOn(desk, 'L-1', short)],
  ]
  for (const [code, issue] of rows) refused(t, desk, code, issue, code)
  const unnamed = issueOn(desk, 'L-1', { documents, goods: { lines: [invoiced()] } })
  const { receipt: _, ...withoutReceipt } = (unnamed['goods'] as { readonly lines: readonly Args[] }).lines[0] as Args
  refused(t, desk, 'receivables/unknown-document-line', { ...unnamed, goods: { lines: [withoutReceipt] } }, 'no receipt is named')
  t.equal(
    desk.wordsOf(SHUNHE, 'issue', issueOn(desk, 'L-1', short)),
    '100 H87 invoiced on line 7 of RA-1, 99 received, 0 of them in earlier issues (ISO 20022 AM09)',
  )
  t.equal(desk.send(SHUNHE, 'issue', line({})), 'success')
  refused(t, desk, 'receivables/exceeds-order', { ...line({}), certNo: 'L-2' }, 'the order was delivered')
  t.equal(desk.send([address('nanhai')], 'reject', { certNo: 'L-1' }), 'success')
  t.equal(desk.send(SHUNHE, 'issue', { ...line({}), certNo: 'L-3' }), 'success', 'what was given back')
  t.end()
})

test('one receipt, two issues: each takes its quantity', (t) => {
  const desk = openDesk()
  const documents = [receiptOf([{ lineId: '7', ...moulds, quantity: '150' }])]
  const { order: _, ...line } = invoiced()
  t.equal(desk.send(SHUNHE, 'issue', issueOn(desk, 'L-1', { documents, goods: { lines: [line] } })), 'success', '100 of 150')
  refused(t, desk, 'receivables/exceeds-goods-receipt', issueOn(desk, 'L-2', { documents, goods: { lines: [line] } }), '50 are left')
  const half = issueOn(desk, 'L-2', { documents, goods: { lines: [{ ...line, quantity: '50' }] } }, '50000000')
  t.equal(desk.send(SHUNHE, 'issue', half), 'success', 'half of the invoice')
  t.end()
})

test('the sum over lines is exact, and rounded half up once', (t) => {
  const desk = openDesk()
  const third = { ...moulds, quantity: '1', unitPrice: '333333.333333333333' }
  const lines = Array.from({ length: 3 }, () => third)
  t.equal(desk.send(SHUNHE, 'issue', issueOn(desk, 'L-1', { goods: { lines } })), 'success', 'three thirds are a million')
  t.end()
})

test('a trade document is one thing', (t) => {
  const desk = openDesk()
  const code = 'receivables/bad-document'
  refused(t, desk, code, issueOn(desk, 'B-1', { documents: [{ ...receiptOf(), amount: MILLION }], goods: { lines: [invoiced()] } }), 'both')
  refused(t, desk, code, issueOn(desk, 'B-1', { documents: [receiptOf()] }), 'lines against nothing')
  const twice = receiptOf([
    { lineId: '7', ...moulds },
    { lineId: '7', ...moulds },
  ])
  refused(t, desk, code, issueOn(desk, 'B-1', { documents: [twice], goods: { lines: [invoiced()] } }), 'a line twice')
  refused(t, desk, code, issueOn(desk, 'B-1', { documents: [{ ...receipt, date: '2026-03-03' }] }), 'received tomorrow')
  refused(t, desk, code, issueOn(desk, 'B-1', { documents: [{ ...receipt, date: '2026-02-30' }] }), 'received on no day')
  const foreign = { ...issueOn(desk, 'B-1', { goods: { lines: [{ ...moulds, ...price }] } }) }
  const { lines } = foreign['goods'] as { readonly lines: readonly Args[] }
  const strange = { ...foreign, goods: { lines: [...lines, { ...(lines[0] as Args), invoiceId: 'CN:1:380:1' }] } }
  refused(t, desk, 'receivables/unknown-document-line', strange, 'an invoice that is not in it')
  t.end()
})
