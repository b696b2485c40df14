import { test } from 'tap'
import { openQuotaDesk, SELLER, shunheInvoice } from './desk.ts'

/** Domain §4, rate table: a parameter of the chain, by country and from which day. */

const CALENDAR = { weekendDays: [6, 7], holidays: [], workdays: [] }
const genesisWith = (...vatRates: readonly object[]) =>
  ({ utcOffsetMinutes: 480, calendar: CALENDAR, deemedAcceptance: [], vatRates }) as never
const OLD = { country: 'CN', from: '2018-05-01', rates: ['16', '10', '6'] }
const NEW = { country: 'CN', from: '2019-04-01', rates: ['13.00', '9', '6'] }

/** Net 100.00 in category S at this rate. */
function invoiceAt(rate: string, vat: string, more: object = {}) {
  const [line] = shunheInvoice().lines as readonly [object]
  const gross = `${10_000n + BigInt(vat)}`
  return shunheInvoice({
    lines: [{ ...line, netAmount: '10000', vatRate: rate }],
    vatBreakdown: [{ category: 'S', rate, taxableAmount: '10000', taxAmount: vat }],
    totals: { lineTotal: '10000', netTotal: '10000', vatTotal: vat, grossTotal: gross, payable: gross },
    ...more,
  })
}

test('a standard rate that the seller’s country does not have on the day of the invoice is refused', (t) => {
  const desk = openQuotaDesk(undefined, genesisWith(OLD, NEW))
  t.match(desk.refusal(SELLER, 'issue', invoiceAt('7', '700')), {
    path: 'vatBreakdown.0.rate',
    message: '7 is not among 13.00, 9, 6, the rates of CN since 2019-04-01',
  })
  t.equal(desk.send(SELLER, 'issue', invoiceAt('7', '700')), 'invoices/unknown-rate')
  t.equal(desk.send(SELLER, 'issue', invoiceAt('16', '1600')), 'invoices/unknown-rate', 'the rate of an older table')
  t.equal(desk.send(SELLER, 'issue', invoiceAt('13.0001', '1300')), 'invoices/unknown-rate')
  t.equal(desk.send(SELLER, 'issue', invoiceAt('13', '1300')), 'success', '13 and 13.00 are one rate')
  t.equal(desk.send(SELLER, 'issue', invoiceAt('6.0', '600', { number: '26442000000000000018' })), 'success')
  t.end()
})

test('an invoice is held to the table of its own date, and to none before the first', (t) => {
  const next = { country: 'CN', from: '2026-03-02', rates: ['12'] }
  const later = { country: 'CN', from: '2026-04-01', rates: ['11'] }
  const desk = openQuotaDesk(undefined, genesisWith(later, next, NEW))
  const before = { issueDate: '2026-03-01', number: '26442000000000000021' }
  t.equal(desk.send(SELLER, 'issue', invoiceAt('12', '1200', before)), 'invoices/unknown-rate', 'the day before')
  t.equal(desk.send(SELLER, 'issue', invoiceAt('13', '1300', before)), 'success')
  t.equal(desk.send(SELLER, 'issue', invoiceAt('13', '1300')), 'invoices/unknown-rate', 'from its first day on')
  t.equal(desk.send(SELLER, 'issue', invoiceAt('11', '1100')), 'invoices/unknown-rate', 'a table to come judges nothing yet')
  t.equal(desk.send(SELLER, 'issue', invoiceAt('12', '1200')), 'success')
  const ahead = openQuotaDesk(undefined, genesisWith(later))
  t.equal(ahead.send(SELLER, 'issue', invoiceAt('7', '700')), 'success')
  t.end()
})

test('other countries and other categories are not in the table', (t) => {
  const [line] = shunheInvoice().lines as readonly [object]
  const exempt = shunheInvoice({
    lines: [{ ...line, netAmount: '10000', vatCategory: 'E', vatRate: '0' }],
    vatBreakdown: [{ category: 'E', rate: '0', taxableAmount: '10000', taxAmount: '0' }],
    totals: { lineTotal: '10000', netTotal: '10000', grossTotal: '10000', payable: '10000' },
  })
  t.equal(openQuotaDesk(undefined, genesisWith(NEW)).send(SELLER, 'issue', exempt), 'success')
  t.equal(openQuotaDesk(undefined, genesisWith({ ...NEW, country: 'VN' })).send(SELLER, 'issue', invoiceAt('7', '700')), 'success')
  t.equal(openQuotaDesk().send(SELLER, 'issue', invoiceAt('7', '700')), 'success', 'without a table the seller states its rates')
  t.end()
})

test('tables that are none stop the chain at genesis', (t) => {
  t.throws(() => openQuotaDesk(undefined, genesisWith(NEW, NEW)), /two tables of rates from one day/)
  t.throws(() => openQuotaDesk(undefined, genesisWith({ ...NEW, from: '2019-02-30' })), /which is no day/)
  t.throws(() => openQuotaDesk(undefined, genesisWith({ ...NEW, rates: [] })), /genesis of invoices/)
  t.end()
})
