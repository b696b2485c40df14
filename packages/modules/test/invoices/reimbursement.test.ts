import type { Address } from '@hanse/primitives'
import { test } from 'tap'
import { address, both, DAY_MS } from '../cast.ts'
import { type Args, type Desk, openRestaurantDesk, RESTAURANT_ID } from './desk.ts'

const invoiceId = RESTAURANT_ID
const FIRST = [address('employer-1')] as const
const SECOND = [address('employer-2')] as const

function lock(desk: Desk, signers: readonly Address[], more: Args = {}): string {
  return desk.send(signers, 'lock', { invoiceId, claimReference: 'trip 7', expiresAtMs: desk.harness.timeMs + 7 * DAY_MS, ...more })
}

test('lock, reimburse: once, for all employers', (t) => {
  const desk = openRestaurantDesk()
  t.equal(lock(desk, FIRST), 'success')
  t.match(desk.events(), [{ type: 'locked' }, { type: 'axisChanged' }])
  t.match(desk.status(invoiceId), { reimbursement: 'LOCKED', claim: { employer: 'employer-1', claimReference: 'trip 7' } })
  t.equal(desk.send(FIRST, 'reimburse', { invoiceId }), 'success')
  t.match(desk.status(invoiceId), { reimbursement: 'REIMBURSED', claim: { employer: 'employer-1', reimbursedAtMs: Number } })
  t.equal(desk.send(FIRST, 'reimburse', { invoiceId }), 'invoices/already-reimbursed')
  t.equal(lock(desk, FIRST), 'invoices/already-reimbursed')
  desk.harness.advance(400 * DAY_MS)
  t.equal(lock(desk, SECOND), 'invoices/already-reimbursed', 'for ever')
  t.equal(desk.send(FIRST, 'release', { invoiceId }), 'invoices/not-locked', 'what was paid out is not given back')
  t.end()
})

test('only employers lock, for a time ahead that is not too long, what exists', (t) => {
  const desk = openRestaurantDesk()
  t.equal(lock(desk, [address('nanhai')]), 'organizations/missing-role')
  t.equal(lock(desk, FIRST, { invoiceId: 'CN:X:380:1' }), 'invoices/not-found')
  t.equal(lock(desk, FIRST, { expiresAtMs: desk.harness.timeMs }), 'invoices/bad-expiry')
  t.equal(lock(desk, FIRST, { expiresAtMs: desk.harness.timeMs + 31 * DAY_MS }), 'invoices/bad-expiry')
  for (const command of ['reimburse', 'release']) {
    t.equal(desk.send(FIRST, command, { invoiceId: 'CN:X:380:1' }), 'invoices/not-found', command)
    t.equal(desk.send(FIRST, command, { invoiceId }), 'invoices/not-locked', command)
  }
  t.equal(desk.send([address('nanhai')], 'reimburse', { invoiceId }), 'organizations/missing-role')
  t.end()
})

test('who does not hold the lock neither reimburses nor releases', (t) => {
  const desk = openRestaurantDesk()
  t.equal(lock(desk, FIRST), 'success')
  t.equal(desk.send(SECOND, 'reimburse', { invoiceId }), 'invoices/not-locked')
  t.equal(desk.send(SECOND, 'release', { invoiceId }), 'invoices/not-locked')
  t.equal(desk.send(FIRST, 'release', { invoiceId }), 'success')
  t.match(desk.status(invoiceId), { reimbursement: 'FREE' })
  t.equal(desk.status(invoiceId).claim, undefined)
  t.equal(lock(desk, SECOND), 'success', 'what was released is free for another')
  t.end()
})

test('a lock ends by itself, and the block tells it', (t) => {
  const desk = openRestaurantDesk()
  t.equal(lock(desk, FIRST), 'success')
  desk.harness.advance(7 * DAY_MS - 2_000)
  t.match(desk.status(invoiceId), { reimbursement: 'LOCKED' })
  const { blockReceipt } = desk.harness.advance(2_000)
  t.match(blockReceipt?.events, [{ module: 'invoices', type: 'axisChanged' }])
  t.match(desk.status(invoiceId), { reimbursement: 'FREE' })
  t.equal(desk.send(FIRST, 'reimburse', { invoiceId }), 'invoices/not-locked')
  t.equal(lock(desk, SECOND), 'success')
  t.end()
})

