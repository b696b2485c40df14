import { bidCommitment } from '@hanse/modules'
import { type Test, test } from 'tap'
import { address, both, type CastMember, DAY_MS, leiOf, START_MS } from '../cast.ts'
import { AuctionDesk, saltOf } from './auction-desk.ts'
import { type Desk, HASH, openDesk } from './desk.ts'

const FULL = '1000000000'

/** 400,000.00 of nanhai's, sold by auction. */
function opened(guests: readonly CastMember[] = []): { readonly desk: Desk; readonly auction: AuctionDesk } {
  const desk = openDesk(guests)
  desk.active('SH-1')
  desk.send([address('nanhai')], 'split', { certNo: 'SH-1', shares: ['60000000', '40000000'] })
  const auction = new AuctionDesk(desk, 'SH-1.2')
  const code = auction.open('nanhai')
  if (code !== 'success') throw new Error(code)
  return { desk, auction }
}

function balances(desk: Desk): readonly string[] {
  return ['bank-a', 'bank-b', 'nanhai'].map((partyId) => desk.balance(partyId))
}

test('an auction: sealed bids, their rates, the best one, claim and cash in one step', (t) => {
  const { desk, auction } = opened()
  t.match(auction.view(), { phase: 'COMMIT', auction: { auctionNo: 1, bids: [], outcome: 'OPEN' } })
  t.equal(auction.bid('bank-a', 41_000), 'success')
  t.equal(auction.bid('bank-b', 38_500), 'success')
  t.notMatch(auction.view(), { auction: { bids: [{ annualRatePpm: 41_000 }] } }, 'nobody reads a rate')
  auction.toReveal()
  t.match(auction.view(), { phase: 'REVEAL' })
  t.equal(auction.reveal('bank-a', 41_000), 'success')
  t.match(auction.view(), { auction: { best: 0 }, phase: 'REVEAL' })
  const locked = BigInt((auction.view()['auction'] as { readonly escrow: string }).escrow)
  t.equal(desk.balance('bank-a'), `${1_000_000_000n - locked}`, 'the best bid’s money is locked')
  t.equal(auction.reveal('bank-b', 38_500), 'success')
  t.equal(desk.balance('bank-a'), FULL, 'who is beaten gets it back')
  t.match(auction.view(), { auction: { best: 1 }, phase: 'ACCEPT' }, 'all rates are known: nobody waits for the deadline')
  t.equal(auction.accept('nanhai', 'bank-b', 38_500), 'success')
  t.same(balances(desk), [FULL, '960513333', '39486667'], '3.85 % for 120 days: discount 5,133.33, paid 394,866.67')
  t.match(desk.certificate('SH-1.2'), { status: 'FINANCED', holder: 'bank-b', financing: { annualRatePpm: 38_500, discount: '513333' } })
  t.match(auction.view(), { phase: 'CLOSED', auction: { outcome: 'AWARDED', escrow: '0' } })
  t.end()
})

test('of equal rates the earlier commitment wins, whoever reveals first', (t) => {
  const { auction } = opened()
  for (const bank of ['bank-b', 'bank-a']) t.equal(auction.bid(bank, 38_500), 'success')
  auction.toReveal()
  for (const bank of ['bank-a', 'bank-b']) t.equal(auction.reveal(bank, 38_500), 'success')
  t.equal(auction.accept('nanhai', 'bank-a', 38_500), 'receivables/not-best-bid')
  t.equal(auction.accept('nanhai', 'bank-b', 38_500), 'success')
  t.end()
})

test('what is not revealed is void; the vault holds what the last day could cost', (t) => {
  const { desk, auction } = opened()
  t.equal(auction.bid('bank-a', 10_000), 'success', 'the lowest rate, never shown')
  t.equal(auction.bid('bank-b', 38_500), 'success')
  auction.toReveal()
  t.equal(auction.reveal('bank-b', 38_500), 'success')
  t.equal(auction.accept('nanhai', 'bank-b', 38_500), 'receivables/wrong-phase', 'bank-a may still show it')
  auction.toAccept()
  t.equal(auction.reveal('bank-a', 10_000), 'receivables/wrong-phase', 'too late')
  t.equal(auction.accept('nanhai', 'bank-b', 38_500), 'success')
  t.same(balances(desk), [FULL, '960513333', '39486667'])
  t.end()
})

