import { payments, subjectKey } from '@hanse/modules'
import type { Address } from '@hanse/primitives'
import { type Test, test } from 'tap'
import { address, both, DAY_MS, START_MS } from '../cast.ts'
import { type Args, type Desk, HASH, INSTRUCTION, LISTED, openDesk, RATE, uetrOf, withDetails } from './desk.ts'

type Row = readonly [code: string, signers: readonly Address[], command: string, json: Args]

const PAYER = [address('bank-a')]
const PAYEE = [address('viet-bank')]
const LP = [address('lp')]
const BOTH = both('bank-a')
const SOON = START_MS + 600_000

/** Each row is refused with its code and changes nothing. */
function check(t: Test, desk: Desk, rows: readonly Row[]): void {
  const before = [desk.balance('bank-a', 'CNY'), desk.balance('lp', 'VND'), desk.balance('viet-bank', 'VND')]
  for (const [code, signers, command, json] of rows) t.equal(desk.send(signers, command, json), code, `${command}: ${code}`)
  t.same([desk.balance('bank-a', 'CNY'), desk.balance('lp', 'VND'), desk.balance('viet-bank', 'VND')], before, 'no money moved')
}

test('initiate: who, which reference, which amount', (t) => {
  const desk = openDesk()
  const given = { ...INSTRUCTION, uetr: uetrOf(1) }
  check(t, desk, [
    ['organizations/wrong-party', both('viet-bank'), 'initiate', given],
    ['organizations/four-eyes-required', PAYER, 'initiate', given],
    ['organizations/missing-role', both('shunhe'), 'initiate', { ...given, debtorAgent: 'shunhe' }],
    ['organizations/unknown-party', BOTH, 'initiate', { ...given, creditorAgent: 'nobody' }],
    ['organizations/missing-role', BOTH, 'initiate', { ...given, creditorAgent: 'go-viet' }],
    ['payments/same-agent', BOTH, 'initiate', { ...given, creditorAgent: 'bank-a' }],
    ['payments/bad-uetr', BOTH, 'initiate', { ...given, uetr: 'eb6305c9-1f7f-19de-aed0-000000000001' }],
    ['payments/bad-uetr', BOTH, 'initiate', { ...given, uetr: 'eb6305c9-1f7f-49de-ced0-000000000001' }],
    ['payments/unknown-currency', BOTH, 'initiate', { ...given, currency: 'USD' }],
    ['payments/unknown-currency', BOTH, 'initiate', { ...given, settlementCurrency: 'USD' }],
    ['payments/amount-decimals', BOTH, 'initiate', { ...given, instructedAmount: '350000.005' }],
    ['payments/amount-decimals', BOTH, 'initiate', { ...given, instructedAmount: '35000000' }],
    ['payments/amount-decimals', BOTH, 'initiate', { ...given, currency: 'VND', instructedAmount: '1232000000.50' }],
    ['payments/amount-not-positive', BOTH, 'initiate', { ...given, instructedAmount: '0.00' }],
    ['payments/amount-not-positive', BOTH, 'initiate', { ...given, instructedAmount: '-1.00' }],
    ['payments/amount-not-positive', BOTH, 'initiate', { ...given, charges: '0.00' }],
    ['payments/amount-not-positive', BOTH, 'initiate', { ...given, chargeBearer: 'CRED', charges: '350000.00' }],
    ['payments/amount-too-large', BOTH, 'initiate', { ...given, instructedAmount: `${10n ** 36n}0.00` }],
    ['payments/bad-date', BOTH, 'initiate', { ...given, settlementDate: '2026-03-01' }],
    ['payments/bad-date', BOTH, 'initiate', { ...given, settlementDate: '2026-03-13' }],
    ['payments/bad-date', BOTH, 'initiate', { ...given, settlementDate: '2027-02-29' }],
    ['payments/unknown-invoice', BOTH, 'initiate', { ...given, invoiceId: 'VN:1:380:1' }],
  ])
  t.equal(
    desk.wordsOf(BOTH, 'initiate', { ...given, currency: 'VND', instructedAmount: '1232000000.50' }),
    '1232000000.50 has 2 decimals, VND has 0 (ISO 20022 AM12)',
  )
  t.equal(desk.send(BOTH, 'initiate', given), 'success', 'nothing of all that used the reference up')
  t.equal(desk.send(BOTH, 'initiate', given), 'payments/duplicate-uetr')
  t.match(desk.wordsOf(BOTH, 'initiate', given), /AM05/)
  t.equal(desk.send(PAYER, 'cancel', { uetr: uetrOf(1), reason: 'DUPL' }), 'success')
  t.equal(desk.send(BOTH, 'initiate', given), 'payments/duplicate-uetr', 'unique for ever')
  const other = { ...given, debtorAgent: 'viet-bank', creditorAgent: 'bank-a' }
  t.equal(desk.send(both('viet-bank'), 'initiate', other), 'payments/duplicate-uetr', 'for every bank')
  t.end()
})

