import { subjectKey } from '@hanse/modules'
import { test } from 'tap'
import { address, both, leiOf } from '../cast.ts'
import { type Args, type Desk, HASH, LISTED, openDesk, RATE, uetrOf } from './desk.ts'

/** Domain §2: the bank leg as a message of its own, pacs.009. Both banks act on their own account. */

const PAYER = [address('bank-a')]
const PAYEE = [address('viet-bank')]
const BOTH = both('bank-a')
const TRANSFER: Args = {
  uetr: uetrOf(9),
  debtorAgent: 'bank-a',
  creditorAgent: 'viet-bank',
  currency: 'CNY',
  instructedAmount: '350000.00',
  settlementCurrency: 'VND',
  settlementDate: '2026-03-02',
  messageId: 'FI-1',
  endToEndId: 'FI-E2E-1',
  purpose: 'CORT',
}

function screened(desk: Desk, given: Args = {}): string {
  const uetr = (given['uetr'] ?? TRANSFER['uetr']) as string
  const rows = [
    [BOTH, 'initiateInterbank', { ...TRANSFER, ...given }],
    [PAYER, 'screen', undefined],
    [PAYEE, 'screen', undefined],
  ] as const
  for (const [index, [signers, command, json]] of rows.entries()) {
    const code = desk.send(signers, command, json ?? desk.clear(uetr, index === 1 ? 'bank-a' : 'viet-bank'))
    if (code !== 'success') throw new Error(`${command}: ${code}`)
  }
  return uetr
}

test('pacs.009: two banks as they are registered, screened, exchanged, settled and credited like customers', (t) => {
  const desk = openDesk()
  const uetr = screened(desk)
  t.match(desk.payment(uetr), { status: 'ACCP', messageType: 'pacs.009', chargeBearer: 'DEBT', charges: '0' })
  t.match(desk.query('details', { uetr }), {
    debtor: { partyId: 'bank-a', country: 'CN' },
    creditor: { partyId: 'viet-bank', name: 'Viet Bank', lei: leiOf(21), country: 'VN' },
    purpose: 'CORT',
  })
  const quote = { uetr, provider: 'lp', rate: RATE, validUntilMs: desk.harness.timeMs + 60_000 }
  t.equal(desk.send([address('lp')], 'quote', quote), 'success')
  t.equal(desk.send(PAYER, 'acceptQuote', { uetr, provider: 'lp', rate: RATE, settledAmount: '1232000000' }), 'success')
  for (const command of ['lock', 'settlePvP']) t.equal(desk.send(PAYER, command, { uetr }), 'success')
  t.same([desk.balance('lp', 'CNY'), desk.balance('viet-bank', 'VND')], ['135000000', '1232000000'])
  t.equal(desk.send(PAYEE, 'confirmCredit', { uetr, creditedAmount: '1231999999' }), 'payments/credit-mismatch', 'it knows no charges')
  t.equal(desk.send(PAYEE, 'confirmCredit', { uetr, creditedAmount: '1232000000' }), 'success')
  t.match(desk.payment(uetr), { status: 'ACCC', credited: '1232000000' })
  t.match(desk.query('payments', { partyId: 'viet-bank' }), { items: [{ uetr, messageType: 'pacs.009' }] })
  t.match(desk.payment(desk.at('ACTC', 1)), { messageType: 'pacs.008' })
  t.end()
})

test('pacs.009: recalled and returned as any payment', (t) => {
  const desk = openDesk()
  const uetr = screened(desk, { settlementCurrency: 'CNY' })
  for (const command of ['lock', 'settlePvP']) t.equal(desk.send(PAYER, command, { uetr }), 'success')
  t.equal(desk.send(PAYER, 'recall', { uetr, reason: 'DUPL' }), 'success')
  t.equal(desk.send(PAYEE, 'respondToRecall', { uetr, answer: 'CNCL' }), 'success')
  t.equal(desk.send(PAYEE, 'returnPayment', { uetr, amount: '350000.00', reason: 'DUPL' }), 'success')
  t.equal(desk.balance('bank-a', 'CNY'), '100000000')
  t.end()
})

