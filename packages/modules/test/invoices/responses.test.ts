import { test } from 'tap'
import { DAY_MS, START_MS } from '../cast.ts'
import { BUYER, type Desk, INVOICE_ID, openInvoiceDesk, openQuotaDesk, SELLER, SELLER_BOTH, shunheInvoice } from './desk.ts'

const invoiceId = INVOICE_ID

function respond(desk: Desk, response: string, reason?: string): string {
  return desk.send(BUYER, 'respond', { invoiceId, response, ...(reason === undefined ? {} : { reason }) })
}

test('each code of UNCL 4343 moves the response axis where it belongs', (t) => {
  for (const [code, state] of [
    ['AB', 'RECEIVED'],
    ['UQ', 'QUERIED'],
    ['CA', 'ACCEPTED'],
    ['RE', 'REJECTED'],
    ['AP', 'ACCEPTED'],
  ] as const) {
    const desk = openInvoiceDesk()
    t.equal(respond(desk, code, 'why'), 'success', code)
    t.match(desk.status(invoiceId), { response: state, responseCode: code, responseReason: 'why', payment: 'UNPAID' })
    t.match(desk.events(), [{ type: 'responded' }, { type: 'axisChanged' }])
  }
  t.end()
})

test('the buyer answers step by step, and nobody else', (t) => {
  const desk = openInvoiceDesk()
  t.equal(desk.send(SELLER, 'respond', { invoiceId, response: 'AP' }), 'organizations/wrong-party')
  t.equal(desk.send(BUYER, 'respond', { invoiceId: 'CN:X:380:1', response: 'AP' }), 'invoices/not-found')
  t.equal(respond(desk, 'AB'), 'success')
  t.equal(respond(desk, 'UQ', 'price'), 'success')
  t.equal(respond(desk, 'AB'), 'invoices/bad-response', 'no response leads back')
  t.equal(respond(desk, 'CA', 'if delivered by Friday'), 'success')
  for (const code of ['AB', 'UQ', 'CA', 'RE']) t.equal(respond(desk, code, 'why'), 'invoices/bad-response', `${code} after CA`)
  t.equal(respond(desk, 'AP'), 'success', 'the condition is dropped')
  t.match(desk.status(invoiceId), { response: 'ACCEPTED', responseCode: 'AP' })
  t.equal(desk.status(invoiceId).responseReason, undefined, 'the reason is that of the last response')
  t.match(desk.events(), [{ type: 'responded' }])
  for (const code of ['AB', 'UQ', 'CA', 'RE', 'AP']) t.equal(respond(desk, code, 'why'), 'invoices/bad-response', `${code} after AP`)
  t.end()
})

test('a query, a condition and a rejection say why', (t) => {
  const desk = openInvoiceDesk()
  for (const code of ['UQ', 'CA', 'RE']) t.equal(respond(desk, code), 'invoices/response-reason', code)
  t.equal(respond(desk, 'RE', 'never ordered'), 'success')
  for (const code of ['AB', 'UQ', 'CA', 'RE', 'AP', 'PD']) t.equal(respond(desk, code, 'why'), 'invoices/bad-response', `${code} after RE`)
  t.end()
})

/** Ten business days, where 9 and 10 March are holidays and Saturday the 14th is worked. */
const CALENDAR = { weekendDays: [6, 7], holidays: ['2026-03-09', '2026-03-10'], workdays: ['2026-03-14'] }
const RULES = { utcOffsetMinutes: 480, calendar: CALENDAR, deemedAcceptance: [{ country: 'CN', businessDays: 10 }], vatRates: [] }
/** Issued on Monday 2 March: 3 to 6, 11 to 14 and 16 to 17 March are the ten; the last one ends with the 18th’s first moment in UTC+8. */
const DEADLINE_MS = START_MS + 16 * DAY_MS - 8 * 3_600_000

