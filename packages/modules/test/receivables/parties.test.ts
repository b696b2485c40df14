import { type Test, test } from 'tap'
import { address, both, type CastMember, DAY_MS, leiOf, START_MS } from '../cast.ts'
import { type Args, type Desk, documentsOf, HASH, ISSUE, openDesk } from './desk.ts'

const SHUNHE = both('shunhe')
const NANHAI = [address('nanhai')]
const REGISTRAR = both('association')
const EXPIRES = START_MS + 20 * DAY_MS
const FULL = '100000000'

function setKyc(desk: Desk, partyId: string, status: string, more: Args = {}): void {
  const reason = status === 'SUSPENDED' ? { reason: 'inquiry' } : {}
  const code = desk.send(REGISTRAR, 'setKyc', { partyId, status, ...reason, ...more }, 'organizations')
  if (code !== 'success') throw new Error(`${partyId} ${status}: ${code}`)
}

const reinstate = (desk: Desk, partyId: string, days = 3_000): void =>
  setKyc(desk, partyId, 'ACTIVE', { vcHash: HASH, validUntilMs: START_MS + days * DAY_MS })

/** KYC that ends by itself within the hour. */
function expire(t: Test, desk: Desk, partyId: string): void {
  setKyc(desk, partyId, 'ACTIVE', { vcHash: HASH, validUntilMs: desk.harness.timeMs + 3_600_000 })
  desk.harness.advance(3_600_000)
  t.match(desk.query('party', { partyId }, 'organizations'), { active: false, party: { kyc: { status: 'EXPIRED' } } })
}

function issueOf(desk: Desk, certNo: string, number: string, change: Args = {}): Args {
  const invoiceId = desk.invoice({ number })
  return { ...ISSUE, certNo, invoices: [{ invoiceId, amount: FULL }], ...change }
}

function refused(t: Test, desk: Desk, signers: readonly ReturnType<typeof address>[], command: string, json: Args, message: string): void {
  t.equal(desk.send(signers, command, json), 'organizations/party-not-active', message)
  t.match(desk.wordsOf(signers, command, json), /ISO 20022 RR04/, message)
}

test('grantLine: to a core firm whose KYC is good, by a bank whose KYC is good', (t) => {
  const desk = openDesk()
  const line = { lineId: 'A-2', core: 'shunhe', currency: 'CNY', limit: '1' }
  setKyc(desk, 'shunhe', 'SUSPENDED')
  refused(t, desk, both('bank-a'), 'grantLine', line, 'suspended core firm')
  reinstate(desk, 'shunhe')
  setKyc(desk, 'bank-a', 'SUSPENDED')
  refused(t, desk, both('bank-a'), 'grantLine', line, 'suspended bank')
  t.equal(desk.send(both('bank-b'), 'grantLine', { ...line, lineId: 'B-2' }), 'success')
  expire(t, desk, 'shunhe')
  refused(t, desk, both('bank-b'), 'grantLine', { ...line, lineId: 'B-3' }, 'core firm whose KYC ran out')
  t.end()
})

test('issue: debtor, bank of the line, payee and clearing bank are active, each of them', (t) => {
  const desk = openDesk()
  const issue = issueOf(desk, 'SH-1', '26442000000000000017')
  for (const partyId of ['shunhe', 'bank-a', 'nanhai', 'settlement-bank']) {
    setKyc(desk, partyId, 'SUSPENDED')
    refused(t, desk, SHUNHE, 'issue', issue, partyId)
    reinstate(desk, partyId)
  }
  for (const partyId of ['nanhai', 'bank-a']) {
    expire(t, desk, partyId)
    refused(t, desk, SHUNHE, 'issue', issue, `${partyId}, whose KYC ran out`)
    reinstate(desk, partyId)
  }
  t.equal(desk.send(SHUNHE, 'issue', issue), 'success')
  t.end()
})

test('issue: to a supplier or a core firm, never to a platform, which has no account to be paid on', (t) => {
  const guests: readonly CastMember[] = [
    { partyId: 'platform', name: 'Platform', roles: ['platform'], lei: leiOf(50) },
    { partyId: 'bank-c', name: 'Bank C', roles: ['bank'], lei: leiOf(51) },
  ]
  const desk = openDesk(guests)
  const quota = { currency: 'CNY', period: '2026-03', limit: '100000000000' }
  for (const [index, { partyId }] of guests.entries()) {
    t.equal(desk.send([address('tax')], 'grantQuota', { ...quota, sellerId: partyId }, 'invoices'), 'success')
    const invoiceId = desk.invoice({ number: `2644200000000000001${index}`, seller: partyId })
    const issue = {
      ...ISSUE,
      certNo: `SH-${index}`,
      payee: partyId,
      documents: documentsOf(partyId),
      invoices: [{ invoiceId, amount: FULL }],
    }
    t.equal(desk.send(SHUNHE, 'issue', issue), 'receivables/payee-role', partyId)
  }
  desk.active('SH-9')
  const offer = { certNo: 'SH-9', to: 'platform', tradeDocumentHash: HASH, expiresAtMs: EXPIRES }
  t.equal(desk.send(NANHAI, 'transfer', offer), 'receivables/transferee-role')
  t.end()
})

