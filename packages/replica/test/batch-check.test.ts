import type { Input } from '@hanse/consensus'
import type { Hash } from '@hanse/primitives'
import { asHeight, asView, DEFAULT_CHAIN_PARAMS, type Transaction, type Verified } from '@hanse/protocol'
import { test } from 'tap'
import { BatchChecker, type CheckRequest } from '../src/batch-check.ts'
import type { ReplicaEffect } from '../src/effect.ts'
import { HELD_BYTES_MAX, TRANSACTION_FETCH_TICK_MS, TRANSACTION_FETCH_TICKS } from '../src/limits.ts'
import { TransactionBytes } from '../src/transaction-bytes.ts'
import { bodyOf, digestOf, ledgerAt, peer, poolOf, transaction } from './support/stubs.ts'

const HEAD = 4
const [ONE, TWO, THREE] = [transaction(1), transaction(2), transaction(3)] as const

function setUp(inPool: readonly Verified<Transaction>[] = [], executed: readonly Hash[] = []) {
  const pool = poolOf(...inPool)
  const bytes = new TransactionBytes(pool)
  const checker = new BatchChecker(ledgerAt(HEAD, new Set(executed)), bytes)
  return { pool, bytes, checker }
}

function request(height: number, transactions: readonly Verified<Transaction>[], change: Partial<CheckRequest> = {}): CheckRequest {
  const body = bodyOf(height, transactions)
  return { view: asView(0), body, digest: digestOf(body), fresh: true, holders: [peer(1), peer(2)], ...change }
}

function verdicts(inputs: readonly Input[]): readonly string[] {
  return inputs.map((input) => (input.type === 'batch-checked' ? `${input.height} ${input.verdict}` : input.type))
}

const ticks = (checker: BatchChecker, count: number): readonly ReplicaEffect[] =>
  Array.from({ length: count }, () => checker.onTimer()).flat()

test('a batch whose bytes are here is judged at once, and held', async (t) => {
  const { checker, bytes, pool } = setUp([ONE, TWO])
  const { inputs, effects } = checker.start(request(5, [ONE, TWO]), 0)
  t.strictSame(verdicts(inputs), ['5 ok'])
  t.strictSame(effects, [])
  pool.remove([ONE.id, TWO.id])
  t.equal(bytes.get(ONE.id), ONE)
})

test('what a fresh batch must not be', async (t) => {
  const { maxDriftMs, blockTransactionsMax, blockBytesMax } = DEFAULT_CHAIN_PARAMS
  const large = transaction(9, blockBytesMax)
  const { checker } = setUp([ONE, TWO, large], [TWO.id])
  const late = { ...bodyOf(5, [ONE]), timeMs: maxDriftMs + 1 }
  const many = bodyOf(
    5,
    Array.from({ length: blockTransactionsMax + 1 }, (_, number) => transaction(100 + number)),
  )
  const rows: readonly (readonly [string, CheckRequest, string])[] = [
    ['a time that drifts', request(5, [ONE], { body: late, digest: digestOf(late) }), '5 time-drift'],
    ['an id that is final', request(5, [ONE, TWO]), '5 already-final'],
    ['an id twice', request(5, [ONE, ONE]), '5 invalid-transaction'],
    ['too many ids', request(5, [ONE], { body: many, digest: digestOf(many) }), '5 too-large'],
    ['too many bytes', request(5, [ONE, large]), '5 too-large'],
  ]
  for (const [name, wrong, verdict] of rows) t.strictSame(verdicts(checker.start(wrong, 0).inputs), [verdict], name)
})

test('a height that a NewView fixed needs its bytes and nothing else', async (t) => {
  const { checker } = setUp([ONE], [ONE.id])
  const old = { ...bodyOf(5, [ONE]), timeMs: 10 * DEFAULT_CHAIN_PARAMS.maxDriftMs }
  t.strictSame(verdicts(checker.start(request(5, [ONE], { body: old, digest: digestOf(old), fresh: false }), 0).inputs), ['5 ok'])
})

