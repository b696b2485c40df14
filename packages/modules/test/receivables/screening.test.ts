import { subjectKey } from '@hanse/modules'
import type { Address } from '@hanse/primitives'
import { type Test, test } from 'tap'
import { address, both, DAY_MS, START_MS } from '../cast.ts'
import { AuctionDesk } from './auction-desk.ts'
import { type Args, HASH, ISSUE, openDesk } from './desk.ts'
import { keysOf, LISTS, ScreeningDesk } from './screening-desk.ts'

const SHUNHE = both('shunhe')
const NANHAI = [address('nanhai')]
const SANSHUI = [address('sanshui')]
const BANK_A = [address('bank-a')]
const BANK_B = [address('bank-b')]
const FULL = '100000000'
const EXPIRES = START_MS + 20 * DAY_MS
const OFFER = { certNo: 'C-1', to: 'sanshui', tradeDocumentHash: HASH, expiresAtMs: EXPIRES }
const TAKEN = { certNo: 'C-1', tradeDocumentHash: HASH, outstanding: FULL }
const REQUEST = { certNo: 'C-1', annualRatePpm: 38_500, recourse: true, expiresAtMs: EXPIRES }
const BID = { certNo: 'C-1', annualRatePpm: 38_500, bank: 'bank-b', seller: 'nanhai', recourse: true, outstanding: FULL }

/** A chain on which C-1 is nanhai's, and nobody has been screened since the lists changed. */
function withClaim(): ScreeningDesk {
  const screening = new ScreeningDesk()
  screening.screen('shunhe', 'nanhai')
  screening.desk.active('C-1')
  voidAll(screening)
  return screening
}

/** A younger version: whoever is not on it has to be screened again. */
function voidAll(screening: ScreeningDesk): void {
  screening.publish('eu')
}

/** Refused until each of the parties has been screened, whichever is the last; then the step is taken. */
function asks(
  t: Test,
  screening: ScreeningDesk,
  parties: readonly string[],
  signers: readonly Address[],
  command: string,
  json: Args,
): void {
  const { desk } = screening
  for (const missing of parties) {
    voidAll(screening)
    screening.screen(...parties.filter((partyId) => partyId !== missing))
    t.equal(desk.send(signers, command, json), 'receivables/not-screened', `${command} without a screening of ${missing}`)
    t.match(desk.wordsOf(signers, command, json), new RegExp(`^${missing} .*ISO 20022 RR04`), missing)
  }
  t.equal(screening.screen(...parties), 'success')
  t.equal(desk.send(signers, command, json), 'success', command)
}

test('screen: a bank, every list that is demanded, the version in force, every key of the party', (t) => {
  const screening = new ScreeningDesk()
  const { desk } = screening
  const good = screening.clear('shunhe')
  const [un, eu] = good['lists'] as unknown as [{ readonly absences: readonly Args[] }, Args]
  const rows: readonly (readonly [string, readonly Address[], Args])[] = [
    ['organizations/wrong-party', NANHAI, {}],
    ['organizations/missing-role', NANHAI, { bank: 'nanhai' }],
    ['organizations/unknown-party', BANK_A, { partyId: 'nobody' }],
    ['receivables/lists-incomplete', BANK_A, { lists: [un] }],
    ['receivables/lists-incomplete', BANK_A, { lists: [un, un] }],
    ['receivables/lists-incomplete', BANK_A, { lists: [un, { ...eu, listId: 'other' }] }],
    ['receivables/list-not-current', BANK_A, { lists: [un, { ...eu, version: 2 }] }],
    ['receivables/not-proven-absent', BANK_A, { lists: [{ ...un, absences: un.absences.slice(1) }, eu] }],
    ['receivables/not-proven-absent', BANK_A, { lists: [{ ...un, absences: un.absences.toReversed() }, eu] }],
    ['receivables/not-proven-absent', BANK_A, { partyId: 'gaoming' }],
  ]
  for (const [code, signers, change] of rows) t.equal(desk.send(signers, 'screen', { ...good, ...change }), code, code)
  t.match(desk.query('screening', { partyId: 'shunhe' }), { holds: false, screening: undefined })
  t.equal(desk.send(BANK_A, 'screen', good), 'success')
  const attributes = [
    { key: 'bank', value: 'bank-a' },
    { key: 'lists', value: 'un@1 eu@1' },
    { key: 'partyId', value: 'shunhe' },
  ]
  t.match(desk.events(), [{ module: 'receivables', type: 'screened', attributes }])
  const checks = LISTS.map((listId) => ({ listId, version: 1 }))
  t.match(desk.query('screening', { partyId: 'shunhe' }), { holds: true, screening: { bank: 'bank-a', atMs: desk.harness.timeMs, checks } })
  t.end()
})

