import { invoices } from '@hanse/modules'
import { test } from 'tap'
import { address } from '../cast.ts'
import { type Args, BUYER, INVOICE_ID, openDesk, openInvoiceDesk, openQuotaDesk, SELLER, SELLER_BOTH, shunheInvoice } from './desk.ts'

const invoiceId = INVOICE_ID

function redLetter(more: Args = {}): Args {
  return { invoiceId, number: '26442000000000009001', issueDate: '2026-03-02', amount: '100000000', reason: 'goods returned', ...more }
}

test('VAT is deducted once, by the party of BT-48, from an invoice that stands', (t) => {
  const desk = openInvoiceDesk()
  t.equal(desk.send(SELLER, 'deduct', { invoiceId }), 'organizations/wrong-party')
  t.equal(desk.send([address('bank-a')], 'deduct', { invoiceId }), 'organizations/wrong-party')
  t.equal(desk.send(BUYER, 'deduct', { invoiceId: 'CN:X:380:1' }), 'invoices/not-found')
  t.equal(desk.send(BUYER, 'deduct', { invoiceId }), 'success')
  t.match(desk.status(invoiceId), { tax: 'DEDUCTED', deductedAtMs: Number })
  t.equal(desk.send(BUYER, 'deduct', { invoiceId }), 'invoices/already-deducted')

  const anonymous = openQuotaDesk()
  const buyer = { partyId: 'shunhe', name: 'Foshan Shunhe Appliance', country: 'CN' }
  t.equal(anonymous.send(SELLER, 'issue', shunheInvoice({ buyer })), 'success')
  t.equal(anonymous.send(BUYER, 'deduct', { invoiceId }), 'invoices/no-buyer-vat-id')

  const red = openInvoiceDesk()
  t.equal(red.send(SELLER_BOTH, 'redLetter', redLetter({ amount: '1' })), 'success')
  t.equal(red.send(BUYER, 'deduct', { invoiceId }), 'invoices/not-valid')

  const exempt = openQuotaDesk()
  const [line] = shunheInvoice().lines as readonly [Args]
  const net = '1000'
  const json = shunheInvoice({
    lines: [{ ...line, netAmount: net, vatCategory: 'E', vatRate: '0' }],
    vatBreakdown: [{ category: 'E', rate: '0', taxableAmount: net, taxAmount: '0' }],
    totals: { lineTotal: net, netTotal: net, grossTotal: net, payable: net },
  })
  t.equal(exempt.send(SELLER, 'issue', json), 'success')
  t.equal(exempt.send(BUYER, 'deduct', { invoiceId }), 'invoices/no-vat')
  t.end()
})

test('red letters need four eyes, never exceed the invoice, and give the quota back', (t) => {
  const desk = openInvoiceDesk()
  t.equal(desk.send(SELLER, 'redLetter', redLetter()), 'organizations/four-eyes-required')
  t.equal(desk.send(BUYER, 'redLetter', redLetter()), 'organizations/wrong-party')
  t.equal(desk.send(SELLER_BOTH, 'redLetter', redLetter({ invoiceId: 'CN:X:380:1' })), 'invoices/not-found')
  t.equal(desk.send(SELLER_BOTH, 'redLetter', redLetter({ amount: '0' })), 'invoices/red-exceeds-original')
  t.equal(desk.send(SELLER_BOTH, 'redLetter', redLetter({ amount: '100000001' })), 'invoices/red-exceeds-original')
  t.equal(desk.send(SELLER_BOTH, 'redLetter', redLetter({ issueDate: '2026-02-30' })), 'invoices/bad-date')
  t.equal(desk.send(SELLER_BOTH, 'redLetter', redLetter({ number: '17' })), 'invoices/bad-number')
  t.equal(desk.send(SELLER_BOTH, 'redLetter', redLetter({ amount: '40000000' })), 'success')
  t.match(desk.status(invoiceId), { legal: 'PART_RED', red: '40000000' })
  t.match(desk.query('quota', { sellerId: 'nanhai', currency: 'CNY', period: '2026-03' }), { used: '60000000' })
  t.equal(desk.send(SELLER_BOTH, 'redLetter', redLetter({ amount: '1' })), 'invoices/duplicate-number', 'its number is unique too')
  const second = redLetter({ number: '26442000000000009002', amount: '60000001' })
  t.equal(desk.send(SELLER_BOTH, 'redLetter', second), 'invoices/red-exceeds-original')
  t.equal(desk.send(SELLER_BOTH, 'redLetter', { ...second, amount: '60000000' }), 'success')
  t.match(desk.status(invoiceId), { legal: 'RED', red: '100000000', payment: 'UNPAID' })
  t.equal(desk.send(SELLER_BOTH, 'redLetter', redLetter({ number: '26442000000000009003', amount: '1' })), 'invoices/already-red')
  t.match(desk.query('invoice', { invoiceId }).redLetters, [{ amount: '40000000' }, { amount: '60000000', number: '26442000000000009002' }])
  t.end()
})

test('once VAT is deducted, the buyer consents to a red letter by its signature', (t) => {
  const desk = openInvoiceDesk()
  t.equal(desk.send(BUYER, 'deduct', { invoiceId }), 'success')
  t.equal(desk.send(SELLER_BOTH, 'redLetter', redLetter()), 'invoices/buyer-consent')
  t.equal(desk.send([...SELLER_BOTH, address('bank-a')], 'redLetter', redLetter()), 'invoices/buyer-consent')
  t.equal(desk.send([...SELLER_BOTH, ...BUYER], 'redLetter', redLetter()), 'success')
  t.match(desk.status(invoiceId), { legal: 'RED', tax: 'DEDUCTED' })
  t.end()
})

