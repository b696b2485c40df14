import { test } from 'tap'
import { address, both } from '../cast.ts'
import { callOf, INSTRUCTION, openDesk, RATE, uetrOf } from './desk.ts'

const PAYER = [address('bank-a')]
const PAYEE = [address('viet-bank')]

test('Foshan pays Bình Dương: RCVD, ACTC, ACCP, ACSP, ACSC, ACCC', (t) => {
  const desk = openDesk()
  const invoiceId = desk.invoice()
  const uetr = uetrOf(1)
  t.equal(desk.send(both('bank-a'), 'initiate', { ...INSTRUCTION, uetr, invoiceId }), 'success')
  t.match(desk.events(), [
    { type: 'initiated', attributes: [{}, {}, {}, { key: 'instructed', value: '35000000' }] },
    { type: 'statusChanged', attributes: [{ value: 'RCVD' }, { value: 'ACTC' }] },
  ])
  t.equal(desk.send(PAYER, 'screen', desk.clear(uetr, 'bank-a')), 'success')
  t.equal(desk.payment(uetr)['status'], 'ACTC', 'one of two screened')
  t.equal(desk.send(PAYEE, 'screen', desk.clear(uetr, 'viet-bank')), 'success')
  t.equal(desk.payment(uetr)['status'], 'ACCP')
  const validUntilMs = desk.harness.timeMs + 600_000
  t.equal(desk.send([address('lp')], 'quote', { uetr, provider: 'lp', rate: RATE, validUntilMs }), 'success')
  t.match(desk.query('quote', { uetr, agent: 'lp' }), { rate: RATE, settled: '1232000000' })
  t.equal(desk.send(PAYER, 'acceptQuote', { uetr, provider: 'lp', rate: RATE, settledAmount: '1232000000' }), 'success')
  t.equal(desk.send(PAYER, 'lock', { uetr }), 'success')
  t.same([desk.balance('bank-a', 'CNY'), desk.balance('lp', 'VND')], ['65000000', '3768000000'])
  t.match(desk.query('limits', { partyId: 'lp', currency: 'VND' }, 'settlement'), { reserved: '1232000000' })
  t.equal(desk.send(PAYER, 'settlePvP', { uetr }), 'success')
  t.same([desk.balance('lp', 'CNY'), desk.balance('viet-bank', 'VND')], ['135000000', '1232000000'])
  t.match(desk.query('invoice', { invoiceId }, 'invoices'), { status: { payment: 'UNPAID' } }, 'the creditor has not got it yet')
  desk.later(5_000)
  t.equal(desk.send(PAYEE, 'confirmCredit', { uetr, creditedAmount: '1231990000' }), 'success', 'less the creditor agent’s charge')
  t.match(desk.query('invoice', { invoiceId }, 'invoices'), { status: { payment: 'PAID', settled: '1232000000' } })
  t.match(desk.payment(uetr), { status: 'ACCC', settled: '1232000000', credited: '1231990000', late: false })
  const history = desk.payment(uetr)['history'] as readonly { readonly status: string }[]
  t.same(
    history.map(({ status }) => status),
    ['RCVD', 'ACTC', 'ACCP', 'ACSP', 'ACSC', 'ACCC'],
  )
  t.match(desk.query('details', { uetr }), { debtor: { town: 'Foshan' }, purpose: 'GDDS' })
  t.match(desk.query('payments', { partyId: 'viet-bank' }), { items: [{ uetr }] })
  t.end()
})

test('in one currency there is no exchange, and one leg', (t) => {
  const desk = openDesk()
  const uetr = desk.at('ACSC', 1, { settlementCurrency: 'CNY' })
  t.same([desk.balance('bank-a', 'CNY'), desk.balance('viet-bank', 'CNY')], ['65000000', '35000000'])
  t.match(desk.payment(uetr), { settled: '35000000' })
  t.end()
})

test('all steps of one payment in one block, lock and settlement in one transaction', (t) => {
  const desk = openDesk()
  const uetr = desk.at('ACCP', 1)
  const validUntilMs = desk.harness.timeMs + 60_000
  const signers = [address('bank-a'), address('lp')]
  const calls = [
    callOf('quote', { uetr, provider: 'lp', rate: RATE, validUntilMs }),
    callOf('acceptQuote', { uetr, provider: 'lp', rate: RATE, settledAmount: '1232000000' }),
    callOf('lock', { uetr }),
    callOf('settlePvP', { uetr }),
  ]
  t.equal(desk.run({ signers, calls }), 'success')
  t.equal(desk.payment(uetr)['status'], 'ACSC')
  t.end()
})