test('initiate: FATF R.16, accounts, identifiers, purpose', (t) => {
  const desk = openDesk()
  const rows: readonly (readonly [string, 'debtor' | 'creditor', Args, string])[] = [
    ['payments/debtor-incomplete', 'debtor', { name: null }, 'RR02'],
    ['payments/debtor-incomplete', 'debtor', { street: null }, 'RR02'],
    ['payments/debtor-incomplete', 'debtor', { town: null }, 'RR02'],
    ['payments/debtor-incomplete', 'debtor', { country: null }, 'RR02'],
    ['payments/debtor-account-missing', 'debtor', { account: null }, 'RR01'],
    ['payments/creditor-incomplete', 'creditor', { name: null }, 'RR03'],
    ['payments/creditor-incomplete', 'creditor', { town: null }, 'RR03'],
    ['payments/creditor-incomplete', 'creditor', { country: null }, 'RR03'],
    ['payments/creditor-account-missing', 'creditor', { account: null }, 'AC03'],
    ['payments/bad-account', 'debtor', { account: null, iban: 'DE89370400440532013001' }, 'AC01'],
    ['payments/bad-account', 'debtor', { iban: 'DE89370400440532013000' }, 'AC01'],
    ['payments/bad-account', 'creditor', { account: null, iban: 'CN89370400440532013000' }, 'AC01'],
    ['payments/bad-lei', 'debtor', { lei: '300300DEMFSSHAPP0164' }, 'RR12'],
    ['payments/bad-country', 'creditor', { country: 'XX' }, 'BE09'],
    ['payments/party-mismatch', 'debtor', { name: 'Foshan Shunhe' }, 'BE01'],
    ['payments/party-mismatch', 'debtor', { lei: '300300DEMVNGOVT00743' }, 'BE01'],
    ['payments/party-mismatch', 'creditor', { country: 'CN' }, 'BE01'],
  ]
  for (const [code, person, given, iso] of rows) {
    const json = { ...withDetails(given, person), uetr: uetrOf(1) }
    t.equal(desk.send(BOTH, 'initiate', json), code, `${person} ${JSON.stringify(given)}`)
    t.match(desk.wordsOf(BOTH, 'initiate', json), new RegExp(`\\(ISO 20022 ${iso}\\)$`))
  }
  check(t, desk, [
    ['organizations/unknown-party', BOTH, 'initiate', { ...withDetails({ partyId: 'nobody' }, 'debtor'), uetr: uetrOf(1) }],
    ['payments/bad-purpose', BOTH, 'initiate', { ...withDetails({ purpose: 'XXXX' }), uetr: uetrOf(1) }],
  ])
  const elsewhere = { partyId: null, lei: null, country: 'DE', account: null, iban: 'DE89370400440532013000' }
  t.equal(desk.send(BOTH, 'initiate', { ...withDetails(elsewhere, 'debtor'), uetr: uetrOf(1) }), 'success', 'a real IBAN')
  t.end()
})

test('initiate: the invoice that is paid', (t) => {
  const desk = openDesk()
  const invoiceId = desk.invoice()
  const given = { ...INSTRUCTION, uetr: uetrOf(1), invoiceId }
  check(t, desk, [
    ['payments/invoice-parties', BOTH, 'initiate', { ...withDetails({ partyId: null }, 'debtor'), uetr: uetrOf(1), invoiceId }],
    ['payments/invoice-currency', BOTH, 'initiate', { ...given, settlementCurrency: 'CNY' }],
  ])
  desk.at('ACCC', 2, { invoiceId })
  t.equal(desk.send(BOTH, 'initiate', given), 'payments/invoice-not-payable', 'it is PAID')
  t.end()
})