test('the thirty-second red letter takes back all that is left', (t) => {
  const desk = openInvoiceDesk()
  const numbered = (index: number, amount: string): Args => redLetter({ number: `2644200000000${9_000_000 + index}`, amount })
  for (let index = 0; index < 31; index++)
    t.equal(desk.send(SELLER_BOTH, 'redLetter', numbered(index, '1')), 'success', `red letter ${index + 1}`)
  t.equal(desk.send(SELLER_BOTH, 'redLetter', numbered(31, '1')), 'invoices/too-many-red-letters')
  t.equal(desk.send(SELLER_BOTH, 'redLetter', numbered(31, `${100_000_000 - 31}`)), 'success')
  t.equal(desk.status(invoiceId).legal, 'RED')
  t.end()
})

test('quotas are the tax authority’s, by month and currency, and bound what is issued', (t) => {
  const desk = openDesk()
  const grant = { sellerId: 'nanhai', currency: 'CNY', period: '2026-03', limit: '99999999' }
  t.equal(desk.send([address('regulator')], 'grantQuota', grant), 'organizations/missing-role')
  t.equal(desk.send(SELLER, 'grantQuota', grant), 'organizations/missing-role', 'not its own')
  t.equal(desk.send([address('tax')], 'grantQuota', { ...grant, sellerId: 'nobody' }), 'organizations/unknown-party')
  t.equal(desk.send([address('tax')], 'grantQuota', { ...grant, period: '2026-13' }), 'invoices/bad-period')
  t.equal(desk.send([address('tax-vn')], 'grantQuota', grant), 'invoices/wrong-country')
  t.equal(desk.send([address('tax')], 'grantQuota', grant), 'success')
  t.equal(desk.send(SELLER, 'issue', shunheInvoice()), 'invoices/quota-exceeded', 'by a hundredth')
  t.equal(desk.send([address('tax')], 'grantQuota', { ...grant, limit: '100000000' }), 'success')
  t.equal(desk.send(SELLER, 'issue', shunheInvoice()), 'success', 'to the last hundredth')
  t.equal(desk.send(SELLER, 'issue', shunheInvoice({ number: '26442000000000000018' })), 'invoices/quota-exceeded')
  t.equal(desk.send([address('tax')], 'grantQuota', { ...grant, limit: '99999999' }), 'invoices/quota-below-used')
  t.end()
})

test('no command sets an invoice paid', (t) => {
  const desk = openInvoiceDesk()
  t.same(
    Object.keys(invoices.commands).sort(),
    ['deduct', 'grantQuota', 'issue', 'lock', 'redLetter', 'reimburse', 'release', 'respond'],
    'a forged markPaid does not exist',
  )
  const forged = { signers: BUYER, calls: [{ module: 'invoices', command: 'markPaid', json: { invoiceId } }] }
  const { receipts } = desk.harness.block([forged])
  t.notOk(receipts.some(({ outcome }) => outcome === 'success'))
  t.equal(desk.status(invoiceId).payment, 'UNPAID')
  t.end()
})

test('lists are paged in the order of issue', (t) => {
  const desk = openQuotaDesk()
  const [line] = shunheInvoice().lines as readonly [Args]
  const totals = { lineTotal: '100', netTotal: '100', vatTotal: '13', grossTotal: '113', payable: '113' }
  const small = {
    lines: [{ ...line, netAmount: '100' }],
    vatBreakdown: [{ category: 'S', rate: '13', taxableAmount: '100', taxAmount: '13' }],
    totals,
  }
  const numbers = Array.from({ length: 5 }, (_, index) => `2644200000000000010${index}`)
  for (const number of numbers) t.equal(desk.send(SELLER, 'issue', shunheInvoice({ number, ...small })), 'success')
  const seen: unknown[] = []
  let cursor: Args = {}
  for (let page = 0; page < 3; page++) {
    const answer = desk.query('invoicesOfSeller', { partyId: 'nanhai', limit: 2, ...cursor })
    for (const { status } of answer.items as readonly { readonly status: Args }[]) seen.push(status.number)
    cursor = answer.nextCursor === undefined ? {} : { cursor: answer.nextCursor }
  }
  t.same(seen, numbers)
  t.same(cursor, {}, 'the last page has no cursor')
  t.same(desk.query('invoicesOfSeller', { partyId: 'nanhai', cursor: '99' }), { items: [] }, 'beyond the end')
  t.end()
})

test('what the buyer rejected it does not deduct, and what it deducted it does not reject', (t) => {
  const rejected = openInvoiceDesk()
  t.equal(rejected.send(BUYER, 'respond', { invoiceId, response: 'RE', reason: 'never ordered' }), 'success')
  t.equal(rejected.send(BUYER, 'deduct', { invoiceId }), 'invoices/rejected-by-buyer')
  t.equal(rejected.send(SELLER_BOTH, 'redLetter', redLetter()), 'success', 'the seller takes it back without its consent')
  const deducted = openInvoiceDesk()
  t.equal(deducted.send(BUYER, 'deduct', { invoiceId }), 'success')
  t.equal(deducted.send(BUYER, 'respond', { invoiceId, response: 'RE', reason: 'late' }), 'invoices/bad-response')
  t.end()
})

test('a red letter is dated between its invoice and today', (t) => {
  const desk = openInvoiceDesk()
  for (const [number, issueDate] of [
    ['99442000000000000018', '2999-12-31'],
    ['00442000000000000018', '1900-01-01'],
  ] as const) {
    t.equal(desk.send(SELLER_BOTH, 'redLetter', redLetter({ number, issueDate })), 'invoices/bad-date')
  }
  t.end()
})
