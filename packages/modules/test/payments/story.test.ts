import { subjectKey } from '@hanse/modules'
import { test } from 'tap'
import { address, both } from '../cast.ts'
import { INSTRUCTION, LISTED, openDesk, RATE, uetrOf, withDetails } from './desk.ts'

const PAYER = [address('bank-a')]
const PAYEE = [address('viet-bank')]
const LP = [address('lp')]

/** Domain §2, the demo "Foshan–Bình Dương" with everything that it wants refused. Third parties that read names come with hiding. */
test('Foshan–Bình Dương, honestly and otherwise', (t) => {
  const desk = openDesk()
  const invoiceId = desk.invoice()
  const uetr = uetrOf(417)
  const instruction = { ...INSTRUCTION, uetr, invoiceId }
  const payer = both('bank-a')

  t.equal(desk.send(both('settlement-bank'), 'setLimits', { bank: 'bank-a', currency: 'CNY', transactionLimit: '40000000' }), 'success')
  const large = { ...instruction, instructedAmount: '400000.01' }
  t.equal(desk.send(payer, 'initiate', large), 'settlement/transaction-limit', 'the cap is exceeded')
  const homeless = { ...withDetails({ town: null }, 'creditor'), uetr, invoiceId }
  t.equal(desk.send(payer, 'initiate', homeless), 'payments/creditor-incomplete', 'no town of the beneficiary')
  t.equal(desk.send(payer, 'initiate', instruction), 'success')
  t.equal(desk.send(payer, 'initiate', instruction), 'payments/duplicate-uetr', 'the UETR again')

  const before = desk.clear(uetr, 'viet-bank')
  desk.publish([...LISTED, subjectKey({ name: 'Binh Duong Go Viet', country: 'VN' })])
  t.equal(desk.send(PAYEE, 'screen', before), 'payments/list-not-current', 'the creditor is listed since')
  t.equal(desk.send(PAYEE, 'screen', desk.clear(uetr, 'viet-bank')), 'payments/not-proven-absent', 'and cannot be proven absent')
  desk.publish(LISTED)
  for (const agent of ['bank-a', 'viet-bank']) t.equal(desk.send([address(agent)], 'screen', desk.clear(uetr, agent)), 'success')

  const accept = { uetr, provider: 'lp', rate: RATE, settledAmount: '1232000000' }
  const validUntilMs = desk.harness.timeMs + 30_000
  t.equal(desk.send(LP, 'quote', { uetr, provider: 'lp', rate: RATE, validUntilMs }), 'success')
  desk.later(30_000)
  t.equal(desk.send(PAYER, 'acceptQuote', accept), 'payments/quote-expired', 'a stale quote')
  t.equal(desk.send(LP, 'quote', { uetr, provider: 'lp', rate: RATE, validUntilMs: validUntilMs + 300_000 }), 'success')
  const broken = { ...accept, settledAmount: '1232000000.50' }
  t.equal(desk.send(PAYER, 'acceptQuote', broken), 'payments/amount-decimals', 'a VND amount with decimals')
  t.equal(desk.send(PAYER, 'acceptQuote', accept), 'success')

  const away = { from: 'lp', to: 'lp-two', currency: 'VND', amount: '4000000000', reference: 'elsewhere' }
  t.equal(desk.send(LP, 'transfer', away, 'settlement'), 'success')
  t.equal(desk.send(PAYER, 'lock', { uetr }), 'settlement/insufficient-funds', 'the provider lacks the money')
  t.equal(desk.balance('bank-a', 'CNY'), '100000000', 'and the payer is untouched')
  t.equal(desk.send([address('lp-two')], 'transfer', { ...away, from: 'lp-two', to: 'lp' }, 'settlement'), 'success')

  const started = desk.harness.timeMs
  t.equal(desk.send(PAYER, 'lock', { uetr }), 'success')
  t.equal(desk.send(PAYER, 'settlePvP', { uetr }), 'success')
  t.equal(desk.send(PAYER, 'cancel', { uetr, reason: 'CUST' }), 'payments/settled', 'no recall after ACSC')
  t.equal(desk.send(PAYEE, 'confirmCredit', { uetr, creditedAmount: '1232000000' }), 'success')
  t.ok(desk.harness.timeMs - started < 10_000)
  t.match(desk.payment(uetr), { status: 'ACCC', settled: '1232000000', late: false })
  t.match(desk.query('invoice', { invoiceId }, 'invoices'), { status: { payment: 'PAID' } })
  t.match(desk.query('complianceProof', { uetr }), { complete: true })
  t.end()
})