test('screen: a list without a version in force', (t) => {
  const screening = new ScreeningDesk({ published: false })
  const lists = LISTS.map((listId) => ({ listId, version: 1, absences: [] }))
  t.equal(screening.desk.send(BANK_A, 'screen', { bank: 'bank-a', partyId: 'shunhe', lists }), 'receivables/no-list')
  t.end()
})

test('who is listed, by LEI or by name and country, cannot be screened', (t) => {
  const { byName, byLei } = keysOf('shunhe')
  for (const key of [byName, byLei ?? byName, subjectKey({ name: 'FOSHAN SHUNHE-APPLIANCE', country: 'cn' })]) {
    const screening = new ScreeningDesk()
    t.equal(screening.screen('shunhe', 'nanhai'), 'success')
    screening.publish('un', [key])
    t.equal(screening.screen('shunhe'), 'receivables/not-proven-absent')
    t.equal(screening.holds('shunhe'), false)
    t.equal(screening.screen('nanhai'), 'success', 'the others are')
    screening.publish('un')
    t.equal(screening.screen('shunhe'), 'success', 'taken off the list')
  }
  t.end()
})

test('a screening is void when a list changes, when the version comes into force, and after its time', (t) => {
  const screening = new ScreeningDesk()
  const { harness } = screening.desk
  for (const listId of LISTS) {
    t.equal(screening.screen('nanhai'), 'success')
    screening.publish(listId)
    t.equal(screening.holds('nanhai'), false, listId)
  }
  t.equal(screening.screen('nanhai'), 'success')
  const { version } = (screening.clear('nanhai')['lists'] as unknown as readonly [{ readonly version: number }])[0]
  const head = { version: version + 1, root: `0x${'00'.repeat(32)}`, count: 1, documentHash: HASH, effectiveFrom: harness.height + 4 }
  t.equal(screening.desk.send(both('desk'), 'updateList', { listId: 'un', ...head }, 'supervision'), 'success')
  t.equal(screening.holds('nanhai'), true, 'a version that waits voids nothing')
  while (harness.height < head.effectiveFrom) harness.advance(1_000)
  t.equal(screening.holds('nanhai'), false)

  const other = new ScreeningDesk()
  t.equal(other.screen('nanhai'), 'success')
  const screenedMs = other.desk.harness.timeMs
  other.desk.harness.advance(DAY_MS - 1)
  t.equal(other.holds('nanhai'), true)
  other.desk.harness.advance(1)
  t.equal(other.desk.harness.timeMs, screenedMs + DAY_MS)
  t.equal(other.holds('nanhai'), false, 'a day old')
  t.end()
})

test('issue and accept: the debtor and the payee are screened, each of them, at both', (t) => {
  const screening = new ScreeningDesk()
  const invoiceId = screening.desk.invoice({ number: '26442000000000000017' })
  const issue = { ...ISSUE, certNo: 'C-1', invoices: [{ invoiceId, amount: FULL }] }
  asks(t, screening, ['shunhe', 'nanhai'], SHUNHE, 'issue', issue)
  asks(t, screening, ['shunhe', 'nanhai'], NANHAI, 'accept', { certNo: 'C-1' })
  t.end()
})

test('transfer and acceptTransfer: holder and transferee are screened, each of them, at both', (t) => {
  const screening = withClaim()
  asks(t, screening, ['nanhai', 'sanshui'], NANHAI, 'transfer', OFFER)
  asks(t, screening, ['nanhai', 'sanshui'], SANSHUI, 'acceptTransfer', TAKEN)
  t.match(screening.desk.certificate('C-1'), { holder: 'sanshui' })
  t.end()
})

test('finance: nobody is paid for a certificate, and no bank pays, without a screening', (t) => {
  const screening = withClaim()
  t.equal(screening.desk.send(NANHAI, 'requestFinance', REQUEST), 'success', 'to ask is free')
  const before = screening.desk.balance('bank-b')
  asks(t, screening, ['bank-b', 'nanhai'], BANK_B, 'finance', BID)
  t.equal(BigInt(before) - BigInt(screening.desk.balance('bank-b')), BigInt(screening.desk.balance('nanhai')))
  const resale = { ...BID, bank: 'bank-a', seller: 'bank-b' }
  t.equal(screening.desk.send(BANK_B, 'requestFinance', REQUEST), 'success')
  asks(t, screening, ['bank-a', 'bank-b'], BANK_A, 'finance', resale)
  t.end()
})

