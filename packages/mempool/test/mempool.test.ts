import { type Address, bytesToHex, createPrng, type Hash, type Hex } from '@hanse/primitives'
import type { Transaction, Verified } from '@hanse/protocol'
import fc from 'fast-check'
import { test } from 'tap'
import { type BatchLimits, createMempool, type Mempool, type MempoolOptions } from '../src/index.ts'

const OPTIONS: MempoolOptions = { capacity: 10, perSenderMax: 4, bytesMax: 10_000, timeToLiveMsMax: 1_000 }
const NOW = { nowMs: 0, timeMs: 0 }

interface Given {
  readonly number: number
  readonly sender?: number
  readonly sequence?: number
  readonly expiresAtMs?: number
  readonly sizeBytes?: number
}

/** Unsigned: the pool never looks at signatures. */
function transaction({ number, sender = 0, sequence, expiresAtMs = 1_000, sizeBytes = 100 }: Given): Verified<Transaction> {
  const made = {
    id: bytesToHex(createPrng(number).bytes(32)) as Hash,
    body: {
      genesisHash: `0x${'00'.repeat(32)}` as Hash,
      chainId: 1,
      sender: bytesToHex(createPrng(sender).bytes(20)) as Address,
      coSigners: [],
      expiresAtMs,
      unique: '0x' as Hex,
      calls: [],
      ...(sequence === undefined ? {} : { sequence }),
    },
    bodyBytes: new Uint8Array(0),
    signatures: [],
    bytes: new Uint8Array(sizeBytes),
  } satisfies Transaction
  return made as unknown as Verified<Transaction>
}

const ALL: BatchLimits = { transactionsMax: 1_000, bytesMax: 1_000_000, exclude: () => false, nextSequence: () => 0 }
const taken = (pool: Mempool, limits: Partial<BatchLimits> = {}): readonly Hash[] => pool.take({ ...ALL, ...limits }).map(({ id }) => id)

function admitAll(pool: Mempool, given: readonly Given[]): readonly Hash[] {
  return given.map((one) => {
    const made = transaction(one)
    const answer = pool.admit(made, NOW)
    if (answer.type !== 'admitted') throw new Error(JSON.stringify(answer))
    return made.id
  })
}

function refusal(pool: Mempool, given: Given, timeMs = 0): string {
  const answer = pool.admit(transaction(given), { nowMs: timeMs, timeMs })
  return answer.type === 'refused' ? answer.rejection.code : answer.type
}

test('what it refuses, and what it takes all the same', (t) => {
  const rows: readonly (readonly [name: string, before: readonly Given[], given: Given, expected: string])[] = [
    ['the same again', [{ number: 1 }], { number: 1 }, 'known'],
    ['an expired one', [], { number: 1, expiresAtMs: 0 }, 'pool/expired'],
    ['one at the edge of its time', [], { number: 1, expiresAtMs: 1 }, 'admitted'],
    ['one that expires too far ahead', [], { number: 1, expiresAtMs: 1_001 }, 'pool/expiry-too-far'],
    ['a fifth of one sender', [1, 2, 3, 4].map((number) => ({ number })), { number: 5 }, 'pool/sender-quota'],
    ['a fifth, of another sender', [1, 2, 3, 4].map((number) => ({ number })), { number: 5, sender: 1 }, 'admitted'],
    ['an eleventh', Array.from({ length: 10 }, (_, number) => ({ number, sender: number })), { number: 11, sender: 11 }, 'pool/full'],
    ['too many bytes', [{ number: 1, sizeBytes: 9_950 }], { number: 2 }, 'pool/full'],
    ['a sequence that waits already', [{ number: 1, sequence: 7 }], { number: 2, sequence: 7 }, 'pool/sequence-taken'],
    ['the sequence of another sender', [{ number: 1, sequence: 7 }], { number: 2, sequence: 7, sender: 1 }, 'admitted'],
  ]
  for (const [name, before, given, expected] of rows) {
    const pool = createMempool(OPTIONS)
    const held = admitAll(pool, before)
    t.equal(refusal(pool, given), expected, name)
    t.ok(
      held.every((id) => pool.has(id)),
      `${name}: nobody is dropped`,
    )
  }
  t.end()
})

test('first come, first taken, inside the limits', (t) => {
  const pool = createMempool({ ...OPTIONS, perSenderMax: 10 })
  const [a, b, c, d] = admitAll(pool, [{ number: 1 }, { number: 2, sizeBytes: 300 }, { number: 3 }, { number: 4 }])
  t.same(taken(pool), [a, b, c, d])
  t.same(taken(pool, { transactionsMax: 2 }), [a, b])
  t.same(taken(pool, { bytesMax: 350 }), [a], 'a large one is not passed by smaller ones behind it')
  t.same(taken(pool, { exclude: (id) => id === a || id === c }), [b, d])
  t.equal(pool.size, 4, 'taking keeps them')
  t.end()
})

