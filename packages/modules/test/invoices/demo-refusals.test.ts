import type { Rejection } from '@hanse/primitives'
import { amount, message, text } from '@hanse/protocol'
import { defineCommand, type Module, type StateWriter } from '@hanse/state'
import { test } from 'tap'
import { hanse } from '../../generated/invoices.js'
import { MODULES } from '../../src/index.ts'
import { markFinanced, pledge } from '../../src/invoices/api.ts'
import { address, both, DAY_MS } from '../cast.ts'
import {
  BUYER,
  type Desk,
  INVOICE_ID,
  openInvoiceDesk,
  openQuotaDesk,
  openRestaurantDesk,
  RESTAURANT_ID,
  SELLER,
  SELLER_BOTH,
  shunheInvoice,
} from './desk.ts'

/** Domain §4, "Must be refused": each case as it stands there. */

const VAT = { category: 'S', taxableAmount: '88495575', taxAmount: '11504425', rate: '13' }

function reasonOf(
  desk: Desk,
  signers: Parameters<Desk['send']>[0],
  command: string,
  json: Parameters<Desk['send']>[2],
): string | undefined {
  return (desk.harness.simulate({ signers, calls: [{ module: 'invoices', command, json }] }).rejection as Rejection | undefined)?.reason
}

test('VAT off by 0.01', (t) => {
  for (const [off, gross] of [
    ['11504424', '99999999'],
    ['11504426', '100000001'],
  ] as const) {
    const desk = openQuotaDesk()
    // The totals go with it, so that nothing but the VAT is wrong.
    const totals = { lineTotal: '88495575', netTotal: '88495575', vatTotal: off, grossTotal: gross, payable: gross }
    const invoice = shunheInvoice({ vatBreakdown: [{ ...VAT, taxAmount: off }], totals })
    t.equal(reasonOf(desk, SELLER, 'issue', invoice), 'BR-CO-17')
    t.equal(desk.send(SELLER, 'issue', invoice), 'invoices/exact-vat')
    t.equal(desk.queryCode('invoice', { invoiceId: INVOICE_ID }), 'invoices/not-found', 'nothing of it is left')
    t.match(desk.query('quota', { sellerId: 'nanhai', currency: 'CNY', period: '2026-03' }), { used: '0' })
    t.equal(desk.send(SELLER, 'issue', shunheInvoice()), 'success', 'the number is still free')
  }
  t.end()
})

test('duplicate number with other amount', (t) => {
  const desk = openInvoiceDesk()
  const [line] = shunheInvoice().lines as readonly object[]
  const other = shunheInvoice({
    lines: [{ ...line, netAmount: '100' }],
    vatBreakdown: [{ ...VAT, taxableAmount: '100', taxAmount: '13' }],
    totals: { lineTotal: '100', netTotal: '100', vatTotal: '13', grossTotal: '113', payable: '113' },
  })
  t.equal(reasonOf(desk, SELLER, 'issue', other), 'AM05')
  t.equal(desk.send(SELLER, 'issue', other), 'invoices/duplicate-number')
  t.equal(desk.send(SELLER, 'issue', { ...other, number: '2644-2000-0000-0000-0017' }), 'invoices/duplicate-number')
  t.match(desk.status(INVOICE_ID), { grossTotal: '100000000' }, 'the first stands')
  t.end()
})

test('second lock: the restaurant’s CNY 268.00 at two employers', (t) => {
  const desk = openRestaurantDesk()
  const claim = { invoiceId: RESTAURANT_ID, claimReference: 'client dinner', expiresAtMs: desk.harness.timeMs + 7 * DAY_MS }
  t.match(desk.status(RESTAURANT_ID), { grossTotal: '26800', currency: 'CNY' })
  t.equal(desk.send([address('employer-1')], 'lock', claim), 'success')
  t.equal(reasonOf(desk, [address('employer-2')], 'lock', claim), 'AM05')
  t.equal(desk.send([address('employer-2')], 'lock', claim), 'invoices/already-locked')
  t.equal(desk.send([address('employer-1')], 'reimburse', { invoiceId: RESTAURANT_ID }), 'success')
  t.equal(desk.send([address('employer-2')], 'lock', claim), 'invoices/already-reimbursed')
  t.equal(desk.send([address('employer-2')], 'reimburse', { invoiceId: RESTAURANT_ID }), 'invoices/already-reimbursed')
  t.match(desk.status(RESTAURANT_ID), { claim: { employer: 'employer-1' } })
  t.end()
})