test('an invoice that was taken back in part is owed for the rest, also when that comes while the payment is under way', (t) => {
  const letter = { number: 'GV-RED-1', issueDate: '2026-03-02', amount: '232000000', reason: 'returned' }
  const statusOf = (desk: Desk, invoiceId: string) => desk.query('invoice', { invoiceId }, 'invoices')['status']
  for (const isUnderWay of [false, true]) {
    const desk = openDesk()
    const invoiceId = desk.invoice()
    const uetr = isUnderWay ? desk.at('ACSC', 1, { invoiceId }) : uetrOf(1)
    t.equal(desk.send(both('go-viet'), 'redLetter', { ...letter, invoiceId }, 'invoices'), 'success')
    const credit = () => desk.send(PAYEE, 'confirmCredit', { uetr, creditedAmount: desk.payment(uetr)['settled'] as string })
    if (isUnderWay) t.equal(credit(), 'success')
    else desk.at('ACCC', 1, { invoiceId })
    t.match(statusOf(desk, invoiceId), { legal: 'PART_RED', payment: 'PAID', settled: '1000000000', red: '232000000' })
    const again = { ...INSTRUCTION, uetr: uetrOf(2), invoiceId }
    t.equal(desk.send(BOTH, 'initiate', again), 'payments/invoice-not-payable', 'nothing is owed any more')
  }
  const red = openDesk()
  const invoiceId = red.invoice()
  t.equal(red.send(both('go-viet'), 'redLetter', { ...letter, invoiceId, amount: '1232000000' }, 'invoices'), 'success')
  t.equal(red.send(BOTH, 'initiate', { ...INSTRUCTION, uetr: uetrOf(1), invoiceId }), 'payments/invoice-not-payable', 'all of it')
  t.end()
})

test('limits: by the issuer alone, and nobody passes them', (t) => {
  const desk = openDesk()
  const limits = { bank: 'bank-a', currency: 'CNY' }
  const issuer = both('settlement-bank')
  check(t, desk, [
    ['organizations/wrong-party', both('sbv'), 'setLimits', limits],
    ['organizations/four-eyes-required', [address('settlement-bank')], 'setLimits', limits],
    ['settlement/unknown-currency', issuer, 'setLimits', { ...limits, currency: 'USD' }],
    ['organizations/missing-role', issuer, 'setLimits', { ...limits, bank: 'shunhe' }],
    ['settlement/limit-below-held', issuer, 'setLimits', { ...limits, holdLimit: '99999999' }],
  ])
  t.equal(desk.send(issuer, 'setLimits', { ...limits, transactionLimit: '34999999', holdLimit: '100000000' }), 'success')
  check(t, desk, [['settlement/transaction-limit', BOTH, 'initiate', { ...INSTRUCTION, uetr: uetrOf(1) }]])
  t.match(desk.wordsOf(BOTH, 'initiate', { ...INSTRUCTION, uetr: uetrOf(1) }), /AM02/)
  t.equal(desk.send(issuer, 'setLimits', { ...limits, dayLimit: '60000000' }), 'success')
  desk.at('ACTC', 1)
  t.equal(desk.send(BOTH, 'initiate', { ...INSTRUCTION, uetr: uetrOf(2) }), 'payments/quota-exceeded')
  t.equal(desk.send(PAYER, 'cancel', { uetr: uetrOf(1), reason: 'TECH' }), 'success')
  t.equal(desk.send(BOTH, 'initiate', { ...INSTRUCTION, uetr: uetrOf(2) }), 'success', 'what was rejected does not count')
  t.equal(desk.send(issuer, 'setLimits', limits), 'success')
  const huge = { ...INSTRUCTION, instructedAmount: `3${'0'.repeat(36)}.00` }
  t.equal(desk.send(BOTH, 'initiate', { ...huge, uetr: uetrOf(4) }), 'success')
  t.equal(desk.send(BOTH, 'initiate', { ...huge, uetr: uetrOf(5) }), 'payments/amount-too-large', 'a day holds 2^128 minor units')
  desk.later(DAY_MS)
  const tomorrow = { ...INSTRUCTION, settlementDate: '2026-03-03' }
  t.equal(desk.send(BOTH, 'initiate', { ...tomorrow, uetr: uetrOf(3) }), 'success', 'a new day')
  t.end()
})

