import { createMempool } from '@hanse/mempool'
import { type Hash, reject, ZERO_HASH } from '@hanse/primitives'
import { type Chain, DEFAULT_CHAIN_PARAMS } from '@hanse/protocol'
import type { Ledger } from '@hanse/state'
import { test } from 'tap'
import { Admission } from '../src/admission.ts'
import { FORWARD_TIMEOUTS_MAX, LATE_TRANSACTIONS_MAX } from '../src/limits.ts'
import { transaction } from './support/stubs.ts'

const CHAIN = { genesisHash: ZERO_HASH, genesis: { chainId: 1, params: DEFAULT_CHAIN_PARAMS } } as unknown as Chain
const TIMEOUT_MS = 100

function setUp(ledger: Partial<Ledger> = {}, chain: Chain = CHAIN, capacity = 100) {
  const pool = createMempool({ capacity, perSenderMax: capacity, bytesMax: 16 * 1024 * 1024, timeToLiveMsMax: 1_000_000 })
  const whole = {
    head: { header: { height: 0, timeMs: 0 } },
    wasExecuted: () => false,
    admissible: () => undefined,
    nextSequence: () => 0,
    paramsAt: () => chain.genesis.params,
    ...ledger,
  } as unknown as Ledger
  return { pool, admission: new Admission({ chain, ledger: whole, pool, poolCapacity: 2, timeoutMs: TIMEOUT_MS }) }
}

test('a good transaction is admitted once', async (t) => {
  const { pool, admission } = setUp()
  const one = transaction(1)
  t.strictSame(admission.submit(one, 0), { type: 'admitted' })
  t.strictSame(admission.submit(one, 0), { type: 'known' })
  t.ok(pool.has(one.id))
})

test('what is final is known, and does not come in again', async (t) => {
  const one = transaction(1)
  const { pool, admission } = setUp({ wasExecuted: (id: Hash) => id === one.id })
  t.strictSame(admission.submit(one, 0), { type: 'known' })
  t.notOk(pool.has(one.id))
})

test('the envelope is judged at the door', async (t) => {
  const params = { ...DEFAULT_CHAIN_PARAMS, transactionBytesMax: 10 }
  const cases = [
    [setUp({}, { ...CHAIN, genesisHash: `0x${'11'.repeat(32)}` as Hash }), { code: 'pool/wrong-chain', path: 'body.genesisHash' }],
    [setUp({}, { ...CHAIN, genesis: { ...CHAIN.genesis, chainId: 2 } }), { code: 'pool/wrong-chain', path: 'body.chainId' }],
    [setUp({}, { ...CHAIN, genesis: { ...CHAIN.genesis, params } }), { code: 'pool/too-large' }],
    [setUp({ admissible: () => reject('tx/unknown-module', 'nobody knows it') }), { code: 'tx/unknown-module' }],
  ] as const
  for (const [{ pool, admission }, rejection] of cases) {
    t.match(admission.submit(transaction(1), 0), { type: 'refused', rejection })
    t.equal(pool.size, 0, 'no trace')
  }
})

test('what waits for a whole timeout is sent to everybody once more, and again after twice the time, for as long as it waits', async (t) => {
  const { pool, admission } = setUp()
  const [one, two] = [transaction(1), transaction(2)]
  admission.submit(one, 0)
  admission.submit(two, 50)
  t.strictSame(admission.late(TIMEOUT_MS - 1), [])
  t.strictSame(admission.late(TIMEOUT_MS), [one])
  t.strictSame(admission.late(TIMEOUT_MS + 50), [two])
  t.strictSame(admission.late(3 * TIMEOUT_MS - 1), [])
  t.strictSame(admission.late(3 * TIMEOUT_MS), [one])
  pool.remove([two.id])
  const sent: number[] = []
  for (let ms = 4 * TIMEOUT_MS; ms < 40 * TIMEOUT_MS; ms += TIMEOUT_MS) if (admission.late(ms).length > 0) sent.push(ms / TIMEOUT_MS)
  t.same(
    sent,
    [7, 15, 15 + FORWARD_TIMEOUTS_MAX, 15 + 2 * FORWARD_TIMEOUTS_MAX, 15 + 3 * FORWARD_TIMEOUTS_MAX],
    'never more seldom than that',
  )
  pool.remove([one.id])
  admission.finalized()
  admission.submit(one, 1_000)
  t.strictSame(admission.late(1_000 + TIMEOUT_MS), [one], 'one that came anew is another case')
})