test('red letter after reimbursement', (t) => {
  const desk = openRestaurantDesk()
  const claim = { invoiceId: RESTAURANT_ID, claimReference: 'client dinner', expiresAtMs: desk.harness.timeMs + 7 * DAY_MS }
  t.equal(desk.send([address('employer-1')], 'lock', claim), 'success')
  t.equal(desk.send([address('employer-1')], 'reimburse', { invoiceId: RESTAURANT_ID }), 'success')
  const letter = { invoiceId: RESTAURANT_ID, number: '26442000000000009268', issueDate: '2026-03-02', amount: '26800', reason: 'x' }
  t.equal(desk.send(both('restaurant'), 'redLetter', letter), 'invoices/red-while-reimbursed')
  t.end()
})

/** As receivables does: pledges the invoice to C-1, and says that money was raised on it. */
const raiser: Module = {
  name: 'raiser',
  version: 1,
  summary: 'pledges and finances an invoice',
  commands: {
    raise: defineCommand({
      summary: 'pledge and finance',
      params: message(hanse.invoices.v1.GrantQuota, {
        sellerId: text({ max: 96 }),
        currency: text({ max: 9 }),
        period: text({ max: 9 }),
        limit: amount(),
      }),
      execute: (_context, state: StateWriter, { sellerId: invoiceId, limit }) =>
        pledge(state, invoiceId, limit, 'C-1') ?? markFinanced(state, invoiceId, 'C-1'),
    }),
  },
  queries: {},
  invariants: {},
  uses: ['invoices'],
}

test('red letter after financing, and neither a lock then nor financing after a lock', (t) => {
  const raise = (desk: Desk): string =>
    desk.send(SELLER, 'raise', { sellerId: INVOICE_ID, currency: 'x', period: 'x', limit: '1' }, 'raiser')
  const desk = openInvoiceDesk([...MODULES, raiser])
  t.equal(raise(desk), 'success')
  const letter = { invoiceId: INVOICE_ID, number: '26442000000000009001', issueDate: '2026-03-02', amount: '1', reason: 'x' }
  t.equal(desk.send(SELLER_BOTH, 'redLetter', letter), 'invoices/red-while-financed')
  const claim = { invoiceId: INVOICE_ID, claimReference: 'moulds', expiresAtMs: desk.harness.timeMs + DAY_MS }
  t.equal(desk.send([address('employer-1')], 'lock', claim), 'invoices/not-cash')
  const locked = openInvoiceDesk([...MODULES, raiser])
  t.equal(locked.send([address('employer-1')], 'lock', claim), 'success')
  t.equal(raise(locked), 'invoices/already-locked')
  t.equal(locked.send([address('employer-1')], 'reimburse', { invoiceId: INVOICE_ID }), 'success')
  t.equal(raise(locked), 'invoices/already-reimbursed')
  t.end()
})

test('deduction by a non-buyer', (t) => {
  const desk = openInvoiceDesk()
  for (const stranger of ['nanhai', 'sanshui', 'bank-a', 'tax']) {
    t.equal(desk.send([address(stranger)], 'deduct', { invoiceId: INVOICE_ID }), 'organizations/wrong-party', stranger)
  }
  t.equal(desk.send(BUYER, 'deduct', { invoiceId: INVOICE_ID }), 'success')
  t.equal(desk.send(BUYER, 'deduct', { invoiceId: INVOICE_ID }), 'invoices/already-deducted')
  t.end()
})

test('over quota', (t) => {
  const desk = openQuotaDesk()
  t.equal(
    desk.send([address('tax')], 'grantQuota', { sellerId: 'nanhai', currency: 'CNY', period: '2026-03', limit: '99999999' }),
    'success',
  )
  t.equal(reasonOf(desk, SELLER, 'issue', shunheInvoice()), 'AM02')
  t.equal(desk.send(SELLER, 'issue', shunheInvoice()), 'invoices/quota-exceeded', 'by a hundredth')
  t.end()
})

test('forged PAID', (t) => {
  const desk = openInvoiceDesk()
  t.equal(desk.send(BUYER, 'respond', { invoiceId: INVOICE_ID, response: 'PD' }), 'invoices/not-paid')
  t.equal(desk.send(SELLER, 'respond', { invoiceId: INVOICE_ID, response: 'PD' }), 'organizations/wrong-party')
  const { receipts } = desk.harness.block([
    { signers: BUYER, calls: [{ module: 'invoices', command: 'markPaid', json: { invoiceId: INVOICE_ID } }] },
  ])
  t.notOk(
    receipts.some(({ outcome }) => outcome === 'success'),
    'there is no such command',
  )
  t.match(desk.status(INVOICE_ID), { payment: 'UNPAID', settled: '0' })
  t.end()
})