test('pacs.009: what it refuses', (t) => {
  const desk = openDesk()
  const rows: readonly (readonly [string, readonly ReturnType<typeof address>[], Args])[] = [
    ['organizations/wrong-party', both('viet-bank'), {}],
    ['organizations/four-eyes-required', PAYER, {}],
    ['organizations/missing-role', both('shunhe'), { debtorAgent: 'shunhe' }],
    ['organizations/unknown-party', BOTH, { creditorAgent: 'nobody' }],
    ['organizations/missing-role', BOTH, { creditorAgent: 'go-viet' }],
    ['payments/same-agent', BOTH, { creditorAgent: 'bank-a' }],
    ['payments/bad-uetr', BOTH, { uetr: 'eb6305c9-1f7f-19de-aed0-000000000001' }],
    ['payments/unknown-currency', BOTH, { currency: 'USD' }],
    ['payments/amount-decimals', BOTH, { instructedAmount: '350000' }],
    ['payments/amount-not-positive', BOTH, { instructedAmount: '0.00' }],
    ['payments/amount-too-large', BOTH, { instructedAmount: `${10n ** 36n}0.00` }],
    ['payments/bad-date', BOTH, { settlementDate: '2026-03-01' }],
    ['payments/bad-purpose', BOTH, { purpose: 'GDDS' }],
  ]
  for (const [code, signers, given] of rows) t.equal(desk.send(signers, 'initiateInterbank', { ...TRANSFER, ...given }), code, code)
  const limits = { bank: 'bank-a', currency: 'CNY', transactionLimit: '34999999', dayLimit: '34999999' }
  t.equal(desk.send(both('settlement-bank'), 'setLimits', limits), 'success')
  t.equal(desk.send(BOTH, 'initiateInterbank', TRANSFER), 'settlement/transaction-limit')
  t.equal(desk.send(both('settlement-bank'), 'setLimits', { ...limits, transactionLimit: '35000000' }), 'success')
  t.equal(desk.send(BOTH, 'initiateInterbank', TRANSFER), 'payments/quota-exceeded')
  t.equal(desk.send(both('settlement-bank'), 'setLimits', { bank: 'bank-a', currency: 'CNY' }), 'success')
  t.equal(desk.send(BOTH, 'initiateInterbank', TRANSFER), 'success', 'nothing of all that used the reference up')
  t.equal(desk.send(BOTH, 'initiateInterbank', TRANSFER), 'payments/duplicate-uetr')
  t.end()
})

test('pacs.008 and pacs.009 share one space of references', (t) => {
  const desk = openDesk()
  const uetr = desk.at('ACTC', 1)
  t.equal(desk.send(BOTH, 'initiateInterbank', { ...TRANSFER, uetr }), 'payments/duplicate-uetr')
  t.end()
})

test('pacs.009: a listed bank is not screened clear, and a rule holds it too', (t) => {
  const desk = openDesk({ supervision: { noticeHeights: 10, emergencyNoticeHeights: 2, utcOffsetMinutes: 480 } })
  desk.publish([...LISTED, subjectKey({ lei: leiOf(21), name: 'Viet Bank', country: 'VN' })])
  t.equal(desk.send(BOTH, 'initiateInterbank', TRANSFER), 'success')
  const uetr = TRANSFER['uetr'] as string
  t.equal(desk.send(PAYER, 'screen', desk.clear(uetr, 'bank-a')), 'payments/not-proven-absent')
  const effectiveFrom = desk.harness.height + 5
  const predicate = { type: 'countryListed', countries: ['VN'] }
  const terms = { ruleId: 'vietnam', version: 1, legalBasisHash: HASH, covers: 'payment', action: 'HOLD', emergency: true }
  t.equal(desk.send(both('regulator'), 'publishRule', { ...terms, predicate, effectiveFrom }, 'supervision'), 'success')
  while (desk.harness.height < effectiveFrom) desk.later(1_000)
  t.equal(desk.send(BOTH, 'initiateInterbank', { ...TRANSFER, uetr: uetrOf(10) }), 'success')
  t.match(desk.payment(uetrOf(10)), { status: 'PDNG', hold: { reason: 'RR04' } })
  t.end()
})
