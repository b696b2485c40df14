import { asHeight } from '@hanse/protocol'
import { test } from 'tap'
import { TransactionBytes } from '../src/transaction-bytes.ts'
import { bodyOf, digestOf, poolOf, TRANSACTION_BYTES, transaction } from './support/stubs.ts'

const [ONE, TWO, THREE] = [transaction(1), transaction(2), transaction(3)] as const

function held(bytes: TransactionBytes, height: number, transactions: readonly (typeof ONE)[]) {
  const body = bodyOf(height, transactions)
  bytes.hold(digestOf(body), body, transactions)
  return body
}

test('what is held stays when the pool lets go of it', async (t) => {
  const pool = poolOf(ONE, TWO)
  const bytes = new TransactionBytes(pool)
  const body = held(bytes, 5, [ONE])
  pool.remove([ONE.id, TWO.id])
  t.strictSame(bytes.all(body), [ONE])
  t.equal(bytes.get(TWO.id), undefined)
  t.throws(() => bytes.all(bodyOf(6, [ONE, TWO])), /were checked and are gone/)
})

test('a transaction goes with the last body that has it', async (t) => {
  const bytes = new TransactionBytes(poolOf())
  held(bytes, 5, [ONE, TWO])
  held(bytes, 7, [TWO, THREE])
  t.equal(bytes.sizeBytes, 3 * TRANSACTION_BYTES, 'each once')
  bytes.release(asHeight(5))
  t.equal(bytes.get(ONE.id), undefined)
  t.equal(bytes.get(TWO.id), TWO)
  t.equal(bytes.sizeBytes, 2 * TRANSACTION_BYTES)
  bytes.release(asHeight(7))
  t.strictSame([bytes.get(TWO.id), bytes.bodiesHeld, bytes.sizeBytes], [undefined, 0, 0])
})

test('the same body twice is held once', async (t) => {
  const bytes = new TransactionBytes(poolOf())
  held(bytes, 5, [ONE])
  held(bytes, 5, [ONE])
  bytes.release(asHeight(5))
  t.equal(bytes.get(ONE.id), undefined)
})

test('a failed view takes along what nobody will ask for again', async (t) => {
  const bytes = new TransactionBytes(poolOf())
  const prepared = held(bytes, 5, [ONE, TWO])
  held(bytes, 5, [TWO, THREE])
  bytes.keep((digest) => digest === digestOf(prepared))
  t.strictSame(bytes.all(prepared), [ONE, TWO])
  t.equal(bytes.get(THREE.id), undefined)
  t.equal(bytes.bodiesHeld, 1)
})
