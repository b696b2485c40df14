import { test } from 'tap'
import { address, both, DAY_MS, START_MS } from '../cast.ts'
import { type Args, type Desk, documentsOf, HASH, ISSUE, openDesk } from './desk.ts'

const SHUNHE = both('shunhe')
const NANHAI = [address('nanhai')]
const EVERY_DAY = { utcOffsetMinutes: 480, graceDays: 3 }

function classify(desk: Desk, partyId: string, owners: readonly string[], small = false): string {
  return desk.send(both('association'), 'classifyParty', { partyId, owners: [...owners], small, evidenceHash: HASH }, 'organizations')
}

test('related parties: no claim within a group, nor back into the debtor’s or a holder’s', (t) => {
  const desk = openDesk()
  const invoiceId = desk.invoice({ number: '26442000000000000017' })
  const issue = { ...ISSUE, certNo: 'SH-1', invoices: [{ invoiceId, amount: '100000000' }] }
  t.equal(classify(desk, 'shunhe', ['owner-1', 'group-1']), 'success')
  t.equal(classify(desk, 'nanhai', ['owner-2', 'owner-1']), 'success')
  t.equal(desk.send(SHUNHE, 'issue', issue), 'receivables/related-parties')
  t.equal(desk.wordsOf(SHUNHE, 'issue', issue), 'nanhai and shunhe are both owner-1’s (ISO 20022 RR04)')
  t.equal(classify(desk, 'nanhai', ['owner-2']), 'success', 'the registrar knows better now')
  t.equal(desk.send(SHUNHE, 'issue', issue), 'success')
  t.equal(desk.send(NANHAI, 'accept', { certNo: 'SH-1' }), 'success')

  const offer = { certNo: 'SH-1', to: 'sanshui', tradeDocumentHash: HASH, expiresAtMs: START_MS + 20 * DAY_MS }
  for (const owner of ['owner-1', 'owner-2']) {
    t.equal(classify(desk, 'sanshui', [owner]), 'success')
    t.equal(desk.send(NANHAI, 'transfer', offer), 'receivables/related-parties', `sanshui is ${owner}’s`)
  }
  t.equal(classify(desk, 'sanshui', []), 'success')
  t.equal(desk.send(NANHAI, 'transfer', offer), 'success')
  t.equal(classify(desk, 'sanshui', ['owner-2']), 'success')
  const taken = { certNo: 'SH-1', tradeDocumentHash: HASH, outstanding: '100000000' }
  t.equal(desk.send([address('sanshui')], 'acceptTransfer', taken), 'receivables/related-parties', 'judged again when control moves')
  t.equal(desk.send(NANHAI, 'cancelTransfer', { certNo: 'SH-1' }), 'success')

  const request = { certNo: 'SH-1', annualRatePpm: 38_500, recourse: false, expiresAtMs: START_MS + 20 * DAY_MS }
  t.equal(classify(desk, 'bank-a', ['group-1']), 'success')
  t.equal(desk.send(NANHAI, 'requestFinance', { ...request, bank: 'bank-a' }), 'receivables/related-parties')
  t.equal(desk.send(NANHAI, 'requestFinance', request), 'success')
  const bid = { certNo: 'SH-1', annualRatePpm: 38_500, bank: 'bank-a', seller: 'nanhai', recourse: false, outstanding: '100000000' }
  t.equal(desk.send([address('bank-a')], 'finance', bid), 'receivables/related-parties')
  t.equal(desk.send([address('bank-b')], 'finance', { ...bid, bank: 'bank-b' }), 'success')
  t.end()
})

test('priority: registered in block order, in a block in the order it has; then what nobody registered', (t) => {
  const desk = openDesk()
  const [invoiceId, other] = ['26442000000000000017', '26442000000000000018'].map((number) => desk.invoice({ number })) as [string, string]
  const call = (certNo: string, id: string, amount: string) => ({
    signers: SHUNHE,
    calls: [{ module: 'receivables', command: 'issue', json: { ...ISSUE, certNo, invoices: [{ invoiceId: id, amount }] } }],
  })
  desk.harness.block([call('P-1', invoiceId, '30000000')])
  t.match(desk.query('priority', { invoiceId }), {
    claims: [
      { rank: 1, certNo: 'P-1' },
      { rank: 2, registered: false, amount: '70000000' },
    ],
  })
  t.equal(desk.send(NANHAI, 'reject', { certNo: 'P-1' }), 'success', 'one that never lived has no rank')
  const { height } = desk.harness.block([call('P-2', other, '100000000'), call('P-3', invoiceId, '20000000')])
  t.same(desk.query('priority', { invoiceId })['claims'], [
    { ...registrationOf(desk, invoiceId, 1), rank: 1, registered: true, claimant: 'nanhai', status: 'OFFERED' },
    { rank: 2, registered: false, amount: '80000000', claimant: 'nanhai' },
  ])
  t.match(desk.query('priority', { invoiceId: other }), { claims: [{ certNo: 'P-2', height, index: 0 }] })
  t.equal((desk.query('priority', { invoiceId: other })['claims'] as Args[]).length, 1, 'nothing is left of it')
  t.match(registrationOf(desk, invoiceId, 0), { certNo: 'P-1', height: height - 2, index: 0 })
  t.match(registrationOf(desk, invoiceId, 1), { certNo: 'P-3', height, index: 1 }, 'second of its block')
  t.throws(() => desk.query('priority', { invoiceId: 'CN:1:380:1' }), /no invoice/)
  t.end()
})