test('what is settled follows the rate and who bears the charges, to the minor unit, half up', (t) => {
  const desk = openDesk()
  const rows = [
    ['SHAR', '350000.00', '100.00', '3520', '1232000000'],
    ['DEBT', '350000.00', '100.00', '3520', '1232000000'],
    ['SLEV', '350000.00', '100.00', '3520', '1232000000'],
    ['CRED', '350000.00', '100.00', '3520', '1231648000'],
    ['SHAR', '0.01', undefined, '50', '1'],
    ['SHAR', '0.01', undefined, '149.9999', '1'],
    ['SHAR', '0.01', undefined, '150', '2'],
    ['SHAR', '123.45', undefined, '3519.8765432', '434529'],
  ] as const
  for (const [index, [chargeBearer, instructedAmount, charges, rate, settled]] of rows.entries()) {
    const uetr = desk.at('ACTC', index, { chargeBearer, instructedAmount, ...(charges === undefined ? {} : { charges }) })
    t.match(desk.query('settledAmount', { uetr, rate }), { settled, amount: settled }, `${chargeBearer} ${instructedAmount} at ${rate}`)
  }
  t.match(desk.query('settledAmount', { uetr: uetrOf(4), rate: '49.9' }), { code: 'payments/amount-not-positive' })
  t.end()
})

test('a hold covers the payment, and ends by release or with its deadline, which rejects and refunds', (t) => {
  const desk = openDesk()
  const uetr = desk.at('ACCP', 1)
  const held = { uetr, agent: 'viet-bank', reason: 'RR04', note: 'name like another', deadlineMs: desk.harness.timeMs + 60_000 }
  t.equal(desk.send(PAYEE, 'hold', held), 'success')
  t.match(desk.payment(uetr), { status: 'PDNG', hold: { agent: 'viet-bank', reason: 'RR04' } })
  t.equal(desk.balance('bank-a', 'CNY'), '65000000')
  t.equal(desk.send(PAYEE, 'release', { uetr, agent: 'viet-bank' }), 'success')
  t.match(desk.payment(uetr), { status: 'ACCP', holds: 1 })
  t.equal(desk.balance('bank-a', 'CNY'), '100000000')
  t.equal(desk.send(PAYER, 'hold', { ...held, agent: 'bank-a', deadlineMs: desk.harness.timeMs + 90_000 }), 'success')
  desk.later(80_000)
  t.equal(desk.payment(uetr)['status'], 'PDNG', 'the first hold’s deadline does not end the second')
  desk.later(20_000)
  t.equal(desk.payment(uetr)['status'], 'RJCT')
  t.match((desk.payment(uetr)['history'] as readonly object[]).at(-1), { status: 'RJCT', reason: 'AB05' })
  t.equal(desk.balance('bank-a', 'CNY'), '100000000')
  t.end()
})

test('locked legs that are not settled in time go back', (t) => {
  const desk = openDesk()
  const uetr = desk.at('ACSP', 1)
  desk.later(600_000)
  desk.later(1_000)
  t.match((desk.payment(uetr)['history'] as readonly object[]).at(-1), { status: 'RJCT', reason: 'AB03' })
  t.same([desk.balance('bank-a', 'CNY'), desk.balance('lp', 'VND')], ['100000000', '5000000000'])
  t.end()
})

test('before ACSC either agent rejects and the debtor agent cancels, free of charge, wherever the money is', (t) => {
  const desk = openDesk()
  for (const [number, status] of (['ACTC', 'ACCP', 'ACSP'] as const).entries()) {
    const cancelled = desk.at(status, 2 * number)
    t.equal(desk.send(PAYER, 'cancel', { uetr: cancelled, reason: 'DUPL' }), 'success', status)
    t.match((desk.payment(cancelled)['history'] as readonly object[]).at(-1), { status: 'RJCT', reason: 'DUPL', by: 'bank-a' })
    const rejected = desk.at(status, 2 * number + 1)
    t.equal(desk.send(PAYEE, 'reject', { uetr: rejected, agent: 'viet-bank', reason: 'AC04' }), 'success', status)
    t.match((desk.payment(rejected)['history'] as readonly object[]).at(-1), { status: 'RJCT', reason: 'AC04', by: 'viet-bank' })
  }
  t.same([desk.balance('bank-a', 'CNY'), desk.balance('lp', 'VND')], ['100000000', '5000000000'])
  t.match(desk.query('quota', { bank: 'bank-a', currency: 'CNY', date: '2026-03-02' }), { used: '0' })
  t.end()
})