test('a cap on what the creditor agent holds stops the settlement, and the legs go back', (t) => {
  const desk = openDesk()
  t.equal(desk.send(both('sbv'), 'setLimits', { bank: 'viet-bank', currency: 'VND', holdLimit: '1231999999' }), 'success')
  const uetr = desk.at('ACSP', 1)
  check(t, desk, [['settlement/hold-limit', PAYER, 'settlePvP', { uetr }]])
  t.match(desk.wordsOf(PAYER, 'settlePvP', { uetr }), /AM13/)
  t.equal(desk.payment(uetr)['status'], 'ACSP')
  t.equal(desk.send(both('settlement-bank'), 'setLimits', { bank: 'bank-a', currency: 'CNY', holdLimit: '100000000' }), 'success')
  const more = { currency: 'CNY', to: 'bank-a', amount: '1', reference: 'x' }
  t.equal(desk.send(both('settlement-bank'), 'mint', more, 'settlement'), 'settlement/hold-limit', 'what is locked counts as held')
  desk.later(600_000)
  desk.later(1_000)
  t.same([desk.payment(uetr)['status'], desk.balance('bank-a', 'CNY'), desk.balance('lp', 'VND')], ['RJCT', '100000000', '5000000000'])
  t.end()
})

test('screen: both agents, the version in force, every subject', (t) => {
  const desk = openDesk()
  const uetr = desk.at('ACTC', 1)
  const old = desk.clear(uetr, 'bank-a')
  const [list] = old['lists'] as readonly Args[]
  const absences = list?.['absences'] as readonly Args[]
  check(t, desk, [
    ['payments/unknown-payment', PAYER, 'screen', { ...old, uetr: uetrOf(9) }],
    ['payments/not-agent', LP, 'screen', { ...old, agent: 'lp' }],
    ['organizations/wrong-party', PAYEE, 'screen', old],
    ['payments/lists-incomplete', PAYER, 'screen', { ...old, lists: [] }],
    ['payments/lists-incomplete', PAYER, 'screen', { ...old, lists: [{ ...list, listId: 'other' }] }],
    ['payments/lists-incomplete', PAYER, 'screen', { ...old, lists: [{ ...list }, { ...list }] }],
    ['payments/list-not-current', PAYER, 'screen', { ...old, lists: [{ ...list, version: 2 }] }],
    ['payments/not-proven-absent', PAYER, 'screen', { ...old, lists: [{ ...list, absences: absences.slice(1) }] }],
    ['payments/not-proven-absent', PAYER, 'screen', { ...old, lists: [{ ...list, absences: absences.toReversed() }] }],
    ['payments/wrong-status', PAYER, 'lock', { uetr }],
  ])
  desk.publish([...LISTED, subjectKey({ name: 'Binh Duong Go Viet', country: 'VN' })])
  check(t, desk, [
    ['payments/list-not-current', PAYER, 'screen', old],
    ['payments/not-proven-absent', PAYER, 'screen', desk.clear(uetr, 'bank-a')],
  ])
  t.equal(desk.send(PAYEE, 'screen', { uetr, agent: 'viet-bank', result: 'HIT', lists: [] }), 'success')
  t.match((desk.payment(uetr)['history'] as readonly object[]).at(-1), { status: 'RJCT', reason: 'RR04', by: 'viet-bank' })
  t.equal(desk.send(PAYER, 'screen', old), 'payments/wrong-status')
  t.end()
})

test('screen: where the list that is demanded does not exist', (t) => {
  const desk = openDesk({
    payments: { utcOffsetMinutes: 480, lockMs: 600_000, creditWithinMs: 60_000, screeningMs: 60_000, lists: ['un'] },
  })
  const uetr = desk.at('ACTC', 1)
  const lists = [{ listId: 'un', version: 1, absences: [] }]
  t.equal(desk.send(PAYER, 'screen', { uetr, agent: 'bank-a', result: 'CLEAR', lists }), 'payments/no-list')
  t.end()
})

