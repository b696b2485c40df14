import { test } from 'tap'
import { address, both, type CastMember, DAY_MS, leiOf, START_MS } from '../cast.ts'
import { documentsOf, HASH, openDesk } from './desk.ts'

const EXPIRES = START_MS + 20 * DAY_MS

function guest(number: number, roles: readonly string[] = ['supplier']): CastMember {
  return { partyId: `guest-${number}`, name: `Guest ${number}`, roles, lei: leiOf(100 + number) }
}

test('a certificate goes through 31 hands and then to a bank, no further', (t) => {
  const guests = Array.from({ length: 31 }, (_, number) => guest(number))
  const desk = openDesk(guests)
  desk.active('SH-1')
  const parties = ['nanhai', ...guests.map(({ partyId }) => partyId)]
  const offer = { certNo: 'SH-1', tradeDocumentHash: HASH, expiresAtMs: EXPIRES }
  for (let hop = 0; hop < 30; hop++) {
    const [from, to] = [parties[hop] as string, parties[hop + 1] as string]
    t.equal(desk.send([address(from)], 'transfer', { ...offer, to }), 'success')
    t.equal(desk.send([address(to)], 'acceptTransfer', { certNo: 'SH-1', tradeDocumentHash: HASH, outstanding: '100000000' }), 'success')
  }
  const last = parties[30] as string
  t.equal(desk.send([address(last)], 'transfer', { ...offer, to: parties[31] as string }), 'receivables/too-many-holders')
  const request = { certNo: 'SH-1', annualRatePpm: 38_500, recourse: false, expiresAtMs: EXPIRES }
  t.equal(desk.send([address(last)], 'requestFinance', request), 'success')
  t.equal(
    desk.send([address('bank-a')], 'finance', {
      certNo: 'SH-1',
      annualRatePpm: 38_500,
      bank: 'bank-a',
      seller: last,
      recourse: false,
      outstanding: '100000000',
    }),
    'success',
  )
  t.equal((desk.certificate('SH-1')['holders'] as readonly string[]).length, 32)
  t.end()
})

test('neither the firm that owes a certificate nor a party that held it finances it', (t) => {
  const house = guest(0, ['bank', 'supplier', 'core'])
  const desk = openDesk([house])
  const bank = [address(house.partyId)]
  desk.active('SH-1')
  const offer = { certNo: 'SH-1', tradeDocumentHash: HASH, expiresAtMs: EXPIRES }
  t.equal(desk.send([address('nanhai')], 'transfer', { ...offer, to: house.partyId }), 'success')
  t.equal(desk.send(bank, 'acceptTransfer', { certNo: 'SH-1', tradeDocumentHash: HASH, outstanding: '100000000' }), 'success')
  t.equal(desk.send(bank, 'transfer', { ...offer, to: 'sanshui' }), 'success')
  t.equal(
    desk.send([address('sanshui')], 'acceptTransfer', { certNo: 'SH-1', tradeDocumentHash: HASH, outstanding: '100000000' }),
    'success',
  )
  const request = { certNo: 'SH-1', annualRatePpm: 38_500, recourse: false, expiresAtMs: EXPIRES }
  t.equal(desk.send([address('sanshui')], 'requestFinance', request), 'success')
  const bid = { certNo: 'SH-1', annualRatePpm: 38_500, bank: house.partyId, seller: 'nanhai', recourse: false, outstanding: '100000000' }
  t.equal(desk.send(bank, 'finance', bid), 'receivables/circular-transfer')

  const own = { lineId: 'H-0', core: house.partyId, currency: 'CNY', limit: '1' }
  t.equal(desk.send(both(house.partyId), 'grantLine', own), 'receivables/same-party', 'nobody judges its own debt')
  t.equal(desk.send(both('bank-a'), 'grantLine', { lineId: 'A-H', core: house.partyId, currency: 'CNY', limit: '100000000' }), 'success')
  const invoiceId = desk.invoice({ number: '26442000000000000099', buyer: house.partyId })
  const issue = { certNo: 'H-1', lineId: 'A-H', payee: 'nanhai', clearingBank: 'settlement-bank', dueDate: '2026-06-30' }
  const terms = { documents: documentsOf('nanhai'), acceptUntilMs: EXPIRES, invoices: [{ invoiceId, amount: '100000000' }] }
  t.equal(desk.send(both(house.partyId), 'issue', { ...issue, ...terms }), 'success')
  t.equal(desk.send([address('nanhai')], 'accept', { certNo: 'H-1' }), 'success')
  t.equal(desk.send([address('nanhai')], 'requestFinance', { ...request, certNo: 'H-1' }), 'success')
  t.equal(desk.send(bank, 'finance', { ...bid, certNo: 'H-1' }), 'receivables/transfer-to-core')
  t.end()
})