test('a lock that was renewed outlives the end of the first', (t) => {
  const desk = openRestaurantDesk()
  t.equal(lock(desk, FIRST), 'success')
  t.equal(lock(desk, FIRST), 'invoices/already-locked', 'its own too')
  t.equal(desk.send(FIRST, 'release', { invoiceId }), 'success')
  t.equal(lock(desk, FIRST, { expiresAtMs: desk.harness.timeMs + 20 * DAY_MS }), 'success')
  desk.harness.advance(8 * DAY_MS)
  t.match(desk.status(invoiceId), { reimbursement: 'LOCKED' })
  t.equal(desk.send(FIRST, 'reimburse', { invoiceId }), 'success')
  t.end()
})

test('of two employers in one block exactly one gets the lock', (t) => {
  const desk = openRestaurantDesk()
  const json = { invoiceId, claimReference: 'trip', expiresAtMs: desk.harness.timeMs + DAY_MS }
  const { receipts } = desk.harness.block(
    [FIRST, SECOND].map((signers) => ({ signers, calls: [{ module: 'invoices', command: 'lock', json }] })),
  )
  t.match(receipts, [{ outcome: 'success' }, { outcome: 'rejected', code: 'invoices/already-locked' }])
  t.end()
})

test('what was taken back or rejected is not claimed, and the buyer deducts its VAT all the same', (t) => {
  const red = openRestaurantDesk()
  const letter = { invoiceId, number: '26442000000000009268', issueDate: '2026-03-02', amount: '1', reason: 'wine' }
  t.equal(red.send(both('restaurant'), 'redLetter', letter), 'success')
  t.equal(lock(red, FIRST), 'invoices/not-valid')
  const rejected = openRestaurantDesk()
  t.equal(lock(rejected, SECOND), 'success')
  t.equal(rejected.send(FIRST, 'respond', { invoiceId, response: 'RE', reason: 'not ours' }), 'success')
  t.equal(rejected.send(SECOND, 'reimburse', { invoiceId }), 'invoices/rejected-by-buyer')
  t.equal(rejected.send(SECOND, 'release', { invoiceId }), 'success')
  t.equal(lock(rejected, SECOND), 'invoices/rejected-by-buyer')
  const desk = openRestaurantDesk()
  t.equal(lock(desk, FIRST), 'success')
  t.equal(desk.send(FIRST, 'reimburse', { invoiceId }), 'success')
  t.equal(desk.send(FIRST, 'deduct', { invoiceId }), 'success', 'the axes are independent')
  t.equal(desk.send(FIRST, 'respond', { invoiceId, response: 'RE', reason: 'not ours' }), 'invoices/bad-response')
  t.end()
})

test('while it is locked, and once it is reimbursed, its seller does not take it back', (t) => {
  const desk = openRestaurantDesk()
  const letter = { invoiceId, number: '26442000000000009268', issueDate: '2026-03-02', amount: '26800', reason: 'a friend' }
  t.equal(lock(desk, FIRST), 'success')
  t.equal(desk.send(both('restaurant'), 'redLetter', letter), 'invoices/red-while-locked')
  t.equal(desk.send(FIRST, 'reimburse', { invoiceId }), 'success')
  t.equal(desk.send(both('restaurant'), 'redLetter', letter), 'invoices/red-while-reimbursed')
  t.equal(desk.send([...both('restaurant'), ...FIRST], 'redLetter', letter), 'invoices/red-while-reimbursed', 'whoever consents')
  const free = openRestaurantDesk()
  t.equal(lock(free, FIRST), 'success')
  free.harness.advance(8 * DAY_MS)
  t.equal(free.send(both('restaurant'), 'redLetter', letter), 'success', 'a lock that ended keeps nobody')
  t.end()
})

test('a suspended employer reimburses nothing, and can still let go', (t) => {
  const desk = openRestaurantDesk()
  t.equal(lock(desk, FIRST), 'success')
  const suspension = { partyId: 'employer-1', status: 'SUSPENDED', reason: 'audit' }
  t.equal(desk.send(both('regulator'), 'setKyc', suspension, 'organizations'), 'success')
  t.equal(desk.send(FIRST, 'reimburse', { invoiceId }), 'organizations/party-not-active')
  t.equal(desk.send(FIRST, 'release', { invoiceId }), 'success')
  t.end()
})