test('who may bid, when, and once', (t) => {
  const { desk, auction } = opened()
  const bid = { certNo: 'SH-1.2', bank: 'bank-a', auctionNo: 1, commitment: HASH }
  const rows = [
    ['receivables/unknown-certificate', 'bank-a', { ...bid, certNo: 'SH-9' }],
    ['organizations/wrong-party', 'bank-b', bid],
    ['organizations/missing-role', 'nanhai', { ...bid, bank: 'nanhai' }],
    ['receivables/nothing-pending', 'bank-a', { ...bid, certNo: 'SH-1.1' }],
    ['receivables/no-auction', 'bank-a', { ...bid, auctionNo: 2 }],
  ] as const
  for (const [code, who, json] of rows) t.equal(desk.send([address(who)], 'bid', json), code)
  const finance = { certNo: 'SH-1.2', annualRatePpm: 60_000, bank: 'bank-a', seller: 'nanhai', recourse: false, outstanding: '40000000' }
  t.equal(desk.send([address('bank-a')], 'finance', finance), 'receivables/auction-open')
  t.equal(auction.reveal('bank-a', 38_500), 'receivables/wrong-phase', 'rates come after bids')
  t.equal(auction.bid('bank-a', 38_500), 'success')
  t.equal(auction.bid('bank-a', 38_400), 'receivables/already-bid')
  auction.toReveal()
  t.equal(auction.bid('bank-b', 38_500), 'receivables/wrong-phase', 'the deadline has passed')
  t.end()
})

test('what is revealed is what was committed to, on this certificate, in this auction', (t) => {
  const { desk, auction } = opened()
  t.equal(auction.bid('bank-a', 38_500), 'success')
  auction.toReveal()
  t.equal(auction.reveal('bank-b', 38_500), 'receivables/no-bid')
  t.equal(auction.reveal('bank-a', 38_499), 'receivables/commitment-mismatch')
  t.equal(auction.reveal('bank-a', 38_500, { salt: `0x${'00'.repeat(32)}` }), 'receivables/commitment-mismatch')
  t.equal(auction.reveal('bank-a', 38_500), 'success')
  t.equal(auction.reveal('bank-a', 38_500), 'receivables/wrong-phase', 'all is known')
  t.equal(desk.send([address('nanhai')], 'cancelFinanceRequest', { certNo: 'SH-1.2' }), 'success')
  t.equal(auction.open('nanhai'), 'success')
  const { genesisHash } = auction
  const old = bidCommitment(
    { genesisHash, certNo: 'SH-1.2', auctionNo: 1, bank: 'bank-a', annualRatePpm: 38_500 },
    saltOf('bank-a', 'SH-1.2', 2),
  )
  t.equal(auction.bid('bank-a', 38_500, { commitment: old }), 'success')
  t.equal(auction.bid('bank-b', 60_001), 'success')
  auction.toReveal()
  t.equal(auction.reveal('bank-a', 38_500), 'receivables/commitment-mismatch', 'it was for the auction before')
  t.equal(auction.reveal('bank-b', 60_001), 'receivables/rate-above-limit')
  t.end()
})

test('a bid is revealed once', (t) => {
  const { auction } = opened()
  for (const bank of ['bank-a', 'bank-b']) t.equal(auction.bid(bank, 38_500), 'success')
  auction.toReveal()
  t.equal(auction.reveal('bank-a', 38_500), 'success')
  t.equal(auction.reveal('bank-a', 38_500), 'receivables/already-revealed')
  t.end()
})

test('deadlines follow one another, and an auction is for every bank', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  const auction = new AuctionDesk(desk, 'SH-1')
  const times = (commit: number, reveal: number) => ({
    auction: { commitUntilMs: desk.harness.timeMs + commit, revealUntilMs: desk.harness.timeMs + reveal },
  })
  t.equal(auction.open('nanhai', { bank: 'bank-a' }), 'receivables/bad-auction')
  t.equal(auction.open('nanhai', times(0, 9_000)), 'receivables/bad-auction')
  t.equal(auction.open('nanhai', times(9_000, 9_000)), 'receivables/bad-auction')
  t.equal(auction.open('nanhai', times(9_000, 4 * 3_600_000)), 'receivables/bad-auction')
  t.equal(auction.open('nanhai', { expiresAtMs: START_MS + 40 * DAY_MS }), 'receivables/bad-expiry')
  t.equal(auction.open('nanhai'), 'success')
  t.end()
})

/** The certificate is free again, and all banks have their money. */
function ended(t: Test, { desk, auction }: ReturnType<typeof opened>, status: string, message: string): void {
  t.match(desk.certificate('SH-1.2'), { status }, message)
  t.match(auction.view(), { phase: 'CLOSED', auction: { outcome: 'VOID', escrow: '0' } }, message)
  t.same([desk.balance('bank-a'), desk.balance('bank-b')], [FULL, FULL], message)
}