test('sequences: in order, without gaps, whatever order they came in', (t) => {
  const pool = createMempool({ ...OPTIONS, perSenderMax: 10 })
  const [two, other, zero, one, four] = admitAll(pool, [
    { number: 1, sequence: 2 },
    { number: 2, sender: 1 },
    { number: 3, sequence: 0 },
    { number: 4, sequence: 1 },
    { number: 5, sequence: 4 },
  ])
  t.same(taken(pool), [other, zero, one, two], 'a gap before 4')
  t.same(taken(pool, { transactionsMax: 3 }), [other, zero, one])
  t.same(taken(pool, { nextSequence: () => 2 }), [two, other], 'used ones stay behind')
  t.same(taken(pool, { exclude: (id) => id === zero }), [other, one, two], 'past those in flight')
  t.same(taken(pool, { exclude: (id) => id === one }), [other, zero], 'not past a gap that is in flight in between')
  t.same(taken(pool, { nextSequence: () => 4 }), [other, four])
  t.end()
})

test('takeable: not what stands behind a gap, nor whose sequence was used, by the sender', (t) => {
  const pool = createMempool(OPTIONS)
  const next = new Map<Address, number>()
  const nextSequence = (sender: Address): number => next.get(sender) ?? 0
  const waiting = (): number => [...pool.waiting({ ...ALL, nextSequence })].length
  const expectTakeable = (count: number, name: string): void => {
    t.same([pool.takeable(nextSequence), waiting(), taken(pool, { nextSequence }).length], [count, count, count], name)
  }
  const third = transaction({ number: 3, sender: 3, sequence: 1 }).body.sender
  const ids = admitAll(pool, [
    { number: 1, sender: 1 },
    { number: 2, sender: 2, sequence: 0 },
    { number: 3, sender: 3, sequence: 1 },
  ])
  expectTakeable(2, 'the third stands behind a gap')
  admitAll(pool, [
    { number: 4, sender: 3, sequence: 3, expiresAtMs: 500 },
    { number: 5, sender: 3, sequence: 0 },
  ])
  expectTakeable(4, 'the gap before 1 is filled, that before 3 is not')
  next.set(third, 1)
  pool.sequenceMoved(third)
  expectTakeable(3, 'another transaction with sequence 0 has become final')
  t.equal([...pool.waiting({ exclude: (id) => id === ids[0], nextSequence })].length, 2, 'and one is in flight')
  pool.expire(500)
  expectTakeable(3, 'what was blocked has gone')
  pool.expire(1_000)
  expectTakeable(0, 'everything has')
  t.end()
})

test('takeable is what the whole pool would give', (t) => {
  const action = fc.record({
    type: fc.constantFrom('admit', 'admit', 'admit', 'remove', 'final elsewhere'),
    sender: fc.nat({ max: 2 }),
    sequence: fc.option(fc.nat({ max: 4 }), { nil: undefined }),
  })
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60, size: 'max' }), (actions) => {
      const pool = createMempool(OPTIONS)
      const next = new Map<Address, number>()
      const nextSequence = (sender: Address): number => next.get(sender) ?? 0
      const move = (sender: Address): void => {
        next.set(sender, nextSequence(sender) + 1)
        pool.sequenceMoved(sender)
      }
      for (const [number, { type, sender, sequence }] of actions.entries()) {
        const made = transaction({ number, sender, ...(sequence === undefined ? {} : { sequence }) })
        const [first] = pool.take({ ...ALL, transactionsMax: 1, nextSequence })
        if (type === 'admit') pool.admit(made, NOW)
        else if (type === 'final elsewhere') move(made.body.sender)
        else if (first !== undefined) {
          pool.remove([first.id])
          if (first.body.sequence !== undefined) move(first.body.sender)
        }
        const count = taken(pool, { nextSequence }).length
        if (pool.takeable(nextSequence) !== count) throw new Error(`${pool.takeable(nextSequence)} takeable, ${count} taken`)
      }
    }),
    { numRuns: 300 },
  )
  t.end()
})

test('expiry and removal give room, quota and sequence back', (t) => {
  const pool = createMempool({ ...OPTIONS, perSenderMax: 1, capacity: 2 })
  const [early] = admitAll(pool, [
    { number: 1, expiresAtMs: 500, sequence: 3 },
    { number: 2, sender: 1, expiresAtMs: 900 },
  ])
  t.same(pool.expire(499), [])
  t.same(pool.expire(500), [early])
  t.equal(pool.bytesTotal, 100)
  t.equal(refusal(pool, { number: 3, sequence: 3, expiresAtMs: 1_500 }, 500), 'admitted')
  pool.remove([transaction({ number: 2 }).id, transaction({ number: 99 }).id])
  t.equal(pool.size, 1)
  t.equal(refusal(pool, { number: 4, sender: 1, expiresAtMs: 1_500 }, 500), 'admitted')
  t.end()
})