test('while blocks take what is here in its order nothing is said again; what they pass over is, and all when they take nothing', async (t) => {
  const { pool, admission } = setUp()
  const all = Array.from({ length: 40 }, (_, number) => transaction(number))
  for (const [number, one] of all.entries()) admission.submit(one, 10 * number)
  const take = (numbers: readonly number[], nowMs: number): void => {
    const youngestMs = pool.remove(numbers.map((number) => (all[number] as { readonly id: Hash }).id))
    if (youngestMs !== undefined) admission.taken(youngestMs, nowMs)
  }
  t.equal(pool.remove([]), undefined)
  t.equal(pool.remove([transaction(99).id]), undefined, 'one that was not here is no sign')
  take([1, 2, 3, 5], 60)
  t.strictSame(admission.late(101), [], 'the first came little before those that were taken')
  take([6, 7, 8], 110)
  t.strictSame(admission.late(110), [all[0]], 'passed over by those that came half a timeout later')
  t.strictSame(admission.late(209), [], 'a block took something within a timeout')
  t.strictSame(
    admission.late(210),
    [4, 9, 10, 11].map((number) => all[number]),
    'no block for a timeout',
  )
})

test('where blocks are slow, what waits is given as long as the youngest of the last block had waited, twice, up to a bound', async (t) => {
  const { pool, admission } = setUp()
  const all = Array.from({ length: 30 }, (_, number) => transaction(number))
  for (const [number, one] of all.entries()) admission.submit(one, 10 * number)
  const takeUpTo = (number: number, nowMs: number): void => {
    admission.taken(pool.remove(all.slice(0, number + 1).map(({ id }) => id)) as number, nowMs)
  }
  takeUpTo(10, 400)
  t.strictSame(admission.late(400 + 599), [], 'the youngest had waited for 300 ms')
  t.strictSame(admission.late(400 + 600), all.slice(11))
  takeUpTo(20, 100_000)
  t.strictSame(admission.late(100_000 + FORWARD_TIMEOUTS_MAX * TIMEOUT_MS - 1), [])
  t.strictSame(admission.late(100_000 + FORWARD_TIMEOUTS_MAX * TIMEOUT_MS), all.slice(21))
})

test('after the clock has jumped back nobody waits for it to come round again', async (t) => {
  const { admission } = setUp()
  const [before, after] = [transaction(1), transaction(2)]
  admission.submit(before, 500_000)
  admission.submit(after, 0)
  t.strictSame(admission.late(0), [before])
  t.strictSame(admission.late(0), [])
  t.strictSame(admission.late(TIMEOUT_MS), [after])
})

test('what is late goes out in portions', async (t) => {
  const { pool, admission } = setUp({}, CHAIN, 2 * LATE_TRANSACTIONS_MAX)
  for (let number = 0; number <= LATE_TRANSACTIONS_MAX; number++) admission.submit(transaction(number), 0)
  t.equal(pool.size, LATE_TRANSACTIONS_MAX + 1)
  t.equal(admission.late(TIMEOUT_MS).length, LATE_TRANSACTIONS_MAX)
  t.equal(admission.late(2 * TIMEOUT_MS).length, 1)
})

test('transactions that this pool refused overtake those that wait in it', async (t) => {
  const { pool, admission } = setUp()
  const victim = transaction(1)
  admission.submit(victim, 0)
  t.notOk(admission.starved(new Set()))
  for (const id of [transaction(2).id, transaction(3).id]) pool.remove([id])
  t.ok(admission.starved(new Set()), 'the primary has ordered as many as a pool holds')
})