test('silence until the deadline is acceptance where a rule says so, and the block tells it', (t) => {
  const desk = openInvoiceDesk(undefined, RULES)
  t.equal(desk.status(invoiceId).respondByMs, DEADLINE_MS)
  t.equal(respond(desk, 'AB'), 'success', 'to have received it is no answer')
  desk.harness.advance(DEADLINE_MS - 1 - desk.harness.timeMs)
  t.match(desk.status(invoiceId), { response: 'RECEIVED' }, 'not before its time')
  const { blockReceipt } = desk.harness.advance(1)
  t.match(blockReceipt?.events, [
    { module: 'invoices', type: 'acceptanceDeemed', attributes: [{ key: 'buyerId', value: 'shunhe' }, {}, {}] },
    { module: 'invoices', type: 'axisChanged' },
  ])
  t.match(desk.status(invoiceId), { response: 'ACCEPTED' })
  t.equal(desk.status(invoiceId).responseCode, undefined, 'no answer was given')
  t.equal(respond(desk, 'RE', 'too late'), 'invoices/bad-response')
  t.equal(respond(desk, 'AP'), 'success', 'it may still be confirmed')
  t.end()
})

test('what was answered in time is not deemed accepted', (t) => {
  for (const [code, state] of [
    ['UQ', 'QUERIED'],
    ['RE', 'REJECTED'],
  ] as const) {
    const desk = openInvoiceDesk(undefined, RULES)
    t.equal(respond(desk, code, 'why'), 'success')
    desk.harness.advance(60 * DAY_MS)
    t.match(desk.status(invoiceId), { response: state, responseCode: code })
  }
  const red = openInvoiceDesk(undefined, RULES)
  const letter = { invoiceId, number: '26442000000000009001', issueDate: '2026-03-02', amount: '100000000', reason: 'returned' }
  t.equal(red.send(SELLER_BOTH, 'redLetter', letter), 'success')
  red.harness.advance(60 * DAY_MS)
  t.match(red.status(invoiceId), { response: 'ISSUED' }, 'nothing is left to accept')
  t.end()
})

test('without a rule for the buyer’s country silence says nothing', (t) => {
  for (const rules of [undefined, { ...RULES, deemedAcceptance: [{ country: 'VN', businessDays: 1 }] }]) {
    const desk = openInvoiceDesk(undefined, rules)
    t.equal(desk.status(invoiceId).respondByMs, undefined)
    desk.harness.advance(400 * DAY_MS)
    t.match(desk.status(invoiceId), { response: 'ISSUED' })
  }
  t.end()
})

test('a deadline counts from its first moment, before a block has swept it', (t) => {
  const desk = openQuotaDesk(undefined, RULES)
  const [line] = shunheInvoice().lines as readonly object[]
  const small = {
    lines: [{ ...line, netAmount: '100' }],
    vatBreakdown: [{ category: 'S', rate: '13', taxableAmount: '100', taxAmount: '13' }],
    totals: { lineTotal: '100', netTotal: '100', vatTotal: '13', grossTotal: '113', payable: '113' },
  }
  const numbers = Array.from({ length: 201 }, (_, index) => `264420000000000${10_000 + index}`)
  const calls = numbers.map((number) => ({ module: 'invoices', command: 'issue', json: shunheInvoice({ number, ...small }) }))
  for (let from = 0; from < calls.length; from += 20) {
    t.equal(desk.harness.send({ signers: SELLER, calls: calls.slice(from, from + 20) }).outcome, 'success')
  }
  const last = `CN:91440605MADEM20025:380:${numbers.at(-1)}`
  desk.harness.advance(DEADLINE_MS - 1_000 - desk.harness.timeMs)
  // The block in which this stands sweeps two hundred of them first.
  t.equal(desk.send(BUYER, 'respond', { invoiceId: last, response: 'RE', reason: 'late' }), 'invoices/bad-response')
  t.equal(desk.send(BUYER, 'respond', { invoiceId: last, response: 'AP' }), 'success')
  t.end()
})

test('parameters that are none stop the chain at genesis', (t) => {
  for (const [fault, genesis] of [
    [/a country has two rules/, { ...RULES, deemedAcceptance: [...RULES.deemedAcceptance, ...RULES.deemedAcceptance] }],
    [/is a workday without being named/, { ...RULES, calendar: { ...CALENDAR, workdays: ['2026-03-12'] } }],
    [/genesis of invoices/, { utcOffsetMinutes: 480 }],
  ] as const) {
    t.throws(() => openInvoiceDesk(undefined, genesis), fault)
  }
  t.end()
})
