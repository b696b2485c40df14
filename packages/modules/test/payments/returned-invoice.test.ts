import fc from 'fast-check'
import { test } from 'tap'
import { address, both } from '../cast.ts'
import { type Args, type Desk, INSTRUCTION, openDesk, uetrOf } from './desk.ts'

/** Domain §2 and §4: only the flow of money makes an invoice PAID, so money that flows back takes it away. */

const PAYER = [address('bank-a')]
const PAYEE = [address('viet-bank')]

function returned(desk: Desk, uetr: string, amount: string): string {
  const steps = [
    [PAYER, 'recall', { uetr, reason: 'CUST' }],
    [PAYEE, 'respondToRecall', { uetr, answer: 'CNCL' }],
    [PAYEE, 'returnPayment', { uetr, amount, reason: 'CUST' }],
  ] as const
  return steps.map(([signers, command, json]) => desk.send(signers, command, json)).join(' ')
}

const DONE = 'success success success'

function paymentOf(desk: Desk, invoiceId: string): Args {
  const { payment, settled } = desk.query('invoice', { invoiceId }, 'invoices')['status'] as Args
  return { payment, settled } as Args
}

test('a return after ACCC takes PAID back: what was returned is owed again, and can be paid again', (t) => {
  const desk = openDesk()
  const invoiceId = desk.invoice()
  const uetr = desk.at('ACCC', 1, { invoiceId })
  t.same(paymentOf(desk, invoiceId), { payment: 'PAID', settled: '1232000000' })
  t.match(desk.payment(uetr), { invoiceSettled: '1232000000' })
  t.equal(desk.send(both('bank-a'), 'initiate', { ...INSTRUCTION, uetr: uetrOf(2), invoiceId }), 'payments/invoice-not-payable')
  t.equal(returned(desk, uetr, '1232000000'), DONE)
  t.match(desk.events(), [
    {},
    { type: 'returned' },
    { module: 'invoices', type: 'returned', attributes: [{ value: '1232000000' }, {}, { key: 'reference', value: uetr }] },
    { module: 'invoices', type: 'axisChanged', attributes: [{ value: 'payment' }, { value: 'PAID' }, {}, { value: 'UNPAID' }] },
    { type: 'invoiceReopened', attributes: [{ value: '1232000000' }, {}, {}] },
  ])
  t.same(paymentOf(desk, invoiceId), { payment: 'UNPAID', settled: '0' })
  t.match(desk.payment(uetr), { status: 'ACCC', invoiceSettled: '0' })
  t.match(desk.query('settlements', { invoiceId }, 'invoices'), {
    items: [
      { kind: 'payment', amount: '1232000000', reference: uetr },
      { kind: 'return', amount: '1232000000', reference: uetr },
    ],
  })
  desk.at('ACCC', 3, { invoiceId })
  t.same(paymentOf(desk, invoiceId), { payment: 'PAID', settled: '1232000000' })
  t.end()
})

test('what the creditor kept of a returned payment counts still', (t) => {
  const desk = openDesk()
  const invoiceId = desk.invoice()
  const uetr = desk.at('ACCC', 1, { invoiceId })
  t.equal(returned(desk, uetr, '1000000000'), DONE)
  t.same(paymentOf(desk, invoiceId), { payment: 'PART', settled: '232000000' })
  t.end()
})

test('a return first takes what was paid too much: the invoice stays PAID while it is covered', (t) => {
  const desk = openDesk()
  const invoiceId = desk.invoice()
  const uetr = desk.at('ACCC', 1, { invoiceId, instructedAmount: '400000.00' })
  t.match(desk.payment(uetr), { settled: '1408000000', invoiceSettled: '1232000000' })
  t.equal(returned(desk, uetr, '176000000'), DONE)
  t.same(paymentOf(desk, invoiceId), { payment: 'PAID', settled: '1232000000' })
  t.end()
})

test('a return before ACCC, or of a payment without an invoice, touches none', (t) => {
  const desk = openDesk()
  const invoiceId = desk.invoice()
  t.equal(returned(desk, desk.at('ACSC', 1, { invoiceId }), '1232000000'), DONE)
  t.same(paymentOf(desk, invoiceId), { payment: 'UNPAID', settled: '0' })
  t.match(desk.query('settlements', { invoiceId }, 'invoices'), { items: [] })
  t.equal(returned(desk, desk.at('ACCC', 2), '1232000000'), DONE)
  t.end()
})

test('whatever is paid and returned of an invoice, both sides agree, and PAID is what creditors kept', (t) => {
  const flow = fc.record({ cents: fc.integer({ min: 1, max: 20_000_000 }), part: fc.integer({ min: 0, max: 4 }) })
  fc.assert(
    fc.property(fc.array(flow, { minLength: 1, maxLength: 4 }), (flows) => {
      const desk = openDesk()
      const invoiceId = desk.invoice()
      let kept = 0n
      for (const [number, { cents, part }] of flows.entries()) {
        const instructedAmount = `${Math.floor(cents / 100)}.${`${cents % 100}`.padStart(2, '0')}`
        const open = 1_232_000_000n - kept
        if (open === 0n) break
        const uetr = desk.at('ACCC', number, { invoiceId, instructedAmount })
        const settled = BigInt(desk.payment(uetr)['settled'] as string)
        const counted = settled < open ? settled : open
        const back = (settled * BigInt(part)) / 4n
        if (back > 0n && returned(desk, uetr, `${back}`) !== DONE) throw new Error('return')
        kept += counted < settled - back ? counted : settled - back
        const { payment, settled: said } = paymentOf(desk, invoiceId)
        const expected = kept === 0n ? 'UNPAID' : kept === 1_232_000_000n ? 'PAID' : 'PART'
        if (said !== `${kept}` || payment !== expected) throw new Error(`${said} ${payment as string}, not ${kept} ${expected}`)
      }
    }),
    { numRuns: 25 },
  )
  t.pass('the harness holds the invariants of both modules to it after every block')
  t.end()
})