test('issue: an invoice that its buyer rejected carries no receivable', (t) => {
  const desk = openDesk()
  const issue = issueOf(desk, 'SH-1', '26442000000000000017')
  const [{ invoiceId }] = issue['invoices'] as unknown as [{ readonly invoiceId: string }]
  const answer = { invoiceId, response: 'RE', reason: 'not what was ordered' }
  t.equal(desk.send([address('shunhe')], 'respond', answer, 'invoices'), 'success')
  t.equal(desk.send(SHUNHE, 'issue', issue), 'invoices/rejected-by-buyer')
  t.end()
})

test('transfer: neither to nor by a party whose KYC ran out, at the offer and when control moves', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  const offer = { certNo: 'SH-1', to: 'sanshui', tradeDocumentHash: HASH, expiresAtMs: EXPIRES }
  const taken = { certNo: 'SH-1', tradeDocumentHash: HASH, outstanding: FULL }
  t.equal(desk.send(NANHAI, 'transfer', offer), 'success')
  expire(t, desk, 'sanshui')
  refused(t, desk, [address('sanshui')], 'acceptTransfer', taken, 'the transferee')
  t.equal(desk.send(NANHAI, 'cancelTransfer', { certNo: 'SH-1' }), 'success')
  refused(t, desk, NANHAI, 'transfer', offer, 'to a transferee')
  reinstate(desk, 'sanshui')
  t.equal(desk.send(NANHAI, 'transfer', offer), 'success')
  expire(t, desk, 'nanhai')
  refused(t, desk, [address('sanshui')], 'acceptTransfer', taken, 'of a holder')
  t.equal(desk.send([address('sanshui')], 'cancelTransfer', { certNo: 'SH-1' }), 'success')
  refused(t, desk, NANHAI, 'transfer', offer, 'by a holder')
  t.end()
})

test('KYC that ends at this very moment has ended, whether or not a block has swept it', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  const validUntilMs = desk.harness.timeMs + 4_500
  setKyc(desk, 'sanshui', 'ACTIVE', { vcHash: HASH, validUntilMs })
  const json = { certNo: 'SH-1', to: 'sanshui', tradeDocumentHash: HASH, expiresAtMs: EXPIRES }
  const { receipts } = desk.harness.block([{ signers: NANHAI, calls: [{ module: 'receivables', command: 'transfer', json }] }], {
    timeMs: validUntilMs,
  })
  t.match(receipts, [{ outcome: 'rejected', code: 'organizations/party-not-active' }])
  t.end()
})

test('finance and bids: bank and seller are active when claim and cash move', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  const request = { certNo: 'SH-1', annualRatePpm: 38_500, recourse: false, expiresAtMs: EXPIRES }
  const bid = { certNo: 'SH-1', annualRatePpm: 38_500, bank: 'bank-b', seller: 'nanhai', recourse: false, outstanding: FULL }
  setKyc(desk, 'bank-b', 'SUSPENDED')
  refused(t, desk, NANHAI, 'requestFinance', { ...request, bank: 'bank-b' }, 'offered to a suspended bank')
  t.equal(desk.send(NANHAI, 'requestFinance', request), 'success')
  refused(t, desk, [address('bank-b')], 'finance', bid, 'by a suspended bank')
  reinstate(desk, 'bank-b')
  setKyc(desk, 'nanhai', 'SUSPENDED')
  refused(t, desk, [address('bank-b')], 'finance', bid, 'of a suspended seller')
  reinstate(desk, 'nanhai')
  t.equal(desk.send([address('bank-b')], 'finance', bid), 'success')
  t.end()
})

test('recourse: who is suspended gets no claim back, and is still paid', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  const request = { certNo: 'SH-1', annualRatePpm: 38_500, recourse: true, expiresAtMs: EXPIRES }
  const bid = { certNo: 'SH-1', annualRatePpm: 38_500, bank: 'bank-b', seller: 'nanhai', recourse: true, outstanding: FULL }
  t.equal(desk.send(NANHAI, 'requestFinance', request), 'success')
  t.equal(desk.send([address('bank-b')], 'finance', bid), 'success')
  desk.later(124)
  t.equal(desk.send([address('court')], 'declareOverdue', { certNo: 'SH-1' }), 'success')
  t.equal(desk.send([address('bank-b')], 'claimRecourse', { certNo: 'SH-1' }), 'success')
  setKyc(desk, 'nanhai', 'SUSPENDED')
  refused(t, desk, NANHAI, 'payRecourse', { certNo: 'SH-1' }, 'a suspended seller')
  reinstate(desk, 'nanhai')
  setKyc(desk, 'bank-b', 'SUSPENDED')
  const money = { currency: 'CNY', to: 'nanhai', amount: FULL, reference: 'other business' }
  t.equal(desk.send(both('settlement-bank'), 'mint', money, 'settlement'), 'success')
  t.equal(desk.send(NANHAI, 'payRecourse', { certNo: 'SH-1' }), 'success', 'a suspended bank gets its money')
  t.match(desk.certificate('SH-1'), { holder: 'nanhai', status: 'OVERDUE' })
  t.end()
})