test('missing bytes are asked for, each time of another, and wanted also when they are final', async (t) => {
  const { checker, bytes } = setUp([ONE], [TWO.id])
  const { inputs, effects } = checker.start(request(5, [ONE, TWO, THREE], { fresh: false }), 0)
  t.strictSame(inputs, [])
  t.match(effects, [{ type: 'fetch-transactions', from: peer(1), ids: [TWO.id, THREE.id] }, { type: 'start-timer' }])
  t.ok(checker.wants(TWO.id))
  t.notOk(checker.wants(ONE.id))
  const asked = (): readonly ReplicaEffect[] => ticks(checker, TRANSACTION_FETCH_TICKS).filter(({ type }) => type !== 'start-timer')
  t.match(asked(), [{ type: 'fetch-transactions', from: peer(2) }])
  t.strictSame(checker.arrived([TWO]).inputs, [])
  t.match(asked(), [{ from: peer(1), ids: [THREE.id] }])
  const arrived = checker.arrived([THREE])
  t.strictSame(verdicts(arrived.inputs), ['5 ok'])
  t.match(arrived.effects, [{ type: 'stop-timer' }])
  t.equal(bytes.get(TWO.id), TWO, 'the pool has no use for it, and the height has')
  t.notOk(checker.wants(TWO.id))
})

test('what a fresh batch lacks is given a moment to come before anybody is asked', async (t) => {
  const { checker } = setUp([ONE])
  t.match(checker.start(request(5, [ONE, TWO]), 0).effects, [{ type: 'start-timer', durationMs: TRANSACTION_FETCH_TICK_MS }])
  t.strictSame(checker.start(request(6, [THREE]), 0).effects, [], 'the timer runs')
  t.strictSame(verdicts(checker.arrived([TWO]).inputs), ['5 ok'])
  t.match(ticks(checker, 1), [{ type: 'fetch-transactions', ids: [THREE.id] }, { type: 'start-timer' }])
  t.equal(ticks(checker, TRANSACTION_FETCH_TICKS - 1).length, TRANSACTION_FETCH_TICKS - 1, 'nothing but ticks')
})

test('a batch with more bytes than a block may have is given up as soon as that shows', async (t) => {
  const { blockBytesMax } = DEFAULT_CHAIN_PARAMS
  const third = Math.floor(blockBytesMax / 3)
  const parts = Array.from({ length: 9 }, (_, number) => transaction(100 + number, third))
  const [one, two, ...others] = parts as [typeof ONE, typeof ONE, ...(typeof ONE)[]]
  const { checker } = setUp([one])
  checker.start(request(5, parts), 0)
  t.strictSame(checker.arrived([two]).inputs, [])
  t.strictSame(checker.arrived([two]).inputs, [], 'the same again weighs nothing')
  const { inputs, effects } = checker.arrived(others.slice(0, 2))
  t.strictSame(verdicts(inputs), ['5 too-large'])
  t.match(effects, [{ type: 'stop-timer' }], 'the rest is not asked for')
  t.notOk(checker.wants((others[4] as typeof ONE).id))

  const { checker: full } = setUp(parts.slice(0, 4))
  t.strictSame(verdicts(full.start(request(5, parts), 0).inputs), ['5 too-large'], 'by what is here already')
  full.start(request(5, parts, { fresh: false }), 0)
  t.strictSame(verdicts(full.arrived(parts.slice(4)).inputs), ['5 ok'], 'what a quorum has prepared is had whatever its size')
})

test('what the pool dropped while others were fetched is fetched too', async (t) => {
  const { checker, pool } = setUp([ONE])
  checker.start(request(5, [ONE, TWO]), 0)
  pool.remove([ONE.id])
  t.strictSame(checker.arrived([TWO]).inputs, [])
  t.ok(checker.wants(ONE.id))
  t.strictSame(verdicts(checker.arrived([ONE]).inputs), ['5 ok'])
})

test('a later check of a height replaces the one before, and final heights need none', async (t) => {
  const { checker } = setUp()
  checker.start(request(5, [ONE]), 0)
  checker.start(request(5, [TWO]), 0)
  t.notOk(checker.wants(ONE.id))
  checker.start(request(6, [THREE]), 0)
  checker.release(asHeight(5))
  t.notOk(checker.wants(TWO.id))
  t.ok(checker.wants(THREE.id))
  checker.keep(() => false)
  t.notOk(checker.wants(THREE.id))
  t.strictSame(checker.onTimer(), [])
})

test('with too much held only the next height is taken afresh', async (t) => {
  const { checker, bytes } = setUp([ONE])
  const huge = transaction(50, HELD_BYTES_MAX)
  const body = bodyOf(7, [huge])
  bytes.hold(digestOf(body), body, [huge])
  t.strictSame(verdicts(checker.start(request(HEAD + 2, [ONE]), 0).inputs), ['6 no-room'])
  t.strictSame(verdicts(checker.start(request(HEAD + 2, [ONE], { fresh: false }), 0).inputs), ['6 ok'])
  t.strictSame(verdicts(checker.start(request(HEAD + 1, [ONE]), 0).inputs), ['5 ok'])
})