test('after ACSC money comes back by a return alone, once the recall is granted', (t) => {
  const desk = openDesk()
  const uetr = desk.at('ACSC', 1)
  t.equal(desk.send(PAYER, 'recall', { uetr, reason: 'FRAD', note: 'hacked mailbox' }), 'success')
  t.equal(desk.send(PAYEE, 'respondToRecall', { uetr, answer: 'RJCR', reason: 'NOAS' }), 'success')
  t.match(desk.payment(uetr), { status: 'ACSC', recall: { answer: 'RJCR', answerReason: 'NOAS' } })
  t.equal(desk.send(PAYER, 'recall', { uetr, reason: 'FRAD' }), 'success')
  t.equal(desk.send(PAYEE, 'respondToRecall', { uetr, answer: 'CNCL' }), 'success')
  t.equal(desk.send(PAYEE, 'returnPayment', { uetr, amount: '1231900000', reason: 'FRAD' }), 'success')
  t.match(desk.payment(uetr), { status: 'ACSC', returned: { amount: '1231900000', reason: 'FRAD' }, recalls: 2 })
  t.same(
    [desk.balance('viet-bank', 'VND'), desk.balance('bank-a', 'VND'), desk.balance('bank-a', 'CNY')],
    ['100000', '1231900000', '65000000'],
  )
  const credited = desk.at('ACCC', 2)
  t.equal(desk.send(PAYER, 'recall', { uetr: credited, reason: 'CUST' }), 'success', 'also after ACCC')
  t.equal(desk.send(PAYEE, 'respondToRecall', { uetr: credited, answer: 'CNCL' }), 'success')
  t.equal(desk.send(PAYEE, 'returnPayment', { uetr: credited, amount: '1232000000', reason: 'CUST' }), 'success')
  t.equal(desk.payment(credited)['status'], 'ACCC')
  desk.later(3_700_000)
  t.match(desk.query('late', { partyId: 'viet-bank' }), { items: [] }, 'what was returned need not be credited')
  t.end()
})

test('a creditor that is credited late, or not at all, is on record', (t) => {
  const desk = openDesk()
  const [first, second] = [desk.at('ACSC', 1), desk.at('ACSC', 2, { instructedAmount: '1000.00' })]
  desk.later(3_500_000)
  t.equal(desk.send(PAYEE, 'confirmCredit', { uetr: first, creditedAmount: '1232000000' }), 'success')
  t.match(desk.query('late', { partyId: 'viet-bank' }), { items: [] })
  desk.later(200_000)
  t.match(desk.query('late', { partyId: 'viet-bank' }), { items: [{ uetr: second, status: 'ACSC', late: true }] })
  t.equal(desk.send(PAYEE, 'confirmCredit', { uetr: second, creditedAmount: '3520000' }), 'success')
  t.match(
    desk.events().find(({ type }) => type === 'credited'),
    { attributes: [{ value: '3520000' }, { key: 'elapsedMs' }, { key: 'late', value: 'true' }] },
  )
  t.match(desk.query('late', { partyId: 'viet-bank', limit: 1 }), { items: [{ uetr: second, status: 'ACCC' }] })
  t.end()
})

test('a domestic bank has tokens issued against a reserve, and redeemed', (t) => {
  const desk = openDesk()
  const ask = { bank: 'bank-b', requestId: 'R-1', currency: 'CNY', direction: 'ISSUE', amount: '5000' }
  t.equal(desk.send([address('bank-b')], 'requestTokens', ask), 'success')
  const reserveHash = `0x${'cd'.repeat(32)}`
  t.equal(desk.send(both('settlement-bank'), 'answerTokens', { bank: 'bank-b', requestId: 'R-1', accept: true, reserveHash }), 'success')
  t.equal(desk.balance('bank-b', 'CNY'), '5000')
  t.match(desk.query('tokenRequest', { bank: 'bank-b', requestId: 'R-1' }), { status: 'DONE', reserveHash })
  t.equal(desk.send([address('bank-b')], 'requestTokens', { ...ask, requestId: 'R-2', direction: 'REDEEM', amount: '3000' }), 'success')
  t.equal(desk.balance('bank-b', 'CNY'), '2000', 'set aside')
  const refused = { bank: 'bank-b', requestId: 'R-2', accept: false, reason: 'the vault is closed' }
  t.equal(desk.send(both('settlement-bank'), 'answerTokens', refused), 'success')
  t.equal(desk.balance('bank-b', 'CNY'), '5000')
  t.equal(desk.send([address('bank-b')], 'requestTokens', { ...ask, requestId: 'R-3', direction: 'REDEEM', amount: '3000' }), 'success')
  t.equal(desk.send(both('settlement-bank'), 'answerTokens', { bank: 'bank-b', requestId: 'R-3', accept: true }), 'success')
  t.match(desk.query('supply', { currency: 'CNY' }, 'settlement'), { redeemed: '3000', outstanding: '200002000' })
  t.end()
})