test('a screening is void when the list changes before the lock, or it is a day old', (t) => {
  const desk = openDesk()
  const uetr = desk.at('ACCP', 1, { settlementCurrency: 'CNY' })
  desk.publish([...LISTED, subjectKey({ name: 'Somebody else', country: 'RU' })])
  t.equal(desk.send(PAYER, 'lock', { uetr }), 'payments/screening-void')
  t.match(desk.query('complianceProof', { uetr }), { complete: false })
  for (const agent of ['bank-a', 'viet-bank']) t.equal(desk.send([address(agent)], 'screen', desk.clear(uetr, agent)), 'success')
  desk.later(DAY_MS)
  t.equal(desk.send(PAYER, 'lock', { uetr }), 'payments/screening-void')
  t.equal(desk.send(PAYER, 'screen', desk.clear(uetr, 'bank-a')), 'success')
  t.equal(desk.send(PAYER, 'lock', { uetr }), 'payments/screening-void', 'of the other agent too')
  t.equal(desk.send(PAYEE, 'screen', desk.clear(uetr, 'viet-bank')), 'success')
  t.equal(desk.send(PAYER, 'lock', { uetr }), 'success')
  t.end()
})

test('quotes: who, at which rate, until when', (t) => {
  const desk = openDesk()
  const uetr = desk.at('ACCP', 1)
  const quote = { uetr, provider: 'lp', rate: RATE, validUntilMs: SOON }
  const accept = { uetr, provider: 'lp', rate: RATE, settledAmount: '1232000000' }
  const plain = desk.at('ACCP', 2, { settlementCurrency: 'CNY' })
  check(t, desk, [
    ['organizations/wrong-party', PAYER, 'quote', quote],
    ['organizations/missing-role', [address('shunhe')], 'quote', { ...quote, provider: 'shunhe' }],
    ['payments/unknown-payment', LP, 'quote', { ...quote, uetr: uetrOf(9) }],
    ['payments/same-agent', PAYEE, 'quote', { ...quote, provider: 'viet-bank' }],
    ['payments/bad-deadline', LP, 'quote', { ...quote, validUntilMs: START_MS }],
    ['payments/bad-deadline', LP, 'quote', { ...quote, validUntilMs: START_MS + 2 * DAY_MS }],
    ['payments/bad-rate', LP, 'quote', { ...quote, rate: '0.000' }],
    ['payments/bad-rate', LP, 'quote', { ...quote, rate: '3520.12345678' }],
    ['payments/bad-rate', LP, 'quote', { ...quote, rate: '352012345678' }],
    ['payments/amount-not-positive', LP, 'quote', { ...quote, rate: '0.0000000001' }],
    ['payments/no-exchange', LP, 'quote', { ...quote, uetr: plain }],
    ['payments/unknown-quote', PAYER, 'acceptQuote', accept],
    ['payments/quote-missing', PAYER, 'lock', { uetr }],
  ])
  t.equal(desk.send(LP, 'quote', quote), 'success')
  check(t, desk, [
    ['organizations/wrong-party', PAYEE, 'acceptQuote', accept],
    ['payments/amount-decimals', PAYER, 'acceptQuote', { ...accept, settledAmount: '1232000000.50' }],
    ['payments/quote-mismatch', PAYER, 'acceptQuote', { ...accept, settledAmount: '1232000001' }],
    ['payments/quote-mismatch', PAYER, 'acceptQuote', { ...accept, rate: '3521' }],
  ])
  t.equal(desk.send(LP, 'quote', { ...quote, rate: '3519' }), 'success')
  t.equal(desk.send(PAYER, 'acceptQuote', accept), 'payments/quote-mismatch', 'the provider has changed it')
  t.equal(desk.send(LP, 'quote', quote), 'success')
  t.equal(desk.send(PAYER, 'acceptQuote', accept), 'success')
  desk.harness.advance(SOON - desk.harness.timeMs)
  check(t, desk, [
    ['payments/quote-expired', PAYER, 'acceptQuote', accept],
    ['payments/quote-expired', PAYER, 'lock', { uetr }],
  ])
  t.end()
})

