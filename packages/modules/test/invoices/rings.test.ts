import { test } from 'tap'
import { address, DAY_MS, leiOf } from '../cast.ts'
import { type Args, type Desk, openDesk } from './desk.ts'

/** Parties of the cast that trade here, with what their invoices name them by. */
const LEGAL_ID: Readonly<Record<string, string>> = {
  nanhai: '91440605MADEM20025',
  shunhe: '91440606MADEM10019',
  sanshui: '91440607MADEM3003C',
  gaoming: leiOf(5),
  restaurant: leiOf(92),
  'employer-1': leiOf(93),
  'employer-2': leiOf(94),
}
const TRADERS = Object.keys(LEGAL_ID)

function openTradeDesk(): Desk {
  const desk = openDesk()
  for (const sellerId of TRADERS) {
    for (const period of ['2026-02', '2026-03']) {
      const code = desk.send([address('tax')], 'grantQuota', { sellerId, currency: 'CNY', period, limit: '100000000' })
      if (code !== 'success') throw new Error(code)
    }
  }
  return desk
}

let sequence = 0

/** Issues an invoice; gives its id. */
function trade(desk: Desk, seller: string, buyer: string, issueDate = '2026-03-02'): string {
  sequence += 1
  const number = `26442${`${sequence}`.padStart(15, '0')}`
  const trader = (partyId: string): Args => ({ partyId, name: partyId, country: 'CN' })
  const line = { id: '1', name: 'Steel', quantity: '1', unitCode: 'TNE', netAmount: '100', unitPrice: '1', vatCategory: 'S', vatRate: '13' }
  const code = desk.send([address(seller)], 'issue', {
    ...{ number, issueDate, typeCode: '380', currency: 'CNY', allowances: [], charges: [] },
    ...{ seller: trader(seller), buyer: trader(buyer), lines: [{ ...line, allowances: [], charges: [] }] },
    vatBreakdown: [{ category: 'S', rate: '13', taxableAmount: '100', taxAmount: '13' }],
    totals: { lineTotal: '100', netTotal: '100', vatTotal: '13', grossTotal: '113', payable: '113' },
  })
  if (code !== 'success') throw new Error(code)
  return `CN:${LEGAL_ID[seller]}:380:${number}`
}

function alarms(desk: Desk, period = '2026-03'): readonly Args[] {
  return desk.query('ringAlarms', { period }).items as readonly Args[]
}

function rang(desk: Desk): readonly string[] {
  return desk
    .events()
    .map(({ type }) => type)
    .filter((type) => type.startsWith('ring'))
}

test('A → B → C → A in one month is told by the invoice that closes it, and stands in the query', (t) => {
  const desk = openTradeDesk()
  const first = trade(desk, 'nanhai', 'shunhe')
  const second = trade(desk, 'shunhe', 'sanshui')
  t.same(rang(desk), [])
  const third = trade(desk, 'sanshui', 'nanhai')
  t.same(rang(desk), ['ringFound'])
  t.match(alarms(desk), [{ period: '2026-03', parties: ['sanshui', 'nanhai', 'shunhe'], invoiceIds: [third, first, second], atMs: Number }])
  trade(desk, 'sanshui', 'nanhai')
  trade(desk, 'nanhai', 'shunhe')
  t.equal(alarms(desk).length, 1, 'later invoices of the same steps close nothing new')
  t.same(alarms(desk, '2026-02'), [])
  t.equal(desk.queryCode('ringAlarms', { period: '2026-13' }), 'invoices/bad-period')
  t.end()
})

test('two parties that invoice each other are no ring, nor is one whose steps lie in two months', (t) => {
  const desk = openTradeDesk()
  trade(desk, 'nanhai', 'shunhe')
  trade(desk, 'shunhe', 'nanhai')
  trade(desk, 'shunhe', 'sanshui')
  t.same(alarms(desk), [])
  desk.harness.advance(DAY_MS)
  sequence += 1
  t.throws(() => trade(desk, 'sanshui', 'nanhai', '2025-02-27'), /bad-number|no-quota/, 'the year of the number')
  const line = trade(desk, 'sanshui', 'nanhai', '2026-02-27')
  t.ok(line.length > 0)
  t.same(alarms(desk), [])
  t.same(alarms(desk, '2026-02'), [])
  t.end()
})

test('a shortcut between two of a ring does not hide it: the shortest of at least three is told', (t) => {
  const desk = openTradeDesk()
  for (const [seller, buyer] of [
    ['nanhai', 'shunhe'],
    ['shunhe', 'sanshui'],
    ['sanshui', 'gaoming'],
    ['shunhe', 'gaoming'],
    ['shunhe', 'nanhai'],
  ] as const) {
    trade(desk, seller, buyer)
  }
  t.same(alarms(desk), [])
  trade(desk, 'gaoming', 'nanhai')
  t.match(alarms(desk), [{ parties: ['gaoming', 'nanhai', 'shunhe'] }])
  t.end()
})

test('six parties are a ring, seven are too many to look for', (t) => {
  const six = openTradeDesk()
  for (let index = 0; index < 6; index++) trade(six, TRADERS[index] as string, TRADERS[(index + 1) % 6] as string)
  t.match(alarms(six), [{ parties: { length: 6 } }])
  const seven = openTradeDesk()
  for (let index = 0; index < 7; index++) trade(seven, TRADERS[index] as string, TRADERS[(index + 1) % 7] as string)
  t.same(alarms(seven), [])
  t.end()
})