test('each deadline that passes in vain ends the auction, and its money goes back', (t) => {
  const first = opened()
  first.auction.toReveal()
  ended(t, first, 'ACTIVE', 'nobody bid')
  const second = opened()
  t.equal(second.auction.bid('bank-a', 38_500), 'success')
  second.auction.toAccept()
  ended(t, second, 'ACTIVE', 'no rate was revealed')
  const third = opened()
  t.equal(third.auction.bid('bank-a', 38_500), 'success')
  third.auction.toReveal()
  t.equal(third.auction.reveal('bank-a', 38_500), 'success')
  third.auction.until(third.auction.times.expiresAtMs)
  ended(t, third, 'ACTIVE', 'the holder did not answer')
  t.equal(third.auction.open('nanhai'), 'success', 'and can try again')
  t.end()
})

test('whatever takes the certificate off the market returns the best bid’s money', (t) => {
  const rows = [
    [
      'FROZEN',
      (desk: Desk) => desk.send([address('court')], 'freeze', { certNo: 'SH-1.2', orderHash: HASH, expiresAtMs: START_MS + DAY_MS }),
    ],
    ['ACTIVE', (desk: Desk) => desk.send(both('shunhe'), 'redeem', { certNo: 'SH-1', amount: '5000' })],
    ['SETTLED', (desk: Desk) => desk.send(both('shunhe'), 'redeem', { certNo: 'SH-1' })],
    ['ACTIVE', (desk: Desk) => desk.send([address('nanhai')], 'cancelFinanceRequest', { certNo: 'SH-1.2' })],
  ] as const
  for (const [status, act] of rows) {
    const one = opened()
    t.equal(one.auction.bid('bank-a', 38_500), 'success')
    one.auction.toReveal()
    t.equal(one.auction.reveal('bank-a', 38_500), 'success')
    t.equal(act(one.desk), 'success')
    ended(t, one, status, status)
  }
  t.end()
})

test('a bank that cannot pay is not the best one; one that is suspended gets no claim', (t) => {
  const { desk, auction } = opened()
  for (const bank of ['bank-a', 'bank-b']) t.equal(auction.bid(bank, 38_500), 'success')
  auction.toReveal()
  const away = { from: 'bank-a', to: 'bank-b', currency: 'CNY', amount: '999999999', reference: 'away' }
  t.equal(desk.send([address('bank-a')], 'transfer', away, 'settlement'), 'success')
  t.equal(auction.reveal('bank-a', 38_500), 'settlement/insufficient-funds')
  t.equal(auction.reveal('bank-b', 38_500), 'success')
  auction.toAccept()
  t.equal(auction.accept('shunhe', 'bank-b', 38_500), 'organizations/wrong-party')
  t.equal(auction.accept('nanhai', 'bank-b', 38_499), 'receivables/not-best-bid')
  const stop = { partyId: 'bank-b', status: 'SUSPENDED', reason: 'inquiry' }
  t.equal(desk.send(both('regulator'), 'setKyc', stop, 'organizations'), 'success')
  t.equal(auction.accept('nanhai', 'bank-b', 38_500), 'organizations/party-not-active')
  t.match(desk.certificate('SH-1.2'), { status: 'QUOTED', holder: 'nanhai' })
  t.end()
})

test('as many bids as an auction may have', (t) => {
  const guests = Array.from({ length: 17 }, (_, number) => ({
    ...{ partyId: `guest-${number}`, name: `Guest ${number}`, roles: ['bank'], lei: leiOf(100 + number) },
  }))
  const { auction } = opened(guests)
  for (const { partyId } of guests.slice(0, 16)) t.equal(auction.bid(partyId, 38_500), 'success')
  t.equal(auction.bid('guest-16', 38_500), 'receivables/too-many-bids')
  t.end()
})

test('nothing is accepted of an auction without a revealed bid', (t) => {
  const { auction } = opened()
  t.equal(auction.bid('bank-a', 38_500), 'success')
  t.equal(auction.accept('nanhai', 'bank-a', 38_500), 'receivables/wrong-phase')
  t.equal(auction.open('nanhai'), 'receivables/finance-pending')
  t.end()
})

test('at a fixed rate there is nothing to bid for', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  const auction = new AuctionDesk(desk, 'SH-1')
  const request = { certNo: 'SH-1', annualRatePpm: 38_500, recourse: false, expiresAtMs: START_MS + DAY_MS }
  t.equal(desk.send([address('nanhai')], 'requestFinance', request), 'success')
  auction.auctionNo = 1
  t.equal(auction.bid('bank-a', 38_500), 'receivables/no-auction')
  t.end()
})