test('a large quote needs four eyes of the provider', (t) => {
  const currencies = [
    { currency: 'CNY', issuer: 'settlement-bank' },
    { currency: 'VND', issuer: 'sbv', fourEyesFrom: '1000000' },
  ]
  const balances = [{ partyId: 'bank-a', currency: 'CNY', amount: '100000000' }]
  const desk = openDesk({ settlement: { currencies, balances } })
  const quote = { uetr: desk.at('ACTC', 1), provider: 'lp', rate: RATE, validUntilMs: SOON }
  t.equal(desk.send(LP, 'quote', quote), 'organizations/four-eyes-required')
  t.equal(desk.send(both('lp'), 'quote', quote), 'success')
  t.end()
})

test('lock: date, and money on both sides or none', (t) => {
  const desk = openDesk()
  const later = desk.at('ACCP', 1, { settlementCurrency: 'CNY', settlementDate: '2026-03-04' })
  check(t, desk, [
    ['payments/too-early', PAYER, 'lock', { uetr: later }],
    ['organizations/wrong-party', PAYEE, 'lock', { uetr: later }],
    ['payments/wrong-status', PAYER, 'settlePvP', { uetr: later }],
  ])
  const uetr = desk.at('ACCP', 2)
  const rate = '35200'
  t.equal(desk.send(LP, 'quote', { uetr, provider: 'lp', rate, validUntilMs: SOON }), 'success')
  t.equal(desk.send(PAYER, 'acceptQuote', { uetr, provider: 'lp', rate, settledAmount: '12320000000' }), 'success')
  check(t, desk, [['settlement/insufficient-funds', PAYER, 'lock', { uetr }]])
  t.match(desk.wordsOf(PAYER, 'lock', { uetr }), /^lp holds .*AM04/, 'the provider lacks it, the payer is untouched')
  const large = desk.at('ACCP', 3, { instructedAmount: '1000000.01', settlementCurrency: 'CNY' })
  check(t, desk, [['settlement/insufficient-funds', PAYER, 'lock', { uetr: large }]])
  t.end()
})

test('hold and release', (t) => {
  const desk = openDesk()
  const uetr = desk.at('ACCP', 1)
  const hold = { uetr, agent: 'viet-bank', reason: 'NARR', note: 'to be looked at', deadlineMs: SOON }
  check(t, desk, [
    ['payments/not-agent', LP, 'hold', { ...hold, agent: 'lp' }],
    ['organizations/wrong-party', PAYER, 'hold', hold],
    ['payments/bad-deadline', PAYEE, 'hold', { ...hold, deadlineMs: START_MS }],
    ['payments/bad-deadline', PAYEE, 'hold', { ...hold, deadlineMs: START_MS + 6 * DAY_MS }],
    ['payments/wrong-status', PAYEE, 'release', { uetr, agent: 'viet-bank' }],
    [
      'settlement/insufficient-funds',
      PAYER,
      'hold',
      { ...hold, uetr: desk.at('ACCP', 2, { instructedAmount: '1000000.01' }), agent: 'bank-a' },
    ],
  ])
  t.equal(desk.send(PAYEE, 'hold', hold), 'success')
  check(t, desk, [
    ['payments/not-holder', PAYER, 'release', { uetr, agent: 'bank-a' }],
    ['payments/wrong-status', PAYER, 'lock', { uetr }],
    ['payments/wrong-status', PAYER, 'hold', { ...hold, agent: 'bank-a' }],
  ])
  t.equal(desk.send(PAYEE, 'release', { uetr, agent: 'viet-bank' }), 'success')
  for (let round = 1; round < 8; round++) {
    t.equal(desk.send(PAYEE, 'hold', hold), 'success')
    t.equal(desk.send(PAYEE, 'release', { uetr, agent: 'viet-bank' }), 'success')
  }
  t.equal(desk.send(PAYEE, 'hold', hold), 'payments/too-many-holds')
  t.end()
})