test('auction: a bank is screened when it bids, when its money is locked, and when it is taken; the holder when it is paid', (t) => {
  const screening = withClaim()
  const auction = new AuctionDesk(screening.desk, 'C-1')
  t.equal(auction.open('nanhai'), 'success')
  const bid = { certNo: 'C-1', bank: 'bank-b', auctionNo: 1, commitment: auction.commitment('bank-b', 38_500) }
  asks(t, screening, ['bank-b'], BANK_B, 'bid', bid)
  auction.toReveal()
  voidAll(screening)
  const before = screening.desk.balance('bank-b')
  t.equal(auction.reveal('bank-b', 38_500), 'receivables/not-screened')
  t.equal(screening.desk.balance('bank-b'), before, 'nothing is locked')
  t.equal(screening.screen('bank-b'), 'success')
  t.equal(auction.reveal('bank-b', 38_500), 'success')
  auction.toAccept()
  asks(t, screening, ['bank-b', 'nanhai'], NANHAI, 'acceptBid', { certNo: 'C-1', bank: 'bank-b', annualRatePpm: 38_500 })
  t.end()
})

test('a debt can be paid: redemption, recourse and its payment ask for no screening, a listed holder is paid', (t) => {
  const screening = withClaim()
  const { desk } = screening
  t.equal(desk.send(NANHAI, 'requestFinance', REQUEST), 'success')
  screening.screen('bank-b', 'nanhai')
  t.equal(desk.send(BANK_B, 'finance', BID), 'success')
  for (const listId of LISTS)
    screening.publish(
      listId,
      ['shunhe', 'nanhai', 'bank-b'].map((partyId) => keysOf(partyId).byName),
    )
  t.equal(desk.send(SHUNHE, 'redeem', { certNo: 'C-1', amount: '40000000' }), 'success')
  desk.later(124)
  t.equal(desk.send([address('court')], 'declareOverdue', { certNo: 'C-1' }), 'success')
  t.equal(desk.send(BANK_B, 'claimRecourse', { certNo: 'C-1' }), 'success')
  t.equal(desk.send(NANHAI, 'payRecourse', { certNo: 'C-1' }), 'success')
  t.match(desk.certificate('C-1'), { holder: 'nanhai', status: 'OVERDUE' })
  const before = BigInt(desk.balance('nanhai'))
  t.equal(desk.send(SHUNHE, 'redeem', { certNo: 'C-1' }), 'success')
  t.equal(BigInt(desk.balance('nanhai')) - before, 60_000_000n)
  t.end()
})

test('a debt of who is frozen by an order waits: the regulator stops what screening does not', (t) => {
  const screening = withClaim()
  const { desk } = screening
  const order = { partyId: 'shunhe', orderHash: HASH, expiresAtMs: desk.harness.timeMs + 10 * DAY_MS }
  t.equal(desk.send(both('regulator'), 'freeze', order, 'supervision'), 'success')
  t.equal(desk.send(SHUNHE, 'redeem', { certNo: 'C-1' }), 'supervision/account-frozen')
  t.end()
})

test('where genesis demands no list nobody is screened, and a screening is refused', (t) => {
  const desk = openDesk()
  desk.active('C-1')
  t.match(desk.query('screening', { partyId: 'nanhai' }), { holds: true, screening: undefined })
  const lists = [{ listId: 'un', version: 1, absences: [] }]
  t.equal(desk.send(BANK_A, 'screen', { bank: 'bank-a', partyId: 'nanhai', lists }), 'receivables/lists-incomplete')
  t.equal(desk.query('terms', {})['screening'], undefined)
  t.end()
})

test('a genesis that demands a list twice, or none, or for ever, makes no chain', (t) => {
  const rows: readonly (readonly [RegExp, Args])[] = [
    [/names a list twice/, { lists: ['un', 'un'], validMs: DAY_MS }],
    [/screening\.lists/, { lists: [], validMs: DAY_MS }],
    [/screening\.validMs/, { lists: ['un'], validMs: 31 * DAY_MS }],
  ]
  for (const [words, screening] of rows) t.throws(() => openDesk([], { utcOffsetMinutes: 480, graceDays: 3, screening }), words)
  t.end()
})

test('a screening is a record of the state that can be proven', (t) => {
  const screening = new ScreeningDesk()
  t.equal(screening.screen('nanhai'), 'success')
  const kind = screening.desk.harness.modules.ordered.find(({ name }) => name === 'receivables')?.records?.['screening']
  const bytes = screening.desk.harness.state.get(kind?.keyOf({ partyId: 'nanhai' } as never) ?? new Uint8Array())
  const decoded = kind?.value.decode(bytes ?? new Uint8Array())
  if (kind === undefined || !decoded?.ok) throw new Error('there is no record')
  const checks = LISTS.map((listId) => ({ listId, version: 1 }))
  t.same(kind.value.toJson(decoded.value), { bank: 'bank-a', atMs: screening.desk.harness.timeMs, checks })
  t.end()
})