/** As a proof has it: by its name. */
function registrationOf(desk: Desk, invoiceId: string, place: number): Args {
  const kind = desk.harness.modules.ordered.find(({ name }) => name === 'receivables')?.records?.['registration']
  const bytes = desk.harness.state.get(kind?.keyOf({ invoiceId, place: `${place}` } as never) ?? new Uint8Array())
  const decoded = kind?.value.decode(bytes ?? new Uint8Array())
  if (kind === undefined || !decoded?.ok) throw new Error(`no registration ${place} of ${invoiceId}`)
  return kind.value.toJson(decoded.value) as Args
}

/** Issues and accepts a certificate whose goods were accepted on a day. */
function issued(desk: Desk, certNo: string, number: string, terms: Args): void {
  const invoiceId = desk.invoice({ number })
  const issue = { ...ISSUE, certNo, invoices: [{ invoiceId, amount: '100000000' }], ...terms }
  const codes = [desk.send(SHUNHE, 'issue', issue), desk.send(NANHAI, 'accept', { certNo })]
  if (codes.some((code) => code !== 'success')) throw new Error(codes.join())
}

const [ORDER = {}] = documentsOf('nanhai')
const accepted = (date: string): Args => ({
  documents: [ORDER, { type: 'receipt-advice', reference: `RA-${date}`, hash: HASH, amount: '100000000', date }],
})

test('the alarm: a supplier that waits longer than 60 days after its goods were accepted', (t) => {
  const desk = openDesk()
  t.equal(classify(desk, 'nanhai', [], true), 'success')
  // 1 March + 60 days is 30 April.
  issued(desk, 'IN-TIME', '26442000000000000011', { ...accepted('2026-03-01'), dueDate: '2026-04-30' })
  t.match(desk.query('paymentAlarms', { partyId: 'shunhe' }), { items: [] })
  issued(desk, 'LATE', '26442000000000000012', { ...accepted('2026-02-28'), dueDate: '2026-04-30' })
  issued(desk, 'BY-INVOICE', '26442000000000000013', { dueDate: '2026-05-02' })
  const agreed = { alarm: { reason: 'agreed' }, payee: 'nanhai', payeeIsSmall: true, outstanding: '100000000', currency: 'CNY' }
  t.match(desk.query('paymentAlarms', { partyId: 'shunhe' }), {
    items: [
      { ...agreed, alarm: { certNo: 'LATE' }, goodsAcceptedOn: '2026-02-28', payBy: '2026-04-29', dueDate: '2026-04-30', days: 61 },
      { ...agreed, alarm: { certNo: 'BY-INVOICE' }, goodsAcceptedOn: '2026-03-02', payBy: '2026-05-01', days: 61 },
    ],
  })
  desk.later(60)
  t.equal(desk.query('paymentAlarms', { partyId: 'shunhe' })['items']?.['length' as never], 3, 'and what is not paid on its day')
  t.match(desk.query('paymentAlarms', { partyId: 'shunhe', cursor: '2' }), { items: [{ alarm: { certNo: 'IN-TIME', reason: 'unpaid' } }] })
  t.end()
})

test('the alarm leaves out what was paid in time and what was never accepted', (t) => {
  const desk = openDesk()
  issued(desk, 'PAID', '26442000000000000011', { ...accepted('2026-03-01'), dueDate: '2026-04-20' })
  t.equal(desk.send(SHUNHE, 'redeem', { certNo: 'PAID' }), 'success')
  const invoiceId = desk.invoice({ number: '26442000000000000012' })
  t.equal(desk.send(SHUNHE, 'issue', { ...ISSUE, certNo: 'NO', invoices: [{ invoiceId, amount: '100000000' }] }), 'success')
  t.ok(
    desk.events().some(({ type }) => type === 'paymentLate'),
    'said at once',
  )
  t.equal(desk.send(NANHAI, 'reject', { certNo: 'NO' }), 'success')
  desk.later(100)
  t.match(desk.query('paymentAlarms', { partyId: 'shunhe' }), { items: [] })
  t.end()
})