test('a deadline holds from its moment on, swept or not', (t) => {
  const desk = openDesk()
  const held = desk.at('ACCP', 1)
  const locked = desk.at('ACSP', 2)
  const deadlineMs = desk.harness.timeMs + 600_500
  const hold = { uetr: held, agent: 'bank-a', reason: 'NARR', note: 'x', deadlineMs }
  t.equal(desk.send(PAYER, 'hold', hold), 'success')
  // The queue has a grain of a second: in the block of the deadline itself it has not swept yet.
  const at = (timeMs: number, command: string, json: Args): string | undefined => {
    const { receipts } = desk.harness.block([{ signers: PAYER, calls: [{ module: 'payments', command, json }] }], { timeMs })
    return receipts[0]?.code
  }
  const lockDeadlineMs = desk.payment(locked)['lockDeadlineMs'] as number
  t.not(lockDeadlineMs % 1_000, 0)
  desk.harness.block([], { timeMs: lockDeadlineMs - 1 })
  t.equal(at(lockDeadlineMs, 'settlePvP', { uetr: locked }), 'payments/lock-expired')
  t.equal(at(Math.max(deadlineMs, lockDeadlineMs + 1), 'release', { uetr: held, agent: 'bank-a' }), 'payments/hold-expired')
  desk.later(1_000)
  t.same([desk.payment(held)['status'], desk.payment(locked)['status']], ['RJCT', 'RJCT'])
  t.end()
})

test('after ACSC: no reversal, a return only after a recall that was granted', (t) => {
  const desk = openDesk()
  const uetr = desk.at('ACSC', 1)
  const back = { uetr, amount: '1232000000', reason: 'CUST' }
  check(t, desk, [
    ['payments/settled', PAYER, 'cancel', { uetr, reason: 'CUST' }],
    ['payments/settled', PAYEE, 'reject', { uetr, agent: 'viet-bank', reason: 'AC04' }],
    ['payments/wrong-status', PAYER, 'settlePvP', { uetr }],
    ['payments/wrong-status', PAYER, 'lock', { uetr }],
    ['payments/no-recall', PAYEE, 'returnPayment', back],
    ['payments/no-recall', PAYEE, 'respondToRecall', { uetr, answer: 'CNCL' }],
    ['payments/not-settled', PAYER, 'recall', { uetr: desk.at('ACTC', 2), reason: 'CUST' }],
    ['organizations/wrong-party', PAYEE, 'recall', { uetr, reason: 'CUST' }],
  ])
  t.equal(desk.send(PAYER, 'recall', { uetr, reason: 'CUST' }), 'success')
  check(t, desk, [
    ['payments/recall-pending', PAYER, 'recall', { uetr, reason: 'CUST' }],
    ['payments/recall-pending', PAYEE, 'confirmCredit', { uetr, creditedAmount: '1232000000' }],
    ['organizations/wrong-party', PAYER, 'respondToRecall', { uetr, answer: 'CNCL' }],
    ['payments/reason-missing', PAYEE, 'respondToRecall', { uetr, answer: 'RJCR' }],
    ['payments/no-recall', PAYEE, 'returnPayment', back],
  ])
  t.equal(desk.send(PAYEE, 'respondToRecall', { uetr, answer: 'CNCL' }), 'success')
  check(t, desk, [
    ['payments/recall-pending', PAYEE, 'confirmCredit', { uetr, creditedAmount: '1232000000' }],
    ['organizations/wrong-party', PAYER, 'returnPayment', back],
    ['payments/exceeds-settled', PAYEE, 'returnPayment', { ...back, amount: '1232000001' }],
    ['payments/amount-decimals', PAYEE, 'returnPayment', { ...back, amount: '1232000000.00' }],
  ])
  t.equal(desk.send(PAYEE, 'returnPayment', back), 'success')
  check(t, desk, [
    ['payments/already-returned', PAYEE, 'returnPayment', back],
    ['payments/already-returned', PAYER, 'recall', { uetr, reason: 'CUST' }],
    ['payments/already-returned', PAYEE, 'confirmCredit', { uetr, creditedAmount: '1232000000' }],
  ])
  t.end()
})

