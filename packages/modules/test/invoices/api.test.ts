import type { Rejection } from '@hanse/primitives'
import { amount, message, text } from '@hanse/protocol'
import { defineCommand, type Module, type StateWriter } from '@hanse/state'
import fc from 'fast-check'
import { test } from 'tap'
import { hanse } from '../../generated/invoices.js'
import { MODULES } from '../../src/index.ts'
import { getInvoice, markFinanced, pledge, recordPayment, recordSettlement, releasePledge } from '../../src/invoices/api.ts'
import { address, DAY_MS } from '../cast.ts'
import { type Args, BUYER, type Desk, INVOICE_ID, openInvoiceDesk, SELLER, SELLER_BOTH } from './desk.ts'

/** Wears the wire form of a red letter: number = certificate, issueDate = operation. */
const params = message(hanse.invoices.v1.RedLetterParams, {
  invoiceId: text({ max: 96 }),
  number: text({ max: 64 }),
  issueDate: text({ max: 16 }),
  amount: amount(),
  reason: text({ max: 16 }),
})

type Operation = (state: StateWriter, invoiceId: string, certNo: string, amount: bigint) => Rejection | undefined
const OPERATIONS: Readonly<Record<string, Operation>> = {
  pledge: (state, invoiceId, certNo, sum) => pledge(state, invoiceId, sum, certNo),
  withdraw: (state, invoiceId, certNo) => releasePledge(state, invoiceId, certNo, 'WITHDRAWN'),
  redeem: (state, invoiceId, certNo) => releasePledge(state, invoiceId, certNo, 'REDEEMED'),
  finance: (state, invoiceId, certNo) => markFinanced(state, invoiceId, certNo),
  settle: (state, invoiceId, _certNo, sum) => recordSettlement(state, invoiceId, sum),
  pay: (state, invoiceId, certNo, sum) => recordPayment(state, invoiceId, sum, `UETR of ${certNo}`),
}

/** A module that does nothing but call the api of invoices, as receivables does. */
const caller: Module = {
  name: 'caller',
  version: 1,
  summary: 'calls the api of invoices',
  commands: {
    call: defineCommand({
      summary: 'one call',
      params,
      execute: (_context, state, { invoiceId, number, issueDate, amount: sum }) => OPERATIONS[issueDate]?.(state, invoiceId, number, sum),
    }),
  },
  queries: {},
  invariants: {},
  uses: ['invoices'],
}

const GROSS = 100_000_000n

function openCallDesk(): Desk {
  return openInvoiceDesk([...MODULES, caller])
}

function call(desk: Desk, operation: string, certNo = 'C-1', sum = 0n, invoiceId = INVOICE_ID): string {
  return desk.send(SELLER, 'call', { invoiceId, number: certNo, issueDate: operation, amount: `${sum}`, reason: 'x' }, 'caller')
}

const AXES = { legal: 'VALID', response: 'ISSUED', tax: 'OPEN', reimbursement: 'FREE', finance: 'FREE', payment: 'UNPAID' }

test('a pledge, its financing and its redemption', (t) => {
  const desk = openCallDesk()
  const summary = () => getInvoice(desk.harness.state, INVOICE_ID)
  t.equal(getInvoice(desk.harness.state, 'CN:X:380:1'), undefined)
  t.match(summary(), { sellerId: 'nanhai', buyerId: 'shunhe', currency: 'CNY', payable: GROSS, pledged: 0n, ...AXES })
  t.equal(call(desk, 'pledge', 'C-1', GROSS), 'success')
  t.match(summary(), { ...AXES, finance: 'PLEDGED', pledged: GROSS })
  t.equal(call(desk, 'finance'), 'success')
  t.equal(call(desk, 'finance'), 'success', 'a second share of the same certificate may be financed')
  t.match(summary(), { ...AXES, finance: 'FINANCED' })
  t.equal(call(desk, 'settle', 'C-1', 40_000_000n), 'success')
  t.match(summary(), { ...AXES, finance: 'FINANCED', payment: 'PART', settled: 40_000_000n })
  t.equal(call(desk, 'settle', 'C-1', 60_000_000n), 'success')
  t.equal(call(desk, 'redeem'), 'success')
  t.match(summary(), { ...AXES, finance: 'RELEASED', payment: 'PAID', pledged: 0n })
  t.equal(call(desk, 'settle', 'C-1', 1n), 'invoices/over-settled')
  t.equal(call(desk, 'pledge', 'C-2', 1n), 'invoices/already-paid')
  t.end()
})