test('overtaken by younger ones that became final, not by those that expired or are waiting', (t) => {
  const pool = createMempool({ ...OPTIONS, perSenderMax: 10 })
  const [a, b, c, d, e] = admitAll(pool, [{ number: 1 }, { number: 2 }, { number: 3 }, { number: 4, expiresAtMs: 10 }, { number: 5 }])
  t.equal(pool.overtakenBy(a as Hash), 0)
  pool.remove([c as Hash])
  pool.expire(10)
  t.same(
    [a, b, c, d, e].map((id) => pool.overtakenBy(id as Hash)),
    [1, 1, undefined, undefined, 0],
  )
  pool.remove([a as Hash, e as Hash])
  t.equal(pool.overtakenBy(b as Hash), 2, 'an older one does not overtake')
  t.end()
})

test('what the pool never took overtakes all who wait, and nobody who comes later', (t) => {
  const pool = createMempool(OPTIONS)
  const [a, b] = admitAll(pool, [{ number: 1 }, { number: 2, sender: 1 }])
  const strangers = Array.from({ length: 1_000 }, (_, number) => transaction({ number: 1_000 + number }).id)
  pool.remove(strangers)
  const [c] = admitAll(pool, [{ number: 3, sender: 2 }])
  t.same(
    [a, b, c].map((id) => pool.overtakenBy(id as Hash)),
    [1_000, 1_000, 0],
  )
  pool.remove([b as Hash, ...strangers.slice(0, 3)])
  t.same(
    [a, c].map((id) => pool.overtakenBy(id as Hash)),
    [1_004, 3],
  )
  t.end()
})

/** The contract in its plainest form: a list. */
class Model {
  items: { readonly tx: Verified<Transaction>; overtaken: number }[] = []

  remove(id: Hash): void {
    const index = this.items.findIndex(({ tx }) => tx.id === id)
    const older = index < 0 ? this.items : this.items.slice(0, index)
    for (const one of older) one.overtaken += 1
    if (index >= 0) this.items.splice(index, 1)
  }

  expire(timeMs: number): Hash[] {
    const gone = this.items.filter(({ tx }) => tx.body.expiresAtMs <= timeMs).map(({ tx }) => tx.id)
    this.items = this.items.filter(({ tx }) => tx.body.expiresAtMs > timeMs)
    return gone
  }
}

test('agrees with a list through any history', (t) => {
  const action = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ type: fc.constant('admit' as const), sender: fc.nat({ max: 3 }), ttl: fc.integer({ min: 1, max: 1_000 }) }),
    },
    { weight: 4, arbitrary: fc.record({ type: fc.constant('remove' as const), which: fc.nat({ max: 9 }) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('time' as const), ms: fc.nat({ max: 300 }) }) },
  )
  let refused = 0
  fc.assert(
    fc.property(fc.array(action, { maxLength: 200, size: 'max' }), (actions) => {
      const pool = createMempool(OPTIONS)
      const model = new Model()
      let timeMs = 0
      for (const [number, act] of actions.entries()) {
        if (act.type === 'admit') {
          const tx = transaction({ number, sender: act.sender, expiresAtMs: timeMs + act.ttl })
          const fits = model.items.length < 10 && model.items.filter(({ tx: held }) => held.body.sender === tx.body.sender).length < 4
          const answer = pool.admit(tx, { nowMs: timeMs, timeMs })
          if ((answer.type === 'admitted') !== fits) throw new Error(`${answer.type} where the list says ${fits}`)
          if (fits) model.items.push({ tx, overtaken: 0 })
          else refused += 1
        } else if (act.type === 'remove') {
          // Beyond the end of the list: one that is not here.
          const id = model.items[act.which]?.tx.id ?? transaction({ number: 1_000 + number }).id
          pool.remove([id])
          model.remove(id)
        } else {
          timeMs += act.ms
          const gone = pool.expire(timeMs)
          if ([...gone].sort().join() !== model.expire(timeMs).sort().join()) throw new Error('others expired')
        }
        const expected = model.items.map(({ tx }) => tx.id)
        if (taken(pool).join() !== expected.join()) throw new Error('another order')
        if ([...pool.entries()].map((entry) => entry.transaction.id).join() !== expected.join()) throw new Error('other entries')
        if (pool.size !== expected.length || pool.bytesTotal !== 100 * expected.length) throw new Error('other totals')
        for (const { tx, overtaken } of model.items)
          if (pool.overtakenBy(tx.id) !== overtaken) throw new Error('overtaken by another number')
      }
    }),
    { numRuns: 60 },
  )
  t.ok(refused > 50, `${refused} were refused on the way`)
  t.end()
})

test('options must make sense', (t) => {
  t.throws(() => createMempool({ ...OPTIONS, capacity: 0 }), /capacity/)
  t.throws(() => createMempool({ ...OPTIONS, bytesMax: 1.5 }), /bytesMax/)
  t.end()
})