test('a payment is recalled eight times at most', (t) => {
  const desk = openDesk()
  const uetr = desk.at('ACSC', 1)
  for (let round = 0; round < 8; round++) {
    t.equal(desk.send(PAYER, 'recall', { uetr, reason: 'TECH' }), 'success')
    t.equal(desk.send(PAYEE, 'respondToRecall', { uetr, answer: 'RJCR', reason: 'LEGL' }), 'success')
  }
  t.equal(desk.send(PAYER, 'recall', { uetr, reason: 'TECH' }), 'payments/too-many-recalls')
  t.end()
})

test('confirmCredit: by the creditor agent, once, what arrived', (t) => {
  const desk = openDesk()
  const uetr = desk.at('ACSC', 1, { chargeBearer: 'DEBT' })
  check(t, desk, [
    ['organizations/wrong-party', PAYER, 'confirmCredit', { uetr, creditedAmount: '1232000000' }],
    ['payments/credit-mismatch', PAYEE, 'confirmCredit', { uetr, creditedAmount: '1232000001' }],
    ['payments/credit-mismatch', PAYEE, 'confirmCredit', { uetr, creditedAmount: '1231999999' }],
    ['payments/amount-decimals', PAYEE, 'confirmCredit', { uetr, creditedAmount: '1232000000.50' }],
    ['payments/wrong-status', PAYEE, 'confirmCredit', { uetr: desk.at('ACTC', 2), creditedAmount: '1' }],
  ])
  t.equal(desk.send(PAYEE, 'confirmCredit', { uetr, creditedAmount: '1232000000' }), 'success')
  t.equal(desk.send(PAYEE, 'confirmCredit', { uetr, creditedAmount: '1232000000' }), 'payments/wrong-status')
  t.end()
})

test('tokens: asked for by a domestic bank, answered by the issuer', (t) => {
  const desk = openDesk()
  const ask = { bank: 'bank-a', requestId: 'R-1', currency: 'CNY', direction: 'ISSUE', amount: '5000' }
  const answer = { bank: 'bank-a', requestId: 'R-1', accept: true, reserveHash: HASH }
  const issuer = both('settlement-bank')
  check(t, desk, [
    ['payments/not-domestic', PAYEE, 'requestTokens', { ...ask, bank: 'viet-bank' }],
    ['payments/not-domestic', LP, 'requestTokens', { ...ask, bank: 'lp', direction: 'REDEEM' }],
    ['organizations/missing-role', [address('shunhe')], 'requestTokens', { ...ask, bank: 'shunhe' }],
    ['organizations/wrong-party', LP, 'requestTokens', ask],
    ['payments/unknown-currency', PAYER, 'requestTokens', { ...ask, currency: 'USD' }],
    ['payments/amount-not-positive', PAYER, 'requestTokens', { ...ask, amount: '0' }],
    ['settlement/insufficient-funds', PAYER, 'requestTokens', { ...ask, direction: 'REDEEM', amount: '100000001' }],
    ['payments/unknown-request', issuer, 'answerTokens', answer],
  ])
  t.equal(desk.send(PAYER, 'requestTokens', ask), 'success')
  check(t, desk, [
    ['payments/request-exists', PAYER, 'requestTokens', ask],
    ['organizations/wrong-party', both('sbv'), 'answerTokens', answer],
    ['organizations/four-eyes-required', [address('settlement-bank')], 'answerTokens', answer],
    ['payments/no-reserve', issuer, 'answerTokens', { bank: 'bank-a', requestId: 'R-1', accept: true }],
    ['payments/reason-missing', issuer, 'answerTokens', { bank: 'bank-a', requestId: 'R-1', accept: false }],
  ])
  t.equal(desk.send(issuer, 'answerTokens', answer), 'success')
  t.equal(desk.send(issuer, 'answerTokens', answer), 'payments/request-answered')
  t.end()
})

test('every refusal carries a reason code of ISO 20022, in its row and in its words', (t) => {
  const rows = Object.entries(payments.rejections ?? {})
  t.ok(rows.length > 50)
  for (const [code, { iso20022 }] of rows) t.match(iso20022, /^[A-Z]{2}[A-Z0-9]{2}$/, code)
  const desk = openDesk()
  t.match(desk.wordsOf(PAYER, 'lock', { uetr: desk.at('ACTC', 1) }), /ISO 20022 NARR\)$/)
  t.end()
})