test('genesis has the terms: tenor, day count, offers, freezes', (t) => {
  const terms = {
    tenorMonthsMax: 3,
    tenorMonthsWithoutReason: 1,
    dayCount: 'ACT/365',
    offerDaysMax: 5,
    freezeDaysMax: 10,
    supplierPaymentDays: 30,
  }
  const desk = openDesk([], { ...EVERY_DAY, ...terms })
  t.same(desk.query('terms', {}), { ...EVERY_DAY, ...terms })
  t.same(openDesk().query('terms', {}), {
    ...EVERY_DAY,
    ...{
      tenorMonthsMax: 12,
      tenorMonthsWithoutReason: 6,
      dayCount: 'ACT/360',
      offerDaysMax: 30,
      freezeDaysMax: 366,
      supplierPaymentDays: 60,
    },
  })
  const invoiceId = desk.invoice({ number: '26442000000000000017' })
  const issue = { ...ISSUE, certNo: 'SH-1', invoices: [{ invoiceId, amount: '100000000' }], acceptUntilMs: START_MS + 3 * DAY_MS }
  t.equal(desk.send(SHUNHE, 'issue', { ...issue, dueDate: '2026-06-03' }), 'receivables/tenor-too-long')
  t.equal(desk.send(SHUNHE, 'issue', { ...issue, dueDate: '2026-05-31' }), 'receivables/tenor-reason-required')
  const spring = { ...issue, dueDate: '2026-05-31', tenorReason: 'spring' }
  t.equal(desk.send(SHUNHE, 'issue', { ...spring, acceptUntilMs: START_MS + 6 * DAY_MS }), 'receivables/bad-expiry')
  t.equal(desk.send(SHUNHE, 'issue', spring), 'success')
  t.equal(desk.send(NANHAI, 'accept', { certNo: 'SH-1' }), 'success')
  t.match(desk.query('quote', { certNo: 'SH-1', annualRatePpm: 36_500 }), { days: 90, dayCount: 'ACT/365', discount: '900000' })
  const freeze = { certNo: 'SH-1', orderHash: HASH, expiresAtMs: START_MS + 11 * DAY_MS }
  t.equal(desk.send([address('court')], 'freeze', freeze), 'receivables/bad-expiry')
  t.match(desk.query('paymentAlarms', { partyId: 'shunhe' }), { items: [{ payBy: '2026-04-01' }] })
  t.end()
})

test('the calendar: what is due on a day without business can be paid on the next', (t) => {
  const calendar = { weekendDays: [6, 7], holidays: ['2026-06-29'], workdays: ['2026-06-28'], convention: 'following' }
  const due = (desk: Desk, dueDate: string): Args => {
    issued(desk, 'C-1', '26442000000000000017', { dueDate })
    return desk.query('issue', { certNo: 'C-1' })
  }
  // 27 June 2026 is a Saturday; the Sunday is worked, the Monday is not.
  t.match(due(openDesk([], { ...EVERY_DAY, calendar }), '2026-06-27'), { payBy: '2026-06-28', root: { dueDate: '2026-06-27' } })
  t.match(due(openDesk([], { ...EVERY_DAY, calendar: { ...calendar, workdays: [] } }), '2026-06-27'), { payBy: '2026-06-30' })
  t.match(due(openDesk([], { ...EVERY_DAY, calendar: { ...calendar, convention: 'none' } }), '2026-06-27'), { payBy: '2026-06-27' })
  const desk = openDesk([], { ...EVERY_DAY, calendar: { ...calendar, workdays: [] } })
  due(desk, '2026-06-27')
  desk.later(120)
  t.match(desk.certificate('C-1'), { status: 'MATURED' }, 'maturity, and with it interest, does not move')
  desk.later(3)
  t.equal(desk.send(NANHAI, 'declareOverdue', { certNo: 'C-1' }), 'receivables/not-overdue', '30 June and three days of grace')
  t.equal(desk.wordsOf(NANHAI, 'declareOverdue', { certNo: 'C-1' }), 'C-1, to be paid by 2026-06-30, is overdue from 2026-07-04')
  desk.later(1)
  t.equal(desk.send(NANHAI, 'declareOverdue', { certNo: 'C-1' }), 'success')
  t.end()
})

test('a genesis that contradicts itself makes no chain', (t) => {
  const calendar = { weekendDays: [7], holidays: [], workdays: [], convention: 'following' }
  const rows: readonly (readonly [RegExp, Args])[] = [
    [/tenorMonthsWithoutReason is more than/, { tenorMonthsMax: 3 }],
    [/tenorMonthsMax/, { tenorMonthsMax: 13 }],
    [/there is no 2026-02-30/, { calendar: { ...calendar, holidays: ['2026-02-30'] } }],
    [/weekendDays are not ascending/, { calendar: { ...calendar, weekendDays: [7, 7] } }],
    [/2026-05-01 is a holiday and a workday/, { calendar: { ...calendar, holidays: ['2026-05-01'], workdays: ['2026-05-01'] } }],
  ]
  for (const [words, terms] of rows) t.throws(() => openDesk([], { ...EVERY_DAY, ...terms }), words)
  t.end()
})

test('no command of money or receivables has a fee that anybody could charge a holder', (t) => {
  const { ordered } = openDesk().harness.modules
  for (const { name, commands } of ordered.filter((module) => ['settlement', 'receivables'].includes(module.name))) {
    for (const [command, { params }] of Object.entries(commands)) {
      t.notMatch(JSON.stringify(params.jsonSchema), /"[^"]*(fee|commission)[^"]*":/i, `${name}.${command}`)
    }
  }
  t.end()
})