test('no part of an invoice is pledged twice', (t) => {
  const desk = openCallDesk()
  t.equal(call(desk, 'pledge', 'C-0', GROSS + 1n), 'invoices/over-pledged')
  t.equal(call(desk, 'pledge', 'C-0', 0n), 'invoices/bad-pledge')
  t.equal(call(desk, 'pledge', 'C-1', 60_000_000n), 'success')
  t.equal(call(desk, 'pledge', 'C-1', 1n), 'invoices/bad-pledge', 'nor by the same certificate again')
  t.equal(call(desk, 'pledge', 'C-2', 40_000_001n), 'invoices/over-pledged')
  t.equal(call(desk, 'pledge', 'C-2', 40_000_000n), 'success')
  t.equal(call(desk, 'pledge', 'C-3', 1n), 'invoices/already-pledged')
  t.equal(call(desk, 'withdraw', 'C-2'), 'success')
  t.match(desk.status(INVOICE_ID), { finance: 'PLEDGED' })
  t.equal(call(desk, 'finance', 'C-2'), 'invoices/no-such-pledge')
  t.equal(call(desk, 'finance', 'C-1'), 'success')
  t.equal(call(desk, 'pledge', 'C-3', 1n), 'invoices/already-financed', 'even the part that is free')
  t.equal(call(desk, 'withdraw', 'C-1'), 'invoices/already-financed')
  t.equal(call(desk, 'redeem', 'C-9'), 'invoices/no-such-pledge')
  t.equal(call(desk, 'redeem', 'C-1'), 'success')
  t.equal(call(desk, 'pledge', 'C-3', 1n), 'invoices/already-released')
  t.end()
})

test('a certificate that never lived leaves the invoice free', (t) => {
  const desk = openCallDesk()
  t.equal(call(desk, 'pledge', 'C-1', GROSS), 'success')
  t.equal(call(desk, 'withdraw', 'C-1'), 'success')
  t.match(desk.status(INVOICE_ID), { finance: 'FREE', pledges: [] })
  t.equal(call(desk, 'pledge', 'C-2', GROSS), 'success')
  t.end()
})

test('thirty-two certificates stand on an invoice at once', (t) => {
  const desk = openCallDesk()
  for (let index = 0; index < 32; index++) t.equal(call(desk, 'pledge', `C-${index}`, 1n), 'success')
  t.equal(call(desk, 'pledge', 'C-32', 1n), 'invoices/too-many-pledges')
  t.end()
})

test('what was rejected, or taken back, cannot be pledged; what is pledged cannot be taken back or rejected', (t) => {
  const redLetter = { invoiceId: INVOICE_ID, number: '26442000000000009001', issueDate: '2026-03-02', amount: '1', reason: 'returned' }
  const rejected = openCallDesk()
  t.equal(rejected.send(BUYER, 'respond', { invoiceId: INVOICE_ID, response: 'RE', reason: 'no' }), 'success')
  t.equal(call(rejected, 'pledge', 'C-1', 1n), 'invoices/rejected-by-buyer')

  const red = openCallDesk()
  t.equal(red.send(SELLER_BOTH, 'redLetter', redLetter), 'success')
  t.equal(call(red, 'pledge', 'C-1', 1n), 'invoices/not-valid')

  const desk = openCallDesk()
  t.equal(call(desk, 'pledge', 'C-1', 1n), 'success')
  t.equal(desk.send(SELLER_BOTH, 'redLetter', redLetter), 'invoices/red-while-financed')
  t.equal(desk.send(BUYER, 'respond', { invoiceId: INVOICE_ID, response: 'RE', reason: 'no' }), 'invoices/bad-response')
  t.equal(call(desk, 'finance', 'C-1'), 'success')
  t.equal(desk.send(SELLER_BOTH, 'redLetter', redLetter), 'invoices/red-while-financed')
  t.equal(call(desk, 'redeem', 'C-1'), 'success')
  t.equal(desk.send(SELLER_BOTH, 'redLetter', redLetter), 'success', 'RELEASED: nobody has money in it any more')
  const paid = openCallDesk()
  t.equal(call(paid, 'pledge', 'C-1', 2n), 'success')
  t.equal(call(paid, 'settle', 'C-1', 1n), 'success')
  t.equal(call(paid, 'redeem', 'C-1'), 'success')
  t.equal(
    paid.send(SELLER_BOTH, 'redLetter', redLetter),
    'invoices/buyer-consent',
    'what the buyer paid, its seller does not take back alone',
  )
  t.equal(paid.send([...SELLER_BOTH, ...BUYER], 'redLetter', redLetter), 'success')
  for (const operation of Object.keys(OPERATIONS)) t.equal(call(desk, operation, 'C-1', 1n, 'CN:X:380:1'), 'invoices/not-found', operation)
  t.end()
})

