import fc from 'fast-check'
import { test } from 'tap'
import { address, DAY_MS } from '../cast.ts'
import type { Args, Desk } from './desk.ts'
import { idOf, openTradeDesk, saleInvoice, TRADERS } from './trade-desk.ts'

let sequence = 0

/** Issues an invoice; gives its id. */
function trade(desk: Desk, seller: string, buyer: string, issueDate = '2026-03-02'): string {
  sequence += 1
  const code = desk.send([address(seller)], 'issue', saleInvoice({ seller, buyer, sequence, issueDate }))
  if (code !== 'success') throw new Error(code)
  return idOf(seller, sequence)
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

/** Whether a ring of three to six goes through the step, by trying every way: slow, and made of nothing that the module is. */
function closesRing(steps: ReadonlySet<string>, from: string, to: string, passed: readonly string[] = [from]): boolean {
  if (passed.length > 5) return false
  return TRADERS.some((next) => {
    if (!steps.has(`${from} ${next}`)) return false
    if (next === to) return passed.length >= 2
    return !passed.includes(next) && closesRing(steps, next, to, [...passed, next])
  })
}

test('whatever is traded, an alarm is told for exactly the steps that close a ring, and names one', (t) => {
  const party = fc.constantFrom(...TRADERS)
  const sales = fc.array(fc.tuple(party, party), { minLength: 4, maxLength: 24, size: 'max' })
  let found = 0
  const property = fc.property(sales, (pairs) => {
    const desk = openTradeDesk()
    const steps = new Set<string>()
    for (const [seller, buyer] of pairs) {
      if (seller === buyer) continue
      const isNew = !steps.has(`${seller} ${buyer}`)
      trade(desk, seller, buyer)
      steps.add(`${seller} ${buyer}`)
      const expected = isNew && closesRing(steps, buyer, seller) ? ['ringFound'] : []
      if (rang(desk).join() !== expected.join()) throw new Error(`${seller} to ${buyer} after ${[...steps].join(', ')}: ${rang(desk)}`)
      found += expected.length
    }
    for (const { parties } of alarms(desk) as unknown as readonly { readonly parties: readonly string[] }[]) {
      const ring = parties.map((one, index) => `${one} ${parties[(index + 1) % parties.length]}`)
      if (new Set(parties).size < parties.length || !ring.every((one) => steps.has(one))) throw new Error(`${parties} is no ring`)
    }
  })
  t.doesNotThrow(() => fc.assert(property, { numRuns: 25 }))
  t.ok(found > 0, `${found} rings were closed`)
  t.end()
})
