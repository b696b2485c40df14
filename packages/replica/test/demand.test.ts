import { createMempool } from '@hanse/mempool'
import { type Address, bytesToHex, createPrng, type Hash, type Hex } from '@hanse/primitives'
import { DEFAULT_CHAIN_PARAMS, type Transaction, type Verified } from '@hanse/protocol'
import type { Ledger } from '@hanse/state'
import { test } from 'tap'
import { Admission } from '../src/admission.ts'
import { DemandWatch } from '../src/demand.ts'
import { bodyOf } from './support/stubs.ts'

const SENDER = bytesToHex(createPrng(0).bytes(20)) as Address
const CAPACITY = 3

function transaction(number: number, sequence?: number): Verified<Transaction> {
  const made = {
    id: bytesToHex(createPrng(number).bytes(32)) as Hash,
    body: {
      genesisHash: `0x${'00'.repeat(32)}` as Hash,
      chainId: 1,
      sender: SENDER,
      coSigners: [],
      expiresAtMs: 1_000,
      unique: '0x' as Hex,
      calls: [],
      ...(sequence === undefined ? {} : { sequence }),
    },
    bodyBytes: new Uint8Array(0),
    signatures: [],
    bytes: new Uint8Array(100),
  } satisfies Transaction
  return made as unknown as Verified<Transaction>
}

function setUp(nextSequence: () => number) {
  const pool = createMempool({ capacity: CAPACITY, perSenderMax: 10, bytesMax: 10_000, timeToLiveMsMax: 1_000 })
  const head = { header: { height: 0 } }
  const ledger = { head, nextSequence, admissible: () => undefined, paramsAt: () => DEFAULT_CHAIN_PARAMS } as unknown as Ledger
  const admit = (one: Verified<Transaction>): unknown => pool.admit(one, { nowMs: 0, timeMs: 0 })
  return { pool, ledger, admit, demand: new DemandWatch(pool, ledger) }
}

test('what no primary could propose demands nothing', (t) => {
  let next = 0
  const { admit, demand, pool } = setUp(() => next)
  admit(transaction(1, 1))
  t.match(demand.change([], false), { pending: 0 }, 'its turn has not come')
  admit(transaction(2, 0))
  t.match(demand.change([], false), { pending: 2 }, 'the gap is closed')
  t.match(demand.change([bodyOf(1, [transaction(2, 0)])], false), { waiting: 2, pending: 1 }, 'one is in flight')
  next = 1
  pool.sequenceMoved(SENDER)
  t.match(demand.change([], false), { waiting: 1, pending: 1 }, 'sequence 0 was used by another transaction; 1 is next')
  next = 2
  pool.sequenceMoved(SENDER)
  t.match(demand.change([], false), { waiting: 0, pending: 0 }, 'both were')
  t.end()
})

test('batches of what nobody waits for take nothing from what waits', (t) => {
  const { admit, demand } = setUp(() => 0)
  const [one, two] = [transaction(1), transaction(2)]
  admit(one)
  admit(two)
  const madeUp = Array.from({ length: 100 }, (_, number) => transaction(100 + number))
  t.match(demand.change([bodyOf(1, madeUp)], false), { waiting: 2, pending: 2 })
  t.match(demand.change([bodyOf(1, [...madeUp, two])], false), { waiting: 2, pending: 1 })
  t.end()
})

test('what no primary could propose starves nobody, and hides nobody who starves', (t) => {
  const { admit, ledger, pool } = setUp(() => 0)
  const admission = new Admission({ chain: {} as never, ledger, pool, poolCapacity: CAPACITY, timeoutMs: 1_000 })
  const [blocked, waiting] = [transaction(1, 7), transaction(2)]
  admit(blocked)
  const overtake = (count: number): void => {
    for (let number = 0; number < count; number++) {
      const younger = transaction(100 + number)
      admit(younger)
      pool.remove([younger.id])
    }
  }
  overtake(CAPACITY)
  t.notOk(admission.starved(new Set()))
  admit(waiting)
  overtake(CAPACITY)
  t.ok(admission.starved(new Set()))
  t.notOk(admission.starved(new Set([waiting.id])), 'not when it is decided')
  t.end()
})