const ORDER: Readonly<Record<string, readonly string[]>> = {
  legal: ['VALID', 'PART_RED', 'RED'],
  response: ['ISSUED', 'RECEIVED', 'QUERIED', 'ACCEPTED', 'REJECTED'],
  tax: ['OPEN', 'DEDUCTED'],
  reimbursement: ['FREE', 'LOCKED', 'REIMBURSED'],
  finance: ['FREE', 'PLEDGED', 'FINANCED', 'RELEASED'],
  payment: ['UNPAID', 'PART', 'PAID'],
}

const RESPONSES = ['AB', 'UQ', 'CA', 'RE', 'AP', 'PD'] as const
const CLAIMS = ['employer-1', 'employer-2'].flatMap((employer) => ['lock', 'reimburse', 'release'].map((claim) => `${claim} ${employer}`))

function wentBack(before: Args, after: Args): string | undefined {
  return Object.entries(ORDER).find(([axis, states]) => {
    const lapsed = axis === 'finance' ? 'PLEDGED' : axis === 'reimbursement' ? 'LOCKED' : undefined
    const withdrawn = before[axis] === lapsed && after[axis] === 'FREE'
    return !withdrawn && states.indexOf(after[axis] as string) < states.indexOf(before[axis] as string)
  })?.[0]
}

test('a payment settles what is not pledged, names itself, and alone with settlements makes PAID', (t) => {
  const desk = openCallDesk()
  t.equal(call(desk, 'pledge', 'C-1', 60_000_000n), 'success')
  t.equal(call(desk, 'pay', 'P-1', 40_000_001n), 'invoices/owed-to-holder', 'the holder of C-1 is owed it, not the seller')
  t.equal(call(desk, 'pay', 'P-1', 0n), 'invoices/over-settled')
  t.equal(call(desk, 'pay', 'P-1', 40_000_000n), 'success')
  t.match(desk.status(INVOICE_ID), { payment: 'PART', settled: '40000000' })
  t.equal(call(desk, 'settle', 'C-1', 60_000_000n), 'success', 'what is pledged is still there to be redeemed')
  t.match(desk.status(INVOICE_ID), { payment: 'PAID' })
  t.equal(call(desk, 'pay', 'P-2', 1n), 'invoices/already-paid')
  const items = [
    { kind: 'payment', amount: '40000000', reference: 'UETR of P-1' },
    { kind: 'receivable', amount: '60000000' },
  ]
  t.same(desk.query('settlements', { invoiceId: INVOICE_ID }), { items })
  t.same(desk.query('settlements', { invoiceId: INVOICE_ID, limit: 1 }), { items: items.slice(0, 1), nextCursor: '1' })
  t.equal(desk.queryCode('settlements', { invoiceId: 'CN:X:380:1' }), 'invoices/not-found')
  t.end()
})

test('what was taken back is not owed: the rest makes it PAID, and no more is taken', (t) => {
  const desk = openCallDesk()
  const letter = { invoiceId: INVOICE_ID, number: '26442000000000009001', issueDate: '2026-03-02', amount: '30000000', reason: 'returned' }
  const open = () => getInvoice(desk.harness.state, INVOICE_ID)?.open
  t.equal(open(), GROSS)
  t.equal(desk.send(SELLER_BOTH, 'redLetter', letter), 'success')
  t.equal(open(), 70_000_000n)
  t.equal(call(desk, 'pay', 'P-1', 70_000_001n), 'invoices/over-settled')
  t.equal(call(desk, 'pay', 'P-1', 20_000_000n), 'success')
  t.match(desk.status(INVOICE_ID), { payment: 'PART' })
  t.equal(call(desk, 'pay', 'P-2', 50_000_001n), 'invoices/over-settled')
  t.equal(call(desk, 'pay', 'P-2', 50_000_000n), 'success')
  t.match(desk.status(INVOICE_ID), { payment: 'PAID', settled: '70000000', legal: 'PART_RED' })
  t.equal(call(desk, 'pay', 'P-3', 1n), 'invoices/already-paid')

  const later = openCallDesk()
  t.equal(call(later, 'pay', 'P-1', 70_000_000n), 'success')
  t.equal(later.send([...SELLER_BOTH, address('shunhe')], 'redLetter', letter), 'success')
  t.match(later.status(INVOICE_ID), { payment: 'PART', legal: 'PART_RED' }, 'no command makes it PAID')
  t.equal(call(later, 'pay', 'P-2', 1n), 'invoices/over-settled', 'and nothing is owed')
  t.end()
})

test('nothing is paid on what was rejected, wholly taken back or reimbursed', (t) => {
  const rejected = openCallDesk()
  t.equal(rejected.send(BUYER, 'respond', { invoiceId: INVOICE_ID, response: 'RE', reason: 'no' }), 'success')
  t.equal(call(rejected, 'pay', 'P-1', 1n), 'invoices/rejected-by-buyer')
  const red = openCallDesk()
  const letter = { invoiceId: INVOICE_ID, number: '26442000000000009001', issueDate: '2026-03-02', amount: '100000000', reason: 'returned' }
  t.equal(red.send(SELLER_BOTH, 'redLetter', letter), 'success')
  t.equal(call(red, 'pay', 'P-1', 1n), 'invoices/not-valid')
  const reimbursed = openCallDesk()
  const claim = { invoiceId: INVOICE_ID, claimReference: 'trip', expiresAtMs: reimbursed.harness.timeMs + DAY_MS }
  t.equal(reimbursed.send([address('employer-1')], 'lock', claim), 'success')
  t.equal(call(reimbursed, 'pay', 'P-1', 1n), 'success', 'a lock does not keep the buyer from paying')
  t.equal(reimbursed.send([address('employer-1')], 'reimburse', { invoiceId: INVOICE_ID }), 'invoices/not-cash')
  const cash = openCallDesk()
  t.equal(cash.send([address('employer-1')], 'lock', claim), 'success')
  t.equal(cash.send([address('employer-1')], 'reimburse', { invoiceId: INVOICE_ID }), 'success')
  for (const operation of ['pay', 'settle']) t.equal(call(cash, operation, 'P-1', 1n), 'invoices/already-reimbursed', operation)
  t.end()
})

test('whatever is tried, axes only move forward and the figures agree', (t) => {
  const certNo = fc.constantFrom('C-1', 'C-2', 'C-3')
  const sum = fc.oneof(fc.bigInt({ min: 0n, max: 120_000_000n }), fc.constantFrom(50_000_000n, GROSS))
  const act = fc.oneof(
    fc.record({ operation: fc.constantFrom(...Object.keys(OPERATIONS)), certNo, sum }),
    fc.record({ operation: fc.constantFrom(...RESPONSES, ...CLAIMS, 'deduct', 'red', 'wait'), certNo, sum }),
  )
  let letters = 0
  let moved = 0
  const succeeded = new Map<string, number>()
  const run = (desk: Desk, step: { readonly operation: string; readonly certNo: string; readonly sum: bigint }): string => {
    const { operation } = step
    if (OPERATIONS[operation] !== undefined) return call(desk, operation, step.certNo, step.sum)
    if (operation === 'deduct') return desk.send(BUYER, 'deduct', { invoiceId: INVOICE_ID })
    if (operation === 'wait') {
      desk.harness.advance(DAY_MS)
      return 'success'
    }
    const [claim = '', employer = ''] = operation.split(' ')
    if (employer !== '') {
      const more = claim === 'lock' ? { claimReference: 'trip', expiresAtMs: desk.harness.timeMs + DAY_MS } : {}
      return desk.send([address(employer)], claim, { invoiceId: INVOICE_ID, ...more })
    }
    if (operation !== 'red') return desk.send(BUYER, 'respond', { invoiceId: INVOICE_ID, response: operation, reason: 'why' })
    letters += 1
    const json = {
      invoiceId: INVOICE_ID,
      number: `2644200000000${9_000_000 + letters}`,
      issueDate: '2026-03-02',
      amount: `${step.sum}`,
      reason: 'x',
    }
    return desk.send([...SELLER_BOTH, address('shunhe')], 'redLetter', json)
  }
  const history = fc.property(fc.array(act, { minLength: 5, maxLength: 20 }), (steps) => {
    const desk = openCallDesk()
    let before = desk.status(INVOICE_ID)
    const once = new Set<string>()
    for (const step of steps) {
      if (run(desk, step) !== 'success') continue
      moved += 1
      succeeded.set(step.operation, (succeeded.get(step.operation) ?? 0) + 1)
      const kind = step.operation.split(' ')[0] as string
      if ((kind === 'reimburse' || kind === 'deduct') && once.has(kind)) throw new Error(`${kind} twice, the second by ${step.operation}`)
      once.add(kind)
      const after = desk.status(INVOICE_ID)
      const axis = wentBack(before, after)
      if (axis !== undefined) throw new Error(`${axis} went back from ${before[axis]} to ${after[axis]} by ${step.operation}`)
      before = after
    }
  })
  t.doesNotThrow(() => fc.assert(history, { numRuns: 60 }), 'the harness checks the module’s invariants after each')
  t.ok(moved > 40, `${moved} steps were taken`)
  t.ok(succeeded.has('lock employer-1') && succeeded.has('lock employer-2'), 'both employers got a lock')
  t.end()
})
